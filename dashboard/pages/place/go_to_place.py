"""Go to another place: a plain list of every district and county, grouped by city region."""

from dash import html
from dash.development.base_component import Component

from dashboard.address.address import link
from dashboard.components.cached_markup import cached_markup
from dashboard.datastore.areas import PLACES, Area
from dashboard.site import Site

LIST = "go-to-place"


def go_to_place(site: Site, region: Area) -> Component:
    """The list and its button; `region` stands first. assets/pages.js goes to the chosen place."""
    return cached_markup(site, ("go to place", region.code), lambda: _made(site, region))


def _made(site: Site, region: Area) -> html.Div:
    return html.Div(
        [
            html.Label("Go to another place", htmlFor=LIST),
            html.Div(
                [
                    html.Select(
                        _options(site, region), id=LIST, className="plain-select", autoComplete="off"
                    ),
                    html.Button("Go", type="button", className="quiet-button", **{"data-goes": LIST}),
                ],
                className="picker-row",
            ),
        ],
        className="picker",
    )


def _options(site: Site, region: Area) -> list:
    regions = [region, *(area for area in site.geography.regions if area != region)]
    groups = [(area.name, site.geography.places(area.code)) for area in regions]
    groups.append(("In no city region", _elsewhere(site)))
    options = [html.Option("Choose a place", value="")]
    for name, places in groups:
        options.append(html.Optgroup([_option(place, region) for place in places], label=name))
    return options


def _elsewhere(site: Site) -> list[Area]:
    return [
        area
        for area in site.geography.areas.values()
        if area.level in PLACES and site.geography.region_of(area.code) is None
    ]


def _option(place: Area, region: Area) -> html.Option:
    return html.Option(place.name, value=link(f"/place/{place.code}", region))

"""The profile of a place: a table for each theme, one indicator a row, readable on a phone as blocks."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.address.address import link
from dashboard.components.absent import cell_words
from dashboard.components.headline import sparkline
from dashboard.datastore.areas import Area
from dashboard.site import Site
from dashboard.statements.absence.england_words import no_england, none_beside
from dashboard.statements.judgement.judgement import Against
from dashboard.statements.place_words import PlaceEntry, verdict, verdict_sentence


def profile_table(
    site: Site, entries: list[PlaceEntry], place: Area, beside: Area | None, home: Area, caption: str
) -> html.Div:
    """`entries` of `place` beside `beside` (the city region it lies in, if any) and England.

    Links lead to the pages of `home`; `caption` names the table.
    """
    regions = [beside] if beside and beside != place else []
    columns = ["Indicator", place.name, "Period", "Over time", *[area.name for area in regions], "England"]
    header = [
        html.Th(name, scope="col", className="" if name in _WORDS else "number")
        for name in [*columns, "Compared with England"]
    ]
    rows = [_row(site, item, place, regions, home) for item in entries]
    return html.Div(
        html.Table(
            [
                html.Caption(caption, className="visually-hidden"),
                html.Thead(html.Tr(header)),
                html.Tbody(rows),
            ],
            className="table profile",
        ),
        className="profile-wrap",
    )


_WORDS = {"Indicator", "Period", "Over time", "Compared with England"}


def _row(site: Site, item: PlaceEntry, place: Area, regions: list[Area], home: Area) -> html.Tr:
    href = link(f"/indicator/{item.indicator.id}", home, places=[place.code])
    name = html.Th(
        [dcc.Link(item.indicator.title, href=href), html.Span(item.indicator.unit, className="profile-unit")],
        scope="row",
    )
    if item.latest is None:
        span = 5 + len(regions)
        missing = html.Td(cell_words(item.absence, home), colSpan=span, className="profile-missing")
        return html.Tr([name, missing])
    cells = [
        _cell(place.name, item.value, "number profile-value"),
        _cell("Period", item.age.after(item.period)),
        _cell("Over time", _over_time(site, item, place), "profile-time"),
        *[_region(site, item, area) for area in regions],
        *_england(site, item),
    ]
    return html.Tr([name, *cells])


def _region(site: Site, item: PlaceEntry, region: Area) -> html.Td:
    """The figure of the region that the place lies in, of the same period, or why there is none."""
    beside = site.observations(item.indicator).at(region.code, item.latest.period)
    if beside is None or beside.value is None:
        why = none_beside(site, item.indicator, region, item.latest.period)
        return _cell(region.name, html.Span(why, className="note"))
    return _cell(region.name, item.region, "number")


def _england(site: Site, item: PlaceEntry) -> list[html.Td]:
    """England's figure and the comparison, or why there is neither."""
    if item.against is None:
        why = html.Span(no_england(site, item.indicator, item.latest.period), className="note")
        return [html.Td(why, colSpan=2, **{"data-label": "England"})]
    against = _cell("Compared with England", _against_words(item.against))
    return [_cell("England", item.england, "number"), against]


def _cell(label: str, content: object, name: str = "") -> html.Td:
    return html.Td(content, className=name, **{"data-label": label})


def _over_time(site: Site, item: PlaceEntry, place: Area) -> list:
    shape = sparkline(site, item.indicator, place)
    words = item.change.text if item.change else "No earlier figure to compare"
    element = html.Span(words, className="note")
    # A Dash component without children counts as false: ask for None.
    return [element] if shape is None else [element, shape]


def _against_words(held: Against) -> Component:
    """The comparison in words, its colour only adding to them."""
    return html.Span(verdict_sentence(held), className=f"mark mark-{verdict(held)[1]}")

"""Compare: several places side by side, by indicator."""

from dash import html

from dashboard.address.address import link
from dashboard.address.page import Address, Page, Shown
from dashboard.address.parameters import areas
from dashboard.address.query_params import BadAddress
from dashboard.address.shown import FEW_SHOWN, codes_of
from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.regions import CITY_REGION, OWN_AREA
from dashboard.components import mantine as dmc
from dashboard.components.controls import folded, select, select_several
from dashboard.components.matrix.row import Acts
from dashboard.components.matrix.table import matrix, sort_link
from dashboard.components.parts import Parts
from dashboard.datastore.areas import ENGLAND, Area
from dashboard.site import Site
from dashboard.statements.compare_words import by_row, compared, compared_by_chance
from dashboard.statements.place_words import KEY
from dashboard.statements.shading import KEY as SHADES

PATH = "/compare"
MOST_PLACES = 40  # London's boroughs, and some beside them
MAIN = "main"
_LEVELS = (
    (CITY_REGION, "City regions"),
    (OWN_AREA, "Areas made here"),
    ("county", "Counties"),
    ("district", "Districts"),
)


def _theme(site: Site, region: Area, text: str | None) -> str:
    if text in (None, MAIN) or text in site.themes:
        return text or MAIN
    raise BadAddress(404, f"There is no theme called “{text[:60]}”.")


def _sorted_by(site: Site, region: Area, text: str | None) -> Indicator | None:
    if not text:
        return None
    if text not in site.indicators:
        raise BadAddress(404, f"There is no indicator called “{text[:60]}” to sort by.")
    return site.indicators[text]


PARAMETERS = {"places": areas(MOST_PLACES), "theme": _theme, "sort": _sorted_by}


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Compare places"


def layout(site: Site, address: Address) -> list:
    """The choice of places and theme, and the table."""
    painted = parts(site, address)
    return [
        html.Div(
            [
                html.H1("Compare places"),
                html.P(
                    "The latest figures of any places side by side, shaded by how far they lie from England."
                ),
            ],
            className="page-head",
        ),
        folded(
            html.Div([_places_control(site, address), _theme_control(site, address)], className="controls")
        ),
        painted.part("matrix"),
    ]


def parts(site: Site, address: Address) -> Parts:
    """The table for the places and theme of the address, sorted by one of its rows where it says so."""
    chosen = address.theme
    indicators = [item for item in site.indicators.values() if _shown(item, chosen)]
    caption = "Main indicators of every theme" if chosen == MAIN else site.themes[chosen]
    places = _places(site, address)
    lines = [(item, compared(site, item, places)) for item in indicators]
    if address.sort:
        caption += f", places sorted by {address.sort.title}, the worse side first"
        places = by_row(places, compared(site, address.sort, places), address.sort.better)
    sentence = f"{KEY} {compared_by_chance(line for _, line in lines)}".strip()
    table = matrix(site, lines, places, address.region, caption, _sorting(address))
    return Parts({"matrix": [html.P(SHADES, className="note"), table, html.P(sentence, className="note")]})


def _sorting(address: Address) -> Acts:
    """The way to the table sorted by an indicator, all else as it is."""
    given = {"places": [place.code for place in address.places], "theme": address.theme}
    return lambda item: [sort_link(item, link("/compare", address.region, **given, sort=item.id))]


def _shown(indicator, chosen: str) -> bool:
    return indicator.headline if chosen == MAIN else indicator.theme == chosen


def _places(site: Site, address: Address) -> list[Area]:
    """The places of the address; without any, the region and all its districts."""
    if address.places:
        return list(address.places)
    return [address.region, *site.geography.members(address.region.code)]


def _places_control(site: Site, address: Address) -> dmc.MultiSelect:
    return select_several(
        "places",
        "Places",
        _offered(site),
        [place.code for place in address.places],
        clear="Clear the places",
        placeholder=f"{address.region.name} and all its districts" if not address.places else "",
        maxValues=MOST_PLACES,
        searchable=True,
        hidePickedOptions=True,
        nothingFoundMessage="There is no place of that name",
        className="wide-control",
    )


def _offered(site: Site) -> dict[str, dict[str, str]]:
    """Every place that may be compared, by its kind; a kind of which there is none is left out."""
    areas = site.geography.areas.values()
    found = {name: {area.code: area.name for area in areas if area.level == level} for level, name in _LEVELS}
    return {name: places for name, places in found.items() if places}


def _theme_control(site: Site, address: Address) -> dmc.Select:
    return select("theme", "Indicators", {MAIN: "Main indicators", **site.themes}, address.theme)


def shown(site: Site, address: Address) -> Shown:
    """The figures that a frozen view of the page keeps."""
    first = [address.region, *site.geography.members(address.region.code)[:FEW_SHOWN]]
    codes = [*codes_of(address.places or first), ENGLAND]
    for item in site.indicators.values():
        if item.theme == address.theme or (address.theme not in site.themes and item.headline):
            yield item, codes


PAGE = Page(
    PATH,
    title,
    layout,
    name="Compare places",
    words="side by side heatmap",
    parts=parts,
    parameters=PARAMETERS,
    figures=shown,
)

"""Commuting: where the people of a place worked, or the workers of a place lived, at the census of 2021."""

from dash import html

from dashboard.address.page import Address, Page
from dashboard.address.parameters import one_of
from dashboard.address.query_params import BadAddress
from dashboard.components.controls import folded, select, switch, under
from dashboard.components.gap import gap_panel
from dashboard.components.parts import Parts
from dashboard.components.small_area_choice import place as area_inside
from dashboard.components.small_area_tabs import tabs
from dashboard.datastore.areas import Area
from dashboard.datastore.flows import CENSUS_DAY, busiest, has_flows, known_then, published
from dashboard.pages.commuting.map import (
    MAP,
    Journeys,
    balance_table,
    commuting_data,
    commuting_legend,
    commuting_lines,
    commuting_map,
    commuting_table,
)
from dashboard.site import Site
from dashboard.statements import commuting_words as words
from dashboard.statements.absence.gap_words import JOURNEYS
from dashboard.statements.as_of_words import census_known, figures_known
from dashboard.statements.map_words import LEVEL_NAMES

PATH = "/commuting"
LEVELS = ("district", "msoa")


def _place(site: Site, region: Area, text: str | None) -> Area | None:
    found = area_inside(site, region, text)
    if found is not None and found.level not in LEVELS:
        raise BadAddress(404, f"Journeys to work are held for districts and MSOAs, not for {found.name}.")
    return found


PARAMETERS = {"place": _place, "direction": one_of(("out", "in"), "out")}


def as_of(site: Site, address: Address) -> str:
    """What is known of journeys to work on a past day."""
    if not has_flows(site.store, address.region.code):
        return figures_known(site, [site.indicators[key] for key in JOURNEYS.instead])
    return census_known(published(site.store), site.as_of, CENSUS_DAY)


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Journeys to work"


def layout(site: Site, address: Address) -> list:
    """The caveat, always; then the choice of a place, the map and the largest flows."""
    head = html.Div(
        [html.H1("Journeys to work"), html.P("Where people of a place work, and where its workers live.")],
        className="page-head",
    )
    if not has_flows(site.store, address.region.code):
        return [tabs(site, address), head, gap_panel(site, address.region, JOURNEYS)]
    if site.as_of and not known_then(site.store, site.as_of):
        return [tabs(site, address), head, html.P(as_of(site, address), className="empty")]
    made, found = parts(site, address), _journeys(site, address)
    drawn = [
        made.part("commuting-words", className="map-words"),
        commuting_map(found, made.part(f"{MAP}-legend")),
        made.part("commuting-lines"),
    ]
    columns = [
        html.Div(drawn, className="card neighbourhood-map", **{"data-picks": "place"}),
        made.part("flows", className="card"),
    ]
    return [
        tabs(site, address),
        head,
        html.P(words.LOCKDOWN, className="caveat", role="note"),
        folded(_controls(site, address, found)),
        html.Div(columns, className="columns columns-neighbourhoods"),
        html.Div(
            [balance_table(site, address.region), html.P(words.BALANCE_NOTE, className="note")],
            className="card section",
        ),
        html.P(words.FLOW_SOURCE, className="note section"),
    ]


def parts(site: Site, address: Address) -> Parts:
    """Everything that a control changes; nothing where none is held, or none of it was known on that day."""
    if not has_flows(site.store, address.region.code):
        return Parts()
    if site.as_of and not known_then(site.store, site.as_of):
        return Parts()
    found = _journeys(site, address)
    data = commuting_data(found)
    return Parts(
        {
            "commuting-words": [html.H2(data["title"]), html.P(data["summary"])],
            f"{MAP}-legend": commuting_legend(found),
            "commuting-lines": commuting_lines(found),
            "flows": [commuting_table(found), _download(found)],
        },
        maps={MAP: data},
    )


def place_of(site: Site, address: Address) -> Area:
    """The place that is asked for, else the district of the region that most people travel to."""
    return address.place or site.geography[busiest(site.store, address.region.code)]


def _journeys(site: Site, address: Address) -> Journeys:
    return Journeys(site, address.region, place_of(site, address), address.direction == "out")


def _download(found: Journeys) -> html.P:
    way = "out" if found.outward else "in"
    file = f"/download/journeys.csv?region={found.region.code}&place={found.place.code}&direction={way}"
    return html.P(html.A(words.DOWNLOAD, href=file, download=""))


def _controls(site: Site, address: Address, found: Journeys) -> html.Div:
    inside = {level: site.geography.members(address.region.code, level) for level in LEVELS}
    places = {LEVEL_NAMES[level][0]: {area.code: area.name for area in inside[level]} for level in LEVELS}
    directions = {"out": "Where its people work", "in": "Where its workers live"}
    return html.Div(
        [
            select(
                "place",
                "Place",
                places,
                found.place.code,
                searchable=True,
                limit=60,
                nothingFoundMessage="No place of that name here",
                className="measure-select",
            ),
            under("Show", switch("direction", "Direction of the journeys", directions, address.direction)),
        ],
        className="controls",
    )


PAGE = Page(
    PATH,
    title,
    layout,
    name="Journeys to work",
    words="commuting flows travel",
    parts=parts,
    parameters=PARAMETERS,
    as_of=as_of,
)

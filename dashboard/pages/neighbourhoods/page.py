"""Neighbourhoods: any measure of small areas on a map, two at once, or where it clusters."""

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address, Page
from dashboard.address.parameters import one_of
from dashboard.capital_letter import capital
from dashboard.catalogue.indicators import Indicator
from dashboard.components.absent import nothing_inside
from dashboard.components.controls import folded
from dashboard.components.parts import Parts
from dashboard.components.small_area_choice import (
    FIRST_MEASURE,
    LEVELS,
    SmallAreaChoice,
    measure,
    offered,
    place,
    tells_apart,
)
from dashboard.components.small_area_tabs import tabs
from dashboard.pages.neighbourhoods.controls import SHOWN, neighbourhood_controls
from dashboard.pages.neighbourhoods.map import (
    MAP,
    neighbourhood_data,
    neighbourhood_legend,
    neighbourhood_map,
    place_outline,
)
from dashboard.pages.neighbourhoods.panel import neighbourhood_panel
from dashboard.site import Site
from dashboard.statements import neighbourhood_words as words
from dashboard.statements.as_of_words import RESIDENTS, figures_known
from dashboard.statements.map_words import fitted_where, other_level

PATH = "/neighbourhoods"
PARAMETERS = {
    "measure": measure(FIRST_MEASURE),
    "second": measure(None, choosing=True),
    "level": one_of(LEVELS, "lsoa"),
    "show": one_of(tuple(SHOWN), "figures"),
    "place": place,
}


def as_of(site: Site, address: Address) -> str:
    """What is known of measures of small areas on a past day."""
    return f"{figures_known(site, offered(site, address.region))} {RESIDENTS}"


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Neighbourhoods"


def layout(site: Site, address: Address) -> list:
    """The choice of measures and place, then the map with its table beside it."""
    head = html.Div(
        [
            html.H1(f"Neighbourhoods of {address.region.name}"),
            html.P(
                "A region’s average hides its neighbourhoods. See where one measure is worst, or two at once."
            ),
        ],
        className="page-head",
    )
    made, choice = parts(site, address), choice_of(site, address)
    drawn = [
        made.part("map-words", className="map-words"),
        neighbourhood_map(choice, made.part(f"{MAP}-legend")),
        made.part("map-over"),
    ]
    columns = [
        html.Div(drawn, className="card neighbourhood-map", **{"data-picks": "place"}),
        made.part("panel", className="card"),
    ]
    return [
        tabs(site, address),
        head,
        folded(neighbourhood_controls(site, address)),
        html.Div(columns, className="columns columns-neighbourhoods"),
        made.part("map-notes", className="section"),
    ]


def parts(site: Site, address: Address) -> Parts:
    """Everything that a control changes."""
    choice = choice_of(site, address)
    data = neighbourhood_data(choice)
    return Parts(
        {
            "map-words": _words(choice, data),
            f"{MAP}-legend": neighbourhood_legend(choice),
            "panel": neighbourhood_panel(choice),
            "map-over": place_outline(choice),
            "map-notes": _notes(choice),
        },
        maps={MAP: data},
    )


def choice_of(site: Site, address: Address) -> SmallAreaChoice:
    """What the address asks to see; a measure is not laid over itself."""
    clusters = address.show == "clusters"
    second = address.second if address.second != address.measure else None
    return SmallAreaChoice(
        site, address.region, address.measure, second, address.level, address.place, clusters
    )


def _words(choice: SmallAreaChoice, data: dict) -> list:
    notes = []
    if not choice.levels:
        return [html.P(nothing_inside(choice.site, choice.indicator, choice.region), className="empty")]
    if choice.level != choice.wanted:
        notes.append(other_level(choice.indicator, choice.wanted, choice.level, ()))
    if not tells_apart(choice.indicator):
        notes.append(words.ONE_A_DISTRICT)
    elif choice.second and not choice.two:
        notes.append(words.NO_SECOND)
    if choice.two and choice.clusters:
        notes.append(words.ONE_CLUSTERED)
    return [
        html.H2(data["title"]),
        html.P(data["summary"]),
        *[html.P(note, className="note") for note in notes],
    ]


def _notes(choice: SmallAreaChoice) -> list:
    """What each measure is, what to be careful with, where it is from, and its file."""
    shown = [choice.indicator, choice.second] if choice.two else [choice.indicator]
    blocks = [html.Div([_note(choice, item) for item in shown], className="neighbourhood-notes")]
    wards = html.P(_wards(choice), className="note") if choice.level == "ward" else None
    return [*blocks, html.P(words.AREA_IS_NOT_PEOPLE, className="note"), wards]


def _wards(choice: SmallAreaChoice) -> str:
    """How the wards were drawn and their figures made; nothing where both are as published."""
    fitted = choice.shown.fitted
    if fitted.names and len(fitted.names) < fitted.of:
        return words.PARTLY_FITTED_WARDS.format(where=fitted_where(fitted))
    if fitted.names:
        return words.FITTED_WARDS
    summed = any(item.status == "derived" for item in choice.shown.figures.values())
    return words.SUMMED_WARDS if summed else ""


def _note(choice: SmallAreaChoice, item: Indicator) -> html.Div:
    found = choice.site.sources(item)
    sources = "; ".join(f"{source.publisher}, {source.title}" for source in found if source.title)
    file = link(f"/download/{item.id}.csv", choice.region)
    download = html.A("Download every area (CSV)", href=file, download="")
    return html.Div(
        [
            html.H3(dcc.Link(item.title, href=link(f"/indicator/{item.id}", choice.region))),
            html.P(f"{capital(item.unit)}. {item.caveat.strip()}"),
            html.P([f"Source: {sources}. ", download], className="note"),
        ]
    )


PAGE = Page(
    PATH,
    title,
    layout,
    name="Neighbourhoods",
    words="map wards small areas",
    parts=parts,
    parameters=PARAMETERS,
    as_of=as_of,
)

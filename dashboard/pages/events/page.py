"""Events: road casualties by place and month, filtered by whom, how badly and when."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.address.address import link, link_here
from dashboard.address.page import Address, Page
from dashboard.catalogue.rounding import written
from dashboard.charts.plotly.figure import figure
from dashboard.components.chart import chart_figure, chart_notes, chart_words
from dashboard.components.controls import folded
from dashboard.components.gap import gap_panel
from dashboard.components.parts import Parts
from dashboard.components.small_area_tabs import tabs
from dashboard.components.tables import data_table
from dashboard.datastore.events import span
from dashboard.pages.events import words
from dashboard.pages.events.choice import PARAMETERS as FILTERS
from dashboard.pages.events.choice import Casualties, casualties
from dashboard.pages.events.controls import events_controls
from dashboard.pages.events.judged import killed_or_seriously_injured
from dashboard.pages.events.map import MAP, events_data, events_dots, events_legend, events_map, most
from dashboard.pages.events.trend import events_trend
from dashboard.pages.events.trend_words import against
from dashboard.site import Site
from dashboard.statements.absence.gap_words import CASUALTIES
from dashboard.statements.as_of_words import events_known, figures_known

PATH = "/events"
PARAMETERS = FILTERS
TREND = "casualties"


def as_of(site: Site, address: Address) -> str:
    """What is known of casualties on a past day."""
    if span(site.store, address.region.code) is None:
        return figures_known(site, [site.indicators[key] for key in CASUALTIES.instead])
    return events_known(site.as_of)


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Road casualties"


def layout(site: Site, address: Address) -> list:
    """The filters, then map, districts and trend; where nothing is held, only that."""
    head = html.Div(
        [
            html.H1("Road casualties"),
            html.P("Where people are hurt on the roads, who, and whether it changes."),
        ],
        className="page-head",
    )
    found = casualties(site, address)
    if found is None:
        return [tabs(site, address), head, _nothing(site, address)]
    made = parts(site, address)
    drawn = [
        made.part("events-words", className="map-words"),
        events_map(found, made.part(f"{MAP}-legend")),
        made.part("events-dots"),
    ]
    trend = [made.part("trend-words"), chart_figure(TREND, events_trend(found)), made.part("trend-notes")]
    return [
        tabs(site, address),
        head,
        folded(events_controls(site, address, found)),
        html.Div(
            [html.Div(drawn, className="card neighbourhood-map"), made.part("districts", className="card")],
            className="columns columns-neighbourhoods",
        ),
        html.Section(trend, className="card trend section", **{"aria-labelledby": TREND}),
    ]


def _nothing(site: Site, address: Address) -> Component:
    """Why there is nothing to show, and what is known instead."""
    held = span(site.store, address.region.code)
    if held:
        return html.P(words.nothing_yet(held[0]), className="empty")
    return gap_panel(site, address.region, CASUALTIES)


def parts(site: Site, address: Address) -> Parts:
    """Everything that a filter changes, from one count."""
    found = casualties(site, address)
    if found is None:
        return Parts()
    chart, data = events_trend(found), events_data(found)
    return Parts(
        {
            "events-words": [
                html.H2(data["title"]),
                html.P(words.SMALL_NUMBERS),
                html.P(words.PROVISIONAL, className="note") if _newest(found) else None,
            ],
            f"{MAP}-legend": events_legend(found),
            "events-dots": events_dots(found),
            "districts": _districts(found),
            "trend-words": [*chart_words(chart, TREND), _worst(found, address)],
            "trend-notes": chart_notes(chart, chart.subtitle),
        },
        charts={TREND: figure(chart)},
        maps={MAP: data},
    )


def _worst(found: Casualties, address: Address) -> html.P | None:
    """What the killed and seriously injured among them say by themselves, with the way to their chart."""
    if not (compared := killed_or_seriously_injured(found)):
        return None
    sentence = against(compared, words.who("ksi", found.chosen.mode, found.chosen.age))
    alone = dcc.Link("See them alone", href=link_here(address, severity="ksi"))
    return html.P([f"Among them: {sentence}. ", alone])


def _newest(found: Casualties) -> bool:
    return found.provisional is not None and found.chosen.until >= found.provisional


def _districts(found: Casualties) -> html.Div:
    """The number in each district, and its share."""
    counted = found.counted
    total = max(counted.total, 1)
    names = {area.code: area.name for area in found.site.geography.members(found.region.code)}
    rows = [
        [
            names[code],
            f"{counted.districts.get(code, 0):,}",
            f"{written(100 * counted.districts.get(code, 0) / total)}%",
        ]
        for code in sorted(found.chosen.districts, key=names.get)
    ]
    table = data_table(["District", "Casualties", "Share"], rows, "By district, as the police recorded it")
    return html.Div([table, _most(found)], className="neighbourhood-panel")


def _most(found: Casualties) -> html.Div | None:
    """The neighbourhoods with most casualties; each name leads to its page on the map of measures."""
    rows = [
        [
            html.Span(
                [
                    html.A(name, href=link("/neighbourhoods", found.region, place=code)),
                    html.Span(ward, className="name-where") if ward else None,
                ]
            ),
            f"{number:,}",
        ]
        for code, ward, name, number in most(found)
    ]
    return data_table(["Neighbourhood", "Casualties"], rows, "Where there were most") if rows else None


PAGE = Page(
    PATH,
    title,
    layout,
    name="Road casualties",
    words="collisions crashes map road safety",
    parts=parts,
    parameters=PARAMETERS,
    as_of=as_of,
)

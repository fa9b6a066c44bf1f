"""What stands out in a place: three figures surely worse than England's, three surely better, as spines."""

from collections.abc import Sequence

from dash import dcc, html

from dashboard.address.address import link
from dashboard.catalogue.indicators import Indicator
from dashboard.charts.small.spine import spine
from dashboard.datastore.areas import Area
from dashboard.site import Site
from dashboard.statements.judgement.benchmark import gap
from dashboard.statements.place_words import Entry

SHOWN = 3
KEY = (
    "Furthest from England by more than chance explains. The bar spans all places of the kind in England, "
    "the line is England, the dot is this place; better is to the right."
)


def place_extremes(site: Site, place: Area, home: Area, entries: Sequence[Entry]) -> html.Section | None:
    """Both lists; None where no figure is surely better or worse."""
    worse, better = (_furthest(site, place, entries, mark) for mark in ("worse", "better"))
    if not worse and not better:
        return None
    columns = html.Div(
        [_list(site, place, home, "Three worse", worse), _list(site, place, home, "Three better", better)],
        className="columns columns-even",
    )
    heading = html.Div(html.H2("What stands out", id="extremes"), className="section-head")
    note = html.P(KEY, className="note")
    return html.Section([heading, columns, note], className="section", **{"aria-labelledby": "extremes"})


def _furthest(site: Site, place: Area, entries: Sequence[Entry], mark: str) -> list[Entry]:
    """The entries of that verdict, main indicators first, then by how far they lie from England."""
    found = [item for item in entries if item.against and item.against.mark == mark]
    side = 1 if mark == "worse" else -1

    def how_far(item: Entry) -> tuple:
        return not item.indicator.headline, -side * gap(
            site, item.indicator, place, item.latest, item.against
        )

    return sorted(found, key=how_far)[:SHOWN]


def _list(site: Site, place: Area, home: Area, title: str, found: list[Entry]) -> html.Div:
    name = title if len(found) >= SHOWN else title.split(" ")[1].capitalize()
    if not found:
        return html.Div([html.H3(name), html.P("No figure surely is.", className="empty")])
    lines = [html.Li(_line(site, place, home, item)) for item in found]
    return html.Div([html.H3(name), html.Ul(lines, className="spines")])


def _line(site: Site, place: Area, home: Area, item: Entry) -> list:
    indicator = item.indicator
    low, high = _range(site, indicator, place.level, item)
    drawn = spine(item.latest.value, item.against.value, low, high, indicator.better, item.against.mark)
    href = link(f"/indicator/{indicator.id}", home, places=[place.code])
    beside = f"{item.against.short} {indicator.format(item.against.value)}, {item.period}"
    return [
        html.Span(dcc.Link(indicator.title, href=href), className="spine-name"),
        html.Span(item.value, className="spine-value"),
        html.Div(className="spine-drawn", **{"data-svg": drawn}),
        html.Span(beside, className="note"),
    ]


def _range(site: Site, indicator: Indicator, level: str, item: Entry) -> tuple[float, float]:
    """The lowest and highest figure of that period of all places of the level."""
    period = item.latest.period

    def ends() -> tuple[float, float]:
        observations = site.observations(indicator)
        areas = (site.geography.areas.get(code) for code in observations.areas())
        found = [observations.at(area.code, period) for area in areas if area and area.level == level]
        values = [each.value for each in found if each and each.value is not None]
        return min(values), max(values)

    return site.remember(("range", indicator, level, period), ends)

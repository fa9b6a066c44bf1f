"""What stands out in a place: three figures surely worse than England's, three surely better, as spines."""

from collections.abc import Sequence

from dash import dcc, html

from dashboard.address.address import link
from dashboard.catalogue.indicators import Indicator
from dashboard.charts.small.spine import spine
from dashboard.datastore.areas import Area
from dashboard.site import Site
from dashboard.statements.judgement.benchmark import gap
from dashboard.statements.place_words import PlaceEntry

SHOWN = 3
KEY = (
    "Furthest from England by more than chance explains. The bar spans all places of the kind in England, "
    "the line is England, the dot is this place; better is to the right."
)


def place_extremes(site: Site, place: Area, home: Area, entries: Sequence[PlaceEntry]) -> html.Section | None:
    """Both lists; None where no figure is surely better or worse."""
    worse, better = (furthest(site, place, entries, mark) for mark in ("worse", "better"))
    if not worse and not better:
        return None
    columns = html.Div(
        [_list(site, place, home, "worse", worse), _list(site, place, home, "better", better)],
        className="columns extremes",
    )
    heading = html.Div(html.H2("What stands out", id="extremes"), className="section-head")
    note = html.P(KEY, className="note")
    return html.Section(
        [heading, columns, note], className="section section-first", **{"aria-labelledby": "extremes"}
    )


def furthest(site: Site, place: Area, entries: Sequence[PlaceEntry], mark: str) -> list[PlaceEntry]:
    """The entries of that verdict, main indicators first, then by how far they lie from England."""
    found = [item for item in entries if item.against and item.against.mark == mark]
    side = 1 if mark == "worse" else -1

    def how_far(item: PlaceEntry) -> tuple:
        return not item.indicator.headline, -side * gap(
            site, item.indicator, place, item.latest, item.against
        )

    return sorted(found, key=how_far)[:SHOWN]


def _list(site: Site, place: Area, home: Area, mark: str, found: list[PlaceEntry]) -> html.Div:
    name = list_name(mark, found)
    if not found:
        return html.Div([html.H3(name), html.P("No figure surely is.", className="empty")])
    lines = [html.Li(_line(site, place, home, item)) for item in found]
    return html.Div([html.H3(name), html.Ul(lines, className="spines")])


def _line(site: Site, place: Area, home: Area, item: PlaceEntry) -> list:
    indicator = item.indicator
    href = link(f"/indicator/{indicator.id}", home, places=[place.code])
    return [
        html.Span(dcc.Link(indicator.title, href=href), className="spine-name"),
        html.Span(item.value, className="spine-value"),
        html.Div(className="spine-drawn", **{"data-svg": spine_of(site, place, item)}),
        html.Span(benchmark_words(item), className="note"),
    ]


def list_name(mark: str, found: Sequence[PlaceEntry]) -> str:
    """What a list is called: "Three worse", or "Worse" where there are fewer."""
    return f"Three {mark}" if len(found) >= SHOWN else mark.capitalize()


def spine_of(site: Site, place: Area, item: PlaceEntry) -> str:
    """The spine of one figure, as SVG."""
    low, high = _range(site, item.indicator, place.level, item)
    value, better = item.latest.value, item.indicator.better
    return spine(value, item.against.value, low, high, better, item.against.mark)


def benchmark_words(item: PlaceEntry) -> str:
    """What stands beside a figure: England's, and the period."""
    return f"{item.against.short} {item.indicator.format(item.against.value)}, {item.period}"


def _range(site: Site, indicator: Indicator, level: str, item: PlaceEntry) -> tuple[float, float]:
    """The lowest and highest figure of that period of all places of the level."""
    period = item.latest.period

    def ends() -> tuple[float, float]:
        observations = site.observations(indicator)
        areas = (site.geography.areas.get(code) for code in observations.areas())
        found = [observations.at(area.code, period) for area in areas if area and area.level == level]
        values = [each.value for each in found if each and each.value is not None]
        return min(values), max(values)

    return site.remember(("range", indicator, level, period), ends)

"""The gap between groups: a chart of both, or of the gap in each local authority, and a table of all."""

from dash import dcc, html

from dashboard.address import link
from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import lasts
from dashboard.components.chart import chart_figure, chart_notes, chart_words
from dashboard.components.tables import data_table
from dashboard.components.trend_notes import LOOKUPS
from dashboard.datastore.areas import ENGLAND, Area
from dashboard.datastore.groups import pairs
from dashboard.figures.chart import Chart, Dot, Dots, Line, Mark, Point
from dashboard.site import Site
from dashboard.statements import group_words as words
from dashboard.statements.by_group import GroupGap, gaps_of, group_gaps, one_gap
from dashboard.statements.statement import Statement, statement

NAME = "groups"


def groups_chart(site: Site, indicator: Indicator, region: Area) -> Chart | Dots | None:
    """Both groups over time where the region has figures, else the gap of each of its local authorities."""
    found = group_gaps(site, indicator, region)
    if not found:
        return None
    return _lines(site, found[0]) if found[0].area == region else _dots(site, indicator, region, found)


def groups_section(site: Site, indicator: Indicator, region: Area) -> html.Section | None:
    """The section; None for an indicator without groups, or where none is held of this region."""
    gaps = gaps_of(site, indicator)
    made = _own(site, indicator, region) if indicator.groups else _listed(site, gaps, region)
    if not made:
        return None
    file = link(f"/download/groups/{indicator.id}.csv", region)
    download = html.A("Download the groups (CSV)", href=file, className="download", download="")
    heading = [html.H2(words.HEADING, id="by-group"), download if indicator.groups else None]
    return html.Section(
        [html.Div(heading, className="section-head"), *made],
        className="section",
        **{"aria-labelledby": "by-group"},
    )


def _own(site: Site, indicator: Indicator, region: Area) -> list:
    chart = groups_chart(site, indicator, region)
    if chart is None:
        return []
    found = group_gaps(site, indicator, region)
    own = found[0].area == region
    said = words.sentence(found[0]) if own else ""
    drawn = [
        *chart_words(chart, "both-groups"),
        html.P(said, className="verdict-line") if said else None,
        html.P(words.certainty(found[0]), className="note") if own else None,
        chart_figure(NAME, chart),
        _table(site, indicator, found),
        *chart_notes(chart, f"{indicator.title}: both groups"),
    ]
    return [html.Div(drawn, className="card trend left-behind")]


def _table(site: Site, indicator: Indicator, found: list[GroupGap]) -> html.Div:
    """Both figures, the gap, its trend and how sure, of each place and of England."""
    groups = indicator.groups
    england = one_gap(site, indicator, site.geography.areas[ENGLAND])
    shown = [*found, *([england] if england else [])]
    rows = [
        [
            item.area.name,
            words.level(indicator, item.pair.group),
            words.level(indicator, item.pair.others),
            indicator.format(item.gap.value).removesuffix(indicator.suffix),
            words.trend(item),
        ]
        for item in shown
    ]
    classes = ["row-benchmark" if item is england else "" for item in shown]
    who = [_capital(groups.group), _capital(groups.others)]
    header = ["Place", *who, f"Gap,{indicator.suffix}", "Is it widening?"]
    return data_table(header, rows, f"{indicator.title}, newest figures", classes)


def _listed(site: Site, gaps: list[Indicator], region: Area) -> list:
    """A line for each gap of an indicator, with the way to its page."""
    told = [(gap, _statement(site, gap, region)) for gap in gaps]
    kept = [(gap, said) for gap, said in told if said]
    sure = list(dict.fromkeys(said.sure for _, said in kept))
    lines = [
        html.Li(
            [
                dcc.Link(gap.title, href=link(f"/indicator/{gap.id}", region)),
                f": {said.text.removeprefix(f'{gap.title}: ')}",
                f" {said.sure}" if len(sure) > 1 else "",
            ]
        )
        for gap, said in kept
    ]
    once = html.P(f"Of each: {sure[0]}", className="note") if len(sure) == 1 else None
    return [html.Div([html.Ul(lines, className="gap-list"), once], className="card")] if lines else []


def _statement(site: Site, indicator: Indicator, region: Area) -> Statement | None:
    key = ("districts said", indicator, region.code)
    return site.remember(key, lambda: statement(site, indicator, region))


def _lines(site: Site, found: GroupGap) -> Chart:
    indicator, groups = found.indicator, found.indicator.groups
    series = pairs(site.store, indicator, site.as_of)[found.area.code]

    def line(name: str, field: str, role: str) -> Line:
        say = indicator.period_label
        points = tuple(Point(each.period, say(each.period), getattr(each, field)) for each in series)
        return Line(_capital(name), points, role)

    inside = [item for item in indicator.breaks if series[0].period < item.since <= series[-1].period]
    return Chart(
        title=words.title(found),
        subtitle=f"{_capital(groups.group)} and {groups.others}. The gap is between the lines.",
        unit=indicator.unit,
        format=lambda value: "–" if value is None else words.level(indicator, value),
        lines=(line(groups.group, "group", "focus"), line(groups.others, "others", "other")),
        summary=words.summary([found]),
        foot=_foot(site, indicator),
        marks=tuple(Mark(item.since, "Break in the series", "break", item.reason) for item in inside),
        intervals=False,
        length=lasts(indicator.period),
    )


def _dots(site: Site, indicator: Indicator, region: Area, found: list[GroupGap]) -> Dots:
    england = one_gap(site, indicator, site.geography.areas[ENGLAND])
    places = [(item, "context") for item in found] + ([(england, "benchmark")] if england else [])
    dots = [
        Dot(item.area.name, item.gap.value, item.gap.lower, item.gap.upper, role, _when(item, found[0]))
        for item, role in places
    ]
    newest = indicator.period_label(max(item.gap.period for item in found))
    return Dots(
        title=words.places_title(indicator, found),
        subtitle=f"{_capital(indicator.unit)}, {newest}. Local authorities of {region.name} and England.",
        unit=indicator.unit,
        format=indicator.format,
        dots=tuple(sorted(dots, key=lambda dot: -dot.value)),
        summary=words.summary(found),
        foot=_foot(site, indicator),
    )


def _when(item: GroupGap, other: GroupGap) -> str:
    """The period of a figure that is not that of the others."""
    if item.gap.period == other.gap.period:
        return ""
    return item.indicator.period_label(item.gap.period)


def _foot(site: Site, indicator: Indicator) -> str:
    sources = [item for item in site.sources(indicator) if item.dataset not in LOOKUPS]
    names = "; ".join(f"{item.publisher}, {item.title}" for item in sources)
    return f"Source: {names}. {words.UNTESTED if not _limits(site, indicator) else ''}".strip()


def _limits(site: Site, indicator: Indicator) -> bool:
    latest = site.observations(indicator).latest(ENGLAND)
    return latest is not None and latest.lower is not None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

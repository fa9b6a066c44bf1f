"""The gap between groups: a chart of both, or of the gap in each local authority, and a table of all."""

from dash import dcc, html

from dashboard.address.address import link
from dashboard.capital_letter import capital
from dashboard.catalogue.indicators import Indicator
from dashboard.charts.groups import groups_chart
from dashboard.components.chart import chart_figure, chart_notes, chart_words
from dashboard.components.tables import data_table
from dashboard.datastore.areas import ENGLAND, Area
from dashboard.site import Site
from dashboard.statements import group_words as words
from dashboard.statements.attention.statement import Statement, statement
from dashboard.statements.by_group import GroupGap, gaps_of, group_gaps, one_gap

NAME = "groups"


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
    sentence = words.sentence(found[0]) if own else ""
    drawn = [
        *chart_words(chart, "both-groups"),
        html.P(sentence, className="verdict-line") if sentence else None,
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
    who = [capital(groups.group), capital(groups.others)]
    header = ["Place", *who, f"Gap,{indicator.suffix}", "Is it widening?"]
    return data_table(header, rows, f"{indicator.title}, newest figures", classes)


def _listed(site: Site, gaps: list[Indicator], region: Area) -> list:
    """A line for each gap of an indicator, with the way to its page."""
    told = [(gap, _statement(site, gap, region)) for gap in gaps]
    kept = [(gap, text) for gap, text in told if text]
    sure = list(dict.fromkeys(text.sure for _, text in kept))
    lines = [
        html.Li(
            [
                dcc.Link(gap.title, href=link(f"/indicator/{gap.id}", region)),
                f": {text.text.removeprefix(f'{gap.title}: ')}",
                f" {text.sure}" if len(sure) > 1 else "",
            ]
        )
        for gap, text in kept
    ]
    once = html.P(f"Of each: {sure[0]}", className="note") if len(sure) == 1 else None
    return [html.Div([html.Ul(lines, className="gap-list"), once], className="card")] if lines else []


def _statement(site: Site, indicator: Indicator, region: Area) -> Statement | None:
    key = ("districts said", indicator, region.code)
    return site.remember(key, lambda: statement(site, indicator, region))

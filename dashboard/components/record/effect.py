"""What became of the figure that a decision was expected to move: words, judgement, and the chart."""

from dataclasses import dataclass, replace
from datetime import date

from dash import dcc, html

from dashboard.address.address import link
from dashboard.catalogue.indicators import Indicator
from dashboard.charts.chart import Chart, Mark
from dashboard.charts.selection import Selection
from dashboard.charts.trend import trend
from dashboard.components.age_notice import dead_warning
from dashboard.components.chart import chart_figure, chart_notes, chart_words
from dashboard.datastore.areas import Area
from dashboard.datastore.editions.change_days import counted_otherwise
from dashboard.record.kinds import Decision
from dashboard.site import Site
from dashboard.statements.judgement import effect_words as words
from dashboard.statements.judgement.judgement import Judgement, judgement


@dataclass(frozen=True)
class Effect:
    """The expected effect of a decision, and what the figure did since.

    `outcome` is a key of effect_words.OUTCOMES.
    """

    indicator: Indicator
    area: Area
    expected: str
    baseline: tuple[date, float] | None
    judged: Judgement | None
    recounted: date | None = None  # since when figures are counted otherwise than the baseline

    @property
    def outcome(self) -> str:
        """Whether what was expected came."""
        return words.outcome(self.expected, self.baseline, self.judged)

    @property
    def since(self) -> str:
        """What the figure did since the decision."""
        return words.since(self.indicator, self.baseline, self.judged, self.recounted)


def effect(site: Site, item: Decision) -> Effect | None:
    """The Effect of a decision; None where no figure is expected to move, or it is not held here any more."""
    indicator = site.indicators.get(item.indicator)
    area = site.geography.areas.get(item.area_code)
    if not item.expected or indicator is None or area is None:
        return None
    was = item.baseline
    baseline = (was.period, was.value) if was else None
    recounted = counted_otherwise(site.store, indicator, was.known or item.day, site.as_of) if was else None
    return Effect(indicator, area, item.expected, baseline, judgement(site, indicator, area), recounted)


def effect_section(site: Site, region: Area, item: Decision) -> html.Section | None:
    """What was expected, what happened, how sure that is, and the figure over time."""
    found = effect(site, item)
    if found is None:
        return None
    parts = [
        html.P(f"{words.OUTCOMES[found.outcome]}.", className="lead-line"),
        html.P(f"{words.expectation(found.indicator, found.area, found.expected)} {found.since}"),
        html.P(words.judged_change(found.judged), className="note") if found.judged else None,
        html.P(words.NOT_PROOF, className="note"),
    ]
    tone = {"as expected": " verdict-better", "not as expected": " verdict-worse"}.get(found.outcome, "")
    more = dcc.Link("Open the indicator", href=link(f"/indicator/{found.indicator.id}", region))
    return html.Section(
        [
            html.Div([html.H2("What happened since", id="effect"), more], className="section-head"),
            html.Div(parts, className=f"verdict{tone}"),
            dead_warning(site, found.indicator),
            *_chart(site, found, item),
        ],
        className="section",
        **{"aria-labelledby": "effect"},
    )


def _chart(site: Site, found: Effect, item: Decision) -> list:
    chart = trend(Selection(site, found.indicator, found.area)) if found.judged else None
    if not isinstance(chart, Chart):
        return []
    mark = Mark(item.day, "Decision", "event", item.title)
    chart = replace(chart, marks=tuple(sorted((*chart.marks, mark), key=lambda each: each.period)))
    caption = f"{found.indicator.title}, {found.indicator.unit}"
    return [
        html.Div(
            [
                *chart_words(chart, "effect-chart"),
                chart_figure("effect", chart),
                html.Div(chart_notes(chart, caption), className="chart-notes"),
            ],
            className="card",
        )
    ]

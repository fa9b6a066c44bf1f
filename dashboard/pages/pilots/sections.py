"""The sections of a pilot's page: verdict, synthetic control with its mix, and the two groups."""

from dash import html

from dashboard.charts.chart import Chart
from dashboard.components.chart import chart_figure, chart_notes, chart_words
from dashboard.components.record.rows import rows_table
from dashboard.pages.pilots import verdict_words as pilot_verdict
from dashboard.pages.pilots import words
from dashboard.pages.pilots.charts import among_placebos, beside_mix, between_groups
from dashboard.pages.pilots.evaluation import Evaluation
from dashboard.record.kinds import Pilot

SHOWN = 0.005  # a smaller share of the mix is not listed


def verdict(found: Evaluation, pilot: Pilot) -> html.Div:
    """The plain verdict, with what the other design says where it disagrees, its size, and the hypothesis."""
    tone = {"better": " verdict-better", "worse": " verdict-worse"}.get(found.verdict, "")
    size = None
    if found.effect is not None:
        made = words.gap_since(found.panel.indicator, found.effect)
        size = html.P(f"{made} {_expected(found, pilot)}")
    return html.Div(
        [html.P(verdict_words(found), className="lead-line"), size],
        className=f"verdict{tone}",
    )


def verdict_words(found: Evaluation) -> str:
    """One sentence: the verdict of the one design, its reason, and another design that disagrees."""
    other = (
        ""
        if found.effect is None
        else pilot_verdict.disagreement(found.verdict, found.effect, found.estimate)
    )
    return pilot_verdict.verdict(found.verdict, found.reason, other)


def _expected(found: Evaluation, pilot: Pilot) -> str:
    return pilot_verdict.against_hypothesis(pilot.expected, found.verdict, found.effect)


def synthetic_section(found: Evaluation, pilot: Pilot, at: int) -> html.Section:
    """One place, or the mean of several: the picture, the fit, the mix, and the placebos of the verdict."""
    panel, subject = found.panel, found.subjects[at]
    impact = subject.impact
    first = panel.indicator.period_label(panel.periods[panel.start])
    heading = "synthetic"
    facts = [
        words.effect(panel.indicator, subject.name, impact, first),
        words.fit(panel.indicator, impact, panel.start),
        words.placebos(impact) if at == 0 else "",
        words.robust(panel.indicator, impact),
        words.left_out([panel.others[number].name for number in impact.left_out]),
    ]
    title = f"{subject.name} against a mix of other places"
    return html.Section(
        [
            html.Div(html.H2(title, id=heading), className="section-head"),
            html.P(words.HOW_SYNTHETIC),
            html.Div(
                [_drawn(beside_mix(found, pilot, at), "mix"), _mix(found, at)],
                className="columns pilot-columns",
            ),
            html.Ul([html.Li(fact) for fact in facts if fact]),
            _drawn(among_placebos(found, pilot), "placebos") if at == 0 else None,
        ],
        className="section",
        **{"aria-labelledby": heading},
    )


def _mix(found: Evaluation, at: int) -> html.Div:
    """The places of the mix with their shares, and the gap without each."""
    panel, impact = found.panel, found.subjects[at].impact
    shares = sorted(enumerate(impact.weights), key=lambda pair: -pair[1])
    rows = [
        [
            panel.others[number].name,
            f"{share:.1%}",
            words.briefly(panel.indicator, impact.without[number]) if number in impact.without else "–",
        ]
        for number, share in shares
        if share >= SHOWN
    ]
    return rows_table(f"The mix for {found.subjects[at].name}", ["Place", "Share", "Gap without"], rows)


def groups_section(found: Evaluation, pilot: Pilot) -> html.Section | None:
    """Difference in differences, with the event study where there is one."""
    if found.estimate is None:
        return None
    parts = [words.groups(found.panel.indicator, found.estimate)]
    if found.study:
        parts.append(words.alike(found.study))
    return html.Section(
        [
            html.Div(html.H2("All its places against all others", id="groups"), className="section-head"),
            html.P(words.HOW_GROUPS),
            html.Ul([html.Li(text) for text in parts]),
            _drawn(between_groups(found, pilot), "groups") if found.study else None,
        ],
        className="section",
        **{"aria-labelledby": "groups"},
    )


def _drawn(chart: Chart, name: str) -> html.Div:
    caption = f"{chart.title}. {chart.subtitle}"
    return html.Div(
        [
            *chart_words(chart, f"chart-{name}"),
            chart_figure(name, chart),
            html.Div(chart_notes(chart, caption), className="chart-notes"),
        ],
        className="card",
    )

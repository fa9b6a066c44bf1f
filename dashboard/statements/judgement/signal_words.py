"""What is said of a change by the signal at the newest point of its control chart."""

from dashboard.methods.change.verdict import CHART_ALONE
from dashboard.methods.control_charts.xmr import Spc
from dashboard.statements.judgement.judgement import Judgement
from dashboard.statements.judgement.lately_words import SPANS, getting, since, subject, than

MOVES, RUN = (
    6,
    7,
)  # six moves one way, seven points on one side: the signals of dashboard.methods.control_charts.signals

ALONE = ", but a chart alone is not enough to call that a change"


def charted_change(judged: Judgement, chart: Spc) -> str:
    """By the signal at the latest point of the control chart: "worse than the usual range since Jan 2023"."""
    if not chart.signal or not judged.change.direction:
        return f"nothing unusual lately in figures {since(judged)}"
    sentence = f"{subject(judged)}{signal(judged, chart.signal)}"
    if judged.change.method == "xmr after STL":
        sentence = f"{sentence}, leaving out the season"
    elif judged.change.adjusted is not None:
        sentence = f"the change on a year before is {sentence}"
    return f"{sentence}{ALONE}" if judged.change.scope == CHART_ALONE else sentence


def signal(judged: Judgement, name: str) -> str:
    """What the signal `name` says of the latest figure: "worse than the usual range since 2001"."""
    direction = judged.change.direction
    # What is no verdict is not called better or worse either.
    better = "neither" if judged.change.scope == CHART_ALONE else judged.indicator.better
    many = SPANS.get(judged.frequency, "years")
    side = than(direction, better)
    if name == "outside":
        return f"{side} than the usual range {since(judged)}"
    if name == "trend":
        return f"{getting(direction, better)} for at least {MOVES} {many} running"
    if name == "run":
        return f"{side} than the average {since(judged)} for at least {RUN} {many}"
    return f"{side} than usual in two of the last three {many}"

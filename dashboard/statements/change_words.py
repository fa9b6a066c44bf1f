"""What is said of a change: one branch for each method and verdict of dashboard.methods.change."""

from dashboard.methods.polarity import word
from dashboard.methods.spc import Spc
from dashboard.methods.trend import too_few
from dashboard.statements.cash import cash_words, polarity
from dashboard.statements.judgement import Judgement

SPANS = {"month": "months", "quarter": "quarters", "term": "terms"}
MOVES, RUN = 6, 7  # six moves one way, seven points on one side: the signals of dashboard.methods.signals


def change(judged: Judgement) -> str:
    """What is said of the change: "no real change since 2019"."""
    found = judged.change
    if found.method == "no trend":
        return _no_trend(judged)
    if found.method == "direction only":
        return _direction(judged)
    if found.verdict == "cannot tell":
        return "the change cannot be judged"
    if found.method == "recent trend":
        going = getting(found.direction, polarity(judged.indicator, found.direction))
        if not going:
            return steady(judged)
        return f"{going} {since(judged)}{cash_words(judged.indicator)}, by more than chance explains"
    return _charted(judged)


def briefly(judged: Judgement) -> str:
    """The same for a title, without how sure: "no real change since 2019", or "" where nothing is known."""
    found = judged.change
    if found.method == "no trend":
        return ""
    if found.method == "direction only":
        return moved(judged)
    return change(judged).removesuffix(", by more than chance explains")


def since(judged: Judgement) -> str:
    """From when the change is judged: "since 2019"; with its year alone where figures come once a year."""
    return f"since {start(judged)}"


def start(judged: Judgement) -> str:
    """The first period that is judged, as short as it can be said."""
    indicator, first = judged.indicator, judged.first_judged
    if indicator.period == "point in time" and judged.frequency not in SPANS:
        return str(first.year)
    return indicator.period_label(first)


def moved(judged: Judgement) -> str:
    """Where the latest figure stands against the first, and no more: "up since 2019"."""
    indicator, direction = judged.indicator, judged.change.direction
    cash = cash_words(indicator)
    if not direction or indicator.format(judged.first_value) == indicator.format(judged.latest.value):
        return f"the same as {_when(judged)}{cash}"
    if indicator.period == "three years":
        return f"{'higher' if direction > 0 else 'lower'} than {_when(judged)}{cash}"
    return f"{'up' if direction > 0 else 'down'} {since(judged)}{cash}"


def getting(direction: int, better: str) -> str:
    """The verb of a trend: "getting better", "falling"; "" for none."""
    return word(direction, better, "getting better", "getting worse", "rising", "falling", "")


def than(direction: int, better: str) -> str:
    """The side of what is usual: "better", "lower"."""
    return word(direction, better, "better", "worse", "higher", "lower", "")


def steady(judged: Judgement) -> str:
    """That no rule finds a change: in a trend, or in the newest point of a control chart."""
    what = "no real change" if judged.change.method == "recent trend" else "nothing unusual lately in figures"
    return f"{what} {since(judged)}{cash_words(judged.indicator)}"


def _no_trend(judged: Judgement) -> str:
    if judged.periods == 1:
        return "only one period is published"
    if judged.periods_since_break < judged.periods:
        return f"no trend can be judged, as the figures changed their basis {_when(judged)}"
    return too_few(judged.periods)


def _when(judged: Judgement) -> str:
    first = start(judged)
    return judged.indicator.period_phrase(judged.first_judged) if len(first) > 4 else f"in {first}"


def _direction(judged: Judgement) -> str:
    if judged.indicator.period == "three years":
        return f"{moved(judged)}, but periods that overlap cannot be judged"
    count = judged.periods_since_break
    return f"{moved(judged)}, but {count} figures are too few to judge a change"


def _charted(judged: Judgement) -> str:
    """By the signal at the latest point of the control chart."""
    chart: Spc = judged.change.chart
    if not chart.signal:
        return steady(judged)
    said = f"{signal(judged, chart.signal)}{cash_words(judged.indicator)}"
    if judged.change.adjusted is None:
        return said
    seasonless = judged.change.method == "xmr after STL"
    return f"{said}, leaving out the season" if seasonless else f"the change on a year before is {said}"


def signal(judged: Judgement, name: str) -> str:
    """What the signal `name` says of the latest figure: "worse than the usual range since 2001"."""
    direction = judged.change.direction
    better = polarity(judged.indicator, direction)
    many = SPANS.get(judged.frequency, "years")
    side = than(direction, better)
    if name == "outside":
        return f"{side} than the usual range {since(judged)}"
    if name == "trend":
        return f"{getting(direction, better)} for at least {MOVES} {many} running"
    if name == "run":
        return f"{side} than the average {since(judged)} for at least {RUN} {many}"
    return f"{side} than usual in two of the last three {many}"

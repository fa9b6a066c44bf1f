"""Where a series went lately: its newest two figures, and three years; the small words of a judged series."""

from math import isnan

from dashboard.catalogue.indicators import Indicator
from dashboard.methods.change.choice import MONTHS
from dashboard.methods.polarity import word
from dashboard.statements.judgement.cash import share_words
from dashboard.statements.judgement.judgement import Judgement

SPANS = {"month": "months", "quarter": "quarters", "term": "terms", "half year": "half-years"}
THREE_YEARS = 3


def start(judged: Judgement, at: int | None = None) -> str:
    """The period at a position of the series (the first judged), as short as it can be said: "2019"."""
    period = judged.series.periods[judged.first if at is None else at]
    if judged.indicator.period == "point in time" and judged.frequency not in SPANS:
        return str(period.year)
    return judged.indicator.period_label(period)


def when(judged: Judgement, at: int) -> str:
    """The same inside a sentence: "in 2019", "on 1 Apr 2026"."""
    text = start(judged, at)
    return judged.indicator.period_phrase(judged.series.periods[at]) if len(text) > 4 else f"in {text}"


def figure(judged: Judgement, at: int) -> str:
    """The figure at a position, as judged: "71.9%"."""
    return judged.shown.format(judged.series.values[at])


def size(judged: Judgement, amount: float) -> str:
    """The size of a difference: "1.2 percentage points", "£310", "0.4 years"."""
    return size_in(judged.shown, amount)


def size_in(indicator: Indicator, amount: float) -> str:
    """The same in the unit of an indicator, of any difference."""
    sentence = indicator.format(abs(amount))
    if indicator.suffix != "%":
        return sentence
    number = sentence.removesuffix("%")
    return f"{number} percentage point{'' if float(number) == 1 else 's'}"


def earlier(judged: Judgement) -> int | None:
    """The position of the figure that the newest is held against: the one published before it, or of a year
    before in a season; None where none is held."""
    values = judged.series.values
    if judged.indicator.seasonal:
        at = len(values) - 1 - judged.back
        return at if at >= 0 and not isnan(values[at]) else None
    return max((at for at, value in enumerate(values[:-1]) if not isnan(value)), default=None)


def lately(judged: Judgement) -> int:
    """The direction of the newest figure against the one before it; 0 where that looks the same, or is not
    held."""
    at = earlier(judged)
    if at is None or figure(judged, -1) == figure(judged, at):
        return 0
    return 1 if judged.newest > judged.series.values[at] else -1


def newest_went_the_other_way(judged: Judgement, direction: int) -> str:
    """That the newest figure went the other way than `direction`; "" where it did not."""
    at, way = earlier(judged), lately(judged)
    if at is None or not direction or way != -direction:
        return ""
    fell = "rose" if way > 0 else "fell"
    return f", though it {fell} from {figure(judged, at)} {when(judged, at)} to {figure(judged, -1)}"


def three_years(judged: Judgement) -> str:
    """The move of three years, told and not judged: "over three years: up 0.9 percentage points"; or ""."""
    back = THREE_YEARS * 12 // MONTHS.get(judged.frequency, 12)
    values = judged.series.values
    if len(values) <= back or isnan(values[-1 - back]):
        return ""
    moved = values[-1] - values[-1 - back]
    if figure(judged, -1) == figure(judged, -1 - back):
        return f"Over three years, since {start(judged, -1 - back)}: no change"
    way = "up" if moved > 0 else "down"
    then = f"{figure(judged, -1 - back)} {when(judged, -1 - back)}"
    return f"Over three years: {way} from {then}"


def england_too(judged: Judgement) -> str:
    """That a change beyond chance is not the place's own; "" where it is, or where that cannot be told.

    "As in England" is said where the same rule finds the change in England's own figures.
    """
    found, name, there = judged.change, judged.series.benchmark, judged.series.benchmark_values
    if found.here is not False:
        return ""
    then, now = there[judged.first], there[-1]
    say = judged.shown.format
    if judged.benchmark_too and say(then) != say(now):
        return f", as in {name} ({say(then)} to {say(now)})"
    return f", though the gap to {name} did not clearly change"


def since(judged: Judgement) -> str:
    """From when the change is judged: "since 2019"; with its year alone where figures come once a year."""
    return f"since {start(judged)}"


def getting(direction: int, better: str, gap: bool = False) -> str:
    """The verb of a trend: "getting better", "falling"; of a `gap` "the gap is widening"; "" for none."""
    if gap and better == "lower":
        return word(direction, "neither", "", "", "the gap is widening", "the gap is narrowing", "")
    return word(direction, better, "getting better", "getting worse", "rising", "falling", "")


def than(direction: int, better: str, gap: bool = False) -> str:
    """The side of what is usual: "better", "lower"; of a `gap` "the gap is wider"."""
    if gap and better == "lower":
        return word(direction, "neither", "", "", "the gap is wider", "the gap is narrower", "")
    return word(direction, better, "better", "worse", "higher", "lower", "")


def subject(judged: Judgement) -> str:
    """Money is spoken of by its share; anything else is what the title says."""
    return "" if judged.shown is judged.indicator else share_words(judged.series.benchmark)

"""Effect words: what a figure was expected to do after a decision, and what it did."""

from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import day_words
from dashboard.datastore.areas import Area
from dashboard.statements.judgement.change_words import change
from dashboard.statements.judgement.judgement import Judgement
from dashboard.statements.judgement.method_words import method

EXPECTED = {"rise": "to rise", "fall": "to fall", "hold": "to hold steady"}
NOT_PROOF = "This shows what happened since, not that the decision caused it."


def expectation(indicator: Indicator, area: Area, expected: str) -> str:
    """What was expected of a figure."""
    return f"{indicator.title} in {area.name} was expected {EXPECTED[expected]}."


def since(
    indicator: Indicator,
    baseline: tuple[date, float] | None,
    judged: Judgement | None,
    recounted: date | None = None,
) -> str:
    """What the figure did since the decision, by the figures as published; `recounted`: since when they are
    counted otherwise than the baseline, which they are then not held against."""
    if judged is None:
        return "There is no figure of it here."
    latest = judged.latest
    if baseline is None:
        now = indicator.format(latest.value)
        return (
            f"No figure was known when it was decided. It is {now} {indicator.period_phrase(latest.period)}."
        )
    period, value = baseline
    was = f"{indicator.format(value)} {indicator.period_phrase(period)}"
    if latest.period <= period:
        return f"No newer figure yet: it was {was}, the latest when it was decided."
    now = f"{indicator.format(latest.value)} {indicator.period_phrase(latest.period)}"
    if recounted:
        otherwise = f"Since {day_words(recounted)} figures are counted otherwise: it is {now}"
        return f"It was {was}, as counted when it was decided. {otherwise}. The two cannot be compared."
    if indicator.format(latest.value) == indicator.format(value):
        return f"It was {was} when it was decided and is the same now ({now})."
    moved = "rose" if latest.figure > value else "fell"
    return f"It {moved} from {was}, the latest when it was decided, to {now}."


def outcome(expected: str, baseline: tuple[date, float] | None, judged: Judgement | None) -> str:
    """Whether what was expected came, as a key of OUTCOMES."""
    if judged is None or baseline is None:
        return "cannot tell"
    if judged.latest.period <= baseline[0]:
        return "too early"
    if judged.change.verdict == "cannot tell":
        return "cannot tell"
    direction = judged.change.direction if judged.change.verdict != "nothing unusual" else 0
    if not direction:  # which is no proof that it held steady: a change may be too small to see
        return "no sign"
    if expected == "hold":
        return "not as expected"
    return "as expected" if direction == {"rise": 1, "fall": -1}[expected] else "not as expected"


def judged_change(judged: Judgement) -> str:
    """What the methods say of the whole series, with their reason."""
    return f"The whole series: {change(judged)}. {method(judged)}."


OUTCOMES = {
    "as expected": "As expected so far",
    "not as expected": "Not as expected so far",
    "no sign": "No clear change so far",
    "cannot tell": "Cannot tell",
    "too early": "Too early to tell",
}

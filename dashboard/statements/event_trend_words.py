"""What the control chart of casualties by month found: a run, a trend or one month, and how many months."""

from collections import Counter
from datetime import date

import numpy as np

from dashboard.catalogue.periods import label
from dashboard.methods.signals import RUN
from dashboard.methods.spc import Spc
from dashboard.statements.event_words import number_of

SMALL = 20  # a month, below which a control chart is rough
KINDS = {
    "outside": "outside what chance allows",
    "trend": f"part of {RUN} or more in a row that only rise or only fall",
    "two of three": "where two of three in a row are close to the same edge",
    "run": f"part of {RUN} or more in a row on one side of the average",
}
Months = list[tuple[date, int]]


def trend(found: Spc | None, months: Months, counted: str) -> str:
    """The message: what was found of the newest months, not more: "below the average since Jan 2023"."""
    if found is None:
        return "Too few months to judge a trend."
    said = "too few months to judge a trend" if found.segments[-1].mean is None else _newest(found, months)
    return f"{counted[:1].upper()}{counted[1:]} by month: {said}"


def trend_summary(found: Spc | None, months: Months, counted: str) -> str:
    """The chart in words: the newest month, the average one, its limits, the run, and the unusual months."""
    day, newest = months[-1]
    said = f"{number_of(newest, counted)} in {_month(day)}."
    if found is None or found.segments[-1].mean is None:
        return said
    now = found.segments[-1]
    low, high = max(now.lower, 0), now.upper
    said += (
        f" The average month since {_month(months[now.start][0])} has {now.mean:,.0f}, and chance alone "
        f"keeps a single month between {low:,.0f} and {high:,.0f}."
    )
    length, way = _run(found, months)
    if length >= RUN:
        said += (
            f" The last {length} months all lie {_side(way)} the average: one alone says nothing, "
            f"{RUN} or more in a row are more than chance explains."
        )
    said += _unusual(found, len(months))
    if now.mean < SMALL:
        said += " With so few a month the limits are rough."
    return said


def _newest(found: Spc, months: Months) -> str:
    way = found.directions[found.last]
    if found.signal == "outside":
        return f"{_month(months[-1][0])} is {_side(way)} what chance allows"
    length, side = _run(found, months)
    if length >= RUN:
        return (
            f"{_side(side)} the average in every month since {_month(months[-length][0])}, {length} in a row"
        )
    if found.signal == "trend":
        return f"{'rising' if way > 0 else 'falling'} from month to month, at least {RUN} in a row"
    if found.signal == "two of three":
        return f"two of the last three are close to the {'upper' if way > 0 else 'lower'} edge of chance"
    return "nothing unusual lately: the months differ as chance lets them"


def _run(found: Spc, months: Months) -> tuple[int, int]:
    """How many of the newest months lie on one side of the average of their stretch, and which (+1, -1)."""
    now = found.segments[-1]
    sides = np.sign([number - now.mean for _, number in months[now.start : now.stop]]).astype(int)[::-1]
    other = np.flatnonzero(sides != sides[0])
    return (int(other[0]) if len(other) else len(sides)) if sides[0] else 0, int(sides[0])


def _unusual(found: Spc, many: int) -> str:
    kinds = Counter(name for name in found.signals if name)
    if not kinds:
        return " No month is unusual."
    listed = ", ".join(f"{kinds[name]} {words}" for name, words in KINDS.items() if kinds[name])
    said = f" Of all {many} months {kinds.total()} are marked as unusual: {listed}."
    if 3 * kinds.total() > many:
        said += " So many mean that the usual level itself moved in this time; a shorter period shows more."
    return said


def _side(way: int) -> str:
    return "above" if way > 0 else "below"


def _month(day: date) -> str:
    return label("month", day)

"""What is said of a region through its local authorities, where it has no figure of its own."""

from collections import Counter

from dashboard.datastore.areas import Area
from dashboard.methods.polarity import goodness
from dashboard.statements.cash import WHY, cash_words, in_cash, polarity
from dashboard.statements.change_words import briefly, change, getting, start, than
from dashboard.statements.counted import Counted
from dashboard.statements.judgement import Judgement
from dashboard.statements.method_words import KNOWN, chart_name, limits
from dashboard.statements.words import BEYOND, SURE, against, joined, unit


def sentence(said: Counted) -> str:
    """The statement: in how many of them, never their average."""
    title = said.found[0].indicator.title
    if len(said.found) == 1:
        only = said.found[0]
        where = f"in {only.area.name}, the only {said.many} with a figure"
        if only.against is None:
            return f"{title}: {where}, {change(only)}."
        return f"{title}: {joined([f'{against(only.against)} {where}', change(only)])}."
    gap = [_gap(said)] if said.compared else []
    return f"{title}: {joined([*gap, _change(said)])}."


def sure(said: Counted) -> str:
    """How sure the statement is, in one of the sentences of SURE."""
    return SURE[said.tested if said.compared else None, said.judged > 0]


def reason(said: Counted, region: Area) -> str:
    """Why that is said: the spread of the newest figures, and the method."""
    indicator = said.found[0].indicator
    newest = max(item.latest.period for item in said.found)
    there = [item for item in said.found if item.latest.period == newest]
    low, high = there[0].latest.value, there[-1].latest.value
    spread = limits(indicator, low, high) if len(there) > 1 else indicator.format(low)
    benchmark = next((item.against for item in there if item.against), None)
    beside = f"; {benchmark.name} {indicator.format(benchmark.value)}" if benchmark else ""
    who = f"{len(there)} {said.many}" if len(there) > 1 else there[0].area.name
    more = [words for words, holds in ((KNOWN, said.known), (WHY, in_cash(indicator))) if holds]
    return (
        ". ".join(
            [
                f"Not published for {region.name} as a whole",
                f"{who} {indicator.period_phrase(newest)}: {spread}{beside}",
                unit(indicator),
                _method(said),
                *more,
            ]
        )
        + "."
    )


def _gap(said: Counted) -> str:
    """ "lower than England in 7 of its 10 districts", with how sure where margins of error tell."""
    name = next(item.against.name for item in said.found if item.against)
    worse = -goodness(1, said.better) or (1 if said.above >= said.below else -1)
    side = f"{'higher' if worse > 0 else 'lower'} than {name}"
    count = said.above if worse > 0 else said.below
    if not count:
        tested = BEYOND.removeprefix(",") if said.tested else ""
        return f"not {side}{tested} in any of the {said.compared} {said.many}"
    which = f"{count} of the {said.compared}"
    if count == said.compared:
        which = "both" if count == 2 else f"all {count}"
    return f"{side} in {which} {said.many}{BEYOND if said.tested else ''}"


def _change(said: Counted) -> str:
    if not said.judged:
        return _unjudged(said)
    trend = said.method == "recent trend"
    worse = -goodness(1, said.better)
    counts = sorted(((said.up, 1), (said.down, -1)), key=lambda item: (item[1] != worse, -item[0]))
    parts = [
        f"{_moving(trend, direction, polarity(said.found[0].indicator, direction))} in {_of(count, said)}"
        for count, direction in counts
        if count
    ]
    cash = cash_words(said.found[0].indicator)
    if parts:
        return " and ".join(parts) + cash + (BEYOND if trend else "")
    where = "any of them" if said.judged == len(said.found) else _those(said)
    return f"{'no real change' if trend else 'nothing unusual'} in {where}{cash}"


def _of(count: int, said: Counted) -> str:
    return "all of them" if count == len(said.found) else str(count)


def _moving(trend: bool, direction: int, better: str) -> str:
    return getting(direction, better) if trend else f"{than(direction, better)} than usual"


def _those(said: Counted) -> str:
    return f"the {said.judged} that can be judged" if said.judged > 1 else "the one that can be judged"


def _unjudged(said: Counted) -> str:
    """Which way they went, and that it cannot be judged; from the start that most of them share."""
    if said.method != "direction only":
        each = {change(item) for item in said.found}
        return each.pop() if len(each) == 1 else "no trend can be judged from so few periods"
    moving = [item for item in said.found if item.change.method == "direction only"]
    moves = Counter(_way(item) for item in moving)
    way = " and ".join(f"{name} in {_of(moves[name], said)}" for name in ("up", "down") if moves[name])
    starts = Counter(item.first_judged for item in moving)
    shared = min(starts, key=lambda period: (-starts[period], period))
    first = start(next(item for item in moving if item.first_judged == shared))
    overlap = said.found[0].indicator.period == "three years"
    why = "periods that overlap cannot be judged" if overlap else "too few figures to judge a change"
    return f"{way or 'unchanged'} since {first}{cash_words(said.found[0].indicator)}, but {why}"


def _way(item: Judgement) -> str:
    said = briefly(item)
    return "up" if said.startswith(("up", "higher")) else "down" if said.startswith(("down", "lower")) else ""


def _method(said: Counted) -> str:
    found = said.typical.change
    if found.method == "no trend":
        return f"{found.reason[:1].upper()}{found.reason[1:]}"
    if found.method == "direction only":
        return f"The changes are not judged: {found.reason}"
    if found.method == "recent trend":
        return "Recent trend: the last five figures of each, with their margins of error"
    return chart_name(said.typical, "s")

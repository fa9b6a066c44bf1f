"""What is said of a region through its local authorities, where it has no figure of its own."""

from dashboard.capital_letter import capital
from dashboard.statements.absence.absence import Absence
from dashboard.statements.districts.change_words import district_change
from dashboard.statements.districts.counted import Counted
from dashboard.statements.districts.furthest_words import furthest_from
from dashboard.statements.districts.sure_words import sure_of_districts
from dashboard.statements.judgement.cash import WHY, in_cash
from dashboard.statements.judgement.change_words import BEYOND, change
from dashboard.statements.judgement.method_words import (
    NOT_NEW,
    chart_name,
    limits,
    names,
    why_no_control_chart,
)
from dashboard.statements.judgement.words import against, joined, share, unit

_ONE = {"districts": "district", "local authorities": "local authority"}


def sentence(counts: Counted) -> str:
    """The statement: in how many of them, and which the three furthest are; never their average."""
    title = counts.found[0].indicator.title
    if len(counts.found) == 1:
        only = counts.found[0]
        when = f" {only.indicator.period_phrase(only.latest.period)}" if counts.others else ""
        one = _ONE.get(counts.many, counts.many)
        where = f"in {only.area.name}, the only {one} with a figure{when}"
        if only.against is None:
            return f"{title}: {where}, {change(only)}."
        return f"{title}: {joined([f'{against(only.against)} {where}', change(only)])}."
    gap = [_gap(counts)] if counts.compared else []
    return f"{title}: {joined([*gap, district_change(counts)])}."


def sure(counts: Counted) -> str:
    """How sure the statement is, of the gap and of the change."""
    side = counts.against not in ("similar", "unknown")
    chance = None
    if counts.compared:
        chance = ("beyond" if side else "within") if counts.tested else "unknown"
    return sure_of_districts(counts, chance)


def reason(counts: Counted, none: Absence) -> str:
    """Why that is said: `none`, why the region has no figure, the spread of the newest, and the method."""
    indicator = counts.found[0].indicator
    there, when = counts.found, indicator.period_phrase(counts.found[0].latest.period)
    low, high = there[0].latest.figure, there[-1].latest.figure
    spread = limits(indicator, low, high) if len(there) > 1 else indicator.format(low)
    benchmark = next((item.against for item in there if item.against), None)
    beside = f"; {benchmark.name} {indicator.format(benchmark.value)}" if benchmark else ""
    who = f"{len(there)} {counts.many}" if len(there) > 1 else there[0].area.name
    parts = [
        f"{none.heading} as a whole",
        f"{who} {when}: {spread}{beside}",
        *([_others(counts)] if counts.others else []),
        unit(indicator),
        _method(counts),
        *([NOT_NEW] if counts.not_new else []),
        *([_money(counts)] if in_cash(indicator) else []),
    ]
    return ". ".join(parts) + "."


def _others(counts: Counted) -> str:
    """Those that are left out: a comparison is of one period."""
    others = [(item.area.name, item.indicator.period_label(item.latest.period)) for item in counts.others]
    named = [f"{name} ({period})" for name, period in others]
    return f"Left out, as the newest figure is of another period: {', '.join(named)}"


def _money(counts: Counted) -> str:
    """In what the money of each is judged."""
    judged = counts.typical
    if judged.shown is judged.indicator:
        return WHY
    return f"{share(judged).partition(':')[0]}"


def _gap(counts: Counted) -> str:
    """ "lower than England in 7 of its 10 districts", with how sure where margins of error tell."""
    name = next(f"{item.against.name}{item.against.when}" for item in counts.found if item.against)
    worse = counts.bad or (1 if counts.above >= counts.below else -1)
    side = f"{'higher' if worse > 0 else 'lower'} than {name}"
    count = counts.above if worse > 0 else counts.below
    if not count:
        tested = BEYOND.removeprefix(",") if counts.tested else ""
        which = "either" if counts.compared == 2 else "any"
        return f"not {side}{tested} in {which} of the {counts.compared} {counts.many}"
    which = f"{count} of the {counts.compared}"
    if count == counts.compared:
        which = "both" if count == 2 else f"all {count}"
    return f"{side} in {which} {counts.many}{furthest_from(counts, worse)}{BEYOND if counts.tested else ''}"


def _method(counts: Counted) -> str:
    judged = counts.typical
    found = judged.change
    if found.method == "no trend":
        return capital(found.reason)
    if found.method == "direction only":
        return f"The changes are not judged: {found.reason}"
    if found.method == "recent trend":
        return "Recent trend: the last five figures of each, with their margins of error"
    if found.method == "rare moves":
        why = f"{why_no_control_chart(judged)}. " if found.silenced else ""
        return f"{why}Rare moves: the newest move of each against every earlier one, and that of its gap"
    return chart_name(judged, "s") if found.chart else names(judged)

"""The verdict on a change: which rule may speak of a series, and what it says. From the methods paper."""

from dataclasses import dataclass, replace
from datetime import date

from tests.oracle.reckoning.change import (
    MONTHS,
    apart,
    at_the_newest_pace,
    cadence,
    gap,
    moves,
    on_grid,
    rare_move,
    recent_trend,
    sharing_no_year,
    sign,
    signal,
    silent,
    since_the_last_break,
    without_season,
)

WATCHED, SURE = 10, 19  # earlier moves from which a rare one is to be watched, and from which it is a verdict
CHARTED = ("month", "quarter", "term")
BASE_MONTHS = 36  # of monthly counts
UNTOLD = ("no trend", "direction only")


@dataclass(frozen=True)
class Verdict:
    """`rule` that spoke, `direction` +1, -1 or 0, what it is worth (`scope`), and whether England shared it.

    scope: "beyond chance", "watch", "everywhere", "chart alone" or "". here: whether the gap to England
    changed the same way by the same rule; None where that cannot be told. start: the period that the newest
    figure is held against. Of rare moves, earlier: how many moves the newest was held against (None where it
    was held against none), and rare: whether it is the largest of the figure’s that way. never: whether it is
    the gap's too, and yet no verdict, as a move the other way lay as far from the usual one.
    """

    rule: str
    direction: int = 0
    scope: str = ""
    here: bool | None = None
    start: date | None = None
    earlier: int | None = None
    rare: bool = False
    never: bool = False


def verdict(kind, figures, england, breaks=(), relative=False, money=False, unit=1.0, seasonal=False):
    """The Verdict on figures [(period, value, lower, upper)] in time order, with England's beside them."""
    figures = since_the_last_break(at_the_newest_pace(kind, figures), breaks)
    there = {row[0]: row[1] for row in england}
    if money and figures[-1][0] not in there:
        return Verdict("no trend" if len(figures) == 1 else "direction only", start=figures[0][0])
    if money:
        unit = 100 * unit / there[figures[-1][0]]  # of a share in per cent
        figures, there = _shares(figures, there), {}
    found = _judged(kind, figures, there, relative, money, unit, seasonal)
    return found if found.start else replace(found, start=figures[0][0])


def _judged(kind, figures, there, relative, money, unit, seasonal):
    limited = sum(None not in row for row in figures) if None not in figures[-1] else 0
    if len(figures) < 2 or (len(figures) == 2 and limited < 2):
        return Verdict("no trend")
    if kind == "three years":
        return _several_years(figures, there)
    pace, silenced = cadence(kind, figures), False
    if pace in CHARTED and len(figures) >= 13:
        base = _newest_months(figures) if relative and pace == "month" else figures
        charted = _charted(kind, base, unit, seasonal)
        if isinstance(charted, Verdict):
            move = None if seasonal else _rare(kind, figures, there, relative, money, unit, seasonal)
            return replace(_borne_out(charted, move), start=base[0][0])
        silenced = bool(charted)
    if pace not in CHARTED and limited >= 5:
        return _trend(figures, there)
    if pace not in CHARTED and limited >= 2:
        return _difference([row for row in figures if None not in row], there)
    return _rare(kind, figures, there, relative, money, unit, seasonal, silenced)


def _shares(figures, there):
    return [
        (row[0], *(None if value is None else 100 * value / there[row[0]] for value in row[1:]))
        for row in figures
        if there.get(row[0])
    ]


def _newest_months(figures):
    last = figures[-1][0]
    return [
        row for row in figures if 12 * (last.year - row[0].year) + last.month - row[0].month < BASE_MONTHS
    ]


def _trend(figures, there):
    start = [row for row in figures if None not in row and row[3] > row[2]][-5][0]
    direction = recent_trend(figures)
    if not direction:
        return Verdict("recent trend", start=start)
    here = _here(figures, there, recent_trend, direction)
    return Verdict("recent trend", direction, "beyond chance", here, start)


def _difference(figures, there):
    def rule(rows):
        return apart(rows[-1], rows[0])

    direction = rule(figures)
    scope = "beyond chance" if direction else ""
    return Verdict("difference", direction, scope, _here(figures, there, rule, direction), figures[0][0])


def _several_years(figures, there):
    found = sharing_no_year(figures, 3)
    if not found or any(None in row for row in found[:2]):
        return Verdict("direction only")
    for which in (1, 2):  # the newest that shares no year, then the first of all

        def rule(rows, which=which):
            apart_from = sharing_no_year(rows, 3)
            return apart(apart_from[0], apart_from[which]) if apart_from else 0

        if direction := rule(figures):
            here = _here(figures, there, rule, direction)
            return Verdict("periods apart", direction, "beyond chance", here, found[which][0])
    return Verdict("periods apart", start=found[1][0])


def _here(figures, there, rule, direction):
    """Whether the gap to England changed the same way by the same rule."""
    if not direction or figures[-1][0] not in there:
        return None
    gaps = [
        (row[0], *(None if value is None else value - there[row[0]] for value in row[1:]))
        for row in figures
        if row[0] in there
    ]
    return rule(gaps) == direction


def _rare(kind, figures, there, relative, money, unit, seasonal, silenced=False):
    if seasonal:  # the same month of each year
        kind = "calendar year"
        figures = [row for row in figures if row[0].month == figures[-1][0].month]
    steps = moves(kind, figures, relative)
    found = rare_move(steps, figures[-1][0])
    if found is None or found[1] < WATCHED:
        return Verdict("direction only")
    direction, earlier, furthest = found
    rare = direction != 0 and (relative or abs(steps[-1][1]) > unit)
    told = Verdict("rare moves", earlier=earlier, rare=rare)
    if money:
        return _own(told, direction, earlier, furthest, silenced) if rare else told
    gaps = gap(figures, [(period, value) for period, value in there.items()], relative)
    of_gap = rare_move(moves(kind, gaps, relative), figures[-1][0])
    if of_gap is None:  # nothing to tell what is its own from what is everybody's
        return Verdict("rare moves")
    if not rare:
        return told
    if of_gap[0] != direction:
        england = moves(kind, [(period, value) for period, value in there.items()], relative)
        too = england and england[-1][0] == figures[-1][0] and sign(england[-1][1]) == direction
        return replace(told, direction=direction, scope="everywhere", here=False) if too else told
    return _own(told, direction, min(earlier, of_gap[1]), furthest and of_gap[2], silenced)


def _own(told, direction, earlier, furthest, silenced):
    """Figure and gap never moved as far: a verdict, one to watch, or neither.

    Among few, and where a chart was silenced, no move either way may lie as far from the usual one.
    """
    if earlier < WATCHED:
        return Verdict("rare moves")
    if (silenced or earlier < SURE) and not furthest:
        return replace(told, never=True)
    scope = "beyond chance" if earlier >= SURE else "watch"
    return replace(told, direction=direction, scope=scope, here=True)


def _borne_out(charted, move):
    """What a chart finds is a verdict where the move is rare too, here and that way; else it stands alone."""
    sure = move and (move.direction, move.scope) == (charted.direction, "beyond chance")
    return charted if sure or not charted.direction else Verdict("chart", charted.direction, "chart alone")


def _charted(kind, figures, unit, seasonal):
    months = MONTHS[cadence(kind, figures)]
    values = on_grid(figures, months)
    if seasonal:
        values, unit = without_season(values, 12 // months, unit)
    if not values or values[-1] is None or sum(value is not None for value in values) < 13:
        return None  # nothing to hold the newest against, or too little
    if why := silent(values, unit):
        return why
    direction, _ = signal(values)
    return Verdict("chart", direction, "beyond chance" if direction else "")

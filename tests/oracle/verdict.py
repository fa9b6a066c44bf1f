"""The verdict on a change: which rule may speak of a series, and what it says. From the methods paper."""

from dataclasses import dataclass

from tests.oracle.change import (
    MONTHS,
    apart,
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


@dataclass(frozen=True)
class Verdict:
    """`rule` that spoke, `direction` +1, -1 or 0, what it is worth (`scope`), and whether England shared it.

    scope: "beyond chance", "watch", "everywhere" or "". here: whether the gap to England changed the same way
    by the same rule; None where that cannot be told.
    """

    rule: str
    direction: int = 0
    scope: str = ""
    here: bool | None = None


def verdict(kind, figures, england, breaks=(), relative=False, money=False, unit=1.0, seasonal=False):
    """The Verdict on figures [(period, value, lower, upper)] in time order, with England's beside them."""
    figures = since_the_last_break(figures, breaks)
    limited = sum(None not in row for row in figures) if None not in figures[-1] else 0
    if len(figures) < 2 or (len(figures) == 2 and limited < 2):
        return Verdict("no trend")
    there = {row[0]: row[1] for row in england}
    if money:
        if figures[-1][0] not in there:
            return Verdict("direction only")
        figures = _shares(figures, there)
        there = {}
    if kind == "three years":
        return _several_years(figures, there)
    pace = cadence(kind, figures)
    if pace in CHARTED and len(figures) >= 13:
        charted = _charted(kind, figures, unit, seasonal)
        if charted:
            move = None if seasonal else _rare(kind, figures, there, relative, money, unit, seasonal)
            return _borne_out(charted, move)
    if pace == "year" and limited >= 5:
        return _trend(figures, there)
    if pace == "year" and limited >= 2:
        return _difference([row for row in figures if None not in row], there)
    return _rare(kind, figures, there, relative, money, unit, seasonal)


def _shares(figures, there):
    return [
        (row[0], *(None if value is None else 100 * value / there[row[0]] for value in row[1:]))
        for row in figures
        if row[0] in there
    ]


def _trend(figures, there):
    direction = recent_trend(figures)
    if not direction:
        return Verdict("recent trend")
    return Verdict("recent trend", direction, "beyond chance", _here(figures, there, recent_trend, direction))


def _difference(figures, there):
    def rule(rows):
        return apart(rows[-1], rows[0])

    direction = rule(figures)
    scope = "beyond chance" if direction else ""
    return Verdict("difference", direction, scope, _here(figures, there, rule, direction))


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
            return Verdict("periods apart", direction, "beyond chance", here)
    return Verdict("periods apart")


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


def _rare(kind, figures, there, relative, money, unit, seasonal):
    if seasonal:  # the same month of each year
        kind = "calendar year"
        figures = [row for row in figures if row[0].month == figures[-1][0].month]
    steps = moves(kind, figures, relative)
    found = rare_move(steps, figures[-1][0])
    if found is None or found[1] < WATCHED:
        return Verdict("direction only")
    direction, earlier = found
    if not direction or (not relative and abs(steps[-1][1]) <= unit):
        return Verdict("rare moves")
    if money:
        return Verdict("rare moves", direction, "beyond chance" if earlier >= SURE else "watch", True)
    gaps = gap(figures, [(period, value) for period, value in there.items()], relative)
    of_gap = rare_move(moves(kind, gaps, relative), figures[-1][0])
    if of_gap is None:
        return Verdict("direction only")
    if of_gap[0] != direction:
        england = moves(kind, [(period, value) for period, value in there.items()], relative)
        too = england and england[-1][0] == figures[-1][0] and sign(england[-1][1]) == direction
        return Verdict("rare moves", direction, "everywhere", False) if too else Verdict("rare moves")
    sure = min(earlier, of_gap[1]) >= SURE
    return Verdict("rare moves", direction, "beyond chance" if sure else "watch", True)


def _borne_out(charted, move):
    """What a chart finds is a verdict where the move is rare too, here and that way; else one to watch."""
    sure = move and (move.direction, move.scope) == (charted.direction, "beyond chance")
    return charted if sure or not charted.direction else Verdict("chart", charted.direction, "watch")


def _charted(kind, figures, unit, seasonal):
    months = MONTHS[cadence(kind, figures)]
    values = on_grid(figures, months)
    if seasonal:
        values, unit = without_season(values, 12 // months, unit)
    if not values or values[-1] is None or sum(value is not None for value in values) < 13:
        return None  # nothing to hold the newest against, or too little
    if silent(values, unit):
        return None
    direction, _ = signal(values)
    return Verdict("chart", direction, "beyond chance" if direction else "")

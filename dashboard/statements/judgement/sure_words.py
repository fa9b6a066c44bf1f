"""How sure a statement is. "Sure" is said only of a finding, by a rule that errs at most 1 time in 20.

That no change was found is nothing to be sure of: it may have been too small for the margins of error.
"""

from dashboard.methods.change.verdict import BEYOND, CHART_ALONE, EVERYWHERE, WATCHED, Change

BOTH = "Sure of the gap and of the change: each is more than chance explains."
_FOUND = {
    "recent trend": "Sure of the change: it is more than its margins of error explain.",
    "difference": "Sure of the change: it is more than its margins of error explain.",
    "periods apart": "Sure of the change: it is more than its margins of error explain.",
    "rare moves": "Sure of the change: neither the figure nor the gap ever moved as far in that direction.",
}
_BORNE_OUT = (
    "Sure of the change: it is outside what is usual, and neither the figure nor the gap ever moved as far "
    "in that direction."
)
_GAPS = {
    "beyond": "Sure of the gap: it is more than its margin of error explains.",
    0.998: "More than 99.8% sure of the gap: even the wider margin of error does not explain it.",
    0.95: "More than 95% sure of the gap, not 99.8%: it is beyond the margin of 95%, not that of 99.8%.",
    # The margin of counts holds for its year; registers move from year to year by more
    # (counts.estimate_overdispersion).
    "less sure": "More than 95% sure of the gap, not 99.8%: by the counts of its year alone it is beyond "
    "99.8%, but such figures move from year to year by more than their counts explain.",
    "one year": "Not sure that the gap lasts: it is more than its counts explain, but such figures move so "
    "much from year to year that a single year can make a gap as large.",
    "within": "The gap may be chance.",
    "unknown": "The gap is not tested: no margin of error is held.",
    None: "",
}
_NOT_CLEAR = "No change is clear, which does not mean that there is none."
_OTHER = {
    WATCHED: "Not sure of the change: too few earlier moves are there to hold it against.",
    # In tests a chart errs more than 1 time in 20 on figures that drift and that it took for a level.
    CHART_ALONE: "No verdict on the change: it is outside what is usual for the figures before it, and "
    "figures that only drift can look like that.",
    EVERYWHERE: "The move is rare, and it is not only here.",
}


def sure_of_gap(chance: str | float | None) -> str:
    """What is sure of the gap alone; `chance` as in `sure_of`."""
    return _GAPS[chance]


def sure_of(chance: str | float | None, scope: str, found: Change) -> str:
    """What is sure of the gap and of the change.

    `chance` of the gap: 0.998 or 0.95, the widest margin of error that it is beyond; "less sure" and "one
    year" where it is, and not by margins as wide as the figure varies from year to year; "beyond" for several
    places; "within", "unknown", or None without a gap.
    """
    if chance == "beyond" and scope == BEYOND and found.method in _FOUND:
        return BOTH
    return " ".join(filter(None, [_GAPS[chance], _change(scope, found)]))


def _change(scope: str, found: Change) -> str:
    if scope == BEYOND:
        return _FOUND.get(found.method, _BORNE_OUT)
    if scope:
        return _OTHER[scope]
    if found.verdict == "cannot tell":
        return "The change cannot be tested."
    if found.method == "rare moves":
        if found.rare.verdict == "not the gap":
            return "Not sure of the change: the move is rare, but that of the gap is not."
        if found.rare.verdict == "not furthest":
            return "No verdict on the change: a move the other way was as far from the usual one."
        if found.rare.figure and found.rare.figure.rounding:
            return "The newest move is no more than rounding can make."
        return "The newest move is no larger than others before it."
    return "Nothing in the newest figures is unusual." if found.chart else _NOT_CLEAR

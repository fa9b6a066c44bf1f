"""How sure a statement on several places is, of those that moved, or of the others where those are few."""

from dashboard.methods.change.verdict import CHART_ALONE
from dashboard.statements.districts.counted import Counted
from dashboard.statements.judgement.sure_words import sure_of, sure_of_gap

_NOT_CLEAR = "no change is clear, which does not mean that there is none."


def sure_of_districts(counts: Counted, chance: str | None) -> str:
    """What is sure of the gap (`chance` as in `sure_of`) and of the change.

    Where some moved and those are too few to say it of the region, it is said of the others alone: the
    statement has named those that did.
    """
    if counts.direction or len(counts.found) == 1:
        return sure_of(chance, counts.scope if counts.direction else "", counts.typical.change)
    if counts.up or counts.down or counts.few_watched:
        return " ".join(filter(None, [sure_of_gap(chance), _of_others(counts)]))
    if counts.method == "rare moves" and counts.judged:
        return f"{sure_of_gap(chance)} {_none_rare(counts)}".strip()
    alone = CHART_ALONE if counts.charted and counts.typical.change.chart else ""
    return sure_of(chance, alone, counts.typical.change)


def _of_others(counts: Counted) -> str:
    told = counts.up + counts.down or counts.watched_up + counts.watched_down
    left, untested = counts.judged - told, len(counts.found) - counts.judged
    parts = []
    if left:
        margins = counts.method in ("recent trend", "difference", "periods apart")
        what = _NOT_CLEAR if margins else "the newest move gives no verdict."
        parts.append(f"In the other {f'{left} ' if left > 1 else ''}{what}")
    if untested:
        parts.append(f"In {untested} the change cannot be tested.")
    return " ".join(parts)


def _none_rare(counts: Counted) -> str:
    """Of newest moves of which none is rare in figure and gap."""
    seen = {item.change.rare.verdict for item in counts.found if item.change.method == "rare moves"}
    if seen <= {"ordinary", "untold"}:
        return "No newest move is larger than all before it."
    return "No verdict on the change: no newest move is rare in figure and gap."

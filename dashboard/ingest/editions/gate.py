"""Whether a release may be published over the last: one that loses or moves much is set aside first."""

from dashboard.ingest.editions.comparison import Change
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.register.entry import Source


def admit(source: Source, change: Change) -> None:
    """Raises Refused where `change` is larger than the entry's [changes] allow."""
    accept = f"if the publisher means it, run once with --accept {source.dataset}"
    before = change.compared + change.figures_lost
    rows = change.before - change.after
    tidy = "series" in change.lost
    lost, of = (change.figures_lost, before) if tidy else (max(rows, 0), change.before)
    if of and lost / of > source.allows("lost"):
        gone = [f"{kind} {listed(names, 3)}" for kind, names in change.lost.items() if names]
        which = f" ({'; '.join(gone)})" if gone else ""
        raise Refused(change.table, f"{lost} of {of} published figures are gone{which}, {accept}")
    _admit_whole(source, change, accept)
    if change.lost.get("columns"):
        raise Refused(change.table, f"the column {listed(change.lost['columns'])} is gone, {accept}")
    if change.lost.get("kinds"):
        sentence = f"the column {listed(change.lost['kinds'])} holds another kind of thing"
        raise Refused(change.table, f"{sentence}, correct the file, or {accept}")
    if change.compared and change.revised / change.compared > source.allows("most"):
        sentence = f"{change.revised} of {change.compared} figures moved by more than {change.threshold:.0%}"
        raise Refused(change.table, f"{sentence}, it looks like another unit or basis, {accept}")


def _admit_whole(source: Source, change: Change, accept: str) -> None:
    """Raises Refused where a whole period, area or series is gone, however few figures that is."""
    for kind in ("periods", "areas", "series"):
        gone = change.lost.get(kind, [])
        if len(gone) > (source.allows("window") if kind == "periods" else 0):
            often = (
                ", or say changes.window where each release leaves out old ones" if kind == "periods" else ""
            )
            sentence = f"{kind} that were published are gone: {listed(gone, 5)}"
            raise Refused(change.table, f"{sentence}; {accept}{often}")

"""Evidence words: whether the figures that a frozen view rested on still stand, and what has changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.site import Site

SOME = 5
SAME_EDITION = "No refresh has changed any figure since."
ADDRESS_ALONE = (
    "The edition it was taken from is not served any more and no figures were kept with this view: its "
    "address shows the figures of that day as far as they are held now, where revisions since may differ."
)
NOT_HELD = "Its indicator is not held here any more, so its address does not open; its figures are below."


@dataclass(frozen=True)
class Then:
    """One kept figure: its place, period, value then, and the value of the same period held now."""

    place: str
    period: date
    was: float
    now: float | None


def compared(site: Site, indicator: Indicator, kept: Sequence[tuple[str, date, float]]) -> list[Then]:
    """Each kept figure (area code, period, value) beside the one held now for the same place and period."""
    observations = replace(site, as_of=None).observations(indicator)
    found = []
    for code, period, value in kept:
        now = observations.at(code, period)
        area = site.geography.areas.get(code)
        found.append(Then(area.name if area else code, period, value, now.value if now else None))
    return found


def stands(site: Site, snapshot: str, indicator_id: str, kept: Sequence[tuple[str, date, float]]) -> str:
    """Whether what a view showed when it was frozen is what is held now, in a sentence or two."""
    if snapshot == site.store.snapshot:
        return SAME_EDITION
    if not kept:
        return ADDRESS_ALONE
    indicator = site.indicators.get(indicator_id)
    if indicator is None:
        return NOT_HELD
    found = compared(site, indicator, kept)
    moved = [item for item in found if item.now != item.was]
    if not moved:
        return f"A refresh has come since; {_all(len(found))} the same today."
    told = "; ".join(_moved(indicator, item) for item in moved[:SOME])
    more = f"; and {len(moved) - SOME} more" if len(moved) > SOME else ""
    return (
        f"Figures have been revised since: {len(moved)} of the {len(found)} kept with this view. "
        f"{told}{more}. Its address shows what is held now of that day; the figures as they stood are below."
    )


def _all(count: int) -> str:
    return (
        "the figure kept with this view is" if count == 1 else f"all {count} figures kept with this view are"
    )


def _moved(indicator: Indicator, item: Then) -> str:
    now = "no longer published" if item.now is None else f"{indicator.format(item.now)} now"
    was = indicator.format(item.was)
    if now == f"{was} now":
        now = "differs now by less than is shown"
    return f"{item.place} {indicator.period_phrase(item.period)}: {was} then, {now}"

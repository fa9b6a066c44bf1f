"""Evidence words: whether the figures that a frozen view rested on still stand, and what has changed."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dashboard.capital_letter import capital
from dashboard.catalogue.indicators import Indicator
from dashboard.methods.revisions import is_same_figure
from dashboard.site import Site

SOME = 5
SAME_EDITION = "No refresh has changed any figure since."
ADDRESS_ONLY = "Only the address of this view is kept, none of its figures."
ADDRESS_ALONE = (
    "The edition it was taken from is not served any more and no figures were kept with this view: its "
    "address shows the figures of that day as far as they are held now, where revisions since may differ."
)
NOT_HELD = "Its indicator is not held here any more, so its address does not open; its figures are below."


class Kept(NamedTuple):
    """A figure kept with a view: its indicator's id, place, first day of its period, and value."""

    indicator: str
    area_code: str
    period: date
    value: float


class Then(NamedTuple):
    """One kept figure whose indicator is held: its place by name, and the value held now, None for none."""

    indicator: Indicator
    place: str
    period: date
    was: float
    now: float | None

    @property
    def is_revised(self) -> bool:
        """Whether another figure is held now, or none."""
        return self.now is None or not is_same_figure(self.now, self.was)


def compared(site: Site, kept: Sequence[Kept]) -> list[Then]:
    """Each kept figure beside the one held on the site's day for the same place and period."""
    found = []
    for item in kept:
        if indicator := site.indicators.get(item.indicator):
            now = site.observations(indicator).at(item.area_code, item.period)
            place = place_name(site, item.area_code)
            found.append(Then(indicator, place, item.period, item.value, now.value if now else None))
    return found


def moved_since(site: Site, kept: Sequence[tuple[str, str, date, float]]) -> str:
    """Whether the figures that a decision rested on are others now, in a sentence; "" where none were
    kept."""
    found = compared(site, [Kept(*item) for item in dict.fromkeys(kept)])
    moved = sum(item.is_revised for item in found)
    if not found:
        return ""
    if not moved:
        return "The figures it rested on are the same today."
    has = "has" if moved == 1 else "have"
    return f"{moved} of the {len(found)} figures it rested on {has} been revised since."


def place_name(site: Site, code: str) -> str:
    """The name of an area; its code where it is not held any more."""
    area = site.geography.areas.get(code)
    return area.name if area else code


def compare_then_and_now(site: Site, snapshot: str, kept: Sequence[Kept]) -> str:
    """Whether what a view showed when it was frozen is what is held now, in a sentence or two.

    `snapshot` is its edition; "" where that is not known.
    """
    if snapshot == site.store.snapshot:
        return SAME_EDITION if kept else f"{SAME_EDITION} {ADDRESS_ONLY}"
    if not kept:
        return ADDRESS_ALONE if snapshot else ADDRESS_ONLY
    found = compared(site, kept)
    if not found:
        return NOT_HELD
    gone = _gone(len({item.indicator for item in kept} - {item.indicator.id for item in found}))
    moved = [item for item in found if item.is_revised]
    if not moved:
        all_same = f"{_all(len(found))} the same today.{gone}"
        return f"A refresh has come since; {all_same}" if snapshot else capital(all_same)
    many = len({item.indicator for item in kept}) > 1
    told = "; ".join(_moved(item, many) for item in moved[:SOME])
    more = f"; and {len(moved) - SOME} more" if len(moved) > SOME else ""
    return (
        f"Figures have been revised since: {len(moved)} of the {len(kept)} kept with this view. "
        f"{told}{more}.{gone} Its address shows what is held now of that day; "
        "the figures as they stood are below."
    )


def _all(count: int) -> str:
    return (
        "the figure kept with this view is" if count == 1 else f"all {count} figures kept with this view are"
    )


def _gone(count: int) -> str:
    if not count:
        return ""
    which = "One of its indicators is" if count == 1 else f"{count} of its indicators are"
    return f" {which} not held here any more."


def _moved(item: Then, many: bool) -> str:
    indicator = item.indicator
    now = "no longer published" if item.now is None else f"{indicator.format(item.now)} now"
    was = indicator.format(item.was)
    if now == f"{was} now":
        now = "differs now by less than is shown"
    subject = f"{indicator.title}, {item.place}" if many else item.place
    return f"{subject} {indicator.period_phrase(item.period)}: {was} then, {now}"

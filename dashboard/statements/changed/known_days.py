"""Known days: the days on which what is known became another, and the one that a day asked for falls to."""

from bisect import bisect_right
from datetime import UTC, date, datetime

from dashboard.datastore.editions.change_days import every_change_day, period_ends
from dashboard.site import Site


def known_days(site: Site) -> tuple[date, ...]:
    """Every day up to today on which a figure came or changed, a period without a recorded day of publication
    ended, or something was written in the record; oldest first."""
    today = datetime.now(UTC).date()
    figures = site.store.remember("known days", lambda: _of_figures(site))
    return tuple(sorted(day for day in {*figures, *site.record.days()} if day <= today))


def _of_figures(site: Site) -> frozenset[date]:
    items = [*site.indicators.values()]
    return frozenset({*every_change_day(site.store, items), *period_ends(site.store, items)})


def last_known_day(site: Site, day: date) -> date:
    """The last of the known days up to `day`: the same is known on both. `day` itself where there is none."""
    days = known_days(site)
    at = bisect_right(days, day)
    return days[at - 1] if at else day


def neighbouring_known_days(site: Site, day: date) -> tuple[date | None, date | None]:
    """The known days before and after the one that `day` falls to; None where there is none."""
    days = known_days(site)
    at = bisect_right(days, day)
    earlier = days[at - 2] if at > 1 else None
    return earlier, days[at] if at < len(days) else None

"""What a reader of road casualties has filtered, and the count that answers it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from dashboard.address.page import Address
from dashboard.address.parameters import one_of
from dashboard.address.query_params import BadAddress, calendar_day
from dashboard.datastore.areas import Area
from dashboard.datastore.events import AGES, MODES, SEVERITIES, CasualtyCounts, Filter, count, span
from dashboard.site import Site


def _month(site: Site, region: Area, text: str | None) -> date | None:
    if text is None:
        return None
    month = calendar_day(f"{text}-01")
    if month is None:
        raise BadAddress(400, f"“{text[:20]}” is no month; write it as 2023-06.")
    return month


def _district(site: Site, region: Area, text: str | None) -> Area | None:
    if text is None:
        return None
    found = next((area for area in site.geography.members(region.code) if area.code == text), None)
    if found is None:
        raise BadAddress(404, f"There is no district of {region.name} with the code “{text[:60]}”.")
    return found


PARAMETERS = {
    "since": _month,
    "until": _month,
    "severity": one_of(tuple(SEVERITIES), "all"),
    "mode": one_of(tuple(MODES), "all"),
    "age": one_of(tuple(AGES), "all"),
    "district": _district,
    "view": one_of(("areas", "points"), "areas"),
}


@dataclass(frozen=True)
class Casualties:
    """The casualties that a reader looks at."""

    site: Site
    region: Area
    district: Area | None
    chosen: Filter
    provisional: date | None
    points: bool

    @cached_property
    def counted(self) -> CasualtyCounts:
        """The count, in one pass over the table."""
        return count(self.site.store, self.chosen, squares=self.points)

    @property
    def place(self) -> Area:
        """The district looked at, or the region."""
        return self.district or self.region

    @cached_property
    def months(self) -> list[tuple[date, int]]:
        """Every month of the period with its casualties, without gaps."""
        return [
            (day, self.counted.months.get(day, 0)) for day in months(self.chosen.since, self.chosen.until)
        ]


def casualties(site: Site, address: Address) -> Casualties | None:
    """What the address asks for; None where the region has no records, or none yet on a past day."""
    held = span(site.store, address.region.code)
    if held is None:
        return None
    first, last, provisional = held
    last = latest_month(site, last)
    if last < first:
        return None
    ends = sorted((address.since or first, address.until or last))
    districts = [address.district] if address.district else site.geography.members(address.region.code)
    chosen = Filter(
        min(max(ends[0], first), last),
        max(min(ends[1], last), first),
        tuple(area.code for area in districts),
        address.severity,
        address.mode,
        address.age,
    )
    chosen = replace(chosen, until=max(chosen.since, chosen.until))
    return Casualties(site, address.region, address.district, chosen, provisional, address.view == "points")


def latest_month(site: Site, last: date) -> date:
    """The newest month to show: `last`, or on a past day the last that had ended by then."""
    return min(last, (site.as_of.replace(day=1) - timedelta(days=1)).replace(day=1)) if site.as_of else last


def months(first: date, last: date) -> list[date]:
    """The first days of the months from `first` to `last`, both in."""
    number = (last.year - first.year) * 12 + last.month - first.month
    starts = [first.month - 1 + step for step in range(number + 1)]
    return [date(first.year + at // 12, at % 12 + 1, 1) for at in starts]

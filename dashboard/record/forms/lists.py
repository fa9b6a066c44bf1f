"""The lists that forms choose from: indicators by theme, places of a region, and their figures."""

from datetime import UTC, date, datetime

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.record.kinds import RecordedFigure
from dashboard.site import Site
from dashboard.statements.age import age
from dashboard.statements.judgement.regular import period_end

AGED = "One that ended, or is paused, says so: what happens from now on cannot be seen in it."


def today() -> date:
    """The day on which a form is filled in."""
    return datetime.now(UTC).date()


def indicators(site: Site, none: str = "", aged: bool = False) -> dict[str, list[tuple[str, str]]]:
    """Every indicator by the name of its theme; `none` words the choice of none. With `aged`, one that newer
    figures are not to be counted on for says when it ends and why."""
    groups: dict[str, list[tuple[str, str]]] = {"": [("", none)]} if none else {}
    for key, name in site.themes.items():
        groups[name] = [(item.id, _aged(site, item) if aged else item.title) for item in site.in_theme(key)]
    return groups


def _aged(site: Site, item: Indicator) -> str:
    known = age(site, item)
    if not known.dead:
        return item.title
    return f"{item.title} ({known.after(item.period_label(known.newest) if known.newest else '')})"


def places(site: Site, region: Area, none: str = "") -> dict[str, list[tuple[str, str]]]:
    """The region, then its counties and districts; `none` words the choice of none."""
    inside = site.geography.places(region.code)
    whole = [("", none)] if none else []
    whole.append((region.code, region.name))
    return {"": whole, f"In {region.name}": [(area.code, area.name) for area in inside]}


def latest(site: Site, indicator: str, area_code: str, day: date | None = None) -> RecordedFigure | None:
    """The newest published figure of an indicator in a place, as known on `day`; None without one.

    Where no release of that day is kept, the figure held now of the newest period that had ended by then.
    """
    item = site.indicators[indicator]
    known = site.at(day) if day and day < today() else site
    found = known.observations(item).latest(area_code)
    if found is None and day and known is not site:
        ended = [
            each
            for each in site.observations(item).series(area_code)
            if each.value is not None and period_end(item, each.period) <= day
        ]
        found, known = ended[-1] if ended else None, site
    stood = today() if known is site else day
    return RecordedFigure(found.period, found.figure, site.store.snapshot, stood) if found else None


def held_now(site: Site, indicator: str, area_code: str, last: date) -> RecordedFigure | None:
    """The figure held today of the newest period up to `last`; None without one."""
    series = site.observations(site.indicators[indicator]).series(area_code)
    ended = [item for item in series if item.value is not None and item.period <= last]
    return RecordedFigure(ended[-1].period, ended[-1].figure, site.store.snapshot, today()) if ended else None

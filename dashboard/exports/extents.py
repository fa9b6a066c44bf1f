"""Extents: which periods an indicator covers, how many rows its file for a region has, and at which levels
below the districts there are figures in it: counted at build.

They are of today's figures, on a past day too: the pages that show them say so.
"""

from collections import Counter
from collections.abc import Iterator

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.as_built import Extent, counted
from dashboard.datastore.neighbourhoods import level_of
from dashboard.site import Site


def extents(site: Site, indicator: Indicator, regions: list[str]) -> Iterator[Extent]:
    """The Extent of `indicator` for each of `regions`, in one run of its SELECT."""
    found = site.store.rows(
        "SELECT area_code, min(period), max(period), count(*), count(value) "  # noqa: S608 - our own
        f"FROM (\n{indicator.sql}\n) AS indicator GROUP BY area_code"
    )
    periods = [period for row in found for period in row[1:3] if period is not None]
    if not periods:
        return
    shown_for, rows, figures = _shown_for(site, regions), Counter[str](), Counter[str]()
    levels: dict[str, set[str]] = {region: set() for region in regions}
    for code, _, _, every, filled in found:
        for region, inside in shown_for.get(code, {}).items():
            rows[region] += every
            figures[region] += filled if inside else 0
            if inside and filled and (level := level_of(code)):
                levels[region].add(level)
    span = min(periods), max(periods)
    for region in regions:
        small = " ".join(sorted(levels[region]))
        yield Extent(indicator.id, region, *span, rows[region], figures[region], small)


def _shown_for(site: Site, regions: list[str]) -> dict[str, dict[str, bool]]:
    """Area -> the regions whose file has it -> whether it lies in that region, or is one. Of all indicators
    alike: joined to each one's figures in its turn it took five times as long."""

    def compute() -> dict[str, dict[str, bool]]:
        found: dict[str, dict[str, bool]] = {}
        for region in regions:
            for area in site.geography.around(region):
                found.setdefault(area.code, {})[region] = area.code == region
        sql = "SELECT area_code, within FROM membership WHERE list_contains($1, within)"
        for code, region in site.store.rows(sql, [regions]):
            found.setdefault(code, {})[region] = True
        return found

    return site.store.remember(("shown for", *regions), compute)


def extent(site: Site, indicator: Indicator, region: str) -> tuple[str, str, int]:
    """First and last period of an indicator, and the rows of its file for `region`, as the build counted."""
    if found := _extent(site, indicator, region):
        return str(found.first), str(found.last), found.rows
    return "", "", 0


def has_figures(site: Site, indicator: Indicator, region: str) -> bool:
    """Whether there is a figure of `indicator` for `region` or a place in it, as the build counted."""
    found = _extent(site, indicator, region)
    return found is not None and found.figures > 0


def _extent(site: Site, indicator: Indicator, region: str) -> Extent | None:
    held = counted(site.store, indicator)
    return (held or site.store.remember(("extents", indicator), lambda: _now(site, indicator))).get(region)


def _now(site: Site, indicator: Indicator) -> dict[str, Extent]:
    """Counted now, where the build has not: for all regions at once, which takes as long as for one."""
    regions = [area.code for area in site.geography.regions]
    return {found.region: found for found in extents(site, indicator, regions)}

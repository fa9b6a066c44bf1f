"""Who is left behind, as a file: an indicator by deprivation tenth, or the gap between its groups."""

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.exports.of_groups import groups_sheet
from dashboard.exports.of_tenths import tenths_sheet
from dashboard.exports.sheet import Sheet
from dashboard.site import Site
from dashboard.statements.by_group import group_gaps
from dashboard.statements.by_tenth import by_tenth


def left_behind_sheet(site: Site, kind: str, indicator: Indicator, region: Area) -> Sheet | None:
    """The Sheet of `kind` "tenths" or "groups"; None where none is held."""
    if kind == "tenths":
        found = by_tenth(site, indicator, region)
        return tenths_sheet(site, found) if found else None
    held = indicator.groups and group_gaps(site, indicator, region)
    return groups_sheet(site, indicator, region) if held else None

"""Inequality as a file: an indicator by deprivation decile, or the gap between its groups."""

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.exports.deciles import deciles_sheet
from dashboard.exports.groups import groups_sheet
from dashboard.exports.sheet import Sheet
from dashboard.site import Site
from dashboard.statements.by_decile import by_decile
from dashboard.statements.by_group import group_gaps


def inequality_sheet(site: Site, kind: str, indicator: Indicator, region: Area) -> Sheet | None:
    """The Sheet of `kind` "tenths" or "groups"; None where none is held."""
    if kind == "tenths":
        found = by_decile(site, indicator, region)
        return deciles_sheet(site, found) if found else None
    held = indicator.groups and group_gaps(site, indicator, region)
    return groups_sheet(site, indicator, region) if held else None

"""England's column: why a table has no figure of England, or of another larger area, beside a place's."""

from datetime import date

from dashboard.capital_letter import capital
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import ENGLAND, Area
from dashboard.site import Site
from dashboard.statements.absence.absent import absent, absent_in


def no_england(site: Site, indicator: Indicator, period: date | None) -> str:
    """Why England's cell is empty beside figures of `period`, in the few words that it has room for.

    A count of England dwarfs a place's, so tables leave it out; else it has none of `period`, or none at all.
    """
    if indicator.statistic == "count":
        return "A total, not compared"
    return none_beside(site, indicator, site.geography[ENGLAND], period)


def none_beside(site: Site, indicator: Indicator, area: Area, period: date | None) -> str:
    """Why `area` has no figure of `period` (None: of any), in a cell's few words, the first a capital."""
    found = absent_in(site, indicator, area, period) if period else absent(site, indicator, area)
    return capital(found.short)

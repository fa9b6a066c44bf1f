"""Why each area of a map without a figure has none."""

from dashboard.charts.mapped import Mapped
from dashboard.site import Site
from dashboard.statements.absence.absence import Absence
from dashboard.statements.absence.absent import absent, absent_in


def absences(site: Site, shown: Mapped) -> dict[str, Absence]:
    """Why each area of a map without a figure has none, by code."""
    return {
        area.code: absent_in(site, shown.indicator, area, shown.period, shown.region)
        if shown.period
        else absent(site, shown.indicator, area, shown.region)
        for area in shown.areas
        if area.code not in shown.figures
    }

"""An indicator's figures of a region's districts, and where it is furthest on the bad side."""

from dashboard.catalogue.indicators import Indicator
from dashboard.charts.mapped import Mapped, levels_with_figures, mapped
from dashboard.datastore.areas import Area
from dashboard.methods.polarity import goodness
from dashboard.site import Site
from dashboard.statements.attention.overview_words import furthest


def districts(site: Site, indicator: Indicator, region: Area) -> Mapped | None:
    """The figures of the region's districts, or of its counties; None where none has one.

    Of counties too where a district that is a county of its own is the only one with a figure: the map of
    Lincolnshire would else be empty but for its two unitary corners.
    """
    held = levels_with_figures(site, indicator, region)
    found = (mapped(site, indicator, region, level) for level in ("district", "county") if level in held)
    return next((shown for shown in found if shown.figures), None)


def where(site: Site, indicator: Indicator, region: Area) -> str:
    """The three districts furthest on the bad side, with their figures; "" where too few have one."""
    shown = districts(site, indicator, region)
    named = shown.named() if shown else []
    figures = [(name, indicator.format(value), value) for name, value in named]
    return furthest(figures, worst_side(indicator))


def worst_side(indicator: Indicator) -> int:
    """On which side figures are bad: 1 high, also where none is better, -1 low."""
    return -goodness(1, indicator.better) or 1

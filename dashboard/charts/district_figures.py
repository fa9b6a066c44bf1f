"""An indicator's figures of a region's districts, and where it is furthest on the bad side."""

from dashboard.catalogue.indicators import Indicator
from dashboard.charts.mapped import Mapped, levels_with_figures, mapped
from dashboard.datastore.areas import ENGLAND, Area
from dashboard.methods.polarity import goodness
from dashboard.site import Site
from dashboard.statements.attention.overview_words import Named, furthest, furthest_places


def districts(site: Site, indicator: Indicator, region: Area) -> Mapped | None:
    """The figures of the region's districts, or of its counties; None where none has one.

    Of counties too where a district that is a county of its own is the only one with a figure: the map of
    Lincolnshire would else be empty but for its two unitary corners.
    """
    held = levels_with_figures(site, indicator, region)
    found = (mapped(site, indicator, region, level) for level in ("district", "county") if level in held)
    return next((shown for shown in found if shown.figures), None)


def where(site: Site, indicator: Indicator, region: Area) -> str:
    """The three districts furthest on the bad side, with their figures; "" where too few have one.

    Only those that are worse than the region's own figure, or England's where it has none: of five districts
    the third lowest can be above it, and its name would say that it is behind.
    """
    shown = districts(site, indicator, region)
    return furthest(_figures(indicator, shown), worst_side(indicator), _beyond(site, shown)) if shown else ""


def named_there(site: Site, indicator: Indicator, region: Area) -> list[str]:
    """The codes of the districts that `where` names."""
    shown = districts(site, indicator, region)
    if shown is None:
        return []
    found = furthest_places(_figures(indicator, shown), worst_side(indicator), _beyond(site, shown))
    names = {name for name, _, _ in found}
    return [area.code for area in shown.areas if area.name in names and area.code in shown.figures]


def _figures(indicator: Indicator, shown: Mapped) -> list[Named]:
    return [(name, indicator.format(value), value) for name, value in shown.named()]


def _beyond(site: Site, shown: Mapped) -> tuple[str, float] | None:
    """The figure of the same period that is not behind itself; None for counts, which no part reaches."""
    indicator = shown.indicator
    if indicator.statistic == "count" or shown.period is None:
        return None
    observations = site.observations(indicator)
    held = (observations.at(code, shown.period) for code in (shown.region.code, ENGLAND))
    figure = next((item.value for item in held if item and item.value is not None), None)
    return None if figure is None else (indicator.format(figure), figure)


def worst_side(indicator: Indicator) -> int:
    """On which side figures are bad: 1 high, also where none is better, -1 low."""
    return -goodness(1, indicator.better) or 1

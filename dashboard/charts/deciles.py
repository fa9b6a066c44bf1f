"""An indicator by deprivation decile: ten dots with their intervals."""

from dashboard.catalogue.indicators import Indicator
from dashboard.charts.chart import Dot, Dots
from dashboard.charts.trend_notes import LOOKUPS
from dashboard.site import Site
from dashboard.statements import decile_words as words
from dashboard.statements.by_decile import ByDecile


def deciles_chart(site: Site, found: ByDecile) -> Dots:
    """The deciles in their order, the most deprived on top."""
    dots = tuple(
        Dot(
            words.name(item),
            item.value,
            item.lower,
            item.upper,
            "other" if item.number in (1, len(found.deciles)) else "context",
        )
        for item in found.deciles
    )
    return Dots(
        title=words.title(found),
        subtitle=words.subtitle(found),
        unit=found.indicator.unit,
        format=found.indicator.format,
        dots=dots,
        summary=words.summary(found),
        foot=_foot(site, found.indicator),
    )


def _foot(site: Site, indicator: Indicator) -> str:
    sources = [item for item in site.sources(indicator) if item.dataset not in LOOKUPS]
    names = "; ".join(f"{item.publisher}, {item.title}" for item in sources)
    return f"Source: {names}; tenths by the Index of Multiple Deprivation 2025."

"""An indicator by deprivation tenth: ten dots with their intervals."""

from dashboard.catalogue.indicators import Indicator
from dashboard.charts.chart import Dot, Dots
from dashboard.charts.trend_notes import LOOKUPS
from dashboard.site import Site
from dashboard.statements import tenth_words as words
from dashboard.statements.by_tenth import ByTenth


def tenths_chart(site: Site, found: ByTenth) -> Dots:
    """The tenths in their order, the most deprived on top."""
    dots = tuple(
        Dot(
            words.name(item),
            item.value,
            item.lower,
            item.upper,
            "other" if item.number in (1, len(found.tenths)) else "context",
        )
        for item in found.tenths
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

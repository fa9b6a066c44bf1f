"""Superseded: indicators whose figures end before those of another indicator of the same measure."""

from dataclasses import dataclass
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.newest import fresher_indicators, newest_period
from dashboard.site import Site


@dataclass(frozen=True)
class Superseded:
    """`indicator` whose newest period begins on `ends`, and `newer`, whose newest, later one on `reaches`."""

    indicator: Indicator
    ends: date
    newer: Indicator
    reaches: date

    @property
    def ends_words(self) -> str:
        """Up to when the indicator is held: "to 2023"."""
        return f"to {self.indicator.period_label(self.ends)}"

    @property
    def reaches_words(self) -> str:
        """Up to when the newer one is held: "to 2024/25"."""
        return f"to {self.newer.period_label(self.reaches)}"

    @property
    def sentence(self) -> str:
        """Both in one line."""
        return f"{self.indicator.title}, {self.ends_words}; {self.newer.title}, {self.reaches_words}"


def superseded(site: Site) -> tuple[Superseded, ...]:
    """Every pair of an indicator and one of the same measure that reaches further, in their order."""
    found = [
        (item, site.indicators[name])
        for item in site.indicators.values()
        for name in fresher_indicators(site.store, site.indicators, item)
    ]
    ends = {item.id: newest_period(site.store, item) for pair in found for item in pair}
    return tuple(Superseded(item, ends[item.id], newer, ends[newer.id]) for item, newer in found)

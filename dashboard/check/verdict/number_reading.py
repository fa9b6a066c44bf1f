"""One reading of a number, and what it comes to beside the figures that are held."""

from dataclasses import dataclass, replace

from dashboard.ask.answer_text import unit_words, value_words
from dashboard.ask.figures import figure
from dashboard.catalogue.indicator import Indicator
from dashboard.check.mark import RIGHT, ROUNDED, HeldFigure
from dashboard.check.reading.numbers import EXACT, LIMITS, Number
from dashboard.check.verdict.agreement import agrees
from dashboard.datastore.areas import Area
from dashboard.datastore.observed import Observation
from dashboard.site import Site


@dataclass(frozen=True)
class Outcome:
    """What one reading of a number comes to: a state of mark.STATES, why, and what is held."""

    state: str
    why: str
    held: tuple[HeldFigure, ...] = ()
    relative: bool = False  # its period was told from another: "the year before"


@dataclass(frozen=True)
class NumberReading:
    """One reading: the number as a figure of `indicator` in `place`. `others` are the places that it may have
    been taken from by mistake, `region` the one that is looked from."""

    site: Site
    region: Area
    indicator: Indicator
    place: Area
    number: Number
    others: tuple[Area, ...] = ()

    def series(self, place: Area | None = None) -> list[Observation]:
        """The figures held of the place (or another), oldest first."""
        code = (place or self.place).code
        return [
            item for item in self.site.observations(self.indicator).series(code) if item.value is not None
        ]

    @property
    def exact(self) -> bool:
        """Whether the number is so exact that it can be told from whom it was taken."""
        return self.number.how == EXACT and not self.number.fraction

    def good(self, item: Observation) -> str:
        """RIGHT, ROUNDED or "" beside `item`."""
        if self.number.how == LIMITS:
            return self._limits(item)
        return agrees(self.indicator, self.number, item.figure)

    def _limits(self, item: Observation) -> str:
        """Whether the number is the range in which the figure is likely to lie."""
        if item.lower is None or item.upper is None:
            return ""
        ends = ((self.number.value, item.lower), (self.number.upper, item.upper))
        parts = [
            agrees(self.indicator, replace(self.number, value=end, how=EXACT), limit) for end, limit in ends
        ]
        return "" if "" in parts else ROUNDED if ROUNDED in parts else RIGHT

    def held_figure(self, item: Observation, place: Area | None = None) -> HeldFigure:
        """`item` as the product says it."""
        where = place or self.place
        shown = figure(self.site, self.region, self.indicator, where, item)
        sentence = f"{value_words(self.indicator, where, item)}{unit_words(self.indicator)}"
        return HeldFigure(sentence, shown.page, shown.observation)

    def when(self, item: Observation) -> str:
        """The period of `item` inside a sentence."""
        return self.indicator.period_phrase(item.period)

"""Selection: what a reader has chosen to see of one indicator, and what follows from it."""

from dataclasses import dataclass
from datetime import date

from dashboard.capital_letter import capital
from dashboard.catalogue.indicators import Indicator
from dashboard.charts.mapped import areas_of, levels_with_figures
from dashboard.charts.similar import Similar
from dashboard.datastore.areas import ENGLAND, PLACES, UNITED_KINGDOM, Area
from dashboard.datastore.observations import Series
from dashboard.site import Site
from dashboard.statements.map_words import LEVEL_NAMES
from dashboard.statements.outlook.outlook import Outlook

# The first of these that has figures; regional accounts know the United Kingdom only less what is offshore.
BENCHMARKS = {ENGLAND: "England", UNITED_KINGDOM: "United Kingdom", "K99000002": "UK less offshore"}
MOST_COLOURED_LINES = 5  # lines that can be told apart by colour


@dataclass(frozen=True)
class Selection:
    """What a reader has chosen to see of one indicator."""

    site: Site
    indicator: Indicator
    region: Area
    places: tuple[Area, ...] = ()
    similar: Similar | None = None
    intervals: bool = True
    outlook: Outlook | None = None  # to draw ahead of the region's line
    judged: frozenset[date] = frozenset()  # periods of the region that its verdict rests on, to point out
    paths: bool = False  # whether the paths to its targets are drawn

    def series(self, code: str) -> Series:
        """The observations of one area."""
        return self.site.observations(self.indicator).series(code)

    def has(self, code: str) -> bool:
        """Whether any figure is published for an area."""
        return self.site.observations(self.indicator).latest(code) is not None

    @property
    def benchmark(self) -> str | None:
        """The code of the benchmark, or None."""
        return next((code for code in BENCHMARKS if self.has(code)), None)

    @property
    def drawn_benchmark(self) -> str | None:
        """The benchmark where it is drawn beside the region: never with counts."""
        return None if self.indicator.statistic == "count" else self.benchmark

    @property
    def level(self) -> str:
        """The kind of area that tables list: districts or, where they have no figures, counties."""
        levels = levels_with_figures(self.site, self.indicator, self.region)
        return next((level for level in PLACES if level in levels), "district")

    @property
    def members(self) -> list[Area]:
        """The districts (or counties and unitaries) of the region that have figures."""
        return [area for area in areas_of(self.site, self.region, self.level) if self.has(area.code)]

    @property
    def inside(self) -> str:
        """Names those areas together: "Districts of Greater Manchester"."""
        words = LEVEL_NAMES[self.level][2]
        return f"{capital(words)} of {self.region.name}"

    @property
    def named(self) -> list[Area]:
        """The areas with a line of their own beside the region: the chosen places; without any, and without a
        figure for the region, its areas where they are few."""
        few = len(self.members) <= MOST_COLOURED_LINES and not self.places and not self.has(self.region.code)
        return self.members if few else [area for area in self.places if area != self.region]

    @property
    def context(self) -> tuple[str, list[Area]]:
        """The grey areas and their name: similar ones, else those of a region without a figure."""
        chosen = {area.code for area in (*self.places, self.region)}
        if self.similar:
            found = [a for a in self.similar.areas if self.has(a.code) and a.code not in chosen]
            if found:
                return self.similar.title, found
        if self.has(self.region.code):
            return "", []
        return self.inside, [area for area in self.members if area not in self.named]

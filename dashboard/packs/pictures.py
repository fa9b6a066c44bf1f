"""What is drawn in a pack: a chart or a map, with what is said of it in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from dashboard.catalogue.indicators import Indicator
from dashboard.charts.chart import Chart, Dots
from dashboard.charts.map_svg import ratio
from dashboard.charts.mapped import Mapped
from dashboard.datastore.areas import Area
from dashboard.statements.absence.absence import Absence, shared
from dashboard.statements.map_words import no_figure


@dataclass(frozen=True)
class Picture:
    """A chart of one indicator in one place. `width` on paper: "full" or "half".

    `ahead` are the sentences on its targets and where it is heading, as on the screen; none without either.
    """

    indicator: Indicator
    place: Area
    chart: Chart | Dots
    width: str = "half"
    ahead: tuple[str, ...] = ()

    @property
    def alt(self) -> str:
        """The chart in words, from its data."""
        return " ".join([f"{self.chart.title}. {self.chart.summary}", *self.ahead])

    @property
    def subtitle(self) -> str:
        """What is plotted, and what the grey lines are."""
        drawn = isinstance(self.chart, Chart) and any(line.role == "context" for line in self.chart.lines)
        grey = self.chart.context if drawn else ""
        return (
            f"{self.chart.subtitle} Grey lines: {grey[:1].lower()}{grey[1:]}."
            if grey
            else self.chart.subtitle
        )


def says_one_figure(chart: Chart | Dots) -> bool:
    """Whether all places of a chart have a figure that reads the same: a sentence says it better."""
    if not isinstance(chart, Dots):
        return False
    places = [dot for dot in chart.dots if dot.role != "benchmark"]
    return len(places) > 1 and len({chart.format(dot.value) for dot in places}) == 1


class Shade(NamedTuple):
    """A class of a map: its colour as #rrggbb, its range in words and its number of areas."""

    colour: str
    words: str
    count: int


@dataclass(frozen=True)
class MapPicture:
    """A map of one indicator inside a place.

    `draw` makes its `svg` with names of another size, its lowest and highest in any case or not;
    `legend` is low to high; `absent` says by code why an area has no figure.
    """

    shown: Mapped
    title: str
    summary: str
    svg: str
    draw: Callable[[float, bool], str]
    legend: tuple[Shade, ...]
    foot: str
    absent: Mapping[str, Absence] = field(default_factory=dict)

    @property
    def ratio(self) -> float:
        """Its width by its height."""
        return ratio(self.svg)

    @property
    def no_figure(self) -> str:
        """What the hatching stands for."""
        return no_figure(shared(self.absent.values()))

    @property
    def alt(self) -> str:
        """The map in words, from its data."""
        return f"{self.title}. {self.summary}"

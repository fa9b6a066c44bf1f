"""Change: the verdict on a series, whatever method gave it."""

from dataclasses import dataclass

from dashboard.methods.change.non_overlapping import NonOverlapping
from dashboard.methods.change.rare import RareMove
from dashboard.methods.change.seasonal import Adjusted
from dashboard.methods.change.trend import Trend
from dashboard.methods.comparison import Difference
from dashboard.methods.control_charts.xmr import Spc

BEYOND, WATCHED, EVERYWHERE, CHART_ALONE = "beyond chance", "watch", "everywhere", "chart alone"


@dataclass(frozen=True)
class Change:
    """The verdict on a series, with the method that gave it.

    `verdict`: 'improving', 'worsening', 'rising', 'falling' (no polarity), 'nothing unusual' or 'cannot
    tell'. `scope` says what it is worth: 'beyond chance' (a rule that errs at most 1 time in 20), 'watch' (a
    rare move among too few to be sure; it errs as seldom), 'everywhere' (a rare move that England made too;
    no verdict on this place), 'chart alone' (a signal of a control chart that no rare move confirms; no
    verdict, because charts err too often on figures that drift), '' for none. `direction` is +1, -1 or 0.
    `here` is whether the gap to the benchmark changed the same way by the same rule, None where that
    cannot be told. `by_chance` is how often chance alone would make a change as large, None for rules
    that have no margins of error. `method` and `reason` are those of `choose`; `silenced` says why a
    control chart may not speak ('drifts', 'rounded'), where it was the first choice. `since` is the
    position of the first point judged: positions in `trend`, `chart`, `moves`, `non_overlapping` and
    `adjusted` count from there (in a chart of an adjusted series, from `since + adjusted.start`).
    """

    verdict: str
    direction: int
    method: str
    reason: str
    since: int
    scope: str = ""
    here: bool | None = None
    by_chance: float | None = None
    silenced: str = ""
    warnings: tuple[str, ...] = ()
    chart: Spc | None = None
    trend: Trend | None = None
    adjusted: Adjusted | None = None
    moves: RareMove | None = None
    non_overlapping: NonOverlapping | None = None
    differs: Difference | None = None

    @property
    def rare(self) -> RareMove:
        """The rare move of a change that was judged by one. Raises ValueError for any other method."""
        if self.moves is None:
            raise ValueError(f"a change judged by {self.method} has no rare move")
        return self.moves

    @property
    def hidden(self) -> float | None:
        """The size of a change that its margins of error could hide, either way, in the unit of the values;
        None where it was not judged by them."""
        if self.method == "recent trend":
            return self.trend.hidden if self.trend else None
        differs = self.non_overlapping.lately if self.non_overlapping else self.differs
        return max(map(abs, differs.limits)) if differs and differs.limits else None

"""The rows of the tables `projections`, `unprojected` and `coverage`, which are written at build."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Step:
    """One row of `projections`: an area, one period ahead. `point` and the 80% band in the indicator's unit.

    `coverage` is the share of past outcomes that the band held in its back-test, over `starts` past periods,
    before it was made `widened` times as wide; widened by what was known before, it `held` that share of the
    outcomes of `later` periods. `warning` is that of the back-test, '' for none or if widened. `cut` is why
    the period after the last that is drawn is not: what its range would do, '' where none was left out.
    """

    indicator: str
    area_code: str
    horizon: int
    period: date
    point: float
    lower: float
    upper: float
    method: str
    coverage: float
    starts: int
    widened: float
    held: float
    later: int
    warning: str
    cut: str


@dataclass(frozen=True)
class Refusal:
    """One row of `unprojected`: an area that is not projected, and why."""

    indicator: str
    area_code: str
    reason: str


@dataclass(frozen=True)
class Backtest:
    """One row of `coverage`: how the band did in the back-test at one horizon, over all areas of a level.

    Columns as in Step. A horizon with `widened` above methods.widening.WIDEST is not drawn.
    """

    indicator: str
    level: str
    horizon: int
    coverage: float
    forecasts: int
    starts: int
    widened: float
    held: float
    later: int
    method: str


Row = Step | Refusal | Backtest

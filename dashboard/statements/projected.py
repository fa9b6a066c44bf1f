"""Projected: where every area of an indicator goes if recent patterns continue, worked out at build.

Areas of one level calibrate each other: districts with districts, counties with counties, combined
authorities with combined authorities.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from dashboard.catalogue.indicators import Indicator
from dashboard.methods.projection import Projection, project
from dashboard.methods.widening import widened, widening
from dashboard.site import Site
from dashboard.statements.regular import Panel, later, panel

LEVELS = ("district", "county", "combined_authority")


@dataclass(frozen=True)
class Step:
    """One row of `projections`: an area, one period ahead. `point` and the 80% band in the indicator's unit.

    `coverage` is the share of past outcomes that the band held in its back-test, over `starts` past periods,
    before it was made `widened` times as wide; `warning` is that of the back-test, '' for none or if widened.
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
    warning: str


@dataclass(frozen=True)
class Refusal:
    """One row of `unprojected`: an area that is not projected, and why."""

    indicator: str
    area_code: str
    reason: str


@dataclass(frozen=True)
class Backtest:
    """One row of `coverage`: how the band did in the back-test at one horizon, over all areas of a level."""

    indicator: str
    level: str
    horizon: int
    coverage: float
    forecasts: int
    starts: int
    widened: float
    method: str


Row = Step | Refusal | Backtest


def projected(site: Site, indicator: Indicator) -> Iterator[Row]:
    """Every row of the three tables for `indicator`."""
    observations = site.observations(indicator)
    by_level: dict[str, dict] = {level: {} for level in LEVELS}
    for code in observations.areas():
        area = site.geography.areas.get(code)
        if area and area.level in LEVELS:
            by_level[area.level][code] = observations.series(code)
    for level, areas in by_level.items():
        drawn = panel(indicator, areas)
        if drawn:
            yield from _of_level(indicator, level, drawn)


def _of_level(indicator: Indicator, level: str, drawn: Panel) -> Iterator[Row]:
    values = np.array(drawn.rows)
    found = project(values, seasonal=indicator.seasonal)
    factors = widening(values, found.method, found.tested)
    half = widened((found.upper - found.lower) / 2, factors)
    low, high = bounds(indicator, values)
    lower, point, upper = (
        np.clip(x, low, high) for x in (found.point - half, found.point, found.point + half)
    )
    for test, factor in zip(found.tested, factors.tolist(), strict=True):
        yield Backtest(
            indicator.id, level, test.ahead, test.share, test.forecasts, test.starts, factor, found.method
        )
    for row, code in enumerate(drawn.codes):
        if found.refused[row]:
            yield Refusal(indicator.id, code, _why(values[row], drawn, indicator, found.refused[row]))
        else:
            lines = (lower[row].tolist(), point[row].tolist(), upper[row].tolist())
            yield from _steps(indicator, code, drawn, found, factors, lines)


def _steps(
    indicator: Indicator,
    code: str,
    drawn: Panel,
    found: Projection,
    factors: np.ndarray,
    lines: tuple[list[float], list[float], list[float]],
) -> Iterator[Step]:
    for test, factor, lower, point, upper in zip(found.tested, factors.tolist(), *lines, strict=True):
        yield Step(
            indicator=indicator.id,
            area_code=code,
            horizon=test.ahead,
            period=later(drawn.last, test.ahead * drawn.months),
            point=point,
            lower=lower,
            upper=upper,
            method=found.method,
            coverage=test.share,
            starts=test.starts,
            widened=factor,
            # What is widened is no longer too narrow; its coverage before is said instead.
            warning="" if factor > 1 else test.warning,
        )


def bounds(indicator: Indicator, values: np.ndarray) -> tuple[float, float]:
    """What the figures cannot go beyond: a percentage that never did 0 to 100, anything never negative 0."""
    low = 0.0 if np.nanmin(values) >= 0 else -np.inf
    whole = indicator.suffix == "%" and low == 0.0 and np.nanmax(values) <= 100
    return low, 100.0 if whole else np.inf


def _why(values: np.ndarray, drawn: Panel, indicator: Indicator, reason: str) -> str:
    """The refusal of the method in words that stand alone."""
    count = int((~np.isnan(values)).sum())
    if indicator.seasonal:
        return "it has a season, and the method knows none"
    if "too few to project" in reason:
        return f"{count} figure{' is' if count == 1 else 's are'} too few to project"
    if "latest figure" in reason:
        return f"its figure {indicator.period_phrase(drawn.last)} is missing"
    return reason

"""Projected: where every area of an indicator goes if recent patterns continue, worked out at build.

Areas of one level calibrate each other: districts with districts, counties with counties, city
regions with city regions.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import later
from dashboard.catalogue.regions import CITY_REGION
from dashboard.datastore.areas import AUTHORITIES
from dashboard.methods.projection.project import Projection, project
from dashboard.methods.projection.widening import Widening, drawable, widened, widening
from dashboard.site import Site
from dashboard.statements.judgement.regular import Panel, panel
from dashboard.statements.outlook.drawn_ahead import YEARS_BACK, bounds, cut_at
from dashboard.statements.outlook.projected_rows import Backtest, Refusal, Row, Step

FEWEST_AREAS = 5  # areas of a level: what is made from the errors of fewer is those of one place
_KINDS = {
    "district": ("district", "districts"),
    "county": ("county", "counties"),
    CITY_REGION: ("city region", "city regions"),
}

__all__ = ["Backtest", "Refusal", "Row", "Step", "projected", "projected_anew"]


def projected_anew(site: Site, indicator: Indicator) -> tuple[Row, ...]:
    """Every row for `indicator`, worked out once for this site: of one that was mended since the build."""
    return site.remember(("projected", indicator), lambda: tuple(projected(site, indicator)))


def projected(site: Site, indicator: Indicator) -> Iterator[Row]:
    """Every row of the three tables for `indicator`."""
    observations = site.observations(indicator)
    by_level: dict[str, dict[str, Any]] = {level: {} for level in AUTHORITIES}
    for code in observations.areas():
        area = site.geography.areas.get(code)
        if area and area.level in AUTHORITIES:
            by_level[area.level][code] = observations.series(code)
    for level, areas in by_level.items():
        drawn = panel(indicator, areas)
        if drawn and len(areas) < FEWEST_AREAS:
            yield from _refused(indicator, level, drawn)
        elif drawn:
            yield from _of_level(indicator, level, drawn)


def _refused(indicator: Indicator, level: str, drawn: Panel) -> Iterator[Refusal]:
    values = np.array(drawn.rows)
    found = project(values, seasonal=indicator.seasonal)
    for row, code in enumerate(drawn.codes):
        reason = found.refused[row] or _alone(level, len(drawn.codes))
        yield Refusal(indicator.id, code, _why(values[row], drawn, indicator, reason))


def _alone(level: str, number: int) -> str:
    one, many = _KINDS[level]
    has = f"{number} {one} has" if number == 1 else f"{number} {many} have"
    return f"only {has} figures, too few to know from past errors how far a projection misses"


def _of_level(indicator: Indicator, level: str, drawn: Panel) -> Iterator[Row]:
    values = np.array(drawn.rows)
    found = project(values, seasonal=indicator.seasonal)
    wider = widening(values, found.method, found.tested)
    for test, one in zip(found.tested, wider, strict=True):
        yield Backtest(
            indicator.id, level, test.ahead, test.share, test.forecasts, test.starts,
            one.factor, one.held, one.later, found.method,
        )  # fmt: skip
    lines = _lines(found, wider)
    ends, recent = bounds(indicator, values), values[:, -YEARS_BACK * 12 // drawn.months :]
    for row, code in enumerate(drawn.codes):
        shown, cut = 0, found.refused[row]
        if not cut:
            mine = [line[row] for line in lines]
            shown, cut = cut_at(mine[0].tolist(), mine[2].tolist(), recent[row], ends, indicator.suffix)
            cut = f"its range {cut}" if cut else _too_wide(wider, len(mine[0]))
        if shown:
            kept = tuple(np.clip(line[:shown], *ends).tolist() for line in mine)
            yield from _steps(indicator, code, drawn, found, wider, kept, cut)
        else:
            yield Refusal(indicator.id, code, _why(values[row], drawn, indicator, cut))


def _lines(found: Projection, wider: tuple[Widening, ...]) -> tuple[np.ndarray, ...]:
    """Lower end, middle and upper end of what was tested and not widened too far, each areas x horizons."""
    factors = [one.factor for one in wider]
    shown = drawable(factors)
    point = found.point[:, :shown]
    half = widened((found.upper - found.lower)[:, :shown] / 2, factors[:shown])
    return point - half, point, point + half


def _steps(
    indicator: Indicator,
    code: str,
    drawn: Panel,
    found: Projection,
    wider: tuple[Widening, ...],
    lines: tuple[list[float], ...],
    cut: str,
) -> Iterator[Step]:
    shown = len(lines[0])
    for test, one, lower, point, upper in zip(found.tested[:shown], wider[:shown], *lines, strict=True):
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
            widened=one.factor,
            held=one.held,
            later=one.later,
            # Of what is widened is said what it held before and after.
            warning="" if one.factor > 1 else test.warning,
            cut=cut,
        )


def _too_wide(wider: tuple[Widening, ...], at: int) -> str:
    """Why the horizon after the first `at` is not drawn; '' where none was tested."""
    if at == len(wider):
        return ""
    return f"its range would have to be {wider[at].factor:.1f} times as wide as past errors make it"


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

"""The series that a method is given: figures, the benchmark's beside them, and money as a share of it."""

from dataclasses import replace
from math import isnan, nan

import numpy as np

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.observations import Observation, Observations
from dashboard.methods.change.assess import after_last_break, judge, share_of
from dashboard.methods.change.trend import Z95_WIDTH
from dashboard.methods.change.verdict import Change
from dashboard.methods.counts import estimate_overdispersion
from dashboard.site import Site
from dashboard.statements.judgement.benchmark import BENCHMARKS
from dashboard.statements.judgement.cash import in_cash, share_indicator
from dashboard.statements.judgement.regular import Regular, cut, regular, steps


def with_benchmark(grid: Regular, observations: Observations, code: str) -> Regular:
    """`grid` with the figures of the first of BENCHMARKS that has one of the newest period."""
    for benchmark, name in BENCHMARKS.items():
        if benchmark == code or not grid.periods:
            continue
        found = [observations.at(benchmark, period) for period in grid.periods]
        there = tuple(nan if item is None or item.value is None else item.value for item in found)
        if not isnan(there[-1]):
            return replace(grid, there=there, benchmark=name)
    return grid


def judge_change(indicator: Indicator, grid: Regular, overdispersion: float = 1.0) -> Change:
    """Is the latest change real? By the method that the data allow; money by its share of the benchmark's."""
    return judge(
        grid.values,
        grid.frequency,
        lower=grid.lower,
        upper=grid.upper,
        benchmark=grid.there or None,
        better=indicator.better,
        seasonal=indicator.seasonal,
        count=indicator.statistic == "count",
        money=in_cash(indicator),
        unit=10.0**-indicator.decimals,
        overdispersion=overdispersion,
        periods=grid.periods,
        breaks=steps(indicator),
    )


def benchmark_too(
    indicator: Indicator, observations: Observations, grid: Regular, change: Change, overdispersion: float
) -> bool:
    """Whether the benchmark's own figure changed as the place's did, `change`: the same way, from the same
    period, by the same rule with margins of its own. Without them nothing is found of it."""
    code = next((code for code, name in BENCHMARKS.items() if name == grid.benchmark), None)
    if code is None:
        return False
    found = [observations.at(code, period) for period in grid.periods]
    values, lower, upper = (
        tuple(
            nan if item is None or isnan(here) else _number(item, name)
            for item, here in zip(found, grid.values, strict=True)
        )
        for name in ("value", "lower", "upper")
    )
    there = replace(grid, values=values, lower=lower, upper=upper, there=(), benchmark="")
    seen = judge_change(indicator, there, overdispersion)
    return seen.method == change.method and _from(seen, _start(change)) == change.direction


def _start(change: Change) -> int | None:
    """The position in the grid that the newest figure is held against."""
    return change.since + change.trend.points[0] if change.trend and change.trend.points else None


def _from(seen: Change, start: int | None) -> int:
    """The direction beyond chance from the figure at `start`; 0 where nothing is found from there."""
    if compared := seen.non_overlapping:
        ends = ((compared.first, compared.overall), (compared.before, compared.lately))
        return next((found.direction or 0 for at, found in ends if seen.since + at == start), 0)
    return seen.direction if seen.scope and _start(seen) == start else 0


def _number(item: Observation, name: str) -> float:
    found: float | None = getattr(item, name)
    return nan if found is None else found


def as_judged(indicator: Indicator, grid: Regular) -> tuple[Regular, Indicator]:
    """The figures that were judged, and the indicator that says them."""
    if not in_cash(indicator) or not grid.there:
        return grid, indicator
    values, lower, upper = (
        tuple(share_of(column, grid.there).tolist()) for column in (grid.values, grid.lower, grid.upper)
    )
    hundred = tuple(nan if isnan(value) else 100.0 for value in grid.there)
    shares = replace(grid, values=values, lower=lower, upper=upper, there=hundred)
    return shares, share_indicator(indicator, grid.benchmark)


def overdispersion_of(site: Site, indicator: Indicator, level: str) -> float:
    """How many times more the yearly moves of all places of `level` vary than their counts would explain.

    1 where the margins are published with the figures: a survey's are about as wide as its moves.
    """
    if indicator.statistic not in ("proportion", "rate"):
        return 1.0
    return site.remember(
        ("overdispersion", indicator, level), lambda: _overdispersion(site, indicator, level)
    )


def _overdispersion(site: Site, indicator: Indicator, level: str) -> float:
    observations = site.observations(indicator)
    moves: list[float] = []
    errors: list[float] = []
    for code in observations.areas():
        area, series = site.geography.areas.get(code), observations.series(code)
        if area is None or area.level != level or not any(map(_from_counts, series)):
            continue
        grid = with_benchmark(regular(indicator, series), observations, code)
        grid = cut(grid, after_last_break(grid.periods, steps(indicator)), len(grid.values))
        gaps = np.array(grid.values) - (np.array(grid.there) if grid.there else 0.0)
        error = (np.array(grid.upper) - np.array(grid.lower)) / Z95_WIDTH
        moves += np.diff(gaps).tolist()
        errors += np.hypot(error[1:], error[:-1]).tolist()
    return estimate_overdispersion(moves, errors)


def _from_counts(item: Observation) -> bool:
    return item.numerator is not None and item.lower is not None

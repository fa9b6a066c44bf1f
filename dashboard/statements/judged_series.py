"""The series that a method is given: figures, the benchmark's beside them, and money as a share of it."""

from dataclasses import replace
from math import isnan, nan

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.observations import Observations
from dashboard.methods.change import judge, share_of
from dashboard.methods.verdict import Change
from dashboard.statements.benchmark import BENCHMARKS
from dashboard.statements.cash import in_cash, share_indicator
from dashboard.statements.regular import Regular, steps


def beside(grid: Regular, observations: Observations, code: str) -> Regular:
    """`grid` with the figures of the first of BENCHMARKS that has one of the newest period."""
    for benchmark, name in BENCHMARKS.items():
        if benchmark == code or not grid.periods:
            continue
        found = [observations.at(benchmark, period) for period in grid.periods]
        there = tuple(nan if item is None or item.value is None else item.value for item in found)
        if not isnan(there[-1]):
            return replace(grid, there=there, benchmark=name)
    return grid


def judge_change(indicator: Indicator, grid: Regular) -> Change:
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
        periods=grid.periods,
        breaks=steps(indicator),
    )


def as_judged(indicator: Indicator, grid: Regular) -> tuple[Regular, Indicator]:
    """The figures that were judged, and the indicator that says them."""
    if not in_cash(indicator) or not grid.there:
        return grid, indicator
    columns = {
        name: tuple(share_of(getattr(grid, name), grid.there).tolist())
        for name in ("values", "lower", "upper")
    }
    hundred = tuple(nan if isnan(value) else 100.0 for value in grid.there)
    return replace(grid, **columns, there=hundred), share_indicator(indicator, grid.benchmark)

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
from dashboard.statements.judgement.regular import RegularSeries, cut, regular, steps


def with_benchmark(series: RegularSeries, observations: Observations, code: str) -> RegularSeries:
    """`series` with the figures of the first of BENCHMARKS that has one of the newest period."""
    for benchmark, name in BENCHMARKS.items():
        if benchmark == code or not series.periods:
            continue
        found = [observations.at(benchmark, period) for period in series.periods]
        values = tuple(nan if item is None or item.value is None else item.value for item in found)
        if not isnan(values[-1]):
            return replace(series, benchmark_values=values, benchmark=name)
    return series


def judge_change(indicator: Indicator, series: RegularSeries, overdispersion: float = 1.0) -> Change:
    """Is the latest change real? By the method that the data allow; money by its share of the benchmark's."""
    return judge(
        series.values,
        series.frequency,
        lower=series.lower,
        upper=series.upper,
        benchmark=series.benchmark_values or None,
        better=indicator.better,
        seasonal=indicator.seasonal,
        count=indicator.statistic == "count",
        money=in_cash(indicator),
        unit=10.0**-indicator.decimals,
        overdispersion=overdispersion,
        periods=series.periods,
        breaks=steps(indicator),
    )


def benchmark_too(
    indicator: Indicator,
    observations: Observations,
    series: RegularSeries,
    change: Change,
    overdispersion: float,
) -> bool:
    """Whether the benchmark's own figure changed as the place's did, `change`: the same way, from the same
    period, by the same rule with margins of its own. Without them nothing is found of it."""
    code = next((code for code, name in BENCHMARKS.items() if name == series.benchmark), None)
    if code is None:
        return False
    found = [observations.at(code, period) for period in series.periods]
    values, lower, upper = (
        tuple(
            nan if item is None or isnan(here) else _number(item, name)
            for item, here in zip(found, series.values, strict=True)
        )
        for name in ("value", "lower", "upper")
    )
    benchmark = replace(series, values=values, lower=lower, upper=upper, benchmark_values=(), benchmark="")
    seen = judge_change(indicator, benchmark, overdispersion)
    return seen.method == change.method and _from(seen, _start(change)) == change.direction


def _start(change: Change) -> int | None:
    """The position in the series that the newest figure is held against."""
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


def as_judged(indicator: Indicator, series: RegularSeries) -> tuple[RegularSeries, Indicator]:
    """The figures that were judged, and the indicator that says them."""
    if not in_cash(indicator) or not series.benchmark_values:
        return series, indicator
    values, lower, upper = (
        tuple(share_of(column, series.benchmark_values).tolist())
        for column in (series.values, series.lower, series.upper)
    )
    hundred = tuple(nan if isnan(value) else 100.0 for value in series.benchmark_values)
    shares = replace(series, values=values, lower=lower, upper=upper, benchmark_values=hundred)
    return shares, share_indicator(indicator, series.benchmark)


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
        area, published = site.geography.areas.get(code), observations.series(code)
        if area is None or area.level != level or not any(map(_from_counts, published)):
            continue
        series = with_benchmark(regular(indicator, published), observations, code)
        series = cut(series, after_last_break(series.periods, steps(indicator)), len(series.values))
        gaps = np.array(series.values) - (
            np.array(series.benchmark_values) if series.benchmark_values else 0.0
        )
        error = (np.array(series.upper) - np.array(series.lower)) / Z95_WIDTH
        moves += np.diff(gaps).tolist()
        errors += np.hypot(error[1:], error[:-1]).tolist()
    return estimate_overdispersion(moves, errors)


def _from_counts(item: Observation) -> bool:
    return item.numerator is not None and item.lower is not None

"""Judgement: what the methods say about one indicator in one place, before any word is chosen."""

from dataclasses import dataclass
from datetime import date
from math import isnan

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.datastore.observations import Observation
from dashboard.methods.change.seasonal import PER_YEAR
from dashboard.methods.change.verdict import Change
from dashboard.site import Site
from dashboard.statements.judgement.benchmark import Against, gap, judge_against
from dashboard.statements.judgement.judged_series import (
    as_judged,
    benchmark_too,
    judge_change,
    overdispersion_of,
    with_benchmark,
)
from dashboard.statements.judgement.neighbours import PeerStanding, peers
from dashboard.statements.judgement.regular import RegularSeries, cut, regular, until

__all__ = ["Against", "Judgement", "cached_judgement", "judge_against", "judgement"]

NEWS_YEARS = 3  # whoever decides has had a change before them for so long (method_words.NOT_NEW says it)


@dataclass(frozen=True)
class Judgement:
    """All that is known about an indicator in a place. Parts are None where no rule can be applied.

    `periods` counts the published figures. `series` is what was judged: the figures since the last break with
    the benchmark's beside them, and `shown` the indicator that says them; for money both are its share of the
    benchmark's, where one is held. `first` is the position in `series` that the verdict is held against.
    `gap` orders statements (benchmark.gap). `not_new` is whether the figures of three years before already
    showed the same change: real, but not new. `overdispersion` is by how much more the figure varies from
    year to year than its margins explain (judged_series.overdispersion_of). `benchmark_too` is whether the
    benchmark's own figure changed so, by the same rule; asked only where the gap to it did not change.
    """

    indicator: Indicator
    area: Area
    latest: Observation
    periods: int
    series: RegularSeries
    shown: Indicator
    first: int
    change: Change
    against: Against | None
    peers: PeerStanding | None
    gap: float
    not_new: bool
    overdispersion: float = 1.0
    benchmark_too: bool = False

    @property
    def frequency(self) -> str:
        """The cadence of the figures, as dashboard.methods.change.choice names it."""
        return self.series.frequency

    @property
    def back(self) -> int:
        """How many periods back the figure lies that the newest is held against: one, a year in a season."""
        return PER_YEAR.get(self.frequency, 1) if self.indicator.seasonal else 1

    @property
    def periods_since_break(self) -> int:
        """How many figures there are since the last break in the series."""
        return _known(self.series.values)

    @property
    def first_judged(self) -> date:
        """The period that the verdict is held against."""
        return self.series.periods[self.first]

    @property
    def first_value(self) -> float:
        """The figure of that period, as judged."""
        return self.series.values[self.first]

    @property
    def newest(self) -> float:
        """The newest figure, as judged."""
        return self.series.values[-1]


def judgement(site: Site, indicator: Indicator, area: Area) -> Judgement | None:
    """The Judgement of `indicator` in `area`; None when nothing is published for it."""
    observations = site.observations(indicator)
    latest = observations.latest(area.code)
    if latest is None:
        return None
    series = with_benchmark(regular(indicator, observations.series(area.code)), observations, area.code)
    wider = overdispersion_of(site, indicator, area.level)
    change = judge_change(indicator, series, wider)
    against = judge_against(indicator, observations, area.code, latest, wider)
    judged, shown = as_judged(indicator, cut(series, change.since, len(series.values)))
    return Judgement(
        indicator=indicator,
        area=area,
        latest=latest,
        periods=_known(series.values),
        series=judged,
        shown=shown,
        first=_first(change),
        change=change,
        against=against,
        peers=peers(site, indicator, area, latest),
        gap=gap(site, indicator, area, latest, against),
        not_new=_not_new(indicator, series, change, wider),
        overdispersion=wider if change.by_chance is not None else 1.0,
        benchmark_too=change.here is False and benchmark_too(indicator, observations, series, change, wider),
    )


def cached_judgement(site: Site, indicator: Indicator, area: Area) -> Judgement | None:
    """The Judgement of an area, worked out once for a datastore and a day."""
    key = ("judgement", indicator, area.code)
    return site.remember(key, lambda: judgement(site, indicator, area))


def _not_new(indicator: Indicator, series: RegularSeries, change: Change, wider: float) -> bool:
    """Whether the same rule, held to the figures of NEWS_YEARS before, gave the same verdict. A move of the
    newest figure is always news."""
    before = until(series, NEWS_YEARS)
    if change.method == "rare moves" or not change.scope or not _known(before.values):
        return False
    earlier = judge_change(indicator, before, wider)
    return (earlier.method, earlier.verdict) == (change.method, change.verdict)


def _known(values: tuple[float, ...]) -> int:
    return sum(not isnan(value) for value in values)


def _first(change: Change) -> int:
    """Where the stretch begins that the verdict is about."""
    if change.adjusted:
        return change.adjusted.start
    return change.trend.points[0] if change.trend and change.trend.points else 0

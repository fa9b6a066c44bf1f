"""Judgement: what the methods say about one indicator in one place, before any word is chosen."""

from dataclasses import dataclass
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import ENGLAND, UNITED_KINGDOM, Area
from dashboard.datastore.observations import Observation, Observations
from dashboard.methods.change import Change, judge
from dashboard.methods.comparison import Comparison, compare, difference
from dashboard.methods.polarity import word
from dashboard.site import Site
from dashboard.statements.regular import Regular, regular, steps

BENCHMARKS = {ENGLAND: "England", UNITED_KINGDOM: "the United Kingdom"}
PEER_BASIS = "global"


@dataclass(frozen=True)
class Against:
    """The latest figure against a benchmark of the same period.

    `verdict`: better, worse, higher, lower or similar. `chance` says whether the gap is more than chance:
    "beyond" and "within" by the published interval, "unknown" where no interval is published.
    """

    name: str
    value: float
    verdict: str
    direction: int
    chance: str


@dataclass(frozen=True)
class PeerStanding:
    """How many of the ONS statistical neighbours the place is better than, worse than and similar to."""

    basis: str
    better: int
    worse: int
    similar: int

    @property
    def total(self) -> int:
        """The neighbours that have a figure for the same period."""
        return self.better + self.worse + self.similar


@dataclass(frozen=True)
class Judgement:
    """All that is known about an indicator in a place. Parts are None where no rule can be applied."""

    indicator: Indicator
    area: Area
    latest: Observation
    periods: int
    periods_since_break: int
    change: Change
    first_judged: date
    against: Against | None
    peers: PeerStanding | None
    gap: float


def judgement(site: Site, indicator: Indicator, area: Area) -> Judgement | None:
    """The Judgement of `indicator` in `area`; None when nothing is published for it."""
    observations = site.observations(indicator)
    latest = observations.latest(area.code)
    if latest is None:
        return None
    grid = regular(indicator, observations.series(area.code))
    change = judge_change(indicator, grid)
    against = judge_against(indicator, observations, area.code, latest)
    return Judgement(
        indicator,
        area,
        latest,
        sum(value == value for value in grid.values),
        sum(value == value for value in grid.values[change.since :]),
        change,
        grid.periods[_first(change)],
        against,
        peers(site, indicator, observations, area, latest),
        _gap(site, observations, area, latest, against),
    )


def judge_change(indicator: Indicator, grid: Regular) -> Change:
    """Is the latest change real? By the method that the data allow."""
    return judge(
        grid.values,
        grid.frequency,
        lower=grid.lower,
        upper=grid.upper,
        better=indicator.better,
        seasonal=indicator.seasonal,
        periods=grid.periods,
        breaks=steps(indicator),
    )


def _first(change: Change) -> int:
    """Where on the grid the stretch begins that the verdict is about."""
    inside = change.trend.points[0] if change.trend and change.trend.points else 0
    return change.since + inside


def judge_against(
    indicator: Indicator, observations: Observations, code: str, latest: Observation
) -> Against | None:
    """The latest figure against England's, or the United Kingdom's, of the same period; None without one.

    Counts are not compared: a larger place has more of everything.
    """
    if indicator.statistic == "count":
        return None
    for benchmark, name in BENCHMARKS.items():
        there = observations.at(benchmark, latest.period)
        if benchmark != code and there is not None and there.value is not None:
            return _against(indicator, latest, name, there.value)
    return None


def _against(indicator: Indicator, latest: Observation, name: str, there: float) -> Against:
    seen: Comparison = compare(latest.value, latest.lower, latest.upper, there, indicator.better)
    if seen.verdict is not None:
        chance = "within" if seen.verdict == "similar" else "beyond"
        return Against(name, there, seen.verdict, seen.direction or 0, chance)
    # Without limits the figures are compared as they are shown: what looks equal is called equal.
    same = indicator.format(latest.value) == indicator.format(there)
    direction = 0 if same else (1 if latest.value > there else -1)
    verdict = word(direction, indicator.better, "better", "worse", "higher", "lower", "similar")
    return Against(name, there, verdict, direction, "unknown")


def peers(
    site: Site, indicator: Indicator, observations: Observations, area: Area, latest: Observation
) -> PeerStanding | None:
    """The place against each of its ONS neighbours with a figure for the same period; None without any."""
    if indicator.statistic == "count" or indicator.better == "neither":
        return None
    counts = {"better": 0, "worse": 0, "similar": 0}
    for peer in site.geography.peers(area.code, PEER_BASIS):
        there = observations.at(peer.code, latest.period)
        if there is not None and there.value is not None:
            counts[_standing(indicator, latest, there)] += 1
    return PeerStanding(PEER_BASIS, **counts) if any(counts.values()) else None


def _standing(indicator: Indicator, here: Observation, there: Observation) -> str:
    seen = difference(
        (here.value, here.lower, here.upper), (there.value, there.lower, there.upper), indicator.better
    )
    return seen.verdict or _against(indicator, here, "", there.value).verdict


def _gap(
    site: Site, observations: Observations, area: Area, latest: Observation, against: Against | None
) -> float:
    """The gap to the benchmark in units of the spread between places of the same level, for ordering only.

    The spread is the distance between the quartiles of all places of the same level in the same period.
    """
    if against is None:
        return 0.0
    values = sorted(
        item.value
        for code, place in site.geography.areas.items()
        if place.level == area.level
        and (item := observations.at(code, latest.period)) is not None
        and item.value is not None
    )
    if len(values) < 4:
        return 0.0
    spread = values[(3 * len(values)) // 4] - values[len(values) // 4]
    return abs(latest.value - against.value) / spread if spread else 0.0

"""Benchmark: a figure against England's, or the United Kingdom's, of the same period."""

from dataclasses import dataclass, replace
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import ENGLAND, UNITED_KINGDOM, Area
from dashboard.datastore.confidence_limits import with_limits_998
from dashboard.datastore.observations import Observation, Observations
from dashboard.methods.comparison import compare
from dashboard.methods.counts import widened
from dashboard.methods.polarity import goodness, word
from dashboard.site import Site

# The first of these that has a figure of the same period. Regional accounts know only the last.
BENCHMARKS = {
    ENGLAND: "England",
    UNITED_KINGDOM: "the United Kingdom",
    "K99000002": "the UK less offshore",
}


@dataclass(frozen=True)
class Against:
    """The latest figure against a benchmark of the same period.

    `verdict`: better, worse, higher, lower or similar. `chance` says whether the gap is more than chance:
    "beyond" and "within" by the published interval, "unknown" where no interval is published; then the
    verdict only says on which side the figure as shown lies. `confidence`: 0.998 or 0.95 where it is beyond.
    `by_chance` is how often chance alone would make a gap as large (0 to 1), None where that is unknown.
    `lasting` is that confidence where the margin is drawn as wide as a change of the figure asks for
    (counts.estimate_overdispersion), None where a year's luck can make the gap. `when` names the period (" in
    2023/24") where the benchmark has a newer figure, which a reader may know.
    """

    name: str
    value: float
    verdict: str
    direction: int
    chance: str
    confidence: float | None = None
    by_chance: float | None = None
    lasting: float | None = None
    when: str = ""

    @property
    def short(self) -> str:
        """The benchmark's name beside a figure: "England", "UK"."""
        return self.name.removeprefix("the ").replace("United Kingdom", "UK")

    @property
    def side(self) -> str:
        """Where the figure lies, in a word: "Higher", "Lower" or "Similar"."""
        return {1: "Higher", -1: "Lower", 0: "Similar"}[self.direction]

    @property
    def mark(self) -> str:
        """Its colour: "better" or "worse", or "neutral" where that is not said or the gap may be chance."""
        return self.verdict if self.chance == "beyond" and self.verdict in ("better", "worse") else "neutral"


def judge_against(
    indicator: Indicator,
    observations: Observations,
    code: str,
    latest: Observation,
    overdispersion: float = 1.0,
) -> Against | None:
    """The latest figure against the first of BENCHMARKS that has one of the same period; None without one.

    Counts are not compared: a larger place has more of everything. `overdispersion` as in
    counts.estimate_overdispersion: it decides `lasting`, and never the verdict on the one year.
    """
    if indicator.statistic == "count":
        return None
    for benchmark, name in BENCHMARKS.items():
        there = observations.at(benchmark, latest.period)
        if benchmark != code and there is not None and there.value is not None:
            newest = observations.latest(benchmark)
            newer = newest is not None and newest.period > latest.period
            when = f" {indicator.period_phrase(latest.period)}" if newer else ""
            found = held_against(indicator, latest, name, there.value)
            return replace(found, when=when, lasting=_lasting(indicator, latest, found, overdispersion))
    return None


def held_against(indicator: Indicator, latest: Observation, name: str, there: float) -> Against:
    """A figure against the value `there`, which is taken as exact, of the place called `name`."""
    seen = compare(latest.value, latest.lower, latest.upper, there, indicator.better)
    if seen.verdict is not None:
        if not seen.direction:
            return Against(name, there, seen.verdict, 0, "within", by_chance=seen.by_chance)
        sure = _confidence(indicator, latest, there)
        return Against(name, there, seen.verdict, seen.direction, "beyond", sure, seen.by_chance)
    # Without limits the figures are compared as they are shown: what looks equal is called equal.
    same = indicator.format(latest.value) == indicator.format(there)
    direction = 0 if same else (1 if latest.figure > there else -1)
    verdict = word(direction, indicator.better, "better", "worse", "higher", "lower", "similar")
    return Against(name, there, verdict, direction, "unknown")


def _lasting(indicator: Indicator, item: Observation, found: Against, overdispersion: float) -> float | None:
    """How sure the gap is where its margins are as wide as the figure varies from year to year."""
    if found.chance != "beyond" or overdispersion == 1:
        return found.confidence
    (low, high), surest = (
        (_widened(item, lower, overdispersion), _widened(item, upper, overdispersion))
        for lower, upper in ((item.lower, item.upper), with_limits_998(indicator, item))
    )
    return compare(item.value, low, high, found.value, indicator.better, wider=surest).confidence


def _widened(item: Observation, limit: float | None, overdispersion: float) -> float | None:
    return None if limit is None else widened(item.figure, limit, overdispersion)


def _confidence(indicator: Indicator, item: Observation, there: float) -> float | None:
    """How sure the gap is; the wider margin is worked out only where the first excludes `there`."""
    wider = with_limits_998(indicator, item)
    return compare(item.value, item.lower, item.upper, there, indicator.better, wider=wider).confidence


def gap(site: Site, indicator: Indicator, area: Area, latest: Observation, against: Against | None) -> float:
    """How far the figure lies on the worse side of the benchmark, for ordering only; below 0 on the better.

    In units of the spread between places: the distance between the quartiles of all places of the same level
    in the same period. 0 without a benchmark or a direction that is worse, or where there are under four
    places.
    """
    worse = -goodness(1, indicator.better)
    if against is None or not worse:
        return 0.0
    key = ("spread", indicator, area.level, latest.period)
    spread = site.remember(key, lambda: _spread(site, indicator, area.level, latest.period))
    return worse * (latest.figure - against.value) / spread if spread else 0.0


def _spread(site: Site, indicator: Indicator, level: str, period: date) -> float:
    observations = site.observations(indicator)
    found = [observations.at(code, period) for code in observations.areas() if _is(site, code, level)]
    values = sorted(item.value for item in found if item is not None and item.value is not None)
    if len(values) < 4:
        return 0.0
    return values[(3 * len(values)) // 4] - values[len(values) // 4]


def _is(site: Site, code: str, level: str) -> bool:
    area = site.geography.areas.get(code)
    return area is not None and area.level == level

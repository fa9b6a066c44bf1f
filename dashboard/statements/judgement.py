"""Judgement: what the methods say about one indicator in one place, before any word is chosen."""

from dataclasses import dataclass, replace
from datetime import date
from math import isnan

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.datastore.observations import Observation
from dashboard.methods.change import Change, judge
from dashboard.site import Site
from dashboard.statements.benchmark import Against, gap, judge_against
from dashboard.statements.cash import in_cash
from dashboard.statements.neighbours import PeerStanding, peers
from dashboard.statements.regular import Regular, regular, steps, until

__all__ = ["Against", "Judgement", "judge_against", "judge_change", "judgement"]

NEWS_YEARS = 3  # whoever decides has had a change before them for so long (method_words.KNOWN says it)


@dataclass(frozen=True)
class Judgement:
    """All that is known about an indicator in a place. Parts are None where no rule can be applied.

    `periods` counts the published figures, `periods_since_break` those since the last break in the series.
    `first_judged` is the first period that the verdict on the change is about, `first_value` its figure.
    `frequency` is that of the regular grid. `gap` orders statements (benchmark.gap). `known` is whether the
    figures of three years before already showed the same change: it is real, but no news.
    """

    indicator: Indicator
    area: Area
    latest: Observation
    frequency: str
    periods: int
    periods_since_break: int
    change: Change
    first_judged: date
    first_value: float
    against: Against | None
    peers: PeerStanding | None
    gap: float
    known: bool


def judgement(site: Site, indicator: Indicator, area: Area) -> Judgement | None:
    """The Judgement of `indicator` in `area`; None when nothing is published for it."""
    observations = site.observations(indicator)
    latest = observations.latest(area.code)
    if latest is None:
        return None
    grid = regular(indicator, observations.series(area.code))
    change = judge_change(indicator, grid)
    first = _first(change)
    against = judge_against(indicator, observations, area.code, latest)
    return Judgement(
        indicator=indicator,
        area=area,
        latest=latest,
        frequency=grid.frequency,
        periods=_known(grid.values),
        periods_since_break=_known(grid.values[change.since :]),
        change=change,
        first_judged=grid.periods[first],
        first_value=grid.values[first],
        against=against,
        peers=peers(site, indicator, area, latest),
        gap=gap(site, indicator, area, latest, against),
        known=_known_before(indicator, grid, change),
    )


def judge_change(indicator: Indicator, grid: Regular) -> Change:
    """Is the latest change real? By the method that the data allow. Money that rises is not improving."""
    found = judge(
        grid.values,
        grid.frequency,
        lower=grid.lower,
        upper=grid.upper,
        better=indicator.better,
        seasonal=indicator.seasonal,
        periods=grid.periods,
        breaks=steps(indicator),
    )
    if found.verdict == "improving" and in_cash(indicator):
        return replace(found, verdict="rising" if found.direction > 0 else "falling")
    return found


def _known_before(indicator: Indicator, grid: Regular, change: Change) -> bool:
    """Whether the same rule, held to the figures of NEWS_YEARS before, gave the same verdict."""
    before = until(grid, NEWS_YEARS)
    if change.verdict == "cannot tell" or not change.direction or not _known(before.values):
        return False
    return judge_change(indicator, before).verdict == change.verdict


def _known(values: tuple[float, ...]) -> int:
    return sum(not isnan(value) for value in values)


def _first(change: Change) -> int:
    """Where on the grid the stretch begins that the verdict is about."""
    if change.adjusted:
        return change.since + change.adjusted.start
    return change.since + (change.trend.points[0] if change.trend and change.trend.points else 0)

"""Headline: an area's latest figure, which way it moved, and how it compares with England."""

from dataclasses import dataclass

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.datastore.observations import Observation
from dashboard.datastore.observed import common_period
from dashboard.methods.change.choice import SPANS
from dashboard.methods.comparison import difference
from dashboard.site import Site
from dashboard.statements.absence.absence import Absence
from dashboard.statements.absence.absent import absent
from dashboard.statements.absence.missing_parts import missing_sum
from dashboard.statements.absence.parts_of_region import of_all, with_figures
from dashboard.statements.age import Age, age
from dashboard.statements.judgement.cash import cash_words
from dashboard.statements.judgement.judgement import judge_against

REASONS = {
    "x": "not available",
    "c": "withheld to protect people",
    "low": "too small to publish",
    "u": "unreliable",
    "p": "provisional",
    "derived": "derived",
    "z": "not applicable",
}


@dataclass(frozen=True)
class Fact:
    """One short sentence; `mark` is better, worse or neutral, and never the only carrier of meaning.

    `address` is where a figure that is not held is published."""

    text: str
    mark: str = "neutral"
    address: str = ""


@dataclass(frozen=True)
class Headline:
    """What is said first about an indicator in an area: `latest`, or why there is none."""

    indicator: Indicator
    area: Area
    latest: Observation | None
    absence: Absence | None
    facts: tuple[Fact, ...]
    age: Age

    @property
    def missing(self) -> str:
        """That there is no figure, and in which sense; empty where there is one."""
        return self.absence.heading if self.absence else ""

    @property
    def value(self) -> str:
        """The latest figure as a reader sees it."""
        return self.indicator.format(self.latest.value if self.latest else None)

    @property
    def period(self) -> str:
        """The latest figure's period in words, with what is special about it."""
        if self.latest is None:
            return ""
        label = self.indicator.period_label(self.latest.period)
        reason = REASONS.get(self.latest.status)
        return f"{label}, {reason}" if reason else label

    @property
    def dated(self) -> str:
        """The period with its age: "2023, source paused"; empty without a figure."""
        return self.age.after(self.period) if self.latest else ""


def headline(site: Site, indicator: Indicator, area: Area) -> Headline:
    """The Headline of `indicator` in `area`."""
    observations = site.observations(indicator)
    latest = observations.latest(area.code)
    if latest is None:
        none = absent(site, indicator, area)
        facts = (Fact(none.because, address=none.address), *_spread(site, indicator, area))
        return Headline(indicator, area, None, none, facts, age(site, indicator))
    why = missing_sum(site, indicator, area)
    found = (
        change(indicator, observations.series(area.code)),
        benchmark(site, indicator, area, latest),
        Fact(why) if why else None,
    )
    present = tuple(fact for fact in found if fact)
    return Headline(indicator, area, latest, None, present, age(site, indicator))


def change(indicator: Indicator, series: tuple[Observation, ...]) -> Fact | None:
    """From which figure the latest one came; None where there is no earlier one it may be compared with.

    An arrow is for what moved: figures with margins of error moved where the difference is beyond chance, and
    a survey's estimates without them cannot be told to have moved.
    """
    figures = [item for item in series if item.value is not None]
    if len(figures) < 2:
        return None
    last, before = figures[-1], _earlier(indicator, figures)
    if before is None:
        return None
    words = f"{indicator.format(before.value)} {indicator.period_phrase(before.period)}"
    cash = cash_words(indicator)
    if indicator.format(last.value) == indicator.format(before.value):
        return Fact(f"▬ Same as {indicator.period_phrase(before.period)}{cash}")
    beyond = apart(before, last)
    if beyond is False:
        return Fact(f"No clear change from {words}{cash}")
    if beyond is None and indicator.sampled:
        return Fact(f"It was {words}{cash}; without margins of error no change is told")
    return Fact(f"▲ Up from {words}{cash}" if last.figure > before.figure else f"▼ Down from {words}{cash}")


def apart(before: Observation, last: Observation) -> bool | None:
    """Whether two figures differ beyond chance, by the interval of the difference; None without margins of
    error."""
    seen = difference(
        (last.value, last.lower, last.upper), (before.value, before.lower, before.upper), "neither"
    )
    return None if seen.verdict is None else seen.direction != 0


def _earlier(indicator: Indicator, figures: list[Observation]) -> Observation | None:
    """The figure before the last; the same month a year ago (seasonal), or the newest period that shares no
    year with it (several years); never across a break."""
    last = figures[-1]
    before: Observation | None = figures[-2]
    if years := SPANS.get(indicator.period, 1 if indicator.seasonal else 0):
        wanted = last.period.replace(year=last.period.year - years)
        before = next((item for item in figures if item.period == wanted), None)
    if before and any(before.period < item.since <= last.period for item in indicator.breaks):
        return None
    return before


def benchmark(site: Site, indicator: Indicator, area: Area, latest: Observation) -> Fact | None:
    """How `latest` compares with England (or the United Kingdom) in the same period; None without one."""
    found = judge_against(indicator, site.observations(indicator), area.code, latest)
    if found is None:
        return None
    there = f"{found.name}{found.when} ({indicator.format(found.value)})"
    if found.direction == 0:
        return Fact(f"Similar to {there}")
    # Without an interval there is no judgement, so no colour of one.
    return Fact(f"{found.side} than {there}", found.mark)


def _spread(site: Site, indicator: Indicator, area: Area) -> tuple[Fact, ...]:
    """Where an area has no figure of its own: from which to which its local authorities go."""
    places, many = with_figures(site, indicator, area)
    observations = site.observations(indicator)
    newest = common_period(observations, places)
    if newest is None:
        return ()
    there = [observations.at(place.code, newest) for place in places]
    values = [item.value for item in there if item and item.value is not None]
    low, high = indicator.format(min(values)), indicator.format(max(values))
    spread = f"{low} to {high}" if low != high else low
    who = of_all(len(values), len(places), many)
    return (Fact(f"{who}: {spread} ({indicator.period_label(newest)})"),)

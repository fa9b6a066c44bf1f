"""Place words: one figure of one place beside its region and England, and why a figure is missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.datastore.observations import Observation, Series
from dashboard.site import Site
from dashboard.statements.absence.absence import Absence
from dashboard.statements.absence.absent import absent
from dashboard.statements.age import Age, age
from dashboard.statements.attention.chance_words import expected
from dashboard.statements.headline import REASONS, Fact, change
from dashboard.statements.judgement.judgement import Against, judge_against

KEY = (
    "Better, worse or similar is said only where there is a margin of error, published or worked out from "
    "counts. Elsewhere a figure is higher or lower, and a small difference may be chance."
)
_BETTER = {"higher": "Higher is better", "lower": "Lower is better", "neither": "Neither is better"}


@dataclass(frozen=True)
class PlaceEntry:
    """One indicator for one place, ready to read. `latest` is None where `absence` says why."""

    indicator: Indicator
    latest: Observation | None
    absence: Absence | None
    period: str
    region: str
    england: str
    against: Against | None
    change: Fact | None
    age: Age

    @property
    def missing(self) -> str:
        """Why there is no figure; empty where there is one."""
        return self.absence.sentence if self.absence else ""

    @property
    def value(self) -> str:
        """The figure as a reader sees it."""
        return self.indicator.format(self.latest.value if self.latest else None)


def entry(site: Site, indicator: Indicator, place: Area, region: Area | None) -> PlaceEntry:
    """The PlaceEntry of `indicator` for `place`; `region` and England are shown for the same period."""
    observations = site.observations(indicator)
    series = observations.series(place.code)
    latest = observations.latest(place.code)
    if latest is None:
        none = absent(site, indicator, place)
        return PlaceEntry(indicator, None, none, "", "–", "–", None, None, age(site, indicator))
    beside = observations.at(region.code, latest.period) if region and region != place else None
    against = against_england(site, indicator, place, latest)
    return PlaceEntry(
        indicator,
        latest,
        None,
        period_words(indicator, series, latest),
        indicator.format(beside.value if beside else None),
        _benchmark(indicator, against),
        against,
        change(indicator, series),
        age(site, indicator),
    )


def _benchmark(indicator: Indicator, against: Against | None) -> str:
    """The figure of England; that of the United Kingdom, where it stands in for England's, says so."""
    figure = indicator.format(against.value if against else None)
    return figure if against is None or against.name == "England" else f"{figure} ({against.short})"


def period_words(indicator: Indicator, series: Series, latest: Observation) -> str:
    """The period of `latest`, what is special about it, and whether a later one is there without a figure."""
    words = indicator.period_label(latest.period)
    if latest.status in REASONS:
        words += f", {REASONS[latest.status]}"
    last = series[-1]
    if last.period > latest.period:
        words += f" ({indicator.period_label(last.period)} {REASONS.get(last.status, 'not published')})"
    return words


def against_england(site: Site, indicator: Indicator, area: Area, latest: Observation) -> Against | None:
    """How `latest` stands against England's, or the United Kingdom's, figure of the same period."""
    return judge_against(indicator, site.observations(indicator), area.code, latest)


def verdict(found: Against) -> tuple[str, str]:
    """The comparison in one word and its mark: ("Better", "better"), ("Higher", "neutral").

    Without a published margin of error nothing is judged: the word says only which figure is higher.
    """
    word = found.side if found.chance == "unknown" else found.verdict.capitalize()
    return word, found.mark


def verdict_sentence(found: Against) -> str:
    """The comparison in words: "Better than England", "Similar to England"."""
    word, _ = verdict(found)
    return f"{word} {'to' if word == 'Similar' else 'than'} {found.name}{found.when}"


def better_words(indicator: Indicator, in_full: bool = False) -> str:
    """Which direction is good: "Higher is better", "Lower is better"; "Neither is better", or `in_full`
    "Neither higher nor lower is better"."""
    if in_full and indicator.better == "neither":
        return "Neither higher nor lower is better"
    return _BETTER[indicator.better]


def containing(site: Site, place: Area, level: str) -> Area | None:
    """The area of `level` that `place` lies in, or None."""
    inside = [site.geography.areas.get(code) for code in site.geography.within.get(place.code, ())]
    return next((area for area in inside if area and area.level == level), None)


def tally(entries: Sequence[PlaceEntry]) -> str:
    """How many `entries` have a figure, and how many are better, similar or worse than England."""
    with_figure = sum(item.latest is not None for item in entries)
    judged = [item.against for item in entries if item.against and item.against.chance != "unknown"]
    words = [verdict(found)[0] for found in judged if found.verdict in ("better", "worse", "similar")]
    sentence = f"{with_figure} of {len(entries)} indicators have a figure here."
    if not words:
        return sentence
    counts = ", ".join(f"{words.count(word)} {word.lower()}" for word in ("Better", "Similar", "Worse"))
    return (
        f"{sentence} Of the {len(words)} with a margin of error: {counts} compared with England. If nothing "
        f"differed, chance alone would call {expected(len(words))} of them better or worse."
    )


def short_tally(entries: Sequence[PlaceEntry]) -> str:
    """The same of one theme, in a line: "12 figures: 2 better, 3 worse than England"."""
    with_figure = sum(item.latest is not None for item in entries)
    words = [verdict(item.against)[0] for item in entries if item.against]
    counts = [f"{words.count(word)} {word.lower()}" for word in ("Better", "Worse") if words.count(word)]
    sentence = "1 figure" if with_figure == 1 else f"{with_figure} figures"
    return f"{sentence}: {', '.join(counts)} than England" if counts else sentence

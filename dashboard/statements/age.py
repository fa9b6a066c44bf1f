"""Age: how current an indicator's newest figure is, in plain words. The one rule that screens, packs, files
and the API say it by.

It stands for the day on which the figures were built, so that it is the same wherever a figure is shown.
"""

import re
from dataclasses import dataclass
from datetime import date

from dashboard.catalogue.cadences import CADENCES, USUAL_LAG
from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import last_day, lasts, later, spell_dates
from dashboard.datastore.datasets import Dataset
from dashboard.datastore.newest import dataset_of_newest, fresher_indicators, newest_period
from dashboard.methods.change.choice import MONTHS, newest_cadence
from dashboard.methods.quality import releases_missed
from dashboard.site import Site

STATES = {  # what the API calls each, and what it means
    "current": "no newer figure is due",
    "late": "a newer figure is due and not held here",
    "paused": "the publisher has paused the source",
    "ended": "the publisher has ended the source",
    "unknown": "how often it is published is not registered",
}
YEAR = CADENCES["yearly"]
DEAD_AFTER = 2  # releases missed: what is decided or aimed at by such a figure cannot be followed
YEARS_AGO = 731  # days: a figure whose period ended longer ago leads nothing
_DUE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")


@dataclass(frozen=True)
class Age:
    """How current the figure of `newest`, the newest period, is. `state` is of STATES; `words` follow a
    period ("source paused", "yearly, next March 2027"); `dead` is whether nothing newer is to be counted on;
    `newer` are the ids of indicators of the same measure that reach further."""

    state: str
    newest: date | None = None
    cadence: str = ""
    next_release: str = ""
    words: str = ""
    dead: bool = False
    newer: tuple[str, ...] = ()

    def after(self, period: str) -> str:
        """`period` with its age: "2023, source paused"; only the age where there is no period."""
        return ", ".join(filter(None, (period, self.words)))

    def stale_after(self, period: str) -> str:
        """As `after`, where there is little room: only that a newer figure is due or none will come."""
        stale = self.words.rpartition(", ")[2] if self.state in ("late", "paused", "ended") else ""
        return ", ".join(filter(None, (period, stale)))


def age(site: Site, indicator: Indicator) -> Age:
    """The Age of `indicator`'s newest figure; of a day that is past, the cadence alone is known."""
    return site.remember(("age", indicator), lambda: _age(site, indicator))


def dated(site: Site, indicator: Indicator, period: date) -> str:
    """The words of `period` beside one figure among many: with the age where it is stale, or else alone."""
    return age(site, indicator).stale_after(indicator.period_label(period))


def of_years_ago(indicator: Indicator, period: date, today: date) -> bool:
    """Whether a period ended so long ago that nothing is led by its figure while anything newer is there."""
    return (today - last_day(indicator.period, period)).days > YEARS_AGO


def _age(site: Site, indicator: Indicator) -> Age:
    newest = newest_period(site.store, indicator, site.as_of)
    # Where a table ends is known of today's alone.
    source = dataset_of_newest(site.store, indicator, None if site.as_of else newest)
    if source is None or source.cadence not in CADENCES:
        return Age("unknown", newest)
    if site.as_of:  # the register describes today: what was due on a past day is not known
        often = source.cadence if CADENCES[source.cadence] and source.cadence != "paused" else ""
        return Age("current", newest, source.cadence, words=often)
    today, apart = date.fromisoformat(site.store.built[:10]), _apart(site, indicator, source)
    state, words, dead = judged(indicator, newest, source, today, apart)
    coming = spell_dates(source.next_release) if _DUE.match(source.next_release) else ""
    return Age(
        state,
        newest,
        source.cadence,
        coming,
        words,
        dead,
        fresher_indicators(site.store, site.indicators, indicator),
    )


def _apart(site: Site, indicator: Indicator, source: Dataset) -> int:
    """Days between figures of points in time and of several years, whose period does not tell it; 0 where one
    figure, or an odd distance, does not either. Asked only where the table is renewed more often than yearly.
    """
    if indicator.period not in ("point in time", "three years") or not 0 < CADENCES[source.cadence] < YEAR:
        return 0
    periods = sorted(site.observations(indicator).periods)
    try:
        return round(MONTHS[newest_cadence(periods)] * YEAR / 12)
    except ValueError:
        return 0


def judged(
    indicator: Indicator, newest: date | None, source: Dataset, today: date, apart: int = 0
) -> tuple[str, str, bool]:
    """State, words and whether the series is dead, for figures up to `newest` of `source`, as at `today`.

    `apart` is how many days lie between the figures themselves, where their period does not tell it (_apart).
    """
    if source.cadence in ("paused", "finished"):
        return (
            ("paused", "source paused", True)
            if source.cadence == "paused"
            else ("ended", "source ended", True)
        )
    if not (every := CADENCES[source.cadence]):
        return "current", "published irregularly", False
    often = source.cadence
    own = max(apart, 0 if indicator.period == "three years" else lasts(indicator.period))
    if own > every:  # a table of many series is renewed more often than each
        every = own
        often = next((words for words, days in CADENCES.items() if days >= own), "yearly")
    old = (today - last_day(indicator.period, newest)).days if newest else 0
    missed = releases_missed(old, every, min(USUAL_LAG, 2 * every))
    due = _last_day(source.next_release)
    if due and due < today:
        return (
            "late",
            f"newer figures due since {spell_dates(source.next_release)}",
            missed >= DEAD_AFTER,
        )
    if due:
        return "current", f"{often}, next {spell_dates(source.next_release)}", False
    if missed:
        return "late", f"{often}, nothing newer held for {_long(old)}", missed >= DEAD_AFTER
    return "current", often, False


def _last_day(text: str) -> date | None:
    """The last day that "2027", "2027-03" or "2027-03-25" names; None for any other words."""
    if not (found := _DUE.match(text)):
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if day:
        return date(year, month, day)
    return date.fromordinal(later(date(year, month or 12, 1), 1).toordinal() - 1)


def _long(days: int) -> str:
    return f"{days // 365} years" if days >= 730 else f"{round(days / 30.4)} months"

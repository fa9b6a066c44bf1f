"""As-of words: what a page shows for a past day, exactly, and what it cannot go back to."""

from collections.abc import Collection
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import day_words as day_of
from dashboard.catalogue.periods import later, months_of
from dashboard.datastore.as_of import COMPLETE, Knowledge, known
from dashboard.site import Site

NOT_AHEAD = "No projection is shown for a past day."
NO_FIGURES = "This page has no figures: it reads the same whatever day is asked for."
RECORD = (
    "You see the record as it stood at the end of {day}, and beside it the figures known then. Nothing can "
    "be "
    "written on a past day."
)
DECISIONS = "You see decisions taken up to {day}, in the words published today, with the figures known then."
SEARCHED = "What is found is what is held today; the pages it leads to show the figures known on {day}."
HELD_TODAY = (
    "This page is about the data held today and cannot go back to {day}. Its files hold today’s figures."
)
RESIDENTS = "Numbers of residents are those of the census of 2021 on every day."
PACKS = "A pack made from here holds the figures known on {day}, and says so on every page."
MADE = "This page compares what packs were made of with today’s figures and cannot go back to {day}."
PIPELINE = (
    "Jobs to fill, learners and achievers are shown as held today: when they were published is not recorded "
    "here. Only the cards of young people and of Level 3 go back to {day}."
)


def figures_known(site: Site, indicators: Collection[Indicator]) -> str:
    """What a page of these indicators shows of the site's past day; of one alone, with the dates."""
    day = day_of(site.past_day)
    sentence = f"Figures as they were known on {day}. "
    if len(indicators) == 1:
        return sentence + _one(weakest(site, *indicators), day)
    kinds = [weakest(site, item).kind for item in indicators]
    parts = [sentence + _published(sum(kind in COMPLETE for kind in kinds), len(kinds))]
    if "nothing" in kinds:
        parts.append(
            f"For {kinds.count('nothing')} the release held here came out later and no earlier one is kept: "
            "they show no figure."
        )
    if "period" in kinds:
        parts.append(
            f"For {kinds.count('period')} the publication date is not recorded: they show the periods that "
            "had ended, with today’s values."
        )
    return " ".join([*parts, NOT_AHEAD])


def weakest(site: Site, indicator: Indicator) -> Knowledge:
    """What is known least surely of the tables behind an indicator on the site's past day."""
    found = [
        known(site.store, source.dataset, site.past_day, indicator) for source in site.sources(indicator)
    ]
    order = ("nothing", "period", "release", "editions", "archive", "kept")
    found = [item for item in found if item.published or item.kind != "release"] or found
    return min(found, key=lambda item: order.index(item.kind), default=Knowledge("", "release", None))


def not_yet(site: Site, indicator: Indicator) -> str | None:
    """Why an indicator has no figure anywhere on a past day: today's release was not out; None if not so."""
    if site.as_of is None or weakest(site, indicator).kind != "nothing":
        return None
    if weakest(site, indicator).files:
        return f"no edition of {day_of(site.as_of)} or before is held here"
    return f"the release held here came out after {day_of(site.as_of)}"


def none_then(site: Site, indicator: Indicator, first: date) -> str:
    """Why an area without a figure on the site's past day has some today, from the period `first` on."""
    if later(first, months_of(indicator.period)) > site.past_day:
        return f"its first figure held is for {indicator.period_label(first)}"
    return f"the edition held of {day_of(site.past_day)} has no figure for it"


def edition(published: date | None, day: date) -> str:
    """Whether the edition of a dataset that is held was out on a day."""
    if published is None:
        return "When this edition was published is not recorded here."
    if published > day:
        return f"This edition was published on {day_of(published)}: it was not out yet on {day_of(day)}."
    return f"This edition was published on {day_of(published)}: it was out on {day_of(day)}."


def events_known(day: date) -> str:
    """What the page of road casualties shows of a past day."""
    return (
        f"You see the months that had ended by {day_of(day)}, as they are recorded today. When they were "
        "published is not recorded here and no earlier releases are kept: casualties come out months after "
        "they happen and are corrected, so less than this was known on that day."
    )


def census_known(published: date | None, day: date, census: date) -> str:
    """What the page of journeys to work shows of a past day."""
    if day < census:
        return f"Nothing is shown: census day, {day_of(census)}, was after {day_of(day)}."
    if published and day < published:
        return f"Nothing is shown: these journeys were published on {day_of(published)}, after {day_of(day)}."
    if published:
        return f"These journeys were published on {day_of(published)} and have not changed since."
    return (
        f"These are the journeys of census day, {day_of(census)}. When they were published is not recorded "
        f"here, so they may not have been known yet on {day_of(day)}."
    )


def _published(count: int, total: int) -> str:
    return f"{count} of {total} indicators are held as published by that day."


def _one(found: Knowledge, day: str) -> str:
    if found.kind == "kept":
        return (
            f"You see what this dashboard held on {day}: figures that a refresh replaces are kept since "
            f"{day_of(found.day)}. A figure may have been published before it was read here. "
            f"{NOT_AHEAD}"
        )
    if found.kind == "archive":
        return f"Its releases are kept here: for each period the newest one up to that day. {NOT_AHEAD}"
    if found.kind == "editions" and found.last:
        return (
            f"Nothing has come since the edition that was in the publisher’s files by {day_of(found.last)}: "
            f"these are the figures of today. {NOT_AHEAD}"
        )
    if found.kind == "editions":
        return (
            f"You see what was in the publisher’s files by {day}. Editions are held from "
            f"{day_of(found.day)}; a figure may have been published before it was in these files. "
            f"{NOT_AHEAD}"
        )
    if found.kind == "nothing" and found.files:
        return (
            f"What was known of this indicator then is not held: the first edition held here was in the "
            f"publisher’s files by {day_of(found.day)}. So no figure is shown."
        )
    if found.kind == "nothing":
        return (
            f"What was known of this indicator then is not held: the release held here came out on "
            f"{day_of(found.day)} and no earlier one is kept. So no figure is shown."
        )
    if found.kind == "period":
        return (
            "When this indicator was published is not recorded here: you see the periods that had ended by "
            f"{day}, with today’s values. {NOT_AHEAD}"
        )
    if found.published is None:
        return NOT_AHEAD
    return f"The release held here came out on {day_of(found.day)}, before that day. {NOT_AHEAD}"

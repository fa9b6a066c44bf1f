"""Region words: what a city region is called, who decides for it, and since when; never more than is true."""

import re
from datetime import date

from dashboard.catalogue.periods import day_words
from dashboard.catalogue.regions import COMBINED, LONDON, CityRegion

_BODY = re.compile(r" (?:Mayoral )?(?:Strategic|Combined(?: County)?) Authority$")


def noun_phrase(region: CityRegion) -> str:
    """The region as a noun phrase in a sentence: "the Tees Valley combined authority", "Greater London"."""
    if region.kind == LONDON:
        return "Greater London"
    if region.kind not in COMBINED:
        return region.name
    return f"the {region.name}" if "Authority" in region.name else f"the {region.name} {region.kind}"


def short_name(name: str) -> str:
    """The name that people say, without the kind of body at its end: "North East"."""
    return _BODY.sub("", name) or name


def office(region: CityRegion) -> str:
    """Whose pages the office view is: "the mayor’s office"."""
    if region.mayor:
        return "the mayor’s office"
    return f"the {region.kind}’s office" if region.kind in COMBINED else "the office"


def decider(region: CityRegion) -> str:
    """Who has to know, in the singular: "a mayor"."""
    if region.mayor:
        return "a mayor"
    return f"a {region.kind}" if region.kind in COMBINED else "whoever decides here"


def leadership(region: CityRegion) -> str:
    """What it is, since when, and its mayor: "A combined authority since 2014, with an elected mayor."

    Of an area that was made here it says that nobody was elected for it.
    """
    if region.kind not in (*COMBINED, LONDON):
        return f"An area made here ({region.kind}): no authority answers for it."
    what = f"A {region.kind}" if region.kind in COMBINED else f"The {region.kind}"
    since = f" since {_spelt(region.since)}" if region.since else ""
    return f"{what}{since}{_mayor(region)}."


def _mayor(region: CityRegion) -> str:
    if region.mayor:
        return ", with an elected mayor"
    if region.first_election:
        return f"; it has no elected mayor yet: the first is elected in {region.first_election}"
    return "" if region.mayor is None else ", without a mayor"


def _spelt(since: str) -> str:
    """A year as it is, a day in words."""
    return since if since.isdigit() else day_words(date.fromisoformat(since))

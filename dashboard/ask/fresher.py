"""Fresher: of two indicators of one measure the one that reaches further answers; the older is named.

Whoever asks for “unemployment” means today's. Only rates are taken for each other: a median is no mean, and a
number of homes no rate. A change is judged by the series that is long enough, and a past day has its own.
"""

from dataclasses import replace

from dashboard.ask.dates import periods_meant
from dashboard.ask.question import RANKS, Question
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.site import Site
from dashboard.statements.age import age

_KINDS = ("value", "compare", *RANKS)


def fresher(site: Site, question: Question) -> tuple[Question, tuple[str, ...]]:
    """`question` of the freshest indicator that answers it as fully, and what must be known with that."""
    if question.exact or question.kind not in _KINDS or site.as_of is not None:
        return question, ()
    for name in age(site, question.indicator).newer:
        newer = site.indicators.get(name)
        if newer and _rates(question.indicator, newer) and _answers_as_fully(site, question, newer):
            return replace(question, indicator=newer), (_older(site, question, newer),)
    return question, ()


def newer_named(site: Site, indicator: Indicator) -> tuple[str, ...]:
    """That a newer source tells of the same, where the answer is not of it."""
    names = age(site, indicator).newer if site.as_of is None else ()
    titles = [site.indicators[name].title for name in names if name in site.indicators]
    return tuple(f"A newer source tells of the same: {title}." for title in titles)


def _rates(one: Indicator, other: Indicator) -> bool:
    return one.suffix == other.suffix == "%" and one.better == other.better


def _answers_as_fully(site: Site, question: Question, newer: Indicator) -> bool:
    """Whether it has a figure wherever the older one has; of a date, one that the older has not."""
    places = _places_of(site, question)
    if question.when is None:
        return _figures_held(site, newer, places) >= _figures_held(site, question.indicator, places) > 0
    periods = (
        periods_meant(item, site.observations(item).periods, question.when)
        for item in (question.indicator, newer)
    )
    older, found = periods
    return not older and len(found) == 1


def _places_of(site: Site, question: Question) -> list[Area]:
    """The places whose figures the answer rests on: of a rank the districts."""
    if question.kind in RANKS:
        return site.geography.members(question.places[0].code)
    return list(question.places)


def _figures_held(site: Site, indicator: Indicator, places: list[Area]) -> int:
    observations = site.observations(indicator)
    return sum(observations.latest(place.code) is not None for place in places)


def _older(site: Site, question: Question, newer: Indicator) -> str:
    """That there is an older source, how far it reaches, and whether it alone has margins of error."""
    older = question.indicator
    last = age(site, older).newest
    until = f", up to {older.period_label(last)}" if last else ""
    places = _places_of(site, question)
    alone = _margins(site, older, places) and not _margins(site, newer, places)
    margins = " and margins of error" if alone else ""
    return f"An older source of the same, “{older.title}”, has earlier years{margins}{until}."


def _margins(site: Site, indicator: Indicator, places: list[Area]) -> bool:
    found = (site.observations(indicator).latest(place.code) for place in places)
    return any(item is not None and item.lower is not None for item in found)

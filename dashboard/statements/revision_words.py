"""Revision words: how an indicator's figures are usually revised, and what a figure was before."""

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import day_words
from dashboard.datastore.areas import Area
from dashboard.datastore.editions.past_editions import first_and_newest, values_of
from dashboard.methods.revisions import UsualMove, usual_move
from dashboard.site import Site

FILES = "Days are those by which a figure was in the publisher’s files: it may have been published before."


def revisions(site: Site, indicator: Indicator, area: Area) -> str:
    """How an indicator's figures are usually revised and what the area's newest revised one was; or ""."""
    held = first_and_newest(site.store, indicator, site.as_of)
    usual = usual_move(held)
    if usual is None:
        return ""
    return " ".join(filter(None, [_usual(indicator, usual), _before(site, indicator, area), FILES]))


def _usual(indicator: Indicator, usual: UsualMove) -> str:
    if not usual.moved:
        return f"None of {usual.compared:,} figures has been revised in the editions held."
    return (
        f"{usual.moved:,} of {usual.compared:,} figures were revised after the first edition held here. "
        f"Half of all moved by {indicator.format(usual.half)} or less, nine in ten by "
        f"{indicator.format(usual.nine_in_ten)} or less."
    )


def _before(site: Site, indicator: Indicator, area: Area) -> str:
    """What the area's newest revised figure has been, in the base of today."""
    for item in reversed(site.observations(indicator).series(area.code)):
        every = values_of(site.store, indicator, area.code, item.period, site.as_of)
        been = [value for value in every if value.base == every[-1].base]
        if len(been) > 1:
            told = [f"{indicator.format(value.value)} by {day_words(value.seen)}" for value in been]
            when = indicator.period_phrase(item.period)
            return f"The figure of {area.name} {when} has been {', then '.join(told)}."
    return ""

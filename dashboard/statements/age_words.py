"""Age words: how current an indicator is as a sentence, and the warning of whoever decides by a dead one."""

from dashboard.capital_letter import capital
from dashboard.catalogue.indicators import Indicator
from dashboard.site import Site
from dashboard.statements.age import Age, age

_STATES = {
    "paused": "The publisher has paused this source",
    "ended": "The publisher has ended this source: no newer figures will come",
}
_UNSEEN = "so what happens after that cannot be seen in it"


def sentence(indicator: Indicator, known: Age) -> str:
    """Which figures are the newest, and when newer ones are to be had, as far as that is known."""
    newest = f"Newest figures: {indicator.period_label(known.newest)}. " if known.newest else ""
    return f"{newest}{_coming(known)}".strip()


def _coming(known: Age) -> str:
    if known.state in _STATES:
        return f"{_STATES[known.state]}."
    if not known.words:
        return ""
    if known.state == "late":
        often, _, late = known.words.rpartition(", ")
        return f"Published {often}; {late}." if often else f"{capital(late)}: not held here."
    return f"Published {known.words.removeprefix('published ').replace(', next', '; next release')}."


def warning(site: Site, indicator: Indicator) -> str:
    """That what happens from now on cannot be seen in `indicator`, and which other reaches further; empty
    where newer figures are to be counted on."""
    known = age(site, indicator)
    if not (known.dead or known.newer):
        return ""
    ends = f" ends {indicator.period_phrase(known.newest)}" if known.newest else ""
    why = f": {known.words.rpartition(', ')[2]}, {_UNSEEN}" if known.dead else ""
    return f"{indicator.title}{ends}{why}.{_further(site, known)}"


def _further(site: Site, known: Age) -> str:
    newer = [(item, age(site, item).newest) for item in map(site.indicators.__getitem__, known.newer)]
    further = ", ".join(f"{item.title} ({item.period_label(newest)})" for item, newest in newer if newest)
    return f" Another source of the same measure reaches further: {further}." if further else ""

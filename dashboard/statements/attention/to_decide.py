"""To decide: the few statements to act on, of all that is said of a place."""

from collections.abc import Sequence

from dashboard.site import Site
from dashboard.statements.attention.four_lists import WATCH, WORSE_HERE, FourLists
from dashboard.statements.attention.overview_words import subject
from dashboard.statements.attention.statement import Statement
from dashboard.statements.public_words import each_once

MOST_ITEMS, FEWEST_ITEMS = 4, 3


def to_decide(site: Site, found: FourLists) -> list[Statement]:
    """The statements that have a card: the first of what is worse here; of what is to be watched where
    those are few."""
    worse, watch = each_list(site, found)
    return [*worse[:MOST_ITEMS], *watch[: max(FEWEST_ITEMS - len(worse), 0)]]


def each_list(site: Site, found: FourLists) -> tuple[list[Statement], list[Statement]]:
    """All of what is worse here, and of what is to be watched: a subject and a fact once each."""
    worse, watch = (_each_subject(each_once(site, found.lists[key])) for key in (WORSE_HERE, WATCH))
    return worse, watch


def _each_subject(items: Sequence[Statement]) -> list[Statement]:
    """The first of each subject: male and female healthy life expectancy are two figures of one."""
    first: dict[str, Statement] = {}
    for item in items:
        first.setdefault(subject(item), item)
    return list(first.values())

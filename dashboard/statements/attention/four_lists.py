"""The attention list in four: worse here, watch, good news, and what cannot be judged."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.statements.attention import tiers
from dashboard.statements.attention.statement import Statement

WORSE_HERE, WATCH, GOOD, UNTOLD = "worse", "watch", "good", "untold"
NAMES = {
    WORSE_HERE: "Worse here",
    WATCH: "Watch",
    GOOD: "Good news",
    UNTOLD: "Cannot be judged",
}
RULES = {
    WORSE_HERE: "Worse than England (surer than 99.8%) and not getting better, worse than before here and "
    "not elsewhere, or off a target.",
    WATCH: "Less sure (95%), measured only once, getting better though behind England, in some districts "
    "only, or worse in England too.",
    GOOD: "Better than before, by more than chance makes.",
    UNTOLD: "No rule can be applied to these figures; each line says why.",
}
EMPTY = {
    WORSE_HERE: "Nothing is surely worse here than elsewhere or than before.",
    WATCH: "Nothing is to be watched.",
    GOOD: "No figure is surely better than before.",
    UNTOLD: "Every figure can be judged.",
}
_LAST = {WORSE_HERE: tiers.WORSE, WATCH: tiers.AS_ENGLAND}  # the last tier of each, in the order of TIERS


@dataclass(frozen=True)
class FourLists:
    """The statements of each list by its key, in order; `rest` are those that say nothing to act on."""

    lists: dict[str, list[Statement]]
    rest: list[Statement]


def four_lists(items: Iterable[Statement]) -> FourLists:
    """`items`, each in its list."""
    lists: dict[str, list[Statement]] = {key: [] for key in NAMES}
    rest: list[Statement] = []
    for item in items:
        key = list_of(item)
        (lists[key] if key else rest).append(item)
    return FourLists(lists, rest)


def list_of(item: Statement) -> str:
    """The list that a statement belongs to, or "" for none."""
    if item.tier <= _LAST[WORSE_HERE]:
        return WORSE_HERE
    if item.tier <= _LAST[WATCH]:
        return WATCH
    return {tiers.IMPROVING: GOOD, tiers.UNKNOWN: UNTOLD}.get(item.tier, "")

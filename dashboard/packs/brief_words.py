"""Words of the brief: its title, what was decided, and its short lists."""

from collections.abc import Sequence
from datetime import date

from dashboard.catalogue.periods import day_words
from dashboard.datastore.areas import Area
from dashboard.packs.model import Listing
from dashboard.record_port import Decided
from dashboard.statements.attention.four_lists import GOOD, WATCH, WORSE_HERE, FourLists
from dashboard.statements.attention.overview_words import subject
from dashboard.statements.record_words import review

FEW = 4  # lines of a list
NOTHING_BETTER = "No figure is surely better than before."


def counted(place: Area, found: FourLists) -> str:
    """The title: "Greater Manchester: 6 things are worse here, 8 are to be watched, 1 is better"."""
    worse, watch, good = (len({*map(subject, found.lists[key])}) for key in (WORSE_HERE, WATCH, GOOD))
    parts = [
        f"{worse} thing{_is(worse)} worse here" if worse else "nothing is surely worse here",
        f"{watch} {_are(watch)} to be watched" if watch else "",
        f"{good} {_are(good)} better than before" if good else "",
    ]
    return f"{place.name}: {', '.join(filter(None, parts))}"


def _is(count: int) -> str:
    return " is" if count == 1 else "s are"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def decided(about: Decided | None) -> str:
    """What was decided about a line."""
    if about is None:
        return "Nothing decided yet."
    return f"Decided on {day_words(about.day)}: {about.title}. Review on {day_words(about.review)}."


def decision(item: Decided, today: date) -> str:
    """A decision as a line: what, and when it is looked at again."""
    return f"{item.title}. {review(item.review, item.reviewed, today)[0]}."


def actions(count: int) -> str:
    """How many actions of the task force wait; "" for none."""
    if not count:
        return ""
    return "1 action is blocked or late." if count == 1 else f"{count} actions are blocked or late."


def shortened(title: str, lines: Sequence[str], empty: str, most: int = FEW) -> Listing:
    """A list of at most `most` lines."""
    return Listing(title, tuple(lines[:most]), max(len(lines) - most, 0), empty)


def first_sentence(text: str) -> str:
    """The first sentence of a caveat, on one line."""
    words = " ".join(text.split())
    head, stop, _ = words.partition(". ")
    return f"{head}." if stop else words

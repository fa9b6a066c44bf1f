"""Words of the brief: its title, what was decided, and its short lists."""

from collections.abc import Sequence
from datetime import date

from dashboard.catalogue.periods import day_words
from dashboard.datastore.areas import Area
from dashboard.packs.model import Listing
from dashboard.packs.words import lower
from dashboard.record_port import Decided
from dashboard.statements.attention.four_lists import GOOD, WATCH, WORSE_HERE, FourLists
from dashboard.statements.attention.overview_words import headline, number, subject
from dashboard.statements.attention.statement import Statement
from dashboard.statements.changed.compared import IndicatorChange
from dashboard.statements.changed.words import moved, title_of
from dashboard.statements.frameworks import Standing
from dashboard.statements.listing import listing
from dashboard.statements.outlook.target_words import TRACKS
from dashboard.statements.record_words import review

MOST_LINES = 4  # lines of a list
MOST_NAMED = 3  # things by name
NO_TARGET = "No target is set. No framework that is held here sets one either."
NOTHING_BETTER = "No figure is surely better than before."


def title(place: Area, found: FourLists) -> str:
    """What the brief is about, by name: "Tees Valley: worse on weekly pay, with 2 more to be watched"."""
    worse, watch, good = (
        [lower(name) for name in dict.fromkeys(map(subject, found.lists[key]))]
        for key in (WORSE_HERE, WATCH, GOOD)
    )
    return f"{place.name}: {_worse(worse, len(watch)) if worse else _watched(watch) or _improved(good)}"


def _worse(names: Sequence[str], watch: int) -> str:
    return f"worse on {_named(names)}{f', with {watch} more to be watched' if watch else ''}"


def _watched(names: Sequence[str]) -> str:
    return f"to be watched {_is(len(names))} {_named(names)}" if names else ""


def _improved(names: Sequence[str]) -> str:
    if names:
        return f"better on {_named(names)}, and nothing is worse"
    return "nothing is worse here, and nothing is to be watched"


def _named(names: Sequence[str]) -> str:
    """The first of `names`; the rest are counted, and one of them is named."""
    left = len(names) - MOST_NAMED
    return listing([*names[: MOST_NAMED - 1], f"{left + 1} more"] if left > 0 else list(names))


def lead(found: FourLists) -> str:
    """How each of what the title names is worse; what is to be watched where it has not named all of that."""
    watched = [lower(name) for name in dict.fromkeys(map(subject, found.lists[WATCH]))]
    if found.lists[WORSE_HERE] or not watched:
        return headline(found)
    return f"To be watched: {listing(watched)}." if len(watched) > MOST_NAMED else ""


def older(items: Sequence[Statement]) -> str:
    """What is worse by figures of years ago, by name; "" where nothing is."""
    names = [lower(name) for name in dict.fromkeys(map(subject, items))]
    if not names:
        return ""
    left = len(names) - MOST_NAMED
    text = listing([*names[:MOST_NAMED], f"{number(left).lower()} more"] if left > 0 else names)
    return f"By figures of more than two years ago, {text} {'was' if len(names) == 1 else 'were'} worse."


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def decided(about: Decided | None) -> str:
    """What was decided about a line."""
    if about is None:
        return "Nothing decided yet."
    return f"Decided on {day_words(about.day)}: {about.title}. Review on {day_words(about.review)}."


def places(figures: Sequence[str]) -> str:
    """Where, told of so few places that none is the furthest: "By place: Peterborough 57.4 years and ..."."""
    return f"By place: {listing(figures)}" if figures else "No figure of its districts is held here"


def decision(item: Decided, today: date) -> str:
    """A decision as a line: what, and when it is looked at again."""
    return f"{item.title}. {review(item.review, item.reviewed, today)[0]}."


def actions(count: int) -> str:
    """How many actions of the task force wait; "" for none."""
    if not count:
        return ""
    return "1 action is blocked or late." if count == 1 else f"{count} actions are blocked or late."


def framework(title: str, found: Sequence[Standing]) -> str:
    """How the targets of a framework stand, those off track by name; "" of one without a target."""
    tracks = [item.track for item in found if item.track]
    if not tracks:
        return ""
    parts = [f"{tracks.count(key)} {name.lower()}" for key, name in TRACKS.items() if key in tracks]
    off = [item.measure.measure for item in found if item.track == "off track"]
    named = f" ({listing(list(map(lower, off[:MOST_NAMED])))})" if off else ""
    many = "" if len(tracks) == 1 else "s"
    return f"{title}: of {len(tracks)} target{many}, {', '.join(parts)}{named}."


def changed(item: IndicatorChange, place: Area) -> str:
    """What changed of an indicator: in the place itself, else in how many of its places."""
    here = next((area for area in item.areas if area.area.code == place.code), None)
    if here is None:
        return f"{title_of(item)}."
    text = moved(item.indicator, here).removeprefix(f"{place.name}: ")
    return f"{item.indicator.title}: {text}{' Its verdict is another.' if here.statement else ''}"


def shortened(title: str, lines: Sequence[str], empty: str, most: int = MOST_LINES) -> Listing:
    """A list of at most `most` lines."""
    return Listing(title, tuple(lines[:most]), max(len(lines) - most, 0), empty)

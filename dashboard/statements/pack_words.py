"""Pack words: the messages over a briefing pack's sections, from what is said about its figures."""

from collections.abc import Sequence
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import MONTHS
from dashboard.datastore.areas import Area
from dashboard.datastore.datasets import Dataset
from dashboard.statements.attention import TIERS, Statement
from dashboard.statements.map_words import LEVEL_NAMES

_NEEDS = TIERS.index("Getting better")  # the tiers before this one need attention
_WORSENING = TIERS.index("Worse than England, more than chance explains")
NOTES = "Where these figures come from, and what to mind"
_FULL = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
         "November", "December")  # fmt: skip


def day_words(day: date) -> str:
    """A day as a reader says it: "23 November 2026"."""
    return f"{day.day} {_FULL[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """A day in a table: "23 Nov 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def needs_attention(item: Statement) -> bool:
    """Whether a statement is of a tier that needs a decision."""
    return item.tier < _NEEDS


def said(item: Statement) -> tuple[str, str]:
    """A statement as its subject and what is said of it: ("Weekly pay", "lower than England ...")."""
    title, _, words = item.text.partition(": ")
    return title, words


def message(item: Statement) -> str:
    """A statement as a title: without its full stop and its brackets, which the statement below it has."""
    return item.text.removesuffix(".").replace(" (published without a margin of error)", "")


def overall(place: Area, statements: Sequence[Statement]) -> str:
    """How a place stands: what is getting worse, what is behind England, what is improving."""
    worsening = sum(item.change == "worsening" for item in statements)
    behind = sum(item.tier == _WORSENING for item in statements)
    improving = sum(item.change == "improving" for item in statements)
    parts = [
        (worsening, f"{_figures(worsening)} getting worse"),
        (behind, f"{behind} worse than England by more than chance explains"),
        (improving, f"{improving} improving"),
    ]
    found = [words for count, words in parts if count]
    return f"{place.name}: {', '.join(found) or 'no figure moves or differs by more than chance explains'}"


def first_needs(statements: Sequence[Statement]) -> str:
    """What needs a decision first."""
    if not statements:
        return "No figure is getting worse or worse than England’s"
    return f"{_figures(len(statements))} to look at first, led by {_lower(statements[0].title)}"


def theme_message(theme: str, statements: Sequence[Statement]) -> str:
    """What a theme's figures say: its most pressing statement, or that nothing stands out."""
    if not statements:
        return f"{theme}: no figures are published here"
    if not needs_attention(statements[0]):
        return f"{theme}: nothing is getting worse or worse than England’s ({_figures(len(statements))})"
    return message(statements[0])


def about_figures(missing: int) -> str:
    """What the figures on a summary are, and how many of them a place does not have."""
    said = "The newest published figure of each, where it came from, and England’s for the same period."
    if not missing:
        return said
    have = "1 has" if missing == 1 else f"{missing} have"
    return f"{said} {have} no figure for the place as a whole."


def side_by_side(places: int, region: Area) -> str:
    """The title over a table of a region's places."""
    return f"{places} places of {region.name} side by side"


def map_message(indicator: Indicator, level: str, named: Sequence[tuple[str, float]]) -> str:
    """From which figure to which the areas of a map go."""
    if not named:
        return f"{indicator.title}: no figures for {LEVEL_NAMES[level][2]} here"
    values = [value for _, value in named]
    low, high = indicator.format(min(values)), indicator.format(max(values))
    spread = low if low == high else f"from {low} to {high}"
    return f"{indicator.title}: {spread} across {len(named):,} {LEVEL_NAMES[level][2]}"


def source_line(sources: Sequence[Dataset]) -> str:
    """Publisher and title of every source, in one line."""
    return "; ".join(f"{item.publisher}, {item.title}" for item in sources if item.title)


def _figures(number: int) -> str:
    return "1 figure" if number == 1 else f"{number} figures"


def _lower(title: str) -> str:
    """A title inside a sentence; a word in capitals (GVA) stays."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]

"""Pack words: the messages over a briefing pack's sections, from what is said about its figures."""

from collections.abc import Sequence

from dashboard.catalogue.indicators import Indicator
from dashboard.charts.district_figures import worst_side
from dashboard.charts.mapped import Mapped
from dashboard.datastore.areas import NEIGHBOURHOODS, Area
from dashboard.datastore.datasets import Dataset
from dashboard.statements.attention import tiers
from dashboard.statements.attention.statement import Statement
from dashboard.statements.listing import listing
from dashboard.statements.map_words import LEVEL_NAMES, map_heading

# Tables that say where places are and what they were called: no figure comes from them.
_REFERENCE = {"areas", "membership", "recodes", "lsoa11_lsoa21"}
MOST_NAMED = 3  # places by name in a title
NOTES = "Where these figures come from, and what to watch out for"


def needs_attention(item: Statement) -> bool:
    """Whether a statement is of a tier that needs a decision."""
    return item.tier < tiers.IMPROVING


def subject_and_words(item: Statement) -> tuple[str, str]:
    """A statement as its subject and what is said of it: ("Weekly pay", "lower than England ...")."""
    title, _, words = item.text.partition(": ")
    return title, words


def message(item: Statement) -> str:
    """A statement as a title: without its full stop."""
    return item.text.removesuffix(".")


def overall(place: Area, statements: Sequence[Statement]) -> str:
    """How a place stands: what is worse than before, what is behind England, what is better."""
    worsening = sum(item.change == "worsening" for item in statements)
    behind = sum(item.tier in tiers.BEHIND for item in statements)
    improving = sum(item.change == "improving" for item in statements)
    parts = [
        (worsening, f"{_figures(worsening)} worse than before"),
        (behind, f"{behind} worse than England by more than chance explains"),
        (improving, f"{improving} better than before"),
    ]
    found = [words for count, words in parts if count]
    return f"{place.name}: {', '.join(found) or 'no figure moves or differs by more than chance explains'}"


def first_needs(statements: Sequence[Statement]) -> str:
    """What needs a decision first."""
    if not statements:
        return "No figure is worse than before or than England’s"
    return f"{_figures(len(statements))} to look at first, led by {lower(statements[0].title)}"


def theme_message(theme: str, statements: Sequence[Statement], more: str = "") -> str:
    """What the figures of a theme say: the most pressing statement, or that nothing `more` stands out."""
    if not statements and more:
        return f"{theme}: what is judged here stands in the brief"
    if not statements:
        return f"There are no figures on {lower(theme)} here"
    if not needs_attention(statements[0]):
        return f"Nothing {more}is worse than before or than England’s ({_figures(len(statements))} judged)"
    return message(statements[0])


def about_figures(missing: int) -> str:
    """What the figures on a summary are, and how many of them a place does not have."""
    sentence = "The newest published figure of each, where it came from, and England’s for the same period."
    if not missing:
        return sentence
    have = "1 has" if missing == 1 else f"{missing} have"
    return f"{sentence} {have} no figure for the place as a whole."


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


def map_finding(shown: Mapped) -> str:
    """What a map shows, as a title: in which three places it is worst; of many small areas its range."""
    indicator, named = shown.indicator, shown.named()
    heading = map_heading(indicator, shown.period)
    if shown.level in NEIGHBOURHOODS or len(named) < MOST_NAMED:
        return heading + map_message(indicator, shown.level, named).removeprefix(indicator.title)
    worst = [name for name, _ in sorted(named, key=lambda item: (-worst_side(indicator) * item[1], item[0]))]
    return (
        f"{heading}: {'highest' if worst_side(indicator) > 0 else 'lowest'} in {listing(worst[:MOST_NAMED])}"
    )


def origins(sources: Sequence[Dataset]) -> tuple[tuple[str, str], ...]:
    """Publisher and title of every dataset that figures come from."""
    named = [item for item in sources if item.title and item.dataset not in _REFERENCE] or sources
    return tuple((item.publisher, item.title) for item in named)


def _figures(number: int) -> str:
    return "1 figure" if number == 1 else f"{number} figures"


def lower(title: str) -> str:
    """A title inside a sentence; a word in capitals (GVA) stays."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def unit_after(indicator: Indicator) -> str:
    """The unit as it reads after a figure that has its sign: "of homes" after "45.3%"."""
    before, after = indicator.prefix.strip(), indicator.suffix.strip()
    for sign in (f"{before} {after}", before, after):
        rest = indicator.unit.removeprefix(sign)
        if sign.strip() and rest != indicator.unit and rest[:1] in (" ", ","):
            return rest.lstrip(", ")
    return indicator.unit


def first_sentence(text: str) -> str:
    """The first sentence of a caveat, on one line."""
    words = " ".join(text.split())
    head, stop, _ = words.partition(". ")
    return f"{head}." if stop else words

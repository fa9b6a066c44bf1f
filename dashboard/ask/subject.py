"""Subject: which of the things that a question names it is about, and which words only repeat what that is.

Of "children in poverty" the children are those of the figure itself, whose unit tells of them: they are no
second thing that is asked for. Only a count can be repeated so: the rent of homes is no share of homes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.ask.lexicon import INDICATOR, Phrase
from dashboard.ask.phrasing import words
from dashboard.catalogue.indicator import Indicator
from dashboard.site import Site

_AND = frozenset(("and", "or"))  # two things that are named side by side are two questions
_TURNING = frozenset(("no", "not", "without", "none", "other", "others", "outside", "except", "half", "only"))


@dataclass(frozen=True)
class NamedPart:
    """A phrase of a question: what it is ("" where nothing here is called so), all that it may mean, and
    where its words stand among those of the question."""

    kind: str
    meaning: tuple[str, ...]
    phrase: Phrase
    at: tuple[int, ...]


def one_subject(
    site: Site, parts: Sequence[NamedPart], typed_words: Sequence[str], text: str
) -> list[NamedPart]:
    """`parts` without the names of indicators that only repeat what another one is of."""
    named = [part for part in parts if part.kind == INDICATOR]
    if "," in text:
        return list(parts)
    repeats = [
        part
        for part in named
        if any(_repeats(site, part, other) and not _beside(typed_words, part, other) for other in named)
    ]
    return [part for part in parts if part not in repeats or len(repeats) == len(named)]


def _repeats(site: Site, part: NamedPart, other: NamedPart) -> bool:
    """Whether `part` is a number of things, and all meanings of `other` are of just those things."""
    counts = all(site.indicators[one].statistic == "count" for one in part.meaning)
    rates = not any(site.indicators[one].statistic == "count" for one in other.meaning)
    return counts and rates and all(of_the_figure(site, word, [other.meaning]) for word in part.phrase)


def _beside(typed_words: Sequence[str], part: NamedPart, other: NamedPart) -> bool:
    first, last = sorted((part.at, other.at))
    return bool(_AND & set(typed_words[first[-1] : last[0]]))


def of_the_figure(site: Site, word: str, named: Iterable[Sequence[str]]) -> bool:
    """Whether the figure asked for, and any other that may be meant, says `word` of itself."""
    ids = {one for meaning in named for one in meaning}
    return bool(ids) and all(word in _own_words(site.indicators[one]) for one in ids)


def _own_words(indicator: Indicator) -> frozenset[str]:
    """The words of its title, unit and question, in both numbers; none that turns a figure into another."""
    own = {word for text in (indicator.title, indicator.unit, indicator.question) for word in words(text)}
    plain = {word for word in own if not word.isdigit()} - _TURNING
    return frozenset(plain | {f"{word}s" for word in plain} | {word.removesuffix("s") for word in plain})

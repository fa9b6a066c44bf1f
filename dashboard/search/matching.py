"""Matching: how well a name answers what was typed, slips of the pen and words of one meaning forgiven."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import OSA

# The word of a name; its beginning; nearly; a word about it.
WHOLE, BEGINS, ALMOST, BESIDE = 4.0, 3.0, 2.0, 1.0
SAME_MEANING = 0.9  # of what the word itself would count
SHORT_WORD, _LONG = 4, 8  # letters from which one slip is forgiven, and two
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        "a an and are at by do does for from have here how in is it many much of on or our people per that"
        " the their there they this to was we were what which who why with",
    )
)


@dataclass(frozen=True)
class SearchText:
    """Words that something can be found by: those of its name, and others that are said about it."""

    name: tuple[str, ...]
    about: frozenset[str] = frozenset()

    @cached_property
    def name_line(self) -> str:
        """Its name with a space before each word: one look finds whether one begins as a text does."""
        return "".join(f" {word}" for word in self.name)

    @cached_property
    def about_line(self) -> str:
        """The words about it, likewise."""
        return "".join(f" {word}" for word in sorted(self.about))


@dataclass(frozen=True)
class QueryTerm:
    """One thing that was asked for: the phrases that mean it. The first was typed."""

    phrases: tuple[tuple[str, ...], ...]


def words(text: str) -> tuple[str, ...]:
    """The words of `text` in small letters, without accents, apostrophes and signs."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return tuple(re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", letters).replace("&", " and ")))


def search_text(name: str, *about: str) -> SearchText:
    """Something called `name`, about which the texts of `about` are said."""
    return SearchText(words(name), frozenset(word for text in about for word in words(text)) - _EMPTY)


Known = Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]]  # a phrase -> the phrases that mean the same


def known_phrases(meanings: Iterable[Sequence[str]]) -> Known:
    """Each phrase of `meanings`, lists of phrases of one meaning, with all that mean the same."""
    return {words(phrase): tuple(words(other) for other in group) for group in meanings for phrase in group}


def query_terms(text: str, known: Known) -> list[QueryTerm]:
    """What `text` asks for, word by word; a phrase of `known` is one thing, with all that means it."""
    typed = list(words(text))
    longest = max((len(phrase) for phrase in known), default=1)
    found: list[QueryTerm] = []
    while typed:
        size = next((n for n in range(min(longest, len(typed)), 0, -1) if tuple(typed[:n]) in known), 1)
        phrase = tuple(typed[:size])
        if size > 1 or phrase[0] not in _EMPTY:
            found.append(_meant(phrase, known))
        typed = typed[size:]
    return found


def _meant(phrase: tuple[str, ...], known: Known) -> QueryTerm:
    """`phrase` with all that means the same; a word that is almost one of these is taken for it, too."""
    same = known.get(phrase) or (len(phrase) == 1 and _almost_known(phrase[0], known)) or ()
    return QueryTerm((phrase, *[other for other in same if other != phrase]))


def _almost_known(word: str, known: Known) -> tuple[tuple[str, ...], ...]:
    """What means the same as the word of `known` that `word` is with the fewest slips in it."""
    most = slips_forgiven(word)
    if not most:
        return ()
    single = [
        (OSA.distance(word, *other, score_cutoff=most), group)
        for other, group in known.items()
        if len(other) == 1
    ]
    slips, group = min(single, key=lambda pair: pair[0], default=(most + 1, ()))
    return group if slips <= most else ()


def score(parts: Sequence[QueryTerm], thing: SearchText) -> float:
    """How well `thing` answers all of `parts`: 0 where one of them is not answered, else more is better.

    Of two that answer as well, the one whose name says little else comes first.
    """
    if not parts:
        return 0.0
    total = 0.0
    for part in parts:  # most things answer not even the first
        answered = _part(part, thing)
        if not answered:
            return 0.0
        total += answered
    return total / len(parts) + len(parts) / (10 + len(thing.name))


def most_of(parts: Sequence[QueryTerm], thing: SearchText) -> float:
    """How well `thing` answers more than half of `parts`, one of them by its name; else 0."""
    each = [_part(part, thing) for part in parts]
    answered = [value for value in each if value]
    if 2 * len(answered) <= len(parts) or max(answered) < ALMOST:
        return 0.0
    return sum(answered) / len(parts)


def _part(part: QueryTerm, thing: SearchText) -> float:
    typed = _phrase(part.phrases[0], thing)
    meant = max((_phrase(phrase, thing, slips=False) for phrase in part.phrases[1:]), default=0.0)
    return max(typed, meant * SAME_MEANING)


def _phrase(phrase: tuple[str, ...], thing: SearchText, slips: bool = True) -> float:
    total = 0.0
    for word in phrase:
        found = _word(word, thing, slips)
        if not found:
            return 0.0
        total += found
    return total / len(phrase)


def _word(word: str, thing: SearchText, slips: bool) -> float:
    if word in thing.name:
        return WHOLE
    if f" {word}" in thing.name_line:
        return BEGINS
    most = slips_forgiven(word) if slips else 0
    if most and any(_almost(word, other, most) for other in thing.name):
        return ALMOST
    about = word in thing.about or (len(word) >= SHORT_WORD and f" {word}" in thing.about_line)
    return BESIDE if about else 0.0


def _almost(word: str, other: str, most: int) -> bool:
    """Whether `word`, or what it is the beginning of, is `other` with a slip in it."""
    return _slip(word, other, most) or (
        len(other) > len(word) > SHORT_WORD and _slip(word, other[: len(word)], most)
    )


def _slip(word: str, other: str, most: int) -> bool:
    """Whether one is the other with at most `most` letters wrong, missing, too many or swapped with a
    neighbour."""
    return abs(len(word) - len(other)) <= most and OSA.distance(word, other, score_cutoff=most) <= most


def slips_forgiven(word: str) -> int:
    """How many slips of the pen a typed word may hold: none in a short one or a number, two in a long one."""
    return 0 if word.isdigit() else (len(word) >= SHORT_WORD) + (len(word) >= _LONG)

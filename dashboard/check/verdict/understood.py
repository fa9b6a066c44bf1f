"""Understood: whether the words around a number are all known to leave it the figure that is held.

"Youth unemployment is 5.3%" and "we want unemployment to be 5.3%" hold the words of a figure and are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.catalogue.indicator import Indicator
from dashboard.check.reading.claims import RANK, written
from dashboard.check.reading.dates import A_YEAR, BY, PART, RELATIVE, Date
from dashboard.check.reading.listed import chain
from dashboard.check.reading.numbers import AGE, MARGINS, PER, Number, Span
from dashboard.check.reading.pairing import Paired
from dashboard.check.reading.parts import RESTRICTS, clause_of, with_what_follows
from dashboard.check.reading.phrases import PhraseMatch, Word, key
from dashboard.check.reading.sentences import Sentence
from dashboard.check.reading.vocabulary import Vocabulary
from dashboard.check.verdict.agreement import known_words
from dashboard.search.matching import words

_AMONG = re.compile(
    r"^\s+(?:(?:rate|figure|level|number)s?\s+)?(?:among|amongst|of|for|by|with|from|in)(?: the| our"
    r"| all)*\s+$", re.I
)  # fmt: skip
_CHANGE_IN = re.compile(r"^(?:growth|changes?|reduction) (?:in|of) (?:the )?$", re.IGNORECASE)
_OF_IT = ("growth", "change", "changes", "reduction", "working")  # "employment growth" is no employment
_YEAR_TO = re.compile(r"\b(?:the )?year (?:to|of) (?=(?:19|20)\d\d)", re.IGNORECASE)
_PHRASES = (A_YEAR, RELATIVE, _YEAR_TO, MARGINS)
_REST = frozenset(
    ("lost", "less", "lose", "losing")
)  # a unit says so of what is taken off: "less those lost"
_PLACES = ("borough", "district", "city", "county", "council", "region")
_QUESTION = re.compile(r"\?['”\")]*\s*$")


@dataclass(frozen=True)
class Doubt:
    """Words that were not understood. `turns`: they make another figure of it, so that nothing can be
    said; `near`: they stand beside the indicator's name, so that a fault cannot be told either."""

    words: str
    turns: bool
    near: bool = False


def doubt(
    sentence: Sentence, pair: Paired, phrase: PhraseMatch | None, indicator: Indicator, known: Vocabulary
) -> Doubt | None:
    """The words that rule out reading the number as a figure of `indicator`; None if there are none."""
    if apart := [when for when in sentence.dates if when.role in (BY, PART)]:
        return Doubt(apart[0].text, True)
    mine = known_words(indicator) | _of_phrase(sentence, phrase)
    span = _span(sentence, pair, phrase)
    clause = clause_of(sentence, span)
    around = [*_unranked(sentence, _within(sentence, clause)), *_added(sentence, clause)]
    if turning := [word for word in around if _turns(word, known, mine)]:
        return Doubt(turning[0].text, True)
    if ages := [text for text in _ages(sentence, span) if set(re.findall(r"\d+", text)) - mine]:
        return Doubt(ages[0], True)
    if _QUESTION.search(sentence.text):
        return Doubt("?", True)
    mine = (mine - _REST) | known.beside.get(indicator.id, frozenset())
    own = mine if _is_firm(phrase, known) else known_words(indicator) | known.beside.get(indicator.id, set())
    if phrase is not None and (near := _changed_by(sentence, phrase, known, mine)):
        return Doubt(near.text, near.plain in (*known.turning, *_OF_IT), near=True)
    unread = _unread(sentence, clause, _read_with(sentence, pair, phrase, known), known, own)
    return Doubt(unread[0].text, False) if unread else None


def _of_phrase(sentence: Sentence, phrase: PhraseMatch | None) -> set[str]:
    """The words of the indicator's phrase, of both its parts where they stand apart."""
    if phrase is None:
        return set()
    return {*words(phrase.text), *words(sentence.text[slice(*phrase.apart)])}


def _is_firm(phrase: PhraseMatch | None, known: Vocabulary) -> bool:
    """Whether the phrase names the indicator for sure: "homes built" finds net additional homes for somebody
    who asks, and is another thing."""
    return phrase is None or bool(phrase.apart[1]) or key(phrase.text) in known.firm


def _read_with(
    sentence: Sentence, pair: Paired, phrase: PhraseMatch | None, known: Vocabulary
) -> tuple[PhraseMatch, ...]:
    """The phrases of indicators that say nothing against it: its own, those in one list with it, those of
    other clauses. "Paid for gigabit" speaks of pay beside gigabit, and of neither."""
    others = [one for one in sentence.indicators if one not in pair.indicators]
    if phrase is None:
        return (*others, *pair.indicators)
    alike = [one for one in pair.indicators if set(one.meaning) & set(phrase.meaning)]
    found = (phrase, *others, *alike, *chain(sentence, sentence.indicators, phrase))
    return tuple(one for one in found if one in others or _is_firm(one, known))


def _unread(
    sentence: Sentence,
    clause: Span,
    phrases: tuple[PhraseMatch, ...],
    known: Vocabulary,
    mine: frozenset[str] | set[str],
) -> list[Word]:
    """The words of the number's clause, and of what is added to it, that nothing is known of."""
    strange = [
        word
        for word in _within(sentence, with_what_follows(sentence, clause, RESTRICTS))
        if not _passes(word, known, mine)
    ]
    return [
        word
        for word in strange
        if not _covered(sentence, word, phrases)
        and not _in_claim(sentence, word)
        and not _of_place(sentence, word)
    ]


def _in_claim(sentence: Sentence, word: Word) -> bool:
    """Whether the word is part of a claim, which is marked for itself."""
    return any(one.start <= word.start < one.end for one in written(sentence.text))


def _of_place(sentence: Sentence, word: Word) -> bool:
    """Whether the word only says what a place is: "the borough of Gateshead", "Gateshead council area"."""
    if word.plain not in _PLACES:
        return False
    before, after = sentence.text[: word.start], sentence.text[word.end :]
    named = [one for one in sentence.places if one.meaning]
    return any(
        (before.endswith(f"{one.text} ") and one.end + 1 == word.start)
        or (after.startswith(f" of {one.text}") and one.start == word.end + 4)
        for one in named
    )


def _changed_by(
    sentence: Sentence, phrase: PhraseMatch, known: Vocabulary, mine: frozenset[str] | set[str]
) -> Word | None:
    """The word beside the indicator's phrase that makes another of it: "youth", "growth", "of graduates"."""
    for word in _words_before(sentence, phrase):
        if not (_covered(sentence, word, (phrase,)) or _of_place(sentence, word)) and (
            word.plain in _OF_IT or not _passes(word, known, mine)
        ):
            return word
    return None


def _span(sentence: Sentence, pair: Paired, phrase: PhraseMatch | None) -> Span:
    """From the first to the last of what the number is read with."""
    parts = [(pair.number.start, pair.number.end)]
    parts += [(one.start, one.end) for one in pair.places if _here(sentence, one.start, one.end, one.text)]
    parts += [(one.start, one.end) for one in pair.dates if _here(sentence, one.start, one.end, one.text)]
    if phrase is not None:
        parts += [(phrase.start, phrase.end)]
    return min(start for start, _ in parts), max(end for _, end in parts)


def _here(sentence: Sentence, start: int, end: int, text: str) -> bool:
    return sentence.text[start:end] == text


def _added(sentence: Sentence, clause: Span) -> Iterator[Word]:
    """The words of the parts beside the clause, without those of claims."""
    for word in _within(sentence, with_what_follows(sentence, clause)):
        if not clause[0] <= word.start < clause[1] and not _in_claim(sentence, word):
            yield word


def _within(sentence: Sentence, span: Span) -> Iterator[Word]:
    return (word for word in sentence.words if span[0] <= word.start < span[1])


def _unranked(sentence: Sentence, around: Iterator[Word]) -> Iterator[Word]:
    """The words but those of an order, which is a claim of its own: "the busiest outside London"."""
    orders = [claim for claim in sentence.claims if claim.kind == RANK]
    return (word for word in around if not any(one.start <= word.start < one.end for one in orders))


def _turns(word: Word, known: Vocabulary, mine: frozenset[str] | set[str]) -> bool:
    return word.plain in known.turning and word.plain not in mine and not set(word.parts) <= mine


def _passes(word: Word, known: Vocabulary, mine: frozenset[str] | set[str]) -> bool:
    def passes(part: str) -> bool:
        return (
            part in known.neutral
            or part in mine
            or part.isdigit()
            or f"{part}s" in mine
            or part.rstrip("s") in mine
        )

    return word.plain in known.neutral or all(map(passes, word.parts))


def _covered(sentence: Sentence, word: Word, phrases: tuple[PhraseMatch | None, ...]) -> bool:
    """Whether the word is part of something that was read: a number, a date, a place, one of `phrases`."""
    read: list[Number | Date | PhraseMatch] = [*sentence.numbers, *sentence.dates]
    read += [place for place in sentence.places if place.meaning]
    read += [phrase for phrase in phrases if phrase is not None]
    spans = [*sentence.aside, *((item.start, item.end) for item in read)]
    spans += [match.span() for one in _PHRASES for match in one.finditer(sentence.text)]
    return any(start <= word.start < end for start, end in spans)


def _ages(sentence: Sentence, span: Span) -> Iterator[str]:
    """Ages that are spoken of in the clauses of the figure."""
    start, end = clause_of(sentence, span)
    yield from (match[0] for match in AGE.finditer(sentence.text, start, end) if not PER.search(match[0]))


def _words_before(sentence: Sentence, phrase: PhraseMatch) -> Iterator[Word]:
    """The word right before the indicator's phrase, and the one that it is said to be of or among."""
    before = [word for word in sentence.words if word.end <= phrase.start]
    if len(before) > 1 and _CHANGE_IN.match(sentence.text[before[-2].start : phrase.start]):
        yield before[-2]
    if before and re.fullmatch(r"(?:['’]s)?[\s-]*", sentence.text[before[-1].end : phrase.start]):
        yield before[-1]
    for word in sentence.words:
        if word.start >= phrase.end:
            between = sentence.text[phrase.end : word.start]
            if _AMONG.match(between) or re.fullmatch(r"\s|-", between):
                yield word
            elif len(between) > 30:
                return

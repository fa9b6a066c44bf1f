"""Understood: whether the words around a number are all known to leave it the figure that is held.

"Youth unemployment is 5.3%" and "we want unemployment to be 5.3%" hold the words of a figure and are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.catalogue.indicator import Indicator
from dashboard.check.reading.claims import RANK
from dashboard.check.reading.dates import BY, PART, Date
from dashboard.check.reading.numbers import AGE, PER, Number, Span
from dashboard.check.reading.pairing import Paired
from dashboard.check.reading.phrases import Found, Word
from dashboard.check.reading.sentences import Sentence
from dashboard.check.reading.vocabulary import Vocabulary
from dashboard.check.verdict.agreement import known_words
from dashboard.search.matching import words

_CLAUSE = re.compile(r"[;()]|,\s|\b(?:while|whereas|although|though)\b", re.IGNORECASE)
_AMONG = re.compile(
    r"^\s+(?:(?:rate|figure|level|number)s?\s+)?(?:among|amongst|of|for|by|with|from|in)(?: the| our"
    r"| all)*\s+$", re.I
)  # fmt: skip
_CHANGE_IN = re.compile(r"^(?:growth|changes?|reduction) (?:in|of) (?:the )?$", re.IGNORECASE)
_OF_IT = ("growth", "change", "changes", "reduction", "working")  # "employment growth" is no employment
_QUESTION = re.compile(r"\?['”\")]*\s*$")


@dataclass(frozen=True)
class Doubt:
    """Words that were not understood. `turns`: they make another figure of it, so that nothing can be
    said."""

    said: str
    turns: bool


def doubt(
    sentence: Sentence, pair: Paired, phrase: Found | None, indicator: Indicator, known: Vocabulary
) -> Doubt | None:
    """The words that stand against taking the number for a figure of `indicator`; None where there are
    none."""
    if apart := [when for when in sentence.dates if when.role in (BY, PART)]:
        return Doubt(apart[0].text, True)
    mine = known_words(indicator) | (set(words(phrase.text)) if phrase else set())
    if phrase and phrase.apart[1]:
        mine |= set(words(sentence.text[slice(*phrase.apart)]))
    span = _span(sentence, pair, phrase)
    around = _unranked(sentence, _within(sentence, _clauses(sentence, span)))
    if turning := [word for word in around if _turns(word, known, mine)]:
        return Doubt(turning[0].text, True)
    if ages := [text for text in _ages(sentence, span) if set(re.findall(r"\d+", text)) - mine]:
        return Doubt(ages[0], True)
    if _QUESTION.search(sentence.text):
        return Doubt("?", True)
    if phrase is not None and (near := _changed_by(sentence, phrase, known, mine)):
        return Doubt(near, True)
    strange = [
        word for word in _unranked(sentence, _within(sentence, span)) if not _passes(word, known, mine)
    ]
    unknown = [word for word in strange if not _covered(sentence, word, (phrase, *sentence.indicators))]
    return Doubt(unknown[0].text, False) if unknown else None


def _changed_by(sentence: Sentence, phrase: Found, known: Vocabulary, mine: frozenset[str] | set[str]) -> str:
    """The word beside the indicator's phrase that makes another of it: "youth", "growth", "of graduates"."""
    for word in _words_before(sentence, phrase):
        if not _covered(sentence, word, (phrase,)) and (
            word.plain in _OF_IT or not _passes(word, known, mine)
        ):
            return word.text
    return ""


def _span(sentence: Sentence, pair: Paired, phrase: Found | None) -> Span:
    """From the first to the last of what the number is read with."""
    parts = [(pair.number.start, pair.number.end)]
    parts += [(one.start, one.end) for one in pair.places if _here(sentence, one.start, one.end, one.text)]
    parts += [(one.start, one.end) for one in pair.dates if _here(sentence, one.start, one.end, one.text)]
    if phrase is not None:
        parts += [(phrase.start, phrase.end)]
    return min(start for start, _ in parts), max(end for _, end in parts)


def _here(sentence: Sentence, start: int, end: int, text: str) -> bool:
    return sentence.text[start:end] == text


def _clauses(sentence: Sentence, span: Span) -> Span:
    """`span`, widened to whole clauses."""
    cuts = [match.start() for match in _CLAUSE.finditer(sentence.text)]
    before = max((cut for cut in cuts if cut < span[0]), default=0)
    after = min((cut for cut in cuts if cut >= span[1]), default=len(sentence.text))
    return before, after


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
            part in known.passing
            or part in mine
            or part.isdigit()
            or f"{part}s" in mine
            or part.rstrip("s") in mine
        )

    return word.plain in known.passing or all(map(passes, word.parts))


def _covered(sentence: Sentence, word: Word, phrases: tuple[Found | None, ...]) -> bool:
    """Whether the word is part of something that was read: a number, a date, a place, one of `phrases`."""
    read: list[Number | Date | Found] = [*sentence.numbers, *sentence.dates]
    read += [place for place in sentence.places if place.meaning]
    read += [phrase for phrase in phrases if phrase is not None]
    spans = [*sentence.aside, *((item.start, item.end) for item in read)]
    return any(start <= word.start < end for start, end in spans)


def _ages(sentence: Sentence, span: Span) -> Iterator[str]:
    """Ages that are spoken of in the clauses of the figure."""
    start, end = _clauses(sentence, span)
    yield from (match[0] for match in AGE.finditer(sentence.text, start, end) if not PER.search(match[0]))


def _words_before(sentence: Sentence, phrase: Found) -> Iterator[Word]:
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

"""Sentences: a paragraph in sentences, and each as what it names: numbers, indicators, places and dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.check.reading.claims import Claim, claims
from dashboard.check.reading.dates import Date, dates
from dashboard.check.reading.numbers import Number, Span, no_figures, numbers
from dashboard.check.reading.phrases import PhraseMatch, Word, words_of
from dashboard.check.reading.vocabulary import Vocabulary
from dashboard.datastore.areas import ENGLAND

LONGEST_SENTENCE = 2_000  # letters of one sentence
_END = re.compile(r"[.!?]+['”\")\]]*\s+(?=[‘“'\"(\[]?[A-Z0-9£−–])")
_SHORT = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|approx|c|ca|vs|no|nos|st|dr|mr|mrs|ms|cllr|fig|para|p|pp|dept|est|incl|sept|jan|feb|mar|apr|aug|oct|nov|dec|[A-Z]))\.$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:north|south|east|west|northern|southern|eastern|western|central|inner|outer|rural|urban"
    r"|parts of|most of|near|old)\s+$",
    re.I,
)
_PIECE = re.compile(
    r"\s+(?:city cent(?:re|er)|town cent(?:re|er)|docks?|airport|university|college|hospital|station"
    r"|road|street"
    r"|market|wards?|constituency|police|united|city\s+council’s)\b",
    re.IGNORECASE,
)
_HOME = re.compile(
    r"\b(?:the|our|this) (?:whole )?(?:city[- ]region|region|combined authority(?: area)?)\b"
    r"|\bregion-?wide\b|\bregionally\b|\bours\b", re.IGNORECASE
)  # fmt: skip
_NATION = re.compile(r"\b(?:national|english)(?= (?:(?:average|figure|rate) )?£?\d)", re.IGNORECASE)
_NOT_IN = re.compile(
    r"\b(?:outside|excluding|except(?: for)?|rest of|apart from|without|other than|beyond|bar|minus"
    r"|less)(?: the| of)*\s+$", re.I
)  # fmt: skip
_STANDS_IN = re.compile(
    r"\b(?:in|of|for|at|across|within|near|around|from|throughout)(?: the)?\s+$", re.IGNORECASE
)


@dataclass(frozen=True)
class Sentence:
    """One sentence and where it begins in its block. A place without meaning is one that is not known
    here."""

    start: int
    text: str
    words: tuple[Word, ...]
    numbers: tuple[Number, ...]
    indicators: tuple[PhraseMatch, ...]
    places: tuple[PhraseMatch, ...]
    dates: tuple[Date, ...]
    aside: tuple[Span, ...] = ()  # where digits stand that are no figures
    claims: tuple[Claim, ...] = ()  # what is said of several figures together


def split(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of `text`, each with where it begins."""
    start = 0
    for match in _END.finditer(text):
        stop = match.start() + len(match[0].rstrip())
        if _SHORT.search(text[start : match.start() + 1]):
            continue
        yield from _cut(start, text[start:stop])
        start = match.end()
    if text[start:].strip():
        yield from _cut(start, text[start:])


def _cut(start: int, text: str) -> Iterator[tuple[int, str]]:
    """A sentence; one that no person wrote in pieces, since what is read in it grows with its square."""
    for at in range(0, len(text), LONGEST_SENTENCE):
        yield start + at, text[at : at + LONGEST_SENTENCE]


def read_sentence(start: int, text: str, known: Vocabulary, home: str = "") -> Sentence:
    """What the sentence `text` names; "the region" is the one with the code `home`."""
    typed_words = words_of(text)
    when = dates(text)
    free = [word for word in typed_words if not _inside(word, when)]
    where = known.places.matches(text, free)
    what = _without_parts(known.indicators.matches(text, free), known.split.matches(text, free))
    where = [place for place in where if not any(_over(place, other) for other in what)]
    region = [PhraseMatch(*match.span(), match[0], (home,)) for match in _HOME.finditer(text) if home]
    region += [PhraseMatch(*match.span(), match[0], (ENGLAND,)) for match in _NATION.finditer(text)]
    where += [
        one for one in region if not any(one.start < item.end and item.start < one.end for item in where)
    ]
    where = [*(_bounded(text, place) for place in where), *_unknown(text, free, known, where, what)]
    where.sort(key=lambda place: place.start)
    taken = [(one.start, one.end) for one in when] + [(one.start, one.end) for one in (*where, *what)]
    aside = no_figures(text)
    found = numbers(text, [*taken, *aside])
    named = [(one.start, one.end) for one in (*what, *where)]
    return Sentence(
        start, text, tuple(typed_words), tuple(found), tuple(what), tuple(where), tuple(when), tuple(aside),
        tuple(claims(text, named)),
    )  # fmt: skip


def _without_parts(what: list[PhraseMatch], apart: list[PhraseMatch]) -> list[PhraseMatch]:
    """The phrases in order, without those that are only part of a phrase whose words are apart."""
    apart = [
        one for one in apart if not any(_over(one, item) and item.start <= one.apart[0] for item in what)
    ][:1]
    spans = [span for item in apart for span in ((item.start, item.end), item.apart)]
    rest = [item for item in what if not any(item.start < end and start < item.end for start, end in spans)]
    return sorted([*rest, *apart], key=lambda item: item.start)


def _inside(word: Word, when: list[Date]) -> bool:
    return any(item.start <= word.start < item.end for item in when)


def _over(place: PhraseMatch, other: PhraseMatch) -> bool:
    """Whether the place is a word of the longer phrase `other`."""
    return other.start <= place.start and place.end <= other.end


def _bounded(text: str, place: PhraseMatch) -> PhraseMatch:
    """The place, without meaning where it is only part of it, or all but it, that is spoken of."""
    before, after = text[: place.start], text[place.end :]
    more = re.match(
        r"(?:-[a-z]|\s+[A-Z][a-z]+(?<!Council)(?<!Combined)(?<!Borough)(?<!City)(?<!Mayor)\b)", after
    )
    if _PART.search(before) or _PIECE.match(after) or _NOT_IN.search(before) or more:
        return PhraseMatch(place.start, place.end, place.text, ())
    return place


def _unknown(
    text: str, typed_words: list[Word], known: Vocabulary, where: list[PhraseMatch], what: list[PhraseMatch]
) -> Iterator[PhraseMatch]:
    """Names that stand where a place's does and that nothing here is called: "in Moss Side"."""
    end = 0
    for at, word in enumerate(typed_words):
        if word.start < end or not _is_name(text, word, known, (*where, *what)):
            continue
        last = at
        while (
            last + 1 < len(typed_words)
            and text[typed_words[last].end : typed_words[last + 1].start] in (" ", "-")
            and _is_name(text, typed_words[last + 1], known, (*where, *what), follows=True)
        ):
            last += 1
        end = typed_words[last].end
        yield PhraseMatch(word.start, end, text[word.start : end], ())


def _is_name(
    text: str, word: Word, known: Vocabulary, taken: tuple[PhraseMatch, ...], follows: bool = False
) -> bool:
    capital = word.text[:1].isupper() and not word.text.isupper() and not word.text.isdigit()
    free = not any(item.start <= word.start < item.end for item in taken)
    return (
        capital
        and free
        and word.plain not in known.turning
        and (follows or bool(_STANDS_IN.search(text[: word.start])))
        and (word.plain not in known.passing or follows)
    )

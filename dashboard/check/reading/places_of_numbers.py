"""Places of numbers: of which place or places of its sentence a number speaks."""

import re
from collections.abc import Sequence

from dashboard.check.reading.claims import RANK
from dashboard.check.reading.clauses import CLAUSE, STOP, came_from, compared
from dashboard.check.reading.listed import chain, free_between, run_of
from dashboard.check.reading.numbers import Number
from dashboard.check.reading.phrases import PhraseMatch
from dashboard.check.reading.sentences import Sentence

_OPENS = re.compile(r"^\W*(?:at|with)\s+$", re.IGNORECASE)
_OF_LATER = re.compile(r"^[^,;.]*\b(?:its|their)\b[^,;.]*,\s*(?:the )?$", re.IGNORECASE)
_SCOPE = re.compile(
    r"^[^.,;:()]{0,60}?\b(?:in|of|across|within|among)(?: (?:all|the|our))*\s+$", re.IGNORECASE
)
_TO_PLACE = re.compile(
    r"(?:\b(?:in|for|across|of|at|within|throughout|around)(?: all of| the whole of)?(?: the)?\s+|\(\s*"
    r"|[:–-]\s*)$",
    re.I,
)
_DATED = re.compile(r"(?:\b(?:in|for|on|at)\s+)?_+")
_ADVERB = re.compile(r"^(?:nationally|region-?wide|regionally)$", re.IGNORECASE)
_BESIDE = re.compile(
    r"\b(?:than|compared (?:with|to)|against|versus|vs|relative to|above|below|behind|outside)(?: the"
    r"| that of| those of| in| for)*\s+$",
    re.I,
)
_DIRECT = re.compile(
    r"^(?:['’]s)?(?: as a whole| overall)?(?:,? (?:was|is|were|are|had|has|at|with"
    r"|on))?\s*[(:=–-]?\s*(?:a |the )?$",
    re.IGNORECASE,
)


def place_behind(
    sentence: Sentence, number: Number, place: PhraseMatch, places: Sequence[PhraseMatch]
) -> bool:
    """Whether the place stands right behind the number, as "71.9% in Bolton"."""
    between = sentence.text[number.end : place.start]
    leads = bool(_TO_PLACE.search(sentence.text[: place.start])) or bool(_ADVERB.match(place.text))
    if _DIRECT.match(sentence.text[place.end : _next(sentence, place)]):
        return False  # it is the next number that is of this place: "(England: 4.8)"
    return leads and not STOP.search(between) and (free_between(sentence, number.end, place.start, places))


def _next(sentence: Sentence, place: PhraseMatch) -> int:
    """Where the first number after the place begins; the end of the sentence where none does."""
    return next((item.start for item in sentence.numbers if item.start >= place.end), len(sentence.text))


def in_order(sentence: Sentence) -> dict[int, tuple[PhraseMatch, ...]]:
    """The places of "A and B had 5% and 6%", number by number: as many of one as of the other."""
    for at in range(len(sentence.numbers)):
        run = run_of(sentence, at)
        before = [place for place in sentence.places if place.end <= sentence.numbers[at].start]
        behind = [place for place in sentence.places if place.start >= sentence.numbers[run[-1]].end]
        for places in (before[-len(run) :], behind[: len(run)]):
            if len(run) > 1 and len(places) == len(run) and len(list_of(sentence, places[0])) == len(run):
                return {number: (place,) for number, place in zip(run, places, strict=True)}
    return {}


def list_of(sentence: Sentence, place: PhraseMatch) -> tuple[PhraseMatch, ...]:
    """The list of places that `place` is one of: "Bolton, Wigan and Stockport"."""
    return chain(sentence, sentence.places, place)


def place_of(
    sentence: Sentence, at: int, claimed: dict[int, PhraseMatch], about: tuple[PhraseMatch, ...]
) -> tuple[PhraseMatch, ...]:
    """The place right behind the number, else the one before it, else all that the sentence is
    about."""
    number = sentence.numbers[at]
    if at in claimed:
        return (claimed[at],)
    taken = [place for key, place in claimed.items() if key != at]
    if len(ordered := scopes(sentence)) < len(sentence.places):
        taken += ordered
    before = [place for place in sentence.places if place.end <= number.start and place not in taken]
    if (
        before
        and free_between(sentence, before[-1].end, number.start)
        and not _stops(sentence, before[-1], number)
    ):
        return (before[-1],)
    if opened := _opened(sentence, number):
        return (opened,)
    later = _of_later(sentence, number)
    free = [place for place in about if place not in taken and place not in later]
    if not free and came_from(sentence, number) and at + 1 in claimed:  # "from 69% to 66% in Bolton"
        return (claimed[at + 1],)
    rest = [place for place in about if place in taken and place not in ordered]
    return tuple(free or [place for place in rest if place.end <= number.start])


def scopes(sentence: Sentence) -> list[PhraseMatch]:
    """The places inside which an order is claimed, whose own figure nobody speaks of: "the highest rate in
    Greater Manchester"."""
    orders = [claim for claim in sentence.claims if claim.kind == RANK]
    found = []
    for claim in orders:
        place = next((one for one in sentence.places if one.start >= claim.end), None)
        if (
            place
            and _SCOPE.match(sentence.text[claim.end : place.start])
            and free_between(sentence, claim.end, place.start)
        ):
            found.append(place)
    return found


def _opened(sentence: Sentence, number: Number) -> PhraseMatch | None:
    """The place of a sentence that its number opens: "At £493,811, a typical home in Cambridge costs …",
    "With 5% of its people out of work, Bolton …"."""
    after = next((place for place in sentence.places if place.start >= number.end), None)
    rest = sentence.text[number.end : after.start] if after else ""
    opens = _OPENS.match(sentence.text[: number.start]) and (rest.startswith(",") or _OF_LATER.match(rest))
    return after if after and opens and free_between(sentence, number.end, after.start) else None


def subjects(sentence: Sentence) -> tuple[PhraseMatch, ...]:
    """The places that the sentence is about, without those that they are compared with."""
    beside = [number for number in sentence.numbers if compared(sentence, number)]
    return tuple(
        place
        for place in sentence.places
        if not _BESIDE.search(sentence.text[: place.start])
        and not any(
            one.end <= place.start
            and free_between(sentence, one.end, place.start)
            and not CLAUSE.search(sentence.text[one.end : place.start])
            for one in beside
        )
    )


def _of_later(sentence: Sentence, number: Number) -> list[PhraseMatch]:
    """The places after the number that stand before another one: "71.9%, while across England it was 76%"."""
    after = [place for place in sentence.places if place.start >= number.end]
    return [
        place
        for place in after
        if any(
            one.start >= place.end and free_between(sentence, place.end, one.start)
            for one in sentence.numbers
        )
    ]


def _stops(sentence: Sentence, place: PhraseMatch, number: Number) -> bool:
    """Whether the place before is one that is compared with, and so not the subject of what follows."""
    compared = bool(_BESIDE.search(sentence.text[: place.start]))
    return compared and not _DIRECT.match(_undated(sentence, place.end, number.start))


def _undated(sentence: Sentence, start: int, end: int) -> str:
    """What stands from `start` to `end`, without dates and what leads to them: "Bolton's in 2022 (5.4%)"."""
    text = sentence.text
    for when in sentence.dates:
        if start <= when.start and when.end <= end:
            text = f"{text[: when.start]}{'_' * (when.end - when.start)}{text[when.end :]}"
    return _DATED.sub("", text[start:end])

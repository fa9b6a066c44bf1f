"""Pairing: of which indicators, places and dates each number of a sentence may speak."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from dashboard.check.reading.dates import AT, BY, SINCE, Date
from dashboard.check.reading.numbers import Number
from dashboard.check.reading.phrases import Found
from dashboard.check.reading.sentences import Sentence

T = TypeVar("T", Found, Date)

_STOP = re.compile(
    r"[;.]|\b(?:and|but|while|whereas|although|though|compared|against|than|versus|vs|up|down)\b", re.I
)
_LIST = re.compile(r"^\s*(?:,|and|&|,\s*and|or|/)\s*(?:the\s+)?(?:in\s+|for\s+)?$", re.IGNORECASE)
_TO_PLACE = re.compile(
    r"(?:\b(?:in|for|across|of|at|within|throughout|around)(?: all of| the whole of)?(?: the)?\s+|\(\s*"
    r"|[:–-]\s*)$",
    re.I,
)
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
_AGAINST = re.compile(r"\b(?:from|compared (?:with|to)|against|than|versus|vs)(?: just| only)?\s+$", re.I)
_CLAUSE = re.compile(
    r"[;()]|,(?!\d)|: |\b(?:and|but|while|whereas|although|though|compared with|compared to|against"
    r"|versus)\b",
    re.I,
)


@dataclass(frozen=True)
class Paired:
    """Which phrases a number may be paired with, each list of alternatives; `several` is true where it
    speaks of all of `places` at once. `after` is the date that stands right behind it."""

    number: Number
    indicators: tuple[Found, ...]
    places: tuple[Found, ...]
    several: bool
    dates: tuple[Date, ...]
    own_date: bool = True  # whether the date stands by the number, and is not another's or the sentence's


def paired(said: Sentence) -> list[Paired]:
    """Each number of `said` with what it may speak of by where it stands."""
    lists = _in_order(said)
    claimed_places = _claims(said, said.places, _place_behind)
    claimed_dates = _claims(said, said.dates, _date_behind)
    found = []
    for at, number in enumerate(said.numbers):
        places = lists.get(at) or _place(said, at, claimed_places)
        group = _group(said, places[0]) if len(places) == 1 and at not in lists else ()
        several = len(group) > 1
        when, own = _date(said, at, claimed_dates)
        found.append(Paired(number, _indicators(said, at), group if several else places, several, when, own))
    return found


def _claims(
    said: Sentence, items: Sequence[T], behind: Callable[[Sentence, Number, T, Sequence[T]], bool]
) -> dict[int, T]:
    """Number -> the item right behind it, of which no other number can speak."""
    found: dict[int, T] = {}
    for at, number in enumerate(said.numbers):
        for item in items:
            if item.start >= number.end and behind(said, number, item, items):
                found[at] = item
                break
    return found


def _free_between(said: Sentence, start: int, end: int, skip: Sequence[T] = ()) -> bool:
    """Whether no other number, and none of `skip`, stands between."""
    taken = [*(number.start for number in said.numbers), *(item.start for item in skip)]
    return not any(start <= at < end for at in taken)


def _place_behind(said: Sentence, number: Number, place: Found, places: Sequence[Found]) -> bool:
    between = said.text[number.end : place.start]
    leads = bool(_TO_PLACE.search(said.text[: place.start])) or bool(_ADVERB.match(place.text))
    if _DIRECT.match(said.text[place.end : _next(said, place)]):
        return False  # it is the next number that is of this place: "(England: 4.8)"
    return (
        leads
        and not _STOP.search(between)
        and "," not in between
        and (_free_between(said, number.end, place.start, places))
    )


def _next(said: Sentence, place: Found) -> int:
    """Where the first number after the place begins; the end of the sentence where none does."""
    return next((item.start for item in said.numbers if item.start >= place.end), len(said.text))


def _date_behind(said: Sentence, number: Number, when: Date, dates: Sequence[Date]) -> bool:
    between = said.text[number.end : when.start]
    return (
        not _STOP.search(between)
        and "," not in between
        and len(between) < 60
        and when.role == AT
        and (_free_between(said, number.end, when.start, dates))
    )


def _in_order(said: Sentence) -> dict[int, tuple[Found, ...]]:
    """The places of "A and B had 5% and 6%", number by number: as many of one as of the other."""
    for at in range(len(said.numbers)):
        run = _run(said, at)
        before = [place for place in said.places if place.end <= said.numbers[at].start]
        behind = [place for place in said.places if place.start >= said.numbers[run[-1]].end]
        for places in (before[-len(run) :], behind[: len(run)]):
            if len(run) > 1 and len(places) == len(run) and len(_group(said, places[0])) == len(run):
                return {number: (place,) for number, place in zip(run, places, strict=True)}
    return {}


def _run(said: Sentence, at: int) -> list[int]:
    run = [at]
    for after in range(at + 1, len(said.numbers)):
        if not _LIST.match(said.text[said.numbers[after - 1].end : said.numbers[after].start]):
            break
        run.append(after)
    return run


def _group(said: Sentence, place: Found) -> tuple[Found, ...]:
    """The list of places that `place` is one of: "Bolton, Wigan and Stockport"."""
    return _chain(said, said.places, place)


def _chain(said: Sentence, items: Sequence[Found], item: Found) -> tuple[Found, ...]:
    """The run of `items` around `item` with nothing but a comma, "and" or "or" between any two."""
    first = last = items.index(item)
    while first and _LIST.match(said.text[items[first - 1].end : items[first].start]):
        first -= 1
    while last + 1 < len(items) and _LIST.match(said.text[items[last].end : items[last + 1].start]):
        last += 1
    return tuple(items[first : last + 1])


def _place(said: Sentence, at: int, claimed: dict[int, Found]) -> tuple[Found, ...]:
    """The place right behind the number, else the one before it, else all that the sentence speaks of."""
    number = said.numbers[at]
    if at in claimed:
        return (claimed[at],)
    taken = [place for key, place in claimed.items() if key != at]
    before = [place for place in said.places if place.end <= number.start and place not in taken]
    if before and _free_between(said, before[-1].end, number.start) and not _stops(said, before[-1], number):
        return (before[-1],)
    later = _of_later(said, number)
    free = [place for place in subjects(said) if place not in taken and place not in later]
    if not free and came_from(said, number) and at + 1 in claimed:  # "from 69% to 66% in Bolton"
        return (claimed[at + 1],)
    return tuple(free or [place for place in subjects(said) if place in taken and place.end <= number.start])


def subjects(said: Sentence) -> tuple[Found, ...]:
    """The places that the sentence is about, without those that they are compared with."""
    beside = [number for number in said.numbers if _compared(said, number)]
    return tuple(
        place
        for place in said.places
        if not _BESIDE.search(said.text[: place.start])
        and not any(
            one.end <= place.start
            and _free_between(said, one.end, place.start)
            and not _CLAUSE.search(said.text[one.end : place.start])
            for one in beside
        )
    )


def _of_later(said: Sentence, number: Number) -> list[Found]:
    """The places after the number that stand before another one: "71.9%, while across England it was 76%"."""
    after = [place for place in said.places if place.start >= number.end]
    return [
        place
        for place in after
        if any(one.start >= place.end and _free_between(said, place.end, one.start) for one in said.numbers)
    ]


def _stops(said: Sentence, place: Found, number: Number) -> bool:
    """Whether the place before is one that is compared with, and so not the subject of what follows."""
    compared = bool(_BESIDE.search(said.text[: place.start]))
    return compared and not _DIRECT.match(said.text[place.end : number.start])


def _date(said: Sentence, at: int, claimed: dict[int, Date]) -> tuple[tuple[Date, ...], bool]:
    """The dates of the number, and whether they stand by it in the same part of the sentence."""
    number = said.numbers[at]
    if at in claimed:
        return (claimed[at],), True
    taken = list(claimed.values())
    free = [when for when in said.dates if when.role == AT and when not in taken]
    before = [when for when in free if when.end <= number.start]
    if before and _free_between(said, before[-1].end, number.start):
        return (before[-1],), True
    if came_from(said, number):
        return (), True
    shared = [when for key, when in claimed.items() if not _compared(said, said.numbers[key])]
    found = tuple(free or shared)
    apart = any(
        ";" in said.text[min(one.start, number.start) : max(one.start, number.start)] for one in found
    )
    return found, not apart


def _compared(said: Sentence, number: Number) -> bool:
    """Whether the number is one that another is held against, and its date its own."""
    return bool(_AGAINST.search(said.text[: number.start]))


def came_from(said: Sentence, number: Number) -> bool:
    """Whether the number is what there was before: "down from 6%"."""
    return bool(re.search(r"\bfrom\s+(?:\w+\s+)?$", said.text[: number.start], re.IGNORECASE))


def ends(said: Sentence) -> tuple[Date, ...]:
    """The dates since and by which something is said to have changed."""
    return tuple(when for when in said.dates if when.role in (SINCE, BY))


def _indicators(said: Sentence, at: int) -> tuple[Found, ...]:
    """Those of the number's own clause, else of the nearest clause before it, else of any after. Of "X and Y
    were 5% and 6%" the one in its turn."""
    found = _of_clause(said, said.numbers[at])
    group = _listed(said, found[-1]) if found else ()
    if len(group) < 2:
        return found
    run = next(run for first in range(at + 1) if at in (run := _run(said, first)))
    return (group[run.index(at)],) if len(run) == len(group) else group


def _listed(said: Sentence, phrase: Found) -> tuple[Found, ...]:
    """The list of indicators that the phrase is one of: "unemployment and inactivity"."""
    return _chain(said, said.indicators, phrase)


def _of_clause(said: Sentence, number: Number) -> tuple[Found, ...]:
    bounds = [0, *(match.start() for match in _CLAUSE.finditer(said.text)), len(said.text)]
    clauses = list(pairwise(bounds))
    here = next(i for i, (start, end) in enumerate(clauses) if start <= number.start < max(end, start + 1))
    for index in (*range(here, -1, -1), *range(here + 1, len(clauses))):
        start, end = clauses[index]
        if found := tuple(item for item in said.indicators if start <= item.start < end):
            return found
    return said.indicators  # one that spans two clauses

"""Pairing: of which indicators, places and dates each number of a sentence may speak."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.check.reading.clauses import CLAUSE
from dashboard.check.reading.dates import Date
from dashboard.check.reading.dates_of_numbers import date_behind, date_of
from dashboard.check.reading.listed import T, chain, run_of
from dashboard.check.reading.numbers import Number
from dashboard.check.reading.phrases import PhraseMatch
from dashboard.check.reading.places_of_numbers import in_order, list_of, place_behind, place_of, subjects
from dashboard.check.reading.sentences import Sentence


@dataclass(frozen=True)
class Paired:
    """Which phrases a number may be paired with, each list of alternatives; `several` is true where it
    speaks of all of `places` at once."""

    number: Number
    indicators: tuple[PhraseMatch, ...]
    places: tuple[PhraseMatch, ...]
    several: bool
    dates: tuple[Date, ...]
    own_date: bool = True  # whether the date stands by the number, and is not another's or the sentence's


def paired(sentence: Sentence) -> list[Paired]:
    """Each number of `sentence` with what it may speak of by where it stands."""
    lists, about = in_order(sentence), subjects(sentence)
    phrases = [_indicators(sentence, at) for at in range(len(sentence.numbers))]
    claimed_places = _claims(sentence, sentence.places, place_behind)
    claimed_dates = _claims(sentence, sentence.dates, date_behind)
    found = []
    for at, number in enumerate(sentence.numbers):
        places = lists.get(at) or place_of(sentence, at, claimed_places, about)
        group = list_of(sentence, places[0]) if len(places) == 1 and at not in lists else ()
        several = len(group) > 1
        when, own = date_of(sentence, at, claimed_dates)
        taken = any(one in when and phrases[key] != phrases[at] for key, one in claimed_dates.items())
        places = group if several else places
        found.append(Paired(number, phrases[at], places, several, when, own and not taken))
    return found


def _claims(
    sentence: Sentence, items: Sequence[T], behind: Callable[[Sentence, Number, T, Sequence[T]], bool]
) -> dict[int, T]:
    """Number -> the item right behind it, of which no other number can speak."""
    found: dict[int, T] = {}
    for at, number in enumerate(sentence.numbers):
        for item in items:
            if item.start >= number.end and behind(sentence, number, item, items):
                found[at] = item
                break
    return found


def _indicators(sentence: Sentence, at: int) -> tuple[PhraseMatch, ...]:
    """Those of the number's own clause, else of the nearest clause before it, else of any after. Of "X and Y
    were 5% and 6%" the one in its turn."""
    found = _of_clause(sentence, sentence.numbers[at])
    group = _listed(sentence, found[-1]) if found else ()
    if len(group) < 2:
        return found
    run = next(run for first in range(at + 1) if at in (run := run_of(sentence, first)))
    return (group[run.index(at)],) if len(run) == len(group) else group


def _listed(sentence: Sentence, phrase: PhraseMatch) -> tuple[PhraseMatch, ...]:
    """The list of indicators that the phrase is one of: "unemployment and inactivity"."""
    return chain(sentence, sentence.indicators, phrase)


def _of_clause(sentence: Sentence, number: Number) -> tuple[PhraseMatch, ...]:
    bounds = [0, *(match.start() for match in CLAUSE.finditer(sentence.text)), len(sentence.text)]
    clauses = list(pairwise(bounds))
    here = next(i for i, (start, end) in enumerate(clauses) if start <= number.start < max(end, start + 1))
    for index in (*range(here, -1, -1), *range(here + 1, len(clauses))):
        start, end = clauses[index]
        if found := tuple(item for item in sentence.indicators if start <= item.start < end):
            return found
    return sentence.indicators  # one that spans two clauses

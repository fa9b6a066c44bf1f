"""Dates of numbers: of which date of its sentence a number is, and whether that stands by it."""

from collections.abc import Sequence

from dashboard.check.reading.clauses import STOP, came_from, compared
from dashboard.check.reading.dates import AT, Date
from dashboard.check.reading.listed import free_between
from dashboard.check.reading.numbers import Number
from dashboard.check.reading.sentences import Sentence


def date_behind(sentence: Sentence, number: Number, when: Date, dates: Sequence[Date]) -> bool:
    """Whether the date stands right behind the number, in the same part of the sentence."""
    between = sentence.text[number.end : when.start]
    return (
        not STOP.search(between)
        and len(between) < 60
        and when.role == AT
        and (free_between(sentence, number.end, when.start, dates))
    )


def date_of(sentence: Sentence, at: int, claimed: dict[int, Date]) -> tuple[tuple[Date, ...], bool]:
    """The dates of the number, and whether they stand by it in the same part of the sentence."""
    number = sentence.numbers[at]
    if at in claimed:
        return (claimed[at],), True
    taken = list(claimed.values())
    free = [when for when in sentence.dates if when.role == AT and when not in taken]
    before = [when for when in free if when.end <= number.start]
    if before and free_between(sentence, before[-1].end, number.start):
        return (before[-1],), True
    if came_from(sentence, number):
        return (), True
    shared = [when for key, when in claimed.items() if not compared(sentence, sentence.numbers[key])]
    found = tuple(free or shared)
    apart = any(
        ";" in sentence.text[min(one.start, number.start) : max(one.start, number.start)] for one in found
    )
    return found, not apart

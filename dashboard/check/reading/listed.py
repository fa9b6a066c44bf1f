"""Listed: what stands in one list of a sentence, and what stands between two things of it."""

import re
from collections.abc import Sequence
from typing import TypeVar

from dashboard.check.reading.dates import Date
from dashboard.check.reading.phrases import PhraseMatch
from dashboard.check.reading.sentences import Sentence

T = TypeVar("T", PhraseMatch, Date)

_LIST = re.compile(r"^\s*(?:,|and|&|,\s*and|or|/)\s*(?:the\s+)?(?:in\s+|for\s+)?$", re.IGNORECASE)


def free_between(sentence: Sentence, start: int, end: int, skip: Sequence[T] = ()) -> bool:
    """Whether no other number, and none of `skip`, stands between."""
    taken = [*(number.start for number in sentence.numbers), *(item.start for item in skip)]
    return not any(start <= at < end for at in taken)


def run_of(sentence: Sentence, at: int) -> list[int]:
    run = [at]
    for after in range(at + 1, len(sentence.numbers)):
        if not _LIST.match(sentence.text[sentence.numbers[after - 1].end : sentence.numbers[after].start]):
            break
        run.append(after)
    return run


def chain(sentence: Sentence, items: Sequence[PhraseMatch], item: PhraseMatch) -> tuple[PhraseMatch, ...]:
    """The run of `items` around `item` with nothing but a comma, "and" or "or" between any two."""
    first = last = items.index(item)
    while first and _LIST.match(sentence.text[items[first - 1].end : items[first].start]):
        first -= 1
    while last + 1 < len(items) and _LIST.match(sentence.text[items[last].end : items[last + 1].start]):
        last += 1
    return tuple(items[first : last + 1])

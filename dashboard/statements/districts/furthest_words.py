"""Which districts are furthest: the three by name, with figure and date."""

from collections.abc import Sequence

from dashboard.statements.districts.counted import Counted
from dashboard.statements.judgement.judgement import Judgement
from dashboard.statements.judgement.lately_words import lately
from dashboard.statements.listing import listing

NAMED = 3


def furthest_from(counts: Counted, side: int) -> str:
    """The three furthest from the benchmark on that side: " (Oldham 61.0%, in 2023)"."""
    gaps = [
        (item.latest.figure - item.against.value, item)
        for item in counts.found
        if item.against and item.against.direction == side
    ]
    return _named([item for _, item in sorted(gaps, key=lambda pair: -side * pair[0])])


def furthest_moved(moved: Sequence[Judgement]) -> str:
    """The three that moved furthest, with their newest figures."""
    return _named(sorted(moved, key=lambda item: -abs(item.newest - item.series.values[_held(item)])))


def turned(moved: Sequence[Judgement]) -> str:
    """In how many of those the newest figure went the other way; "" for none."""
    back = [item for item in moved if item.change.direction and lately(item) == -item.change.direction]
    if not back:
        return ""
    where = "all of them" if len(back) == len(moved) else str(len(back))
    if len(moved) == 1:
        where = back[0].area.name
    return f", though the newest figure went the other way in {where}"


def _held(item: Judgement) -> int:
    """The position that the newest figure was held against."""
    return -1 - item.back if item.change.moves else item.first


def _named(there: Sequence[Judgement]) -> str:
    """ " (furthest: Oldham 61.0%, Bury 63.2% and Wigan 64.0%, in 2023)", or all of three or fewer."""
    if not there:
        return ""
    first = there[0]
    names = [f"{item.area.name} {item.indicator.format(item.latest.value)}" for item in there[:NAMED]]
    most = "furthest: " if len(there) > NAMED else ""
    return f" ({most}{listing(names)}, {first.indicator.period_phrase(first.latest.period)})"

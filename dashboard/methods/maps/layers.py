"""Two measures on one map: which areas are in the worst fifth of each, and of both."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.methods.places import in_worst_fifth, places

NEITHER, FIRST, SECOND, BOTH = range(4)


@dataclass(frozen=True)
class Overlap:
    """Where two measures are at their worst.

    `member` is NEITHER, FIRST, SECOND or BOTH for each area, None where a figure is missing. `expected` is
    the number in BOTH that two unrelated measures would give.
    """

    member: tuple[int | None, ...]
    expected: float

    def count(self, kind: int) -> int:
        """How many areas are of `kind`."""
        return sum(each == kind for each in self.member)


def worst_fifth(values: Sequence[float], better: str) -> list[bool | None]:
    """Whether each area is in the fifth of areas with the most need; None where its figure is missing (NaN).

    The highest fifth where lower or neither is `better`, the lowest where higher is. Areas with the same
    figure are never parted, so it may be larger than a fifth.
    """
    found = places(values, better)
    ranked = sum(place is not None for place in found)
    return [None if place is None else in_worst_fifth(place, ranked) for place in found]


def overlap(first: Sequence[bool | None], second: Sequence[bool | None]) -> Overlap:
    """Put the worst fifths of two measures together. Refuses different numbers of areas."""
    if len(first) != len(second):
        raise ValueError(
            f"{len(first)} areas of one measure, {len(second)} of the other; give the same areas"
        )
    member = tuple(
        None if a is None or b is None else (FIRST if a else 0) + (SECOND if b else 0)
        for a, b in zip(first, second, strict=True)
    )
    known = [each for each in member if each is not None]
    shares = [sum(each in (kind, BOTH) for each in known) for kind in (FIRST, SECOND)]
    return Overlap(member, shares[0] * shares[1] / len(known) if known else 0.0)

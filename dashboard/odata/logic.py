"""Logic: tests of a row and how they join, with a third answer where it cannot be told.

A row is given as a function from the name of a column to its value, or UNKNOWN for a column that is not
looked at yet. So one test says of a row if it is wanted, and of a whole indicator or area if none of its rows
can be: it answers None where that cannot be said, as OData does where a value is null.
"""

from collections.abc import Callable
from typing import Any

UNKNOWN = object()
Row = Callable[[str], Any]
Test = Callable[[Row], bool | None]
Of = Callable[[Row], Any]  # how a row gives a value


def anything(row: Row) -> bool | None:
    """The test that every row passes."""
    return True


def compared(how: Callable[[Any, Any], bool], one: Of, other: Of, equality: bool = False) -> Test:
    """The test that compares two values: by null only for `equality`, else None."""

    def test(row: Row) -> bool | None:
        a, b = one(row), other(row)
        if a is UNKNOWN or b is UNKNOWN or (not equality and (a is None or b is None)):
            return None
        return how(a, b)

    return test


def all_of(tests: list[Test]) -> Test:
    """False where one is, True where all are."""

    def test(row: Row) -> bool | None:
        found: bool | None = True
        for each in tests:
            if (one := each(row)) is False:
                return False
            found = found if one else None
        return found

    return test


def any_of(tests: list[Test]) -> Test:
    """True where one is, False where all are."""

    def test(row: Row) -> bool | None:
        found: bool | None = False
        for each in tests:
            if one := each(row):
                return True
            found = None if one is None else found
        return found

    return test


def opposite(inner: Test) -> Test:
    """True where `inner` is False, and the other way round."""

    def test(row: Row) -> bool | None:
        found = inner(row)
        return None if found is None else not found

    return test

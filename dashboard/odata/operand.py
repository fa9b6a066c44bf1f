"""Operands: what stands on either side of a comparison, and the functions that make one of another."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dashboard.odata.errors import ODataError
from dashboard.odata.logic import UNKNOWN, Of, Row
from dashboard.odata.tokens import Token

OF_TEXTS: dict[str, Callable[[str, str], bool]] = {
    "contains": lambda text, part: part in text,
    "startswith": str.startswith,
    "endswith": str.endswith,
}
# name: (kind of what it takes, kind of what it gives, how)
OF_ONE: dict[str, tuple[str, str, Callable[[Any], Any]]] = {
    "tolower": ("text", "text", str.lower),
    "toupper": ("text", "text", str.upper),
    "trim": ("text", "text", str.strip),
    "length": ("text", "number", len),
    "year": ("date", "number", lambda day: day.year),
    "month": ("date", "number", lambda day: day.month),
    "day": ("date", "number", lambda day: day.day),
}
FUNCTIONS = ", ".join([*OF_TEXTS, *OF_ONE])
_EXAMPLES = {"text": "'E08000003'", "number": "12.5", "date": "2023-01-01", "flag": "true"}


@dataclass(frozen=True)
class Operand:
    """Something with a value: its kind (text, number, date, flag or null) and how a row gives it."""

    kind: str
    of: Of
    typed: str


def literal(token: Token) -> Operand:
    """The value that is written out."""
    return Operand(token.kind, lambda row: token.value, token.typed)


def column(name: str, kind: str) -> Operand:
    """The value that a row has in the column `name`."""
    return Operand(kind, lambda row: row(name), name)


def made_of(name: str, inner: Operand) -> Operand:
    """The function `name` of `inner`. Raises ODataError where it takes another kind."""
    takes, gives, how = OF_ONE[name]
    must_be(takes, inner)

    def of(row: Row) -> Any:
        value = inner.of(row)
        return value if value is None or value is UNKNOWN else how(value)

    return Operand(gives, of, f"{name}({inner.typed})")


def must_be(kind: str, given: Operand) -> None:
    """Raises ODataError where `given` is of another kind."""
    if given.kind not in (kind, "null"):
        raise ODataError(f"A {kind} like {_EXAMPLES[kind]} is expected where “{given.typed[:60]}” stands.")


def must_match(first: Operand, second: Operand) -> None:
    """Raises ODataError where the two cannot be compared."""
    if first.kind != "null":
        must_be(first.kind, second)

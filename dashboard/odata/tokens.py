"""Tokens: the words, signs and literals that an OData expression is made of."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from dashboard.odata.errors import ODataError

LONGEST_EXPRESSION = 4000  # characters of an expression
MOST_TOKENS = 600  # tokens of one
_TOKEN = re.compile(
    r"\s*(?:(?P<text>'(?:[^']|'')*')"
    r"|(?P<date>\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?)"
    r"|(?P<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?)[dDfFmM]?(?![\w.])"
    r"|(?P<word>[A-Za-z_$@][\w.$@/]*)"
    r"|(?P<sign>[(),=]))"
)
_KEYWORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}


@dataclass(frozen=True)
class Token:
    """A piece of an expression: `kind` is text, date, number, flag, null, word, sign or end; `typed` is how
    it was written, `value` what it means."""

    kind: str
    typed: str
    value: object = None


END = Token("end", "its end")


def tokens(expression: str) -> list[Token]:
    """The tokens of `expression`, END the last. Raises ODataError."""
    if len(expression) > LONGEST_EXPRESSION:
        raise ODataError(f"An expression may have at most {LONGEST_EXPRESSION} characters.")
    found = [*_read(expression.rstrip())]
    if len(found) > MOST_TOKENS:
        raise ODataError(f"An expression may have at most {MOST_TOKENS} parts.")
    return [*found, END]


def _read(expression: str) -> Iterator[Token]:
    at = 0
    while at < len(expression):
        match = _TOKEN.match(expression, at)
        if match is None:
            raise ODataError(f"The expression cannot be read from “{expression[at:].strip()[:30]}” on.")
        at = match.end()
        yield _token(str(match.lastgroup), match[str(match.lastgroup)])


def _token(kind: str, typed: str) -> Token:
    if kind == "text":
        return Token(kind, typed, typed[1:-1].replace("''", "'"))
    if kind == "date":
        return Token(kind, typed, _day(typed))
    if kind == "number":
        return Token(kind, typed, _number(typed))
    if typed in _KEYWORDS:
        return Token("null" if typed == "null" else "flag", typed, _KEYWORDS[typed])
    return Token(kind, typed)


def _number(typed: str) -> float:
    value = float(typed)
    if math.isinf(value):
        raise ODataError(f"“{typed[:30]}” is too large a number.")
    return value


def _day(typed: str) -> date:
    """The day; of a moment its day, since periods begin at midnight."""
    try:
        return datetime.fromisoformat(typed).date()
    except ValueError:
        raise ODataError(f"“{typed[:30]}” is no date like 2023-01-01.") from None

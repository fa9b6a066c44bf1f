"""Expression: what a $filter asks of a row, as a function.

A row is given as a function from the name of a column to its value, or UNKNOWN for a column that is not
looked at yet. So one test says of a row if it is wanted, and of a whole indicator or area if none of its rows
can be: it answers None where that cannot be said, as OData does where a value is null.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.odata.refused import Refused
from dashboard.odata.tokens import Token, tokens

UNKNOWN = object()
DEEPEST = 30  # brackets within brackets
Row = Callable[[str], Any]
Test = Callable[[Row], bool | None]
_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "eq": lambda a, b: a == b,
    "ne": lambda a, b: a != b,
    "gt": lambda a, b: a > b,
    "ge": lambda a, b: a >= b,
    "lt": lambda a, b: a < b,
    "le": lambda a, b: a <= b,
}
_OF_TEXTS: dict[str, Callable[[str, str], bool]] = {
    "contains": lambda text, part: part in text,
    "startswith": str.startswith,
    "endswith": str.endswith,
}
# name: (kind of what it takes, kind of what it gives, how)
_OF_ONE: dict[str, tuple[str, str, Callable[[Any], Any]]] = {
    "tolower": ("text", "text", str.lower),
    "toupper": ("text", "text", str.upper),
    "trim": ("text", "text", str.strip),
    "length": ("text", "number", len),
    "year": ("date", "number", lambda day: day.year),
    "month": ("date", "number", lambda day: day.month),
    "day": ("date", "number", lambda day: day.day),
}
_FUNCTIONS = ", ".join([*_OF_TEXTS, *_OF_ONE])
_EXAMPLES = {"text": "'E08000003'", "number": "12.5", "date": "2023-01-01", "flag": "true"}


@dataclass(frozen=True)
class Operand:
    """Something with a value: its kind (text, number, date, flag or null) and how a row gives it."""

    kind: str
    of: Callable[[Row], Any]
    typed: str


def anything(row: Row) -> bool | None:
    """The test that every row passes."""
    return True


def condition(expression: str, kinds: Mapping[str, str]) -> Test:
    """The test that `expression` asks for, of columns with these `kinds`. Raises Refused."""
    reader = Reader(tokens(expression), kinds)
    found = reader.either(0)
    reader.expect("end")
    return found


class Reader:
    """Reads tokens from the left; each method reads one thing of the grammar and leaves what follows."""

    def __init__(self, given: list[Token], kinds: Mapping[str, str]):
        self._left, self._at, self._kinds = given, 0, kinds

    @property
    def next(self) -> Token:
        """The token that is to be read."""
        return self._left[self._at]

    def take(self) -> Token:
        """Read one token."""
        token = self.next
        self._at = min(self._at + 1, len(self._left) - 1)
        return token

    def expect(self, kind: str, typed: str = "") -> Token:
        """Read one token, which must be of that kind. Raises Refused."""
        token = self.take()
        if token.kind != kind or (typed and token.typed != typed):
            raise Refused(f"“{typed or kind}” is expected where “{token.typed[:30]}” stands.")
        return token

    def is_word(self, *words: str) -> bool:
        """Whether one of `words` comes next."""
        return self.next.kind == "word" and self.next.typed in words

    def either(self, depth: int) -> Test:
        """Tests joined by "or"."""
        found = [self.both(depth)]
        while self.is_word("or"):
            self.take()
            found.append(self.both(depth))
        return found[0] if len(found) == 1 else any_of(found)

    def both(self, depth: int) -> Test:
        """Tests joined by "and"."""
        found = [self.single(depth)]
        while self.is_word("and"):
            self.take()
            found.append(self.single(depth))
        return found[0] if len(found) == 1 else all_of(found)

    def single(self, depth: int) -> Test:
        """One comparison, or a test in brackets or after "not"."""
        if depth > DEEPEST:
            raise Refused(f"Brackets may lie at most {DEEPEST} deep.")
        if self.is_word("not"):
            self.take()
            return opposite(self.single(depth + 1))
        if self.next.typed == "(" and self.next.kind == "sign":
            self.take()
            found = self.either(depth + 1)
            self.expect("sign", ")")
            return found
        if self.is_word(*_OF_TEXTS):
            return self._of_texts()
        return self._comparison(depth)

    def _of_texts(self) -> Test:
        name = self.take().typed
        self.expect("sign", "(")
        text = self.operand(0)
        self.expect("sign", ",")
        part = self.operand(0)
        self.expect("sign", ")")
        for given in (text, part):
            _must_be("text", given)
        return compared(_OF_TEXTS[name], text, part)

    def _comparison(self, depth: int) -> Test:
        first = self.operand(depth)
        if first.kind == "flag" and not self.is_word(*_COMPARED):
            return first.of
        sign = self.take()
        if sign.typed == "in" and sign.kind == "word":
            return self._one_of(first, depth)
        if sign.kind != "word" or sign.typed not in _COMPARED:
            said = ", ".join([*_COMPARED, "in"])
            raise Refused(f"After “{first.typed[:60]}” one of {said} is expected, not “{sign.typed[:30]}”.")
        second = self.operand(depth)
        _must_match(first, second)
        return compared(_COMPARED[sign.typed], first, second, equality=sign.typed in ("eq", "ne"))

    def _one_of(self, first: Operand, depth: int) -> Test:
        self.expect("sign", "(")
        found = [self.operand(depth)]
        while self.next.typed == "," and self.next.kind == "sign":
            self.take()
            found.append(self.operand(depth))
        self.expect("sign", ")")
        for item in found:
            _must_match(first, item)
        return any_of([compared(_COMPARED["eq"], first, item, equality=True) for item in found])

    def operand(self, depth: int) -> Operand:
        """A column, a literal, or a function of one. Raises Refused."""
        token = self.take()
        if token.kind in ("text", "date", "number", "flag", "null"):
            value = token.value
            return Operand(token.kind, lambda row: value, token.typed)
        if token.kind == "word" and token.typed in _OF_ONE and self.next.typed == "(":
            return self._function(token.typed, depth)
        if token.kind != "word":
            raise Refused(f"A column or a value is expected where “{token.typed[:30]}” stands.")
        if self.next.typed == "(" and self.next.kind == "sign":
            raise Refused(f"There is no function “{token.typed[:30]}” here; there are {_FUNCTIONS}.")
        return self._column(token.typed)

    def _function(self, name: str, depth: int) -> Operand:
        if depth > DEEPEST:
            raise Refused(f"Brackets may lie at most {DEEPEST} deep.")
        takes, gives, how = _OF_ONE[name]
        self.expect("sign", "(")
        inner = self.operand(depth + 1)
        self.expect("sign", ")")
        _must_be(takes, inner)

        def of(row: Row) -> Any:
            value = inner.of(row)
            return value if value is None or value is UNKNOWN else how(value)

        return Operand(gives, of, f"{name}({inner.typed})")

    def _column(self, name: str) -> Operand:
        if name not in self._kinds:
            raise Refused(
                f"There is no column “{name[:60]}” to filter by here; there are {', '.join(self._kinds)}."
            )
        return Operand(self._kinds[name], lambda row: row(name), name)


def _must_be(kind: str, given: Operand) -> None:
    if given.kind not in (kind, "null"):
        raise Refused(f"A {kind} like {_EXAMPLES[kind]} is expected where “{given.typed[:60]}” stands.")


def _must_match(first: Operand, second: Operand) -> None:
    if first.kind != "null":
        _must_be(first.kind, second)


def compared(
    how: Callable[[Any, Any], bool], first: Operand, second: Operand, equality: bool = False
) -> Test:
    """The test that compares two values: by null only for `equality`, else None."""
    one, other = first.of, second.of

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

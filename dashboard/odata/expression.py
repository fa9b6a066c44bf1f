"""Expression: what a $filter asks of a row, as a function: its grammar, read from the left."""

from collections.abc import Callable, Mapping
from typing import Any

from dashboard.odata.errors import ODataError
from dashboard.odata.logic import Test, all_of, any_of, compared, opposite
from dashboard.odata.operand import (
    FUNCTIONS,
    OF_ONE,
    OF_TEXTS,
    Operand,
    column,
    literal,
    made_of,
    must_be,
    must_match,
)
from dashboard.odata.tokens import Token, tokens

DEEPEST = 30  # brackets within brackets
_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "eq": lambda a, b: a == b,
    "ne": lambda a, b: a != b,
    "gt": lambda a, b: a > b,
    "ge": lambda a, b: a >= b,
    "lt": lambda a, b: a < b,
    "le": lambda a, b: a <= b,
}


def condition(expression: str, kinds: Mapping[str, str]) -> Test:
    """The test that `expression` asks for, of columns with these `kinds`. Raises ODataError."""
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
        """Read one token, which must be of that kind. Raises ODataError."""
        token = self.take()
        if token.kind != kind or (typed and token.typed != typed):
            raise ODataError(f"“{typed or kind}” is expected where “{token.typed[:30]}” stands.")
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
            raise ODataError(f"Brackets may lie at most {DEEPEST} deep.")
        if self.is_word("not"):
            self.take()
            return opposite(self.single(depth + 1))
        if self.next.typed == "(" and self.next.kind == "sign":
            self.take()
            found = self.either(depth + 1)
            self.expect("sign", ")")
            return found
        if self.is_word(*OF_TEXTS):
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
            must_be("text", given)
        return compared(OF_TEXTS[name], text.of, part.of)

    def _comparison(self, depth: int) -> Test:
        first = self.operand(depth)
        if first.kind == "flag" and not self.is_word(*_COMPARED):
            return first.of
        sign = self.take()
        if sign.typed == "in" and sign.kind == "word":
            return self._one_of(first, depth)
        if sign.kind != "word" or sign.typed not in _COMPARED:
            sentence = ", ".join([*_COMPARED, "in"])
            raise ODataError(
                f"After “{first.typed[:60]}” one of {sentence} is expected, not “{sign.typed[:30]}”."
            )
        second = self.operand(depth)
        must_match(first, second)
        return compared(_COMPARED[sign.typed], first.of, second.of, equality=sign.typed in ("eq", "ne"))

    def _one_of(self, first: Operand, depth: int) -> Test:
        self.expect("sign", "(")
        found = [self.operand(depth)]
        while self.next.typed == "," and self.next.kind == "sign":
            self.take()
            found.append(self.operand(depth))
        self.expect("sign", ")")
        for item in found:
            must_match(first, item)
        return any_of([compared(_COMPARED["eq"], first.of, item.of, equality=True) for item in found])

    def operand(self, depth: int) -> Operand:
        """A column, a literal, or a function of one. Raises ODataError."""
        token = self.take()
        if token.kind in ("text", "date", "number", "flag", "null"):
            return literal(token)
        if token.kind == "word" and token.typed in OF_ONE and self.next.typed == "(":
            return self._function(token.typed, depth)
        if token.kind != "word":
            raise ODataError(f"A column or a value is expected where “{token.typed[:30]}” stands.")
        if self.next.typed == "(" and self.next.kind == "sign":
            raise ODataError(f"There is no function “{token.typed[:30]}” here; there are {FUNCTIONS}.")
        return self._column(token.typed)

    def _function(self, name: str, depth: int) -> Operand:
        if depth > DEEPEST:
            raise ODataError(f"Brackets may lie at most {DEEPEST} deep.")
        self.expect("sign", "(")
        inner = self.operand(depth + 1)
        self.expect("sign", ")")
        return made_of(name, inner)

    def _column(self, name: str) -> Operand:
        if name not in self._kinds:
            raise ODataError(
                f"There is no column “{name[:60]}” to filter by here; there are {', '.join(self._kinds)}."
            )
        return column(name, self._kinds[name])

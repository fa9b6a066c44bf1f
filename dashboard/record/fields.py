"""Fields of a form: what each asks, and how what was typed is read or refused with a sentence."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from dashboard.address.query_params import calendar_day
from dashboard.record.figure import read_pounds

Choices = Sequence[tuple[str, str]]
EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)
MOST_DIGITS = 15  # what a double holds whole
# A comma stands between thousands alone: 75,5 is 75.5 to one reader and 755 to another, and is refused.
_NUMBER = re.compile(r"[+-]?(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|[+-]?\.[0-9]+")

# Controls, but for ends of lines and tabs, and halves of a character: none of our files could hold them.
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # what turns the words after it the other way round


def is_link(text: str) -> bool:
    """Whether `text` leads to a document (https://...) or to a page here (/...)."""
    return text.startswith(("https://", "http://", "/")) and not text.startswith("//") and "\\" not in text


class Invalid(ValueError):
    """A form that cannot be taken: `errors` is field name -> one sentence, in the order of the fields."""

    def __init__(self, errors: Mapping[str, str]):
        super().__init__("; ".join(errors.values()))
        self.errors = dict(errors)


@dataclass(frozen=True)
class Field:
    """One question. `kind`: text, words (several lines), date, number, pounds, figure, choice, radios, many
    or check.

    A figure is read as typed: what it is depends on another answer (dashboard/record/figure.py).

    `groups` are the choices under their headings ("" for none). `missing` is said when nothing was given;
    an optional field has none. Fields of the same `part` are folded under it until one is answered.
    """

    name: str
    label: str
    kind: str = "text"
    missing: str = ""
    hint: str = ""
    longest: int = 200
    groups: Mapping[str, Choices] = field(default_factory=dict)
    part: str = ""

    def read(self, given: Any) -> Any:
        """What was given as a value: str, date, float, bool or a tuple of str; None or "" for nothing.

        Raises ValueError with the sentence for the reader.
        """
        if self.kind == "check":
            return given is True
        if self.kind == "many":
            return self._many(given)
        text = given.strip() if isinstance(given, str) else ""
        if not text:
            if self.missing:
                raise ValueError(self.missing)
            return None if self.kind in ("date", "number", "pounds") else ""
        if UNSEEN.search(text) or _TURNING.search(text):
            raise ValueError(f"{self.label} holds characters that cannot be seen: type it again")
        if len(text) > self.longest:
            raise ValueError(f"{self.label} must be {self.longest} characters or fewer; this has {len(text)}")
        return getattr(self, f"_{self.kind}")(text)

    @property
    def allowed(self) -> set[str]:
        """Every value that may be chosen."""
        return {value for choices in self.groups.values() for value, _ in choices}

    def _text(self, text: str) -> str:
        return " ".join(text.split())

    _figure = _text

    def _words(self, text: str) -> str:
        return text.replace("\r\n", "\n")

    def _date(self, text: str) -> date:
        day = calendar_day(text)
        if day is None:
            raise ValueError(f"{self.label} must be a real date, such as 2027-03-31")
        if not EARLIEST <= day <= LATEST:
            raise ValueError(f"{self.label} must be between {EARLIEST.year} and {LATEST.year}")
        return day

    def _number(self, text: str) -> float:
        plain = text.replace("−", "-")
        if not _NUMBER.fullmatch(plain) or sum(letter.isdigit() for letter in plain) > MOST_DIGITS:
            raise ValueError(
                f"{self.label} must be a number, such as 75.5 or 1,250,000: a point before the decimals"
            )
        return float(plain.replace(",", ""))

    def _pounds(self, text: str) -> float:
        return read_pounds(self.label.partition(",")[0], text)

    def _choice(self, text: str) -> str:
        if text not in self.allowed:
            raise ValueError(f"{self.label}: choose one of the list")
        return text

    _radios = _choice

    def _many(self, given: Any) -> tuple[str, ...]:
        if given and not isinstance(given, list):
            raise ValueError(f"{self.label}: choose from the list")
        chosen = tuple(given or ())
        if not all(isinstance(item, str) and item in self.allowed for item in chosen):
            raise ValueError(f"{self.label}: choose from the list")
        if not chosen and self.missing:
            raise ValueError(self.missing)
        return tuple(dict.fromkeys(chosen))


def with_choices(fields: Sequence[Field], **groups: Mapping[str, Choices]) -> list[Field]:
    """`fields`, with what can be chosen in those named."""
    return [replace(item, groups=groups.get(item.name, item.groups)) for item in fields]


def read_form(fields: Sequence[Field], given: Mapping[str, Any]) -> dict[str, Any]:
    """Every field's value, by name. Raises Invalid with all that is wrong."""
    values, errors = {}, {}
    for item in fields:
        try:
            values[item.name] = item.read(given.get(item.name))
        except ValueError as error:
            errors[item.name] = str(error)
    if errors:
        raise Invalid(errors)
    return values


def values_of(item: Any, fields: Sequence[Field]) -> dict[str, Any]:
    """The attributes of `item` as a form holds them: text, true or false, or a list."""
    return {each.name: _text(getattr(item, each.name, "")) for each in fields}


def _text(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}".removesuffix(".0")  # 0.00001, as it was typed, not 1e-05
    return list(value) if isinstance(value, tuple) else str(value)

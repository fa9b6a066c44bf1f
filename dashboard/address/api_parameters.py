"""Parameters of the API, each described once: the description reads a request and documents it.

A text that cannot be read is a BadAddress (400) with one sentence that says what to do, as on pages.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from werkzeug.datastructures import MultiDict

from dashboard.address.query_params import BadAddress, calendar_day, each_once, past_day

CODE = r"^([A-Z][0-9]{8}|[a-z][a-z0-9-]{0,59})$"  # of ONS, or a city region that it has none for
NAME = r"^[a-z0-9_]{1,80}$"
ID = r"^[a-z0-9_]{1,80}/[a-z0-9_]{1,80}$"
LATEST = "latest"
MOST_AREAS = 50


@dataclass(frozen=True)
class ApiParameter:
    """A query or path parameter: its JSON Schema, what it is for, and how its text is read."""

    name: str
    schema: dict[str, Any]
    description: str
    read: Callable[[str], Any]
    example: Any
    default: Any = None
    where: str = "query"

    def documented(self) -> dict[str, Any]:
        """The parameter as OpenAPI describes it."""
        fields = {
            "name": self.name,
            "in": self.where,
            "required": self.where == "path",
            "description": self.description,
            "schema": self.schema,
            "example": self.example,
        }
        return fields | ({"style": "form", "explode": False} if self.schema.get("type") == "array" else {})


def whole(name: str, description: str, least: int, most: int, default: int) -> ApiParameter:
    """A whole number from `least` to `most`."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and len(text) < 10 and least <= int(text) <= most):
            raise BadAddress(400, f"{name} must be a whole number from {least} to {most}.")
        return int(text)

    schema = {"type": "integer", "minimum": least, "maximum": most, "default": default}
    return ApiParameter(name, schema, description, read, default, default)


def choice(name: str, description: str, allowed: tuple[str, ...], where: str = "query") -> ApiParameter:
    """One of `allowed`."""

    def read(text: str) -> str:
        if text not in allowed:
            raise BadAddress(400, f"{name} must be one of: {', '.join(allowed)}.")
        return text

    return ApiParameter(
        name, {"type": "string", "enum": [*allowed]}, description, read, allowed[0], None, where
    )


def word(name: str, description: str, pattern: str, example: str, where: str = "query") -> ApiParameter:
    """A text that matches `pattern`."""

    def read(text: str) -> str:
        if not re.fullmatch(pattern.strip("^$"), text):
            raise BadAddress(400, f"{name} must look like {example}.")
        return text

    return ApiParameter(name, {"type": "string", "pattern": pattern}, description, read, example, None, where)


def text(name: str, description: str, most: int, example: str) -> ApiParameter:
    """Whatever was typed, up to `most` letters, in single spaces; "" when not given."""

    def read(given: str) -> str:
        if len(given) > most:
            raise BadAddress(400, f"{name} must have at most {most} letters.")
        return " ".join(given.split())

    return ApiParameter(name, {"type": "string", "maxLength": most}, description, read, example, "")


def codes(name: str, description: str) -> ApiParameter:
    """Area codes joined by commas, each at most once."""

    def read(text: str) -> list[str]:
        found = text.split(",")
        if len(found) > MOST_AREAS or not all(re.fullmatch(CODE.strip("^$"), code) for code in found):
            raise BadAddress(
                400, f"{name} must be up to {MOST_AREAS} area codes joined by commas, like E08000003."
            )
        return list(dict.fromkeys(found))

    item = {"type": "string", "pattern": CODE}
    schema = {"type": "array", "items": item, "minItems": 1, "maxItems": MOST_AREAS}
    return ApiParameter(name, schema, description, read, ["E08000003", "E08000006"])


def day_or_latest(name: str, description: str) -> ApiParameter:
    """A date as 2023-01-01, or the word latest."""

    def read(text: str) -> date | str:
        if text == LATEST:
            return text
        if found := calendar_day(text):
            return found
        raise BadAddress(400, f"{name} must be a date like 2023-01-01, or {LATEST}.")

    schema = {"oneOf": [{"type": "string", "const": LATEST}, {"type": "string", "format": "date"}]}
    return ApiParameter(name, schema, description, read, LATEST)


def day(name: str, description: str) -> ApiParameter:
    """A date as 2023-01-01; None when not given."""

    def read(text: str) -> date:
        if found := calendar_day(text):
            return found
        raise BadAddress(400, f"{name} must be a date like 2023-01-01.")

    return ApiParameter(name, {"type": "string", "format": "date"}, description, read, "2023-01-01")


def up_to_today(name: str, description: str, read: Callable[[str], date | None] = past_day) -> ApiParameter:
    """A day up to today, as pages take it; None when not given. `read` may take today for None too."""
    return ApiParameter(name, {"type": "string", "format": "date"}, description, read, "2025-07-01")


def read_query(parameters: tuple[ApiParameter, ...], given: MultiDict[str, str]) -> dict[str, Any]:
    """The values of `parameters` in the query `given`. Raises BadAddress for an unknown or repeated one."""
    known = {item.name: item for item in parameters if item.where == "query"}
    texts = each_once(given.items(multi=True), [*known])
    return {name: item.read(texts[name]) if name in texts else item.default for name, item in known.items()}

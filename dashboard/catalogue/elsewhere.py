"""Elsewhere: figures that are published, but not held here. Who publishes them, for whom, and where.

A dataset that is held for some areas only says so in its register entry, as [coverage]; an indicator whose
publisher gives it for levels that its SELECT has none of says so in its file, as [elsewhere].
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

COVERAGE = ("held", "published", "address")
_NEEDED = ("held", "published")


class InvalidElsewhere(ValueError):
    """A [coverage] or [elsewhere] that cannot be used; the message says what to do, in one sentence."""


@dataclass(frozen=True)
class Elsewhere:
    """`published` are the areas for which `publisher` gives figures and `held` those for which they are held
    here, both in words that follow "for"; `address` is where they are. `levels` are the levels of areas that
    this is true of; empty for all. `partial`: held for some areas only, so it is true of the others alone."""

    publisher: str
    published: str
    held: str
    address: str
    levels: tuple[str, ...] = ()
    partial: bool = False


def read_coverage(given: Mapping[str, Any]) -> dict[str, str]:
    """`held`, `published` and `address` of a register entry's [coverage]; empty texts where it has none.

    Raises InvalidElsewhere.
    """
    if given:
        _check("coverage", given, COVERAGE)
    return {key: given.get(key, "") for key in COVERAGE}


def read_elsewhere(given: Any, known: tuple[str, ...]) -> dict[str, Any]:
    """What an indicator's [elsewhere] says, its `levels` being some of `known` (none: all).

    Raises InvalidElsewhere.
    """
    if not isinstance(given, dict):
        raise InvalidElsewhere(f"write elsewhere as a table with {', '.join((*COVERAGE, 'levels'))}")
    texts = {key: value for key, value in given.items() if key != "levels"}
    _check("elsewhere", texts, COVERAGE)
    levels = given.get("levels", [])
    if not isinstance(levels, list) or any(level not in known for level in levels):
        raise InvalidElsewhere(f"set elsewhere.levels to a list of some of: {', '.join(known)}")
    return {**texts, "levels": tuple(levels)}


def _check(where: str, given: Mapping[str, Any], known: tuple[str, ...]) -> None:
    if unknown := sorted(given.keys() - set(known)):
        raise InvalidElsewhere(f"{where}.{unknown[0]} is unknown, use {', '.join(known)}")
    if empty := [key for key in _NEEDED if not given.get(key)]:
        raise InvalidElsewhere(f"fill in {where}.{empty[0]}")
    for key, value in given.items():
        if not isinstance(value, str) or not value.strip():
            raise InvalidElsewhere(f"{where}.{key} must be a text, not {value!r}")
    address = given.get("address", "https://")
    if not address.startswith("https://"):
        raise InvalidElsewhere(f"{where}.address must begin with https://, not {address!r}")

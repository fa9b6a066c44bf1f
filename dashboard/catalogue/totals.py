"""[totals] of a register entry: which of a dataset's figures must add up to which others."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_KEYS = {
    "rounding": (int, float),
    "areas": list,
    "sums": list,
    "groups": list,
    "columns": list,
    "short": list,
}
_OF: dict[str, dict[str, Any]] = {
    "areas": {"series": str, "value": str},
    "sums": {"column": str, "total": str, "parts": list, "by": list, "value": str}
    | {"only": dict, "rounding": (int, float)},
    "groups": {"by": list, "value": str, "total": str},
    "columns": {"by": list, "parts": list, "total": str},
    "short": {"series": str, "area_code": str, "lacks": list, "to": int},
}
_NEEDED = {
    "areas": ("series",),
    "sums": ("total", "by"),
    "groups": ("by", "total"),
    "columns": ("by", "parts", "total"),
    "short": ("series", "area_code", "lacks", "to"),
}


class InvalidTotals(ValueError):
    """A [totals] that cannot be used; the message says what to do."""


@dataclass(frozen=True)
class Totals:
    """What adds up, each figure being rounded to `rounding` (0: to nothing).

    `areas`: counts of which a wider area has the sum of its districts, {series, value = "value"}.
    `sums`: rows whose `column` is `total`, against the sum of those that are `parts` (all others, where none
    are named) and alike in `by`; `only` picks the rows that count, {column = [values]}, and `rounding` is the
    rule's own. `groups`: the sum of `value` (or the number of rows) alike in `by`, against
    the column `total` of any of them. `columns`: within a row that `by` names, the columns `parts` against
    `total`. `short`: counts of `series` in `area_code` up to the year `to` that leave out the areas `lacks`,
    as the totals around them show: these are added.
    """

    rounding: float = 0
    areas: tuple[dict[str, Any], ...] = ()
    sums: tuple[dict[str, Any], ...] = ()
    groups: tuple[dict[str, Any], ...] = ()
    columns: tuple[dict[str, Any], ...] = ()
    short: tuple[dict[str, Any], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.areas or self.sums or self.groups or self.columns)


def read_totals(given: Mapping[str, Any]) -> Totals:
    """The Totals that a register entry's [totals] stand for. Raises InvalidTotals, in one sentence."""
    _check("totals", given, _KEYS)
    if given.get("rounding", 0) < 0:
        raise InvalidTotals("totals.rounding must not be below zero")
    for kind, needed in _NEEDED.items():
        for rule in given.get(kind, []):
            if not isinstance(rule, dict):
                raise InvalidTotals(f"totals.{kind} must be a list of tables, not {rule!r}")
            _check(f"totals.{kind}", rule, _OF[kind])
            if missing := [key for key in needed if key not in rule]:
                raise InvalidTotals(f"totals.{kind} lacks {', '.join(missing)}, add it")
    return Totals(given.get("rounding", 0), *(tuple(given.get(kind, ())) for kind in _NEEDED))


def _check(where: str, given: Mapping[str, Any], known: Mapping[str, Any]) -> None:
    if unknown := sorted(given.keys() - known.keys()):
        raise InvalidTotals(f"{where}.{unknown[0]} is unknown, use {', '.join(known)}")
    for key, value in given.items():
        if not isinstance(value, known[key]) or isinstance(value, bool):
            raise InvalidTotals(f"{where}.{key} cannot be {value!r}")

"""What a register entry must satisfy, each failing in one sentence that says what to do."""

from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from dashboard.catalogue.cadences import CADENCES
from dashboard.catalogue.elsewhere import InvalidElsewhere, read_coverage
from dashboard.catalogue.indicator import AUDIENCES
from dashboard.catalogue.totals import InvalidTotals, read_totals
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.tables.ons_about import FIELDS


def seen_by(audience: str) -> tuple[str, ...]:
    """The audiences whose tables `audience` sees: the office also what is public."""
    return AUDIENCES if audience == "office" else ("public",)


# "none": figures about places, not people, or already safe as published by their publisher.
# "as published": small cells that the publisher itself has made safe. "suppress" (counts below
# protection.below, and what would give them away), "round" (to protection.base) and "withhold" (the
# protection.cells; without any, the whole dataset, which then is the office's).
DISCLOSURE = ("none", "as published", "suppress", "round", "withhold")
PROTECTION = {"suppress": "below", "round": "base"}
# How its counts came about, which decides whether chance limits may be worked out from them. "full": everyone
# or everything was counted; "rounded": so too, then rounded by the publisher to [totals] rounding; "survey":
# weighted up from a sample; "modelled": estimated (mid-year populations); "perturbed": changed a little to
# protect people (censuses); "none": only rates, averages or places. Of several kinds the least certain that
# an indicator rests on is said.
COUNTS = ("full", "rounded", "survey", "modelled", "perturbed", "none")
# How far a new release may stray from what is published; beyond it is set aside until it is accepted.
# revised: a change that is reported; most: the share of figures that may change so; lost: that may go;
# window: how many whole periods a release may leave out, where its publisher gives the last few years alone.
CHANGES = {"revised": 0.05, "most": 0.5, "lost": 0.05, "window": 0}
EXPECTED = ("rows", "districts", "combined_authorities", "from", "to", "range")
OF_SERIES = ("series", *FIELDS)
SIZE = frozenset(("residents", "rules", "set_aside", "unchecked"))
REQUIRED = ("licence", "path", "adapter", "cadence", "next_release", "owner", "audience", "disclosure")
_TYPES: dict[str, type | tuple[type, ...]] = {
    "next_release": (date, str),
    "source_date": date,
    "experimental": bool,
    "series": list,
}
_TYPES |= {"expected": dict, "options": dict, "changes": dict, "protection": dict, "download": list}
_TYPES |= {"embargo_until": datetime, "totals": dict, "size": dict, "coverage": dict}


def check_entry(path: Path, given: dict[str, Any], adapters: tuple[str, ...], known: set[str]) -> None:
    """Raises Refused for the first thing wrong with the entry `given` in `path`; `known` are its keys."""
    _check_keys(path, given, known)
    _check_choices(path, given, adapters)
    _check_rules(path, given)


def _check_keys(path: Path, given: dict[str, Any], known: set[str]) -> None:
    if not path.stem.isidentifier() or path.stem != path.stem.lower():
        raise Refused(path, "name it in lower case letters, digits and underscores, like claimant_count.toml")
    if missing := [key for key in REQUIRED if key not in given]:
        raise Refused(path, f"add {listed(missing, 9)}")
    if unknown := sorted(given.keys() - known):
        raise Refused(path, f"{listed(unknown)} is not a register key, use {listed(sorted(known), 30)}")
    for key, value in given.items():
        if not isinstance(value, _TYPES.get(key, str)):
            raise Refused(path, f"{key} must be a {_kind(key)}, not {value!r}")


def _kind(key: str) -> str:
    wanted = _TYPES.get(key, str)
    names = {
        str: "text",
        datetime: "date and time with its zone",
        date: "date",
        bool: "true or false",
        list: "list of tables",
        dict: "table",
    }
    return " or ".join(names[t] for t in (wanted if isinstance(wanted, tuple) else (wanted,)))


def _check_choices(path: Path, given: dict[str, Any], adapters: tuple[str, ...]) -> None:
    choices = {"audience": AUDIENCES, "cadence": tuple(CADENCES), "disclosure": DISCLOSURE}
    choices |= {"adapter": adapters, "counts": COUNTS}
    for key, allowed in choices.items():
        if key in given and given[key] not in allowed:
            raise Refused(path, f"{key} = '{given[key]}' is unknown, use one of {listed(allowed, 40)}")
    for key in ("licence", "path", "owner"):
        if not given[key].strip():
            raise Refused(path, f"{key} is empty, fill it in")
    where = PurePosixPath(given["path"])
    if where.is_absolute() or ".." in where.parts:
        raise Refused(path, f"path = '{where}' leads out of the folder of sources, put the file into it")


def _check_rules(path: Path, given: dict[str, Any]) -> None:
    rule, protection = given["disclosure"], given.get("protection", {})
    if rule == "withhold" and given["audience"] != "office" and "cells" not in protection:
        raise Refused(path, "disclosure = 'withhold' needs audience = 'office', or protection.cells")
    wanted = PROTECTION.get(rule)
    if wanted and not _positive(protection.get(wanted)):
        raise Refused(path, f"disclosure = '{rule}' needs a number above zero as protection.{wanted}")
    if given.get("counts") == "rounded" and not _positive(given.get("totals", {}).get("rounding")):
        raise Refused(path, "counts = 'rounded' needs what they are rounded to as totals.rounding, add it")
    _check_parts(path, given)
    if given.get("size"):
        _check_size(path, given["size"])
    if "embargo_until" in given and given["embargo_until"].tzinfo is None:
        raise Refused(path, "embargo_until needs a time zone, like 2026-12-01T09:30:00+00:00")
    try:
        read_totals(given.get("totals", {}))
        read_coverage(given.get("coverage", {}))
    except (InvalidTotals, InvalidElsewhere) as error:
        raise Refused(path, str(error)) from error
    changes = given.get("changes", {})
    if unknown := sorted(changes.keys() - CHANGES.keys()):
        raise Refused(path, f"changes.{unknown[0]} is unknown, use {listed(CHANGES)}")
    for key, value in changes.items():
        if not _positive(value) and value != 0:
            raise Refused(path, f"changes.{key} must be a share such as 0.05, not {value!r}")


def _check_parts(path: Path, given: dict[str, Any]) -> None:
    """Raises Refused for a key of [expected] or of a [[series]] that nothing reads."""
    tables: list[tuple[str, tuple[str, ...], dict[str, Any]]]
    tables = [("expected", EXPECTED, given.get("expected", {}))]
    tables += [("[[series]]", OF_SERIES, each) for each in given.get("series", [])]
    for name, known, table in tables:
        if unknown := sorted(table.keys() - {*known}):
            raise Refused(path, f"{unknown[0]} is no key of {name}, use {listed(known, 20)}")


def _check_size(path: Path, size: dict[str, Any]) -> None:
    if unknown := sorted(size.keys() - SIZE):
        raise Refused(path, f"size.{unknown[0]} is unknown, use {listed(sorted(SIZE))}")
    if "unchecked" not in size and not (size.get("residents") and size.get("rules")):
        raise Refused(path, "size needs residents and rules, or unchecked with the reason why")
    for rule in size.get("rules", []):
        if not rule.get("of") or not _positive(rule.get("factor")) or rule["factor"] <= 1:
            raise Refused(path, "each of size.rules needs of, and a factor above one")


def _positive(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0

"""Faults of an indicator's metadata, each in words of what to do; all of a file's are told at once."""

from collections.abc import Iterator
from dataclasses import MISSING, fields
from datetime import date
from typing import Any

from dashboard.catalogue import carried, periods, same_as, sums
from dashboard.catalogue.elsewhere import InvalidElsewhere, read_elsewhere
from dashboard.catalogue.indicator import AUDIENCES, BETTER, STATISTICS, Indicator

LONGEST_TITLE = 40  # characters: what cards, lists and legends have room for
KEYS = {field.name: field for field in fields(Indicator) if field.name not in ("theme", "name", "sql")}
GROUPS = "give groups the texts group and others; and of, better (higher or lower) or limits (true) if any"
REQUIRED = [name for name, field in KEYS.items() if field.default is MISSING]
# The levels of areas that [elsewhere] may name: what the publisher gives, never what is made of it here.
WHERE = ("county", "district", "ward", "msoa", "lsoa")
CHOICES = {
    "period": periods.PERIOD_KINDS,
    "better": BETTER,
    "audience": AUDIENCES,
    "statistic": STATISTICS,
    "sum_of": sums.PARTS,
    "carried_from": carried.FROM,
}


def faults(metadata: dict[str, Any]) -> Iterator[str]:
    """What to do about each fault of `metadata`, which is the TOML of a file's leading comment."""
    if missing := [name for name in REQUIRED if name not in metadata]:
        yield f"add {', '.join(missing)} to its metadata"
    if unknown := [name for name in metadata if name not in KEYS]:
        yield f"remove {', '.join(unknown)}, which is no metadata key"
    for key, value in metadata.items():
        if key in KEYS and (fault := _fault(key, value)):
            yield fault
    if metadata.get("sum_of") in sums.PARTS:
        if metadata.get("statistic") not in sums.STATISTICS:
            yield f"remove sum_of, or set statistic to one of: {', '.join(sums.STATISTICS)}"
        elif metadata["statistic"] in ("rate", "ratio") and not metadata.get("per"):
            yield "set per, what the rate is per, for sum_of multiplies by it"
        if "carried_from" in metadata:
            yield "remove sum_of or carried_from, for what is carried is no count"
    if metadata.get("from_counts"):
        if metadata.get("statistic") not in sums.SHARES:
            yield f"remove from_counts, or set statistic to one of: {', '.join(sums.SHARES)}"
        elif metadata["statistic"] != "proportion" and not metadata.get("per"):
            yield "set per, what the rate is per, for from_counts multiplies by it"
        if "groups" in metadata:
            yield "remove from_counts or groups, for a gap is made of two values"
    if "gap_words" in metadata and not _counts_ones(metadata):
        yield "remove gap_words, or say what the figure is per: suffix %, prefix £ or per"
    if "gap_base" in metadata and "gap_words" not in metadata:
        yield "add gap_words, what there is more or fewer of, or remove gap_base"


def _counts_ones(metadata: dict[str, Any]) -> bool:
    """Whether a difference of the figure comes to so many ones: of a hundred, of `per`, or of pounds each."""
    return metadata.get("suffix") == "%" or metadata.get("prefix") == "£" or bool(metadata.get("per"))


def _fault(key: str, value: Any) -> str:
    wanted: Any = KEYS[key].type  # a class: no annotation of Indicator is a text
    if same_as.refers(key, value):
        return ""  # what is wrong with it was said when it was followed
    if key == "breaks":
        return "" if _are_breaks(value) else "give each of its breaks a since date and a reason"
    if key == "groups":
        return "" if _are_groups(value) else GROUPS
    if key == "elsewhere":
        return _elsewhere(value)
    if type(value) is not wanted:
        return f"write {key} as {wanted.__name__}, not {value!r}"
    if wanted is str and key not in ("prefix", "suffix") and not value.strip():
        return f"fill in {key}"
    if key in CHOICES and value not in CHOICES[key]:
        return f"set {key} to one of: {', '.join(CHOICES[key])}"
    if key == "title" and len(value) > LONGEST_TITLE:
        return f"shorten title, which has {len(value)} characters, to {LONGEST_TITLE} at most"
    return ""


def _are_breaks(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(item, dict) and item.keys() == {"since", "reason"} and type(item["since"]) is date
        for item in value
    )


def _are_groups(value: object) -> bool:
    return (
        isinstance(value, dict)
        and {"group", "others"} <= value.keys() <= {"group", "others", "of", "better", "limits"}
        and all(isinstance(text, str) and text.strip() for key, text in value.items() if key != "limits")
        and value.get("better", "higher") in ("higher", "lower")
        and isinstance(value.get("limits", False), bool)
    )


def _elsewhere(value: object) -> str:
    try:
        read_elsewhere(value, WHERE)
    except InvalidElsewhere as error:
        return str(error)
    return ""

"""Validity: which rules the rows of a table must keep, and how many do."""

from dashboard.catalogue.periods import DURATIONS
from dashboard.exports.shorthand import MEANINGS
from dashboard.methods import quality
from dashboard.methods.quality import Score
from dashboard.site import Site

_KNOWN = "CASE WHEN {0} IS NOT NULL THEN {0} IN (SELECT area_code FROM areas) END"


def rules_of_figures(columns: set[str]) -> dict[str, str]:
    """What must hold for a row of figures: words -> SQL that is true, false, or null where not checked."""
    interval = "CASE WHEN lower IS NOT NULL AND upper IS NOT NULL THEN value BETWEEN lower AND upper END"
    rules = {
        "the area is a known one": _KNOWN.format("area_code"),
        "the period begins in the past": "period <= today()",
    }
    if {"lower", "upper"} <= columns:
        rules["the figure lies within its interval"] = interval
    if "status" in columns:
        rules["the mark is a known one"] = f"status IN ({_quoted(('', *MEANINGS))})"
    if "duration" in columns:
        rules["the length of the period is a known one"] = f"duration IN ({_quoted(DURATIONS.values())})"
    return rules


def rules_of_things(columns: set[str]) -> dict[str, str]:
    """What must hold for a row of a table of things: its codes exist."""
    codes = sorted(columns & {"area_code", "lsoa21_code", "msoa21_code"})
    return {f"the {name.replace('_', ' ')} is a known one": _KNOWN.format(name) for name in codes}


def valid(site: Site, table: str, rules: dict[str, str]) -> Score:
    """The share of the rows of `table` for which the rules hold, each where it can be checked."""
    if not rules:
        return quality.validity({})
    counts = ", ".join(f"count(*) FILTER ({rule}), count(*) FILTER (NOT ({rule}))" for rule in rules.values())
    row = site.store.rows(f'SELECT {counts} FROM "{table}"')[0]  # noqa: S608 - our own table and rules
    answers = zip(rules, row[::2], row[1::2], strict=True)
    return quality.validity({name: [True] * good + [False] * bad for name, good, bad in answers})


def _quoted(words) -> str:
    return ", ".join(f"'{word}'" for word in dict.fromkeys(words))

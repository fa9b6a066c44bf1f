"""Place names: every current place of England that is held, found by a part of its name."""

import re
from dataclasses import dataclass
from typing import Any

from dashboard.datastore.areas import CHOSEN, LEVELS, NEIGHBOURHOODS, REGIONS
from dashboard.datastore.store import Store

LARGEST_FIRST = tuple(level for level in LEVELS if level in (*CHOSEN, *NEIGHBOURHOODS))
NUMBERED = ("msoa", "lsoa")  # "Bolton 005A": there are 40,000, looked for only where a number is typed
_NEAR = 0.9  # of 1: how alike a name must be that is offered where none matches


@dataclass(frozen=True)
class NamedPlace:
    """A place; code and name of the district and city region that it lies in, "" where in none."""

    code: str
    name: str
    level: str
    district: str
    district_name: str
    region: str
    region_name: str


# Letters and digits alone, so that "kings lynn" is King's Lynn and "stockton on tees" Stockton-on-Tees.
_SPACED = "regexp_replace(replace(lower({}), '&', ' and '), '[-–/ ]+', ' ', 'g')"
_PLAIN = f"trim(regexp_replace({_SPACED}, '[^a-z0-9 ]', '', 'g'))"
_SQL = f"""
    WITH asked AS (SELECT {_PLAIN.format("?::VARCHAR")} AS words),
    named AS (
        SELECT area_code, name, level, {_PLAIN.format("name")} AS plain
        FROM areas
        WHERE current AND list_contains(?::VARCHAR[], level) AND contains(name, ?)
            AND (substr(area_code, 1, 1) = 'E' OR list_contains({[*REGIONS]}, level))
        UNION ALL -- a region is found by the name it had before, too
        SELECT areas.area_code, areas.name, level, {_PLAIN.format("former")}
        FROM areas, (SELECT code, unnest(other_names) AS former FROM regions) AS other
        WHERE areas.area_code = other.code
    ),
    found AS (
        SELECT
            area_code, name, level,
            MIN(CASE WHEN plain = words THEN 0 WHEN starts_with(plain, words) THEN 1 ELSE 2 END) AS how
        FROM named, asked
        WHERE {{which}}
        GROUP BY ALL
    ),
    shown AS (
        SELECT *, count(*) OVER () AS total
        FROM found
        ORDER BY how, list_position(?::VARCHAR[], level), name, area_code
        LIMIT ?
    )
    SELECT
        shown.area_code,
        shown.name,
        shown.level,
        coalesce(max(held.area_code) FILTER (held.level = 'district'), ''),
        coalesce(max(held.name) FILTER (held.level = 'district'), ''),
        coalesce(max(held.area_code) FILTER (held.level = 'city_region'), ''),
        coalesce(max(held.name) FILTER (held.level = 'city_region'), ''),
        max(total)
    FROM shown
    LEFT JOIN membership ON membership.area_code = shown.area_code
    LEFT JOIN areas AS held ON held.area_code = membership.within AND held.current
    GROUP BY shown.area_code, shown.name, shown.level, shown.how
    ORDER BY how, list_position(?::VARCHAR[], shown.level), shown.name, shown.area_code
"""  # noqa: S608 - our own words; what is typed is a parameter
# Every word begins a word of the name.
_MATCHES = """len(words) > 0 AND len(list_filter(
    string_split(words, ' '), lambda word: word <> '' AND NOT contains(' ' || plain, ' ' || word)
)) = 0"""
# The whole name, or as many of its first words as were typed: "newcasle" is Newcastle upon Tyne.
_FIRST = "array_to_string(string_split(plain, ' ')[: len(string_split(words, ' '))], ' ')"
_LIKENESS = f"greatest(jaro_winkler_similarity(plain, words), jaro_winkler_similarity({_FIRST}, words))"
_ALIKE = f"len(words) > 2 AND {_LIKENESS} >= {_NEAR}"


def search(store: Store, text: str, most: int) -> tuple[list[NamedPlace], int]:
    """The places in whose name every word of `text` begins a word, at most `most`, and how many there are.

    Whole names come first, then names that begin so, larger places before smaller ones.
    """
    return _query(store, _MATCHES, text, most)


def similar_names(store: Store, text: str, most: int) -> list[NamedPlace]:
    """The places whose names are written almost like `text`: what a slip of the pen may have meant."""
    return _query(store, _ALIKE, text, most)[0]


def _query(store: Store, which: str, text: str, most: int) -> tuple[list[NamedPlace], int]:
    levels = [
        level
        for level in LARGEST_FIRST
        if level not in NUMBERED or any(character.isdigit() for character in text)
    ]
    # A number is never a slip of the pen, and leaves few of the 40,000 to look at.
    number = max(re.findall("[0-9]+", text), key=len, default="")
    given: list[Any] = [text, levels, number, [*LARGEST_FIRST], most, [*LARGEST_FIRST]]
    rows = store.rows(_SQL.format(which=which), given)
    return [NamedPlace(*row[:-1]) for row in rows], rows[0][-1] if rows else 0

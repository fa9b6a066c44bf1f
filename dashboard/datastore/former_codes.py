"""Former codes: which areas of today an abolished district, county or city region became.

A code that was only replaced (Barnsley's in 2025) stands for the same place and is read as today's. An area
that was abolished is not another one: who asks for it is told what it became part of.
"""

from typing import NamedTuple

from dashboard.datastore.store import Store

# What no table has, since nothing adds up by it: counties that were split, and one code that was replaced.
_SPLIT = {
    "E10000001": ("E06000055", "E06000056"),  # Bedfordshire
    "E10000004": ("E06000049", "E06000050"),  # Cheshire
    "E10000005": ("E06000052", "E06000053"),  # Cornwall and Isles of Scilly
    "E10000009": ("E06000058", "E06000059"),  # Dorset, whose Christchurch went to Bournemouth
    "E10000021": ("E06000061", "E06000062"),  # Northamptonshire
    "E07000025": ("E06000053",),  # Isles of Scilly
}


class FormerArea(NamedTuple):
    """An area that is no more: its name, its last year where that is known, and what it became."""

    name: str
    last: int | None
    now: tuple[str, ...]  # codes of areas of today


def current_codes(store: Store) -> dict[str, str]:
    """Old code -> the code of the same place today."""
    return store.remember("replaced codes", lambda: dict(_pairs(store, "recodes")))


def former_area(store: Store, code: str) -> FormerArea | None:
    """What is known of the area that had `code`; None for a code that no area had, or has today."""
    rows = store.rows('SELECT name, "end" FROM areas WHERE area_code = ? AND NOT current', [code])
    if not rows:
        return None
    (name, last) = rows[0]
    now = _became(store, code) or _by_name(store, name) or _SPLIT.get(code, ())
    return FormerArea(name, last, tuple(now))


def what_it_was(store: Store, code: str) -> str:
    """Of a code that an area had until it was abolished: its name, and what to ask for instead; else ""."""
    found = former_area(store, code)
    if found is None:
        return ""
    until = f" until {found.last}" if found.last else ""
    sql = "SELECT name FROM areas WHERE area_code = ? AND current"
    now = [(name, each) for each in found.now for (name,) in store.rows(sql, [each])]
    if [name for name, _ in now] == [found.name]:
        return f"it was {found.name}{until}, whose code is now {now[0][1]}"
    lies = "now lies in" if len(now) > 1 else "is now part of"
    listed = " and ".join(f"{name} ({code})" for name, code in now)
    return f"it was {found.name}{until}" + (f", which {lies} {listed}" if now else "")


def _became(store: Store, code: str) -> list[str]:
    """The areas of today that took `code` over, through those that were abolished since."""
    later: dict[str, list[str]] = {}
    for old, new in (*_pairs(store, "recodes"), *_pairs(store, "unions")):
        later.setdefault(old, []).append(new)
    found, seen = [code], {code}
    while any(each in later for each in found):
        found = [new for each in found for new in later.get(each, [each]) if new not in seen or each == new]
        seen |= set(found)
    return [] if found == [code] else list(dict.fromkeys(found))


def _by_name(store: Store, name: str) -> list[str]:
    """The city regions that are looked for under the name of one that is no more (data/regions)."""
    if "regions" not in store.tables():
        return []
    sql = "SELECT code FROM regions WHERE name = ? OR list_contains(other_names, ?) ORDER BY code"
    return [code for (code,) in store.rows(sql, [name, name])]


def _pairs(store: Store, table: str) -> list[tuple[str, str]]:
    if table not in store.tables():
        return []
    return store.rows(f"SELECT old_code, new_code FROM {table} ORDER BY ALL")  # noqa: S608 - our own names

"""Skills counted: the people who learn, are qualified, work in an occupation or are looked for.

Source: the Department for Education's Local skills data hub. A count too small to publish is None.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.datastore.store import Store
from dashboard.methods.skills import whole

_STOCK = {
    "Below Level 2": ("qualNone", "qualL1"),
    "Level 2": ("qualL2",),
    "Level 3": ("qualL3",),
    "Level 4 and above": ("qualL4",),
}
_ACHIEVED = {
    "English and maths (Essential Skills)": (
        "Further education and skills: Essential Skills - English and maths",
    ),
    "Below Level 2": ("Further education and skills: Below Level 2 (excluding Essential Skills)",),
    "Level 2": ("Further education and skills: Level 2",),
    "Level 3": ("Further education and skills: Level 3",),
    "Level 4 and above": ("Further education and skills: Level 4+",),
}


@dataclass(frozen=True)
class SkillsCounts:
    """Counts of people by group in one period; None where they are too few to publish."""

    period: date
    values: dict[str, float | None]


def stock(store: Store, area_code: str) -> SkillsCounts | None:
    """People aged 16 to 64 by their highest qualification, in the latest year; None where not counted."""
    metrics = [metric for parts in _STOCK.values() for metric in parts]
    found = _latest(store, area_code, metrics, "Total", by="metric")
    return found and SkillsCounts(found.period, _joined(_STOCK, found.values))


def achieved(store: Store, area_code: str) -> SkillsCounts | None:
    """Learners who achieved a qualification in further education by level, in the latest academic year."""
    found = _latest(store, area_code, ["achievements"], "Level")
    return found and SkillsCounts(found.period, _joined(_ACHIEVED, found.values))


def provision(store: Store, area_code: str, metric: str) -> SkillsCounts | None:
    """Learners ("participation") or achievers ("achievements") by provision, in the latest academic year."""
    return _latest(store, area_code, [metric], "Provision")


def by_occupation(store: Store, area_code: str, metric: str) -> SkillsCounts | None:
    """People in work ("inemployment") or online adverts ("vacancies") by the code of the sub-major group."""
    found = _latest(store, area_code, [metric], "Occupation (SOC2020 Sub-Major Group)")
    if found is None:
        return None
    coded = {name[:2]: value for name, value in found.values.items() if name[:2].isdigit()}
    return SkillsCounts(found.period, coded)


def _latest(
    store: Store, area_code: str, metrics: list[str], breakdown: str, by: str = "subgroup"
) -> SkillsCounts | None:
    marks = ", ".join("?" * len(metrics))
    rows = store.rows(
        f"SELECT {by}, period, value FROM local_skills "  # noqa: S608 - our own column names and ? marks
        f"WHERE area_code = ? AND breakdown = ? AND metric IN ({marks})",
        [area_code, breakdown, *metrics],
    )
    known = [period for _, period, value in rows if value is not None and value == value]
    if not known:
        return None
    newest = max(known)
    cells = {
        name: (None if value is None or value != value else value) for name, p, value in rows if p == newest
    }
    return SkillsCounts(newest, cells)


def _joined(
    groups: Mapping[str, tuple[str, ...]], values: dict[str, float | None]
) -> dict[str, float | None]:
    return {name: whole([values.get(part) for part in parts]) for name, parts in groups.items()}

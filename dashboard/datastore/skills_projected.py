"""Skills projected: the jobs to fill by occupation and qualification from 2020 to 2035.

Source: Skills Imperative 2035 (seventeen city regions and England, in thousands). A cell under its
publication rule is None here: the public file never holds it.
"""

from dataclasses import dataclass
from typing import Any

from dashboard.datastore.areas import REGIONS
from dashboard.datastore.store import Store
from dashboard.methods.skills import whole

PUBLIC, OFFICE = "skills_imperative", "skills_imperative_detail"
FLOORS = {PUBLIC: 10_000, OFFICE: 1_000}
FIRST, LAST = 2020, 2035
YEARS = LAST - FIRST
ALL = "All qualifications"
REQUIREMENT = "total requirement"
_JOBS = (("employment", FIRST), ("employment", LAST))
# The workbooks' levels (RQF); the last two together are the "Level 4 and above" of the workforce.
LEVELS = {
    "Below Level 2": ("No Qualification", "RQF1 GCSE(below grade C) & equivalent"),
    "Level 2": ("RQF2 GCSE(A-C) & equivalent",),
    "Level 3": ("RQF3 A level & equivalent",),
    "Levels 4 and 5": ("RQF4 HE below degree level", "RQF5 Foundation degree;Nursing;Teaching"),
    "Level 6 and above": ("RQF6 First degree", "RQF7 Other higher degree", "RQF8 Doctorate"),
}


@dataclass(frozen=True)
class Need:
    """One occupation (SOC 2020 sub-major group) or all: jobs, and jobs to fill 2020 to 2035, in people.

    `requirement` = `net` + `replacement`. `mix` is the requirement by level of LEVELS; it may be below zero.
    """

    code: str
    name: str
    jobs: float | None
    later: float | None
    net: float | None
    replacement: float | None
    requirement: float | None
    mix: dict[str, float | None]


@dataclass(frozen=True)
class Demand:
    """The projection for one area: its 26 occupations, the workbook's own total, and the rule it is under."""

    needs: tuple[Need, ...]
    total: Need
    floor: int


def covered(store: Store) -> list[str]:
    """The codes of the city regions that have a projection."""
    rows = store.rows(
        f"SELECT DISTINCT area_code FROM {PUBLIC} JOIN areas USING (area_code) "  # noqa: S608 - our name
        "WHERE list_contains(?::VARCHAR[], level) ORDER BY area_code",
        [[*REGIONS]],
    )
    return [code for (code,) in rows]


def demand(store: Store, area_code: str) -> Demand | None:
    """The projection for an area, in the most detail that this datastore may hold; None without one."""
    table = OFFICE if OFFICE in store.tables() else PUBLIC
    rows = store.rows(
        f"SELECT item, qualification, measure, year, value FROM {table} "  # noqa: S608 - our own name
        "WHERE area_code = ? AND breakdown = 'occupation by qualification'",
        [area_code],
    )
    cells: dict[str, dict[tuple[Any, ...], float | None]] = {}
    for item, qualification, measure, year, value in rows:
        cells.setdefault(item, {})[qualification, measure, year] = None if value != value else value
    if not cells:
        return None
    needs = {item: _need(item, found, FLOORS[table]) for item, found in cells.items()}
    total = needs.pop("All occupations")
    return Demand(tuple(sorted(needs.values(), key=lambda need: need.code)), total, FLOORS[table])


def _need(item: str, cells: dict[tuple[Any, ...], float | None], floor: int) -> Need:
    code, _, name = item.partition(" ") if item[:1].isdigit() else ("", "", item)
    flows = [cells.get((ALL, kind, LAST)) for kind in ("net change", "replacement demand", REQUIREMENT)]
    figures = [cells.get((ALL, *measure)) for measure in _JOBS] + flows
    jobs, later, net, replacement, requirement = (
        None if value is None else value * 1000 for value in figures
    )
    mix = {
        level: None if value is None else value * 1000 for level, value in _mix(cells, floor / 1000).items()
    }
    return Need(code, name, jobs, later, net, replacement, requirement, mix)


def _mix(cells: dict[tuple[Any, ...], float | None], floor: float) -> dict[str, float | None]:
    """The requirement by level, where it may be shown. One level that rests on a hidden cell is what the
    others leave of the total, if it is itself large enough in both years: the rule is about the size of what
    is shown."""
    measures = (*_JOBS, (REQUIREMENT, LAST))
    by_level = {
        level: [whole([cells.get((part, *measure)) for part in parts]) for measure in measures]
        for level, parts in LEVELS.items()
    }
    unknown = [level for level, values in by_level.items() if values[2] is None]
    totals = [cells.get((ALL, *measure)) for measure in measures]
    if len(unknown) == 1 and None not in totals:
        known = zip(*(values for level, values in by_level.items() if level != unknown[0]), strict=True)
        rest = [_less(total, column) for total, column in zip(totals, known, strict=True)]
        if None not in rest and all(value is not None and value >= floor for value in rest[:2]):
            by_level[unknown[0]] = rest
    return {level: values[2] for level, values in by_level.items()}


def _less(total: float | None, parts: tuple[float | None, ...]) -> float | None:
    """What `parts` leave of `total`; None where it or one of them is not known."""
    known = [part for part in parts if part is not None]
    return None if total is None or len(known) < len(parts) else total - sum(known)

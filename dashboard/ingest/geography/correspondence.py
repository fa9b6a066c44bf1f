"""Which area a name stands for: the one that has the same districts, and no other.

A publisher who gives names instead of codes means an area of the day: "North East" was an authority of four
districts in 2023 and is one of seven today. What a name covers is therefore declared, district by district
or by an area of the publisher's own lookup, and compared with the area it is joined to.
"""

from pathlib import Path
from typing import Any

from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.tables.workbook import read_sheets

SHEET = "LA Districts to LSIPs"


def plan_areas(path: Path) -> dict[str, set[str]]:
    """Code of a skills improvement plan area -> the codes of its districts, as DfE's lookup has them."""
    found: dict[str, set[str]] = {}
    for district, _, area, *_ in read_sheets(path, [SHEET], columns=4, first=2)[SHEET]:
        if district and area:
            found.setdefault(str(area).strip(), set()).add(str(district).strip())
    if not found:
        raise Refused(path, "names no district of any area, download it again")
    return found


def declared_districts(where: Path | str, given: dict[str, Any], lookup: dict[str, set[str]]) -> set[str]:
    """The districts that an entry declares: `districts` (codes) and `plan_areas` (codes in `lookup`)."""
    areas = given.get("plan_areas", [])
    if missing := [code for code in areas if code not in lookup]:
        raise Refused(where, f"the lookup has no area {listed(missing)}, correct it")
    return set(given.get("districts", [])).union(*(lookup[code] for code in areas))


def check_same_districts(
    where: Path | str, area_code: str, districts: set[str], places: Places, founded: list[str]
) -> None:
    """Raises Refused unless the area has exactly `districts` today (a recoded district is the same one).

    `founded` are the districts of a region that ONS does not have (data/regions); empty for any other.
    """
    stated = {places.recodes.get(code, code) for code in districts}
    actual = set(founded or places.inside(area_code).get("district", []))
    if stated == actual:
        return
    parts = [f"lacks {listed(sorted(actual - stated))}"] if actual - stated else []
    parts += [f"has {listed(sorted(stated - actual))} besides"] if stated - actual else []
    name = places.names.get(area_code, "no area")
    raise Refused(
        where, f"does not stand for {area_code} ({name}): it {' and '.join(parts)}, correct its districts"
    )

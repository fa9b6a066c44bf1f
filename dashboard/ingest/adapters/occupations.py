"""The structure of SOC2020: every occupation group with its level and the group above it."""

from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables.adapter_result import AdapterResult
from dashboard.ingest.tables.workbook import read_sheets

OPTIONS = frozenset(("sheet",))

DEPENDS_ON_AREAS = False
LEVELS = {1: "major", 2: "sub-major", 3: "minor", 4: "unit"}
GROUPS = {
    "major": 9,
    "sub-major": 26,
    "minor": 104,
    "unit": 412,
}  # by the Standard Occupational Classification


def build(source: Source, folder: Path, places: Places | None) -> AdapterResult:
    """Table: soc_code (1 to 4 digits), level, title, description, within (the code above; '' at the top).

    options: `sheet` (its name).
    """
    path = source.one_file(folder)
    sheet = source.options["sheet"]
    rows = [_row(cells, path) for cells in read_sheets(path, [sheet], columns=7, first=2)[sheet]]
    frame = pd.DataFrame(rows, columns=["soc_code", "level", "title", "description", "within"])
    if frame["soc_code"].duplicated().any():
        code = frame["soc_code"][frame["soc_code"].duplicated()].iloc[0]
        raise Refused(path, f"the group {code} appears twice, keep one row")
    if missing := sorted({*frame["within"]} - {"", *frame["soc_code"]}):
        raise Refused(path, f"lacks the group {listed(missing)}, download it again")
    counted = frame["level"].value_counts().to_dict()
    if counted != GROUPS:
        raise Refused(path, f"has {counted} groups where SOC2020 has {GROUPS}, download it again")
    return AdapterResult({source.dataset: frame.sort_values("soc_code", ignore_index=True)})


def _row(cells: tuple[Any, ...], path: Path) -> tuple[str, str, str, str, str]:
    codes = [str(cell).strip() for cell in cells[:4] if str(cell).strip().isdigit()]
    if len(codes) != 1 or len(codes[0]) not in LEVELS or not str(cells[4] or "").strip():
        raise Refused(path, f"a row without one code and a title ({listed(cells[:5])}), download it again")
    title, description = (" ".join(str(cell or "").split()) for cell in (cells[4], cells[6]))
    return codes[0], LEVELS[len(codes[0])], title, description, codes[0][:-1]

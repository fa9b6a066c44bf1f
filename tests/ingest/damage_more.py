"""More kinds of source to spoil: a classification as .xlsx, an R table, a list of clusters."""

import io
import random
import tempfile
from pathlib import Path

import openpyxl
import pandas as pd
import pyreadr

from dashboard.ingest.adapters.occupations import GROUPS
from tests.ingest import damage
from tests.ingest.damage import Shape

SHEET = "SOC2020 descriptions"
HUB = ["Area", "metric", "Breakdown", "Subgroup", "Period", "valueText"]


def group_gone(raw: bytes, chance: random.Random) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(raw))
    book[SHEET].delete_rows(chance.randrange(2, 500))
    return damage._saved(book)


def group_twice(raw: bytes, chance: random.Random) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(raw))
    book[SHEET].append([cell.value for cell in book[SHEET][chance.randrange(2, 500)]])
    return damage._saved(book)


def another_sheet(raw: bytes, chance: random.Random) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(raw))
    book[SHEET].title = f"Sheet{chance.randrange(9)}"
    return damage._saved(book)


def hub_column_gone(raw: bytes, chance: random.Random) -> bytes:
    return _rds(_hub().drop(columns=chance.choice(HUB)))


def hub_row_twice(raw: bytes, chance: random.Random) -> bytes:
    return _rds(pd.concat([_hub(), _hub().sample(1, random_state=chance.randrange(99))]))


def hub_unknown_place(raw: bytes, chance: random.Random) -> bytes:
    frame = _hub()
    frame.loc[chance.randrange(len(frame)), "Area"] = f"Atlantis {chance.randrange(99)} LADU"
    return _rds(frame)


def hub_words_among_numbers(raw: bytes, chance: random.Random) -> bytes:
    frame = _hub()
    frame.loc[chance.randrange(len(frame)), "valueText"] = chance.choice(["many", "1.2.3", "#REF!"])
    return _rds(frame)


def hub_cut_short(raw: bytes, chance: random.Random) -> bytes:
    return _rds(_hub().head(chance.randrange(1, 30)))


def not_a_cluster(raw: bytes, chance: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    at = chance.randrange(1, len(lines))
    lines[at] = lines[at].rpartition(b",")[0] + chance.choice([b",7\n", b",\n", b",AB\n"])
    return b"".join(lines)


def _hub() -> pd.DataFrame:
    places = ("Manchester LADU", "Salford LADU", "England")
    rows = [
        (place, "all", "Total", "Total", f"AY{y}/{y + 1}", str(y)) for y in range(10, 25) for place in places
    ]
    return pd.DataFrame(rows, columns=HUB).astype("object")


def _rds(frame: pd.DataFrame) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hub.rds"
        pyreadr.write_rds(str(path), frame.reset_index(drop=True), compress="gzip")
        return path.read_bytes()


def _classification() -> bytes:
    """Groups by level, as many as SOC2020 has, each under one that is there."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = SHEET
    sheet.append(["Major", "Sub-major", "Minor", "Unit", "Title", "Groups", "Description"])
    above = [""]
    for level, count in enumerate(GROUPS.values()):
        each = -(-count // len(above))
        codes = [f"{code}{digit}" for digit in range(1, each + 1) for code in above][:count]
        for code in codes:
            cells = ["<blank>"] * 4
            cells[level] = int(code)
            sheet.append([*cells, f"Group {code}", "", "What they do"])
        above = codes
    return damage._saved(book)


CLUSTERS = "AREACD,Global,Economic,Demographic\n" + "".join(
    f"{code},A,B,C\n" for code in ("E08000003", "E08000006", "E08000038", "E06000063")
)
TEXT = (
    damage.cut_in_a_line, damage.cut_at_a_line, damage.stray_bytes, damage.unclosed_quote,
    damage.same_key_twice, damage.an_error_page, damage.nothing, damage.unknown_area, damage.cells_gone,
    not_a_cluster,
)  # fmt: skip
BINARY = (damage.cut_binary, damage.not_a_table, damage.an_error_page, damage.nothing)
MORE = (
    Shape(".csv", "clusters", "", CLUSTERS.encode(), TEXT),
    Shape(".xlsx", "occupations", f'sheet = "{SHEET}"', _classification(),
          (*BINARY, damage.a_zip_bomb, group_gone, group_twice, another_sheet)),
    Shape(".rds", "local_skills", "", _rds(_hub()),
          (*BINARY, damage.a_gzip_bomb, hub_column_gone, hub_row_twice, hub_unknown_place,
           hub_words_among_numbers, hub_cut_short)),
)  # fmt: skip

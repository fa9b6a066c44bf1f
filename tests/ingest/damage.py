"""Five hundred ways to spoil a source file: small good files in real shapes, and damage."""

import gzip
import io
import json
import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import openpyxl
import pandas as pd

YEARS = range(2004, 2024)
CODES = ("E08000003", "E08000006", "E92000001")
LONG = "code,name,year,n\n" + "".join(
    f'{c},"A place",{y},{y % 7}{i}.5\n' for y in YEARS for i, c in enumerate(CODES)
)
ONS = (
    "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes\n"
    + "".join(
        f"{code},Name,LTLA,Rate,{year}-01-01/P1Y,{50 + i}.5,Percentage,%,{49 + i},{52 + i},,\n"
        for year in YEARS
        for i, code in enumerate(CODES)
    )
)
COLUMNAR = json.dumps(
    {
        "areacd": [code for code in CODES for _ in YEARS],
        "value": [100.5 + i for i in range(len(CODES) * len(YEARS))],
        "lci": [None] * len(CODES) * len(YEARS),
        "uci": [None] * len(CODES) * len(YEARS),
        "xDomainNumb": [year for _ in CODES for year in YEARS],
    }
)
SHEETS = ("Occ T1", "Occ T2", "Ind T1", "Ind T2", "Qual T1")


@dataclass(frozen=True)
class Shape:
    """A kind of source: its good file, the adapter and options that read it, and what can befall it."""

    ending: str
    adapter: str
    options: str
    good: bytes
    damages: tuple[Callable[[bytes, random.Random], bytes], ...]


def spoilt(seed: int, shapes: tuple[Shape, ...]) -> Iterator[tuple[str, Shape, bytes]]:
    """(kind of damage, shape, spoilt bytes), for ever, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - a seed, not a secret
    kinds = [(damage, shape) for shape in shapes for damage in shape.damages]
    while True:
        for damage, shape in kinds:
            yield damage.__name__, shape, damage(shape.good, chance)


def cut_in_a_line(raw: bytes, chance: random.Random) -> bytes:
    return raw[: chance.randrange(1, len(raw) - 1)].rstrip(b"\n")


def cut_at_a_line(raw: bytes, chance: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    return b"".join(lines[: chance.randrange(0, len(lines) * 4 // 5)])


def wrong_header(raw: bytes, chance: random.Random) -> bytes:
    head, _, rest = raw.partition(b"\n")
    names = head.split(b",")
    needed = [i for i, name in enumerate(names) if name in NEEDED]
    names[chance.choice(needed)] = chance.choice([b"", b"Unnamed: 3", b"\xc2\xa3"])
    return b",".join(names) + b"\n" + rest


def words_among_numbers(raw: bytes, chance: random.Random) -> bytes:
    lines = raw.split(b"\n")
    at = chance.randrange(1, len(lines) - 1)
    cells = lines[at].split(b",")
    number = next(i for i, name in enumerate(lines[0].split(b",")) if name in (b"n", b"observation"))
    cells[number] = chance.choice([b"many", b"1.2.3", b"#REF!", b"inf", b"12%"])
    lines[at] = b",".join(cells)
    return b"\n".join(lines)


def same_key_twice(raw: bytes, chance: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    return raw + chance.choice(lines[1:])


def another_encoding(raw: bytes, chance: random.Random) -> bytes:
    text = raw.decode().replace("A place", "Ynys Môn £").replace("Name", "Ynys Môn £")
    return text.encode(chance.choice(["utf-16", "cp1252", "utf-16-le"]))


def stray_bytes(raw: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(raw) // 4, len(raw))
    return raw[:at] + chance.choice([b"\0", b"\xff", b"\xc3\x28"]) + raw[at:]


def unclosed_quote(raw: bytes, chance: random.Random) -> bytes:
    lines = raw.split(b"\n")
    at = chance.randrange(1, len(lines) - 1)
    lines[at] = b'"' + lines[at].replace(b'"', b"")
    return b"\n".join(lines)


def an_error_page(raw: bytes, chance: random.Random) -> bytes:
    code = chance.choice([403, 404, 500, 503])
    return f"<!DOCTYPE html>\n<html><head><title>{code}</title></head>\n<body>Sorry</body></html>\n".encode()


def nothing(raw: bytes, chance: random.Random) -> bytes:
    return b"\n" * chance.randrange(3)


def unknown_area(raw: bytes, chance: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    at = chance.randrange(1, len(lines))
    lines[at] = chance.choice([b"E0800003", b"E08999999", b"", b"Manchester"]) + lines[at][9:]
    return b"".join(lines)


def unknown_period(raw: bytes, chance: random.Random) -> bytes:
    year = str(chance.choice(list(YEARS))).encode()
    return raw.replace(year, chance.choice([b"20x4", b"mid-2004", b"0000", b"2004/2005"]), 1)


def cells_gone(raw: bytes, chance: random.Random) -> bytes:
    lines = raw.split(b"\n")
    at = chance.randrange(1, len(lines) - 1)
    lines[at] = lines[at].rpartition(b",")[0]
    return b"\n".join(lines)


def another_unit(raw: bytes, chance: random.Random) -> bytes:
    text = raw.decode()
    frame = pd.read_csv(io.StringIO(text), dtype="str", keep_default_na=False)
    column = "n" if "n" in frame else "observation"
    frame[column] = (frame[column].astype(float) / chance.choice([10, 100, 1000])).astype(str)
    return frame.to_csv(index=False).encode()


def columns_of_json(raw: bytes, chance: random.Random) -> bytes:
    given = json.loads(raw)
    column = chance.choice(["areacd", "value", "xDomainNumb"])
    kind = chance.choice(["short", "gone", "text", "number"])
    if kind == "gone":
        del given[column]
    elif kind == "short":
        given[column] = given[column][: chance.randrange(len(given[column]))]
    elif kind == "text":
        given[column][chance.randrange(len(given[column]))] = "?"
    else:
        given[column] = 7
    return json.dumps(given).encode()


def cut_json(raw: bytes, chance: random.Random) -> bytes:
    return raw[: chance.randrange(1, len(raw) - 1)]


def deep_json(raw: bytes, chance: random.Random) -> bytes:
    return b"[" * (100_000 + chance.randrange(10))


def cut_binary(raw: bytes, chance: random.Random) -> bytes:
    return raw[: chance.randrange(len(raw) // 20, len(raw) - 30)]


def not_a_table(raw: bytes, chance: random.Random) -> bytes:
    return raw[:4] + chance.randbytes(400)


def a_zip_bomb(raw: bytes, chance: random.Random) -> bytes:
    """A real workbook whose sheet claims to unpack to gigabytes, in a few kilobytes."""
    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        name = chance.choice([n for n in book.namelist() if n.startswith("xl/worksheets/")])
        size = book.getinfo(name).file_size
    claimed = (2_000_000_000 + chance.randrange(1000)).to_bytes(4, "little")
    at = raw.rindex(b"PK\1\2", 0, raw.rindex(name.encode()))
    assert raw[at + 24 : at + 28] == size.to_bytes(4, "little")
    return raw[: at + 24] + claimed + raw[at + 28 :]


def a_gzip_bomb(raw: bytes, chance: random.Random) -> bytes:
    """Two megabytes that really unpack to four hundred."""
    return BOMB + bytes(chance.randrange(3))


def sheet_gone(raw: bytes, chance: random.Random) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(raw))
    book.remove(book[chance.choice(SHEETS)])
    return _saved(book)


def years_gone(raw: bytes, chance: random.Random) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(raw))
    book[chance.choice(SHEETS)]["C2"] = chance.choice(["", "later", 1900])
    return _saved(book)


def another_place(raw: bytes, chance: random.Random) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(raw))
    book["Qual T1"]["A1"] = f"Employment, Atlantis {chance.randrange(99)}"
    return _saved(book)


def parquet_column_gone(raw: bytes, chance: random.Random) -> bytes:
    frame = pd.read_parquet(io.BytesIO(raw))
    return _parquet(frame.drop(columns=chance.choice(["lsoa21_code", "homes"])))


def parquet_key_twice(raw: bytes, chance: random.Random) -> bytes:
    frame = pd.read_parquet(io.BytesIO(raw))
    return _parquet(pd.concat([frame, frame.sample(1, random_state=chance.randrange(99))]))


def parquet_unknown_area(raw: bytes, chance: random.Random) -> bytes:
    frame = pd.read_parquet(io.BytesIO(raw))
    frame.loc[chance.randrange(len(frame)), "lsoa21_code"] = f"E0199999{chance.randrange(10)}"
    return _parquet(frame)


def parquet_of_nothing(raw: bytes, chance: random.Random) -> bytes:
    return _parquet(pd.read_parquet(io.BytesIO(raw)).head(chance.randrange(2)))


def _saved(book) -> bytes:
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()


def _parquet(frame: pd.DataFrame) -> bytes:
    into = io.BytesIO()
    frame.to_parquet(into, index=False)
    return into.getvalue()


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    for name in SHEETS:
        sheet = book.create_sheet(name)
        for row in (
            ["Employment, Greater Manchester"],
            ["", 2020, 2035],
            ["Managers", 20.0, 30.0],
            ["Level 3", 40.0, 50.0],
            ["All people", 60.0, 80.0],
        ):
            sheet.append(row)
    sheet = book.create_sheet("RD T1")
    for row in (["Level 3 (Constrained)"], ["Managers", 20.0, 30.0, 10.0, 5.0, 15.0]):
        sheet.append(row)
    return _saved(book)


NEEDED = (b"code", b"year", b"n", b"areacd", b"indicator", b"period", b"observation", b"status", b"unit")
BOMB = gzip.compress(bytes(400_000_000), 1)
TEXT = (
    cut_in_a_line, cut_at_a_line, wrong_header, words_among_numbers, same_key_twice, another_encoding,
    stray_bytes, unclosed_quote, an_error_page, nothing, unknown_area, unknown_period, cells_gone,
    another_unit,
)  # fmt: skip
LSOAS = pd.DataFrame({"lsoa21_code": ["E01000001", "E01000002", "E01000003"], "homes": [1, 2, 3]})
SHAPES = (
    Shape(".csv", "long_csv", 'area = "code"\ndate = "year"\nvalue = "n"\nseries = "N"\n'
          'periods = "calendar year"', LONG.encode(), TEXT),
    Shape(".csv", "ons_local_statistics", "", ONS.encode(), TEXT),
    Shape(".json", "ons_columnar_json", 'series = "N"\nperiods = "calendar year"', COLUMNAR.encode(),
          (cut_json, columns_of_json, deep_json, an_error_page, nothing, a_gzip_bomb)),
    Shape(".xlsm", "skills_imperative", "floor = 0", _workbook(),
          (cut_binary, not_a_table, a_zip_bomb, sheet_gone, years_gone, another_place, an_error_page,
           nothing)),
    Shape(".parquet", "area_table", 'key = ["lsoa21_code"]', _parquet(LSOAS),
          (cut_binary, not_a_table, parquet_column_gone, parquet_key_twice, parquet_unknown_area,
           parquet_of_nothing, an_error_page, nothing)),
)  # fmt: skip

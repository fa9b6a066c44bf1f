"""Ways to spoil a workbook, inside its zip, and bombs. `about` as in tests/ingest/damage.py, and `sheets`."""

import gzip
import io
import re
import zipfile
from collections.abc import Callable
from random import Random

from tests.ingest.damage import BINARY
from tests.ingest.damage_tables import _FIGURES, _of_r, area_unknown

ROW = re.compile(rb"<row .*?</row>", re.DOTALL)
NUMBER = re.compile(rb'(<c r="[B-G]\d+"[^>]*?) t="n"><v>[^<]+</v>')
BOMB = gzip.compress(bytes(20_000_000), 1) * 16  # members one after the other: 320 MB


def sheet_renamed(raw: bytes, chance: Random, about: dict) -> bytes:
    name = chance.choice(about["sheets"]).encode()
    return _inside(raw, "xl/workbook.xml", lambda text: text.replace(b'name="%b"' % name, b'name="Sheet9"'))


def sheet_gone(raw: bytes, chance: Random, about: dict) -> bytes:
    return _without(raw, chance.choice(_sheets(raw)))


def row_gone(raw: bytes, chance: Random, about: dict) -> bytes:
    return _rows(raw, chance, lambda row: b"")


def row_twice(raw: bytes, chance: Random, about: dict) -> bytes:
    return _rows(raw, chance, lambda row: row + re.sub(rb'r="([A-Z]*)\d+"', rb'r="\g<1>9999"', row))


def words_in_a_sheet(raw: bytes, chance: Random, about: dict) -> bytes:
    def spoil(text: bytes) -> bytes:
        numbers = list(NUMBER.finditer(text))
        found = chance.choice(([each for each in numbers if b"." in each[0]] or numbers)[:30])
        word = b'%b t="inlineStr"><is><t>many</t></is>' % found[1]
        return text[: found.start()] + word + text[found.end() :]

    return _inside(raw, chance.choice(_sheets(raw)), spoil)


def years_gone(raw: bytes, chance: Random, about: dict) -> bytes:
    sheets = [name for name in _sheets(raw)[:5] if b"<v>2035</v>" in _member(raw, name)]
    return _inside(raw, chance.choice(sheets), lambda text: text.replace(b"<v>2035</v>", b"<v>35</v>"))


def another_place(raw: bytes, chance: Random, about: dict) -> bytes:
    sheet = f"xl/worksheets/sheet{about['sheets'].index('Qual T1') + 1}.xml"
    return _inside(raw, sheet, lambda text: text.replace(b"Greater Manchester", b"Atlantis"))


def a_zip_bomb(raw: bytes, chance: Random, about: dict) -> bytes:
    """A real workbook whose sheet claims to unpack to gigabytes, in a few kilobytes."""
    name = chance.choice(_sheets(raw))
    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        size = book.getinfo(name).file_size
    claimed = (2_000_000_000 + chance.randrange(1000)).to_bytes(4, "little")
    at = raw.rindex(b"PK\1\2", 0, raw.rindex(name.encode()))
    assert raw[at + 24 : at + 28] == size.to_bytes(4, "little")
    return raw[: at + 24] + claimed + raw[at + 28 :]


def a_gzip_bomb(raw: bytes, chance: Random, about: dict) -> bytes:
    """A megabyte that really unpacks to three hundred."""
    return BOMB + bytes(chance.randrange(3))


def _rows(raw: bytes, chance: Random, change: Callable[[bytes], bytes]) -> bytes:
    def spoil(text: bytes) -> bytes:
        found = chance.choice(list(ROW.finditer(text))[1:])
        return text[: found.start()] + change(found[0]) + text[found.end() :]

    return _inside(raw, _sheets(raw)[0], spoil)


def _sheets(raw: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        return [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]


def _member(raw: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        return book.read(name)


def _inside(raw: bytes, wanted: str, change: Callable[[bytes], bytes]) -> bytes:
    before = _member(raw, wanted)
    after = change(before)
    assert after != before
    return _packed(raw, lambda name, text: after if name == wanted else text)


def _without(raw: bytes, wanted: str) -> bytes:
    return _packed(raw, lambda name, text: None if name == wanted else text)


def _packed(raw: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as book, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as out:
        for name in book.namelist():
            if (text := change(name, book.read(name))) is not None:
                out.writestr(name, text)
    return into.getvalue()


_BOOK = (*BINARY, a_zip_bomb, sheet_renamed, sheet_gone)
TABLES = (*_BOOK, words_in_a_sheet)
CLASSIFICATION = (*_BOOK, row_gone, row_twice)
PROJECTIONS = (*_BOOK, words_in_a_sheet, years_gone, another_place)
R_TABLE = (*BINARY, a_gzip_bomb, *map(_of_r, (*_FIGURES[:-1], area_unknown)))

"""Ways to spoil any source file, and what a text file may suffer; each takes and gives bytes.

`about` names what matters in the file: `needed` columns, `numbers`, `area`, `period`, and `key`.
"""

import csv
import io
from random import Random


def cut_in_a_line(raw: bytes, chance: Random, about: dict) -> bytes:
    return raw[: chance.randrange(1, len(raw) - 1)].rstrip(b"\n")


def cut_at_a_line(raw: bytes, chance: Random, about: dict) -> bytes:
    lines = raw.splitlines(keepends=True)
    return b"".join(lines[: chance.randrange(0, len(lines) * 4 // 5)])


def cut_binary(raw: bytes, chance: Random, about: dict) -> bytes:
    return raw[: chance.randrange(len(raw) // 20, len(raw) - 30)]


def not_a_table(raw: bytes, chance: Random, about: dict) -> bytes:
    return raw[:4] + chance.randbytes(400)


def an_error_page(raw: bytes, chance: Random, about: dict) -> bytes:
    code = chance.choice([403, 404, 500, 503])
    return f"<!DOCTYPE html>\n<html><head><title>{code}</title></head>\n<body>Sorry</body></html>\n".encode()


def nothing(raw: bytes, chance: Random, about: dict) -> bytes:
    return b"\n" * chance.randrange(3)


def another_encoding(raw: bytes, chance: Random, about: dict) -> bytes:
    """As a spreadsheet saves it: with a pound sign in the first cell, and not in UTF-8."""
    lines = raw.decode("utf-8-sig").splitlines(keepends=True)
    lines[1] = f"£{lines[1]}"
    return "".join(lines).encode(chance.choice(["utf-16", "cp1252", "utf-16-le"]))


def stray_bytes(raw: bytes, chance: Random, about: dict) -> bytes:
    at = chance.randrange(len(raw) // 4, len(raw))
    return raw[:at] + chance.choice([b"\0", b"\xff", b"\xc3\x28"]) + raw[at:]


def unclosed_quote(raw: bytes, chance: Random, about: dict) -> bytes:
    lines = raw.split(b"\n")
    at = chance.randrange(1, len(lines) - 1)
    lines[at] = b'"' + lines[at].replace(b'"', b"")
    return b"\n".join(lines)


def cells_gone(raw: bytes, chance: Random, about: dict) -> bytes:
    lines = raw.rstrip(b"\n").split(b"\n")
    at = chance.randrange(1, len(lines))
    lines[at] = lines[at].rpartition(b",")[0]
    return b"\n".join(lines) + b"\n"


def wrong_header(raw: bytes, chance: Random, about: dict) -> bytes:
    rows = _rows(raw)
    rows[0][_column(rows, chance.choice(about["needed"]))] = chance.choice(["", "Unnamed: 3", "£"])
    return _text(rows)


def words_among_numbers(raw: bytes, chance: Random, about: dict) -> bytes:
    return _with(raw, chance, about["numbers"], ["many", "1.2.3", "#REF!", "inf", "12%"])


def unknown_area(raw: bytes, chance: Random, about: dict) -> bytes:
    return _with(raw, chance, [about["area"]], ["E0800003", "E08999999", "", "Atlantis", "nan"])


def unknown_period(raw: bytes, chance: Random, about: dict) -> bytes:
    return _with(raw, chance, [about["period"]], ["20x4", "mid-2004", "0000", "31/31/2004", ""])


def same_key_twice(raw: bytes, chance: Random, about: dict) -> bytes:
    lines = raw.splitlines(keepends=True)
    return raw + chance.choice(lines[1:])


def another_unit(raw: bytes, chance: Random, about: dict) -> bytes:
    rows, by = _rows(raw), chance.choice([10, 100, 1000])
    for name in about["numbers"]:
        at = _column(rows, name)
        for row in rows[1:]:
            row[at] = row[at] and str(float(row[at]) / by)
    return _text(rows)


def _with(raw: bytes, chance: Random, columns: list[str], texts: list[str]) -> bytes:
    """One cell of one of `columns` that holds something replaced by one of `texts`."""
    rows = _rows(raw)
    at = _column(rows, chance.choice(columns))
    chance.choice([row for row in rows[1:] if row[at].strip()])[at] = chance.choice(texts)
    return _text(rows)


def _rows(raw: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def _column(rows: list[list[str]], name: str) -> int:
    return [cell.strip().lower() for cell in rows[0]].index(name)


def _text(rows: list[list[str]]) -> bytes:
    into = io.StringIO()
    csv.writer(into, lineterminator="\n").writerows(rows)
    return into.getvalue().encode()


ANY = (an_error_page, nothing)
BINARY = (*ANY, cut_binary, not_a_table)
LINES = (
    *ANY,
    cut_in_a_line,
    cut_at_a_line,
    another_encoding,
    stray_bytes,
    unclosed_quote,
    cells_gone,
    wrong_header,
)
AREAS = (*LINES, unknown_area, same_key_twice)
FIGURES = (*AREAS, words_among_numbers, unknown_period, another_unit)

"""A CSV is read strictly, and what is wrong with it is said with its line."""

import pytest

from dashboard.ingest.refusal import Refused
from dashboard.ingest.tables.formats.text_rows import read_rows, without_notes
from dashboard.ingest.tables.reading import read_csv


def _written(tmp_path, content: bytes):
    path = tmp_path / "figures.csv"
    path.write_bytes(content)
    return path


def test_a_byte_order_mark_and_capitals_in_the_header_do_not_matter(tmp_path):
    path = _written(tmp_path, b"\xef\xbb\xbfAREACD, Value\r\nE08000003,1.5\r\n")
    frame = read_csv(path, ("areacd", "value"))
    assert frame.to_dict("records") == [{"areacd": "E08000003", "value": "1.5", "line": 2}]


def test_a_line_is_counted_where_it_stands_even_after_a_note_of_two_lines(tmp_path):
    path = _written(tmp_path, b'code,note\nA,"two\nlines"\nB,one\n')
    assert read_csv(path)["line"].tolist() == [3, 4]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "figures.csv: is empty, download it again"),
        (b"code,value\n", "figures.csv, line 1: holds a header and no rows, download it again"),
        (
            b"code,value\nA,1\nB,2",
            "figures.csv, line 3: the last line has no line end, the file looks truncated, download it again",
        ),
        (
            b"code,value\nA,1\nB\n",
            "figures.csv, line 3: has 1 cell where the header has 2, it looks truncated, download it again",
        ),
        (
            b"code,value\nA\nB,1\nC\nD\nE\nF\n",
            "figures.csv, line 2: has 1 cell where the header has 2 "
            "(lines 4, 5, 6 and 1 more are wrong too), it looks truncated, download it again",
        ),
        (b"code,value\nA,1\n\xff\xfe,2\n", "figures.csv, line 3: is not UTF-8 text, save it as UTF-8"),
        (b"area,value\nA,1\n", "figures.csv, line 1: the header lacks code (it has area, value), correct it"),
        (b"code,value,code\nA,1,2\n", "figures.csv, line 1: two columns are called code, correct one"),
        (
            b"code,value\nA,\0\n",
            "figures.csv, line 2: holds a NUL byte, it is not a text file, download it again",
        ),
    ],
)
def test_a_file_that_cannot_be_right_is_refused_in_one_sentence(tmp_path, content, sentence):
    with pytest.raises(Refused) as refusal:
        read_csv(_written(tmp_path, content), ("code", "value"))
    assert str(refusal.value) == sentence


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(Refused, match=r"absent.csv: cannot be read \(No such file"):
        read_csv(tmp_path / "absent.csv")


@pytest.mark.parametrize(
    ("below", "are_notes"),
    [
        ("\nINFO,Source\nNotes,Revised\n", True),
        ("INFO,Source\n", False),  # no empty line before it: it may be a row that was cut short
        ("\nE08000006,Sal", False),
        ('"Wigan and\nLeigh",Wig', False),
    ],
)
def test_what_is_narrower_below_an_empty_line_is_a_note_unless_it_may_be_a_row_cut_short(
    tmp_path, below, are_notes
):
    path = tmp_path / "figures.csv"
    path.write_text(f"E08000003,Manchester,2\n{below}", "utf-8")
    rows, told = without_notes(read_rows(path)[0], 3)
    assert (len(rows) == 1, bool(told)) == (are_notes, are_notes)


def test_a_column_that_nobody_needs_may_stand_twice(tmp_path):
    path = tmp_path / "figures.csv"
    path.write_text("code,value,notes,notes,,\nA,1,x,y,,\n")
    frame = read_csv(path, ("code", "value"))
    assert frame[["code", "value", "line"]].values.tolist() == [["A", "1", 2]]

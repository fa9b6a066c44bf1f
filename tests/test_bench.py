"""The bench: what is measured part by part ends up in one page, and a part that fails is said."""

import time

from tests.bench import parts
from tests.bench.parts import Part, measured
from tests.bench.table import Measured, Row, markdown

ROW = Row(
    "kept", "a second", Measured([2000, 3000, 1000]), "naive", Measured([10]), more=True, goal=">= 1,200"
)


def test_parts_measured_one_after_the_other_make_one_page(tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "KEPT", tmp_path / "bench")
    first = Part("callbacks", "at one", (ROW,), ())
    first.keep()
    Part("events", "at two", (Row("query", "ms", Measured([5])),), ("pandas: no memory",)).keep()
    assert Part.kept("callbacks") == first
    assert Part.kept("screen") is None
    page = markdown(filter(None, map(Part.kept, ("callbacks", "screen", "events"))))
    assert "| kept | a second | 2,000 (1,000–3,000) | naive | 10.0 | 200.0 | >= 1,200 |" in page
    assert "| query | ms | 5.00 |  |  |  |  |" in page
    assert "- callbacks: at one." in page
    assert "- events: at two. pandas: no memory." in page


def test_a_part_that_fails_keeps_what_it_measured_and_says_why():
    def rows(note):
        yield ROW
        raise OSError("the port is taken")

    part = measured("callbacks", rows, 1)
    assert part.rows == (ROW,)
    assert part.notes == ("not all could be measured: the port is taken",)


def test_a_part_that_takes_too_long_is_cut_off():
    def rows(note):
        yield ROW
        time.sleep(60)

    part = measured("callbacks", rows, 0.1 / 60)
    assert part.rows == (ROW,)
    assert part.notes == ("not all could be measured: cut off after 0 minutes",)


def test_a_page_that_does_not_jump_has_no_ratio_to_one_that_does():
    shift = Row("layout shift", "", Measured([0.02]), "Streamlit", Measured([0.0]))
    still = Row("layout shift", "", Measured([0.0]), "Streamlit", Measured([0.3]))
    assert [shift.cells()[5], still.cells()[5]] == ["0.0", ""]

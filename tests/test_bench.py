"""The bench: what is measured part by part ends up in one page, and a part that fails is said."""

import time

from tests.bench.__main__ import MINUTES, PAGE, with_part
from tests.bench.parts import Part, measured
from tests.bench.table import Measured, Row, written

ROW = Row(
    "kept", "a second", Measured([2000, 3000, 1000]), "naive", Measured([10]), more=True, goal=">= 1,200"
)


def test_a_part_measured_anew_takes_its_place_and_all_others_stay_on_the_page():
    page = with_part(
        "", Part("events", "at two", (Row("query", "ms", Measured([5])),), ("pandas: no memory",))
    )
    page = with_part(page, Part("callbacks", "at one", (ROW, ROW), ()))
    kept = "| kept | a second | 2,000 (1,000–3,000) | naive | 10.0 | 200.0 | >= 1,200 |"
    assert f"{kept}\n{kept}\n| query | ms | 5.00 |  |  |  |  |" in page
    assert "- callbacks (2 lines): at one.\n- events (1 lines): at two. pandas: no memory." in page
    again = with_part(page, Part("callbacks", "at three", (Row("new", "ms", Measured([1])),), ()))
    assert again == page.replace(f"{kept}\n{kept}", "| new | ms | 1.00 |  |  |  |  |").replace(
        "callbacks (2 lines): at one", "callbacks (1 lines): at three"
    )


def test_the_page_in_the_docs_says_of_each_line_which_part_it_is_of():
    page = PAGE.read_text("utf-8")
    parts = written(page)
    assert list(parts) == list(MINUTES)
    assert all(part.lines for part in parts.values())
    assert sum(len(part.lines) for part in parts.values()) == page.count("\n| ") - 1


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

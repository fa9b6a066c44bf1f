"""A cell of figures as people write it: read as it is meant, or given back to be refused."""

import pandas as pd
import pytest

from dashboard.ingest.tables.cells import figures, mend, multiplied, read_cell


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("41,200", "41200"), ("1,234,567.5", "1234567.5"), ("41\u00a0200", "41200"), ("−3.5", "-3.5"),
        (".5", ".5"), ("1.5E+05", "1.5E+05"), ("", ""), ("41'200", "41200"), ("1’234.5", "1234.5"),
        ("- 12", "-12"),
    ],
)  # fmt: skip
def test_a_number_is_read(text, number):
    assert read_cell(text, {}) == (number, "")


@pytest.mark.parametrize(
    ("text", "status"), [("[c]", "c"), ("[low]", "low"), ("z", "z"), ("..", "x"), (":", "x"), ("-", "x")]
)
def test_a_mark_stands_for_no_figure(text, status):
    assert read_cell(text, {}) == ("", status)


def test_a_mark_beside_a_number_is_kept_and_a_note_is_not():
    assert read_cell("1,200 [p]", {}) == ("1200", "p")
    assert read_cell("12.5 [r] [note 3]", {}) == ("12.5", "")


@pytest.mark.parametrize(
    "text",
    ["75,5", "1,25", "0,125", "041,200",
     "1,234 567", "12 [e]", "£12", "45%", "(1,200)", "seventy", "*", "1.2.3"],
)  # fmt: skip
def test_what_is_not_certain_is_left_to_be_refused(text):
    assert read_cell(text, {}) == (text, "")


@pytest.mark.parametrize(
    ("text", "read"),
    [("41¹", ("41", "")), ("[c]²", ("", "c")), ("[x] [note 3]", ("", "x")), ("..[note 1]", ("", "x"))],
)
def test_the_number_of_a_note_is_no_part_of_a_figure(text, read):
    assert read_cell(text, {}) == read


def test_money_may_be_negative():
    said = {"affixes": ["£"], "brackets": "negative"}
    for text in ("-£1,200", "£-1,200", "(£1,200)", "-£ 1,200"):
        assert read_cell(text, said) == ("-1200", ""), text


def test_a_point_among_decimal_commas_is_refused():
    said = {"decimal": ","}
    values, *_ = figures(pd.Series(["1,2", "1.234", "3.5"]), said)
    assert values.tolist()[:2] == ["1.2", "1234"]
    assert pd.isna(pd.to_numeric(values, errors="coerce")[2])
    assert "here is a point" in mend(said)(values[2])


def test_numbers_of_a_series_are_of_one_size():
    """£350k among millions is no 350 of them, and 0.45 no percentage; a series of its own may be."""
    said = {"affixes": ["£", "m", "k", "%"]}
    texts = pd.Series(["£1.2m", "£2m [r]", "£350k", "£0", "[c]", "45%", "0.45", "12%", "7"])
    series = pd.Series([*["Cost"] * 5, *["Share"] * 3, "Homes"])
    numbers = pd.to_numeric(figures(texts, said, series)[0], errors="coerce").fillna(-1)
    assert numbers.tolist() == [1.2, 2, -1, 0, -1, 45, -1, 12, 7]
    assert "alike" in mend(said)(figures(texts, said, series)[0][2])


def test_what_the_entry_declares_is_read():
    assert read_cell("3.000,5", {"decimal": ","}) == ("3000.5", "")
    assert read_cell("75,5", {"decimal": ","}) == ("75.5", "")
    assert read_cell("£1,200", {"affixes": ["£", "%"]}) == ("1200", "")
    assert read_cell("*", {"marks": {"*": "c"}}) == ("", "c")
    assert read_cell("-", {"marks": {"-": "low"}}) == ("", "low")


def test_signs_that_were_not_declared_are_told():
    values, status, told = figures(pd.Series(["1", "-", "[c]", "-"]), {})
    assert (values.tolist(), status.tolist()) == (["1", "", "", ""], ["", "x", "c", "x"])
    assert told == ["“-” in 2 cells read as no figure (x); say in options.marks what else a sign means"]
    assert figures(pd.Series(["-"]), {"marks": {"-": "z"}})[2] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("75,5", 'write decimal = ","'),
        ("£1,200", 'affixes = ["£"]'),
        ("12x", "options.affixes"),
        ("<5", "marks = {"),
        ("*", "options.marks"),
    ],
)
def test_the_mend_names_the_option(text, said):
    assert said in mend({})(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("12.5 (p)", ("12.5", "p")),
        ("1,234(r)", ("1234", "")),
        ("1,234*", ("1234", "p")),
        ("1,234 *", ("1234", "p")),
        ("12 (e)", ("12", "")),
        ("*", ("", "p")),
        ("12 (x)", ("12 (x)", "")),
        ("3 #", ("3 #", "")),
    ],
)
def test_a_mark_of_the_publishers_own_beside_a_number_is_what_the_entry_says(text, read):
    assert read_cell(text, {"marks": {"*": "p", "(e)": "", "#": "c"}}) == read


def test_brackets_and_shares_of_one_are_read_where_the_entry_says_so():
    assert read_cell("(1,234.5)", {"brackets": "negative"}) == ("-1234.5", "")
    assert read_cell("£(12)", {"brackets": "negative", "affixes": ["£"]}) == ("£(12)", "")
    assert "brackets" in mend({})("(1,234)")
    frame = pd.DataFrame({"series": ["A", "B", "A"], "value": ["0.071", "7", ""], "lower": ["0.07", "6", ""]})
    read = multiplied(frame, {"times": {"A": 100}})
    assert read[["value", "lower"]].to_numpy().tolist() == [["7.1", "7"], ["7", "6"], ["", ""]]

"""A table with a row for each area and period, as files come: notes, blanks, workbooks, several files."""

import openpyxl
import pytest

OPTIONS = """
[options]
area = "Area code"
date = "Year"
value = "Tonnes"
series = "Bins"
periods = "calendar year"
"""
HEAD = "Area code,Year,Tonnes\n"
ONE = "E08000003,2023,41\n"


@pytest.fixture
def read(workshop):
    """read(bytes or text) -> the values published, or the refusal."""

    def read(content, name="bins.csv", more="", path=""):
        if content is not None:
            workshop.source(name, content.encode() if isinstance(content, str) else content)
        workshop.entry("bins", path or name, "long_csv", OPTIONS + more)
        outcome = workshop.run(accept=("bins",))
        if outcome.refused:
            return outcome.refused["bins"]
        return workshop.table("bins").set_index("area_code")["value"].to_dict()

    return read


@pytest.mark.parametrize(
    "content",
    [
        HEAD + ONE + "\n\n",
        HEAD + ONE + ",,\n,,\n",
        HEAD + ONE.strip(),
        HEAD + ONE + "\nSource: waste team,,\n",
        HEAD + ONE + "Source: waste team\n",
        "Table 1: bins,,\n,,\n" + HEAD + ONE,
        "\ufeff" + (HEAD + ONE).replace("\n", "\r\n"),
        HEAD.strip() + ",,\n" + "E08000003,2023,\u00a041 ,,\n",
        (HEAD + ONE).replace(",", "\t").encode("utf-16"),
        (HEAD + ONE).replace(",", ";"),
        (HEAD + ONE).replace(",", "|"),
        "Bins, tonnes, by area\n" + (HEAD + ONE).replace(",", ";"),
        HEAD + ONE + "\x1a",
    ],
)
def test_what_surrounds_the_figures_does_not_matter(read, content):
    assert read(content) == {"E08000003": 41}


def test_cells_are_parted_by_what_makes_the_rows_even(read):
    """Decimal commas, thousands and a title part nothing in a file of semicolons."""
    head = HEAD.replace(",", ";")
    assert read(head + "E08000003;2023;1,234,567\n") == {"E08000003": 1234567}
    assert read(head + "E08000003;2023;41,5\n", more='decimal = ","\n') == {"E08000003": 41.5}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (HEAD + ONE + "E08000006", "line 3: has 1 cell where the header has 3, it looks truncated"),
        (HEAD + "E08000003,2023,41,200\n", "4 cells where the header has 3, correct it: a cell that"),
        ((HEAD + ONE).encode("utf-16-le"), 'without its mark, write encoding = "utf-16-le"'),
        ("<table><tr><td>41</td></tr></table>", "is a web page and no table"),
        (
            HEAD + 'E08000003,2023,"75,5"\n',
            "line 2: '75,5' is not a number (Tonnes; Manchester, 2023-01-01), correct it, or write decimal",
        ),
        (HEAD + "E08000003,2023,£41\n".encode("cp1252").decode("latin-1"), "affixes = "),
        (
            (HEAD + "E08000003,2023,£41\n").encode("cp1252"),
            "line 2: is not UTF-8 text, save it as UTF-8, or say",
        ),
        (HEAD + "Manchester,2023,41\n", "line 2: no area is known by Manchester, name the column of codes"),
        (HEAD + ONE + "Total,2023,41\n", 'known by Total, leave such rows out: skip = ["Total"]'),
        (HEAD + ONE + ",2023,41\n", "line 3: no area is known by an empty area code, fill it in"),
    ],
)
def test_what_is_not_certain_is_refused_with_its_place_and_its_mend(read, content, said):
    assert said in read(content)


def test_an_encoding_and_a_decimal_comma_may_be_declared(read):
    more = 'encoding = "windows-1252"\ndelimiter = ";"\ndecimal = ","\naffixes = ["£"]\n'
    assert read("Area code;Year;Tonnes\nE08000003;2023;£75,5\n".encode("cp1252"), more=more) == {
        "E08000003": 75.5
    }


def test_a_sheet_is_found_by_its_headers(read, workshop):
    book = openpyxl.Workbook()
    book.active.title = "Cover"
    for row in (["Bins [note 1]"], ["Area code", "Year", "Tonnes"], ["E08000003", 2023, 41], ["Source: us"]):
        (book["Table 1"] if "Table 1" in book.sheetnames else book.create_sheet("Table 1")).append(row)
    book.save(workshop.folder / "bins.xlsx")
    assert read(None, "bins.xlsx") == {"E08000003": 41}


def test_several_files_are_one_table_and_no_figure_stands_in_two(read, workshop):
    workshop.source("b/one.csv", (HEAD + ONE).encode())
    workshop.source("b/two.csv", (HEAD + "E08000006,2023,7\n").encode())
    assert read(None, path="b/*.csv") == {"E08000003": 41, "E08000006": 7}
    workshop.source("b/two.csv", (HEAD + ONE).encode())
    assert "two.csv: E08000003, Bins, 2023-01-01 stands in one.csv too, keep one" in read(
        None, path="b/*.csv"
    )

"""What somebody new stumbled over, file by file: each layout is guessed rightly, or asked about in words."""

import json
from datetime import date

import pandas as pd
import pytest
import xlsxwriter

from dashboard.ingest.draft.__main__ import main
from dashboard.ingest.draft.preview import apply_draft, draft_of_file, source_of
from dashboard.ingest.draft.written import query_text
from dashboard.ingest.refusal import Refused
from tests.ingest.draft.nine_files import BURY, CODES, MANCHESTER, NAMES, rows_of


def figure(frame, area, series, day):
    return frame[(frame.area_code == area) & (frame.series == series) & (frame.period == day)].iloc[0]


def test_margins_of_nomis_become_limits_and_no_series(look):
    head = '"annual population survey"\n\n"date","Jul 2024-Jun 2025"\n\n'
    head += "mnemonic,Area,% with a degree,conf,% with none,conf\n"
    draft, frame = look("nomis.csv", head + rows_of("40.5", "2.5", "6.1", "!"))
    assert list(draft.units) == ["% with a degree", "% with none"]
    degree = figure(frame, BURY, "% with a degree", date(2024, 7, 1))
    assert (degree.value, degree.lower, degree.upper) == (40.5, 38.0, 43.0)
    assert pd.isna(figure(frame, BURY, "% with none", date(2024, 7, 1)).lower)


def test_a_provisional_year_of_a_header_is_no_series_of_its_own(look):
    head = "Code,Area,2022-23,,2023-24 (P),\n,,Awards,Cost,Awards,Cost\n"
    draft, frame = look("awards.csv", head + rows_of("10", "20", "30", "40"))
    assert list(draft.units) == ["Awards", "Cost"]
    assert figure(frame, BURY, "Awards", date(2023, 4, 1)).status == "p"
    assert figure(frame, BURY, "Awards", date(2022, 4, 1)).status == ""


def test_names_of_former_districts_are_theirs_and_their_counts_may_be_added_up(look):
    names = ["Kings Lynn & West Norfolk", "Allerdale", "Bury", "Bolton"]
    text = "Authority,2020/21,2021/22\n" + "\n".join(f"{name},1,2" for name in names) + "\n"
    draft, frame = look("fines.csv", text)
    assert sorted(set(frame.area_code)) == ["E07000026", "E07000146", "E08000001", "E08000002"]
    assert "skip" not in draft.options
    assert any("former districts (Allerdale)" in ask and "[totals] areas" in ask for ask in draft.asks)


def test_a_figure_of_a_former_district_after_its_end_is_refused(look):
    text = "Authority,Year,Homes\nBury,2024,1\nBolton,2024,2\nAllerdale,2022,3\nAllerdale,2024,4\n"
    with pytest.raises(
        Refused, match=r"line 5: Allerdale was a district until 2022, and the figure is of 2024"
    ):
        look("homes.csv", text)


def test_series_of_json_stat_are_called_by_their_labels(tmp_path, places):
    label = {"n": "Homes", "p": "Share (%)"}
    cube = {
        "class": "dataset", "id": ["geography", "time", "measure"], "size": [3, 1, 2],
        "value": [1, 10.5, 2, 20.5, 3, 30.5],
        "dimension": {
            "geography": {"category": {"index": CODES, "label": NAMES}},
            "time": {"category": {"index": ["2023"]}},
            "measure": {"category": {"index": ["n", "p"], "label": label}},
        },
    }  # fmt: skip
    path = tmp_path / "homes.json"
    path.write_text(json.dumps(cube), "utf-8")
    assert draft_of_file(path, places).units == {"Homes": "", "Share (%)": "%"}


def test_a_sign_beside_every_number_of_a_column_is_its_unit(look):
    draft, _ = look("spend, 2023-24.csv", "Code,Area,Change,Cost,Visits\n" + rows_of("1.5%", "£12", "7"))
    assert draft.units == {"Change": "%", "Cost": "£", "Visits": ""}


@pytest.mark.parametrize(("highest", "times"), [("0.9", {"Spent (%)": 100}), ("1.1", None)])
def test_shares_of_one_under_per_cent_are_made_so_or_asked_about(look, highest, times):
    text = "Code,Area,Year,Homes,Spent (%)\n" + rows_of("2023", "7", "0.25") + rows_of("2024", "9", highest)
    draft, _ = look("spent.csv", text)
    assert draft.options.get("times") == times
    assert any("options.times" in ask or "shares of one?" in ask for ask in draft.asks)


def test_a_title_is_without_the_number_of_its_table_and_is_cut_between_words(look):
    title = '"BUS05a: Satisfaction with local bus services by local authority (P)"\n'
    draft, frame = look("bus.csv", title + "Code,Area,2022/23,2023/24\n" + rows_of("70", "71"))
    assert list(draft.units) == ["Satisfaction with local bus services by local authority"]
    assert 'title = "Satisfaction with local bus services"' in query_text(
        source_of(draft, "bus", "bus.csv", {}), draft, {}, frame
    )


@pytest.mark.parametrize(
    ("name", "held", "said"),
    [
        ("table.csv", b"%PDF-1.7\n", "is a PDF and no table, ask its publisher for the table behind it"),
        ("table.xlsx", b"<!DOCTYPE html><html>404</html>", "is a web page and no table, download the file"),
        ("table.csv", b"", "is empty, download it again"),
        ("table.csv", b"Ward,Homes\nA,1\nB,2\n", r"names of areas, three at least, .*row 1 is: Ward, Homes"),
    ],
)
def test_what_is_no_table_is_called_what_it_is(tmp_path, places, name, held, said):
    (tmp_path / name).write_bytes(held)
    with pytest.raises(Refused, match=said):
        draft_of_file(tmp_path / name, places)


def test_an_option_that_cannot_be_is_answered_with_what_can(tmp_path, capsys):
    path = tmp_path / "homes.csv"
    path.write_text("Code,Area,Month,Homes\n" + rows_of("2024 Q1", "7"), "utf-8")
    said = {
        "--sheet=Foo": "has no sheet 'Foo' (it has no sheets), give another --sheet",
        "--option=periods=week": "homes.toml: options: periods 'week' is unknown, use one of iso",
        "--option=only={": "only={: is not valid TOML",
        "--option=only=Total": "homes.toml: options.only must be a table",
        "--option=periods=month": '(Month; Bolton) cannot be read as month, write periods = "quarter"',
    }
    for given, sentence in said.items():
        assert main([str(path), *given.split("=", 1)]) == 1
        assert sentence in capsys.readouterr().err
    assert main([str(path), "--name", "Bad-Name"]) == 1
    assert "--name Bad-Name: is no name of a table, write it as bad_name" in capsys.readouterr().err
    for where, sentence in ((tmp_path, "is a folder, name one file"), (tmp_path / "no.csv", "no such file")):
        assert main([str(where)]) == 1
        assert capsys.readouterr().err.strip().endswith(sentence)


def test_a_code_of_manchester_is_still_one_where_the_rest_are_names(look):
    text = f"Authority,Year,Homes\nBury,2024,1\nBolton,2024,2\nSalford,2024,3\n{MANCHESTER},2024,4\n"
    _, frame = look("homes.csv", text)
    assert MANCHESTER in set(frame.area_code)


def test_a_sheet_a_year_is_one_table(tmp_path, places):
    path = tmp_path / "issues.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Notes").write_row(0, 0, ["Library issues"])
        for at, year in enumerate(("2021-22", "2022-23", "2023-24")):
            sheet = book.add_worksheet(year)
            sheet.write_row(0, 0, [f"Library issues, {year}"])
            sheet.write_row(1, 0, ["ONS code", "Authority", "Issues", "Visits"])
            for row, code in enumerate(CODES, 2):
                sheet.write_row(row, 0, [code, NAMES[code], 10 * row + at, 5])
    draft = draft_of_file(path, places)
    frame = apply_draft(draft, path, places)
    assert draft.options["period"] == "sheet"
    bury = frame[(frame.area_code == BURY) & (frame.series == "Issues")]
    assert dict(zip(bury.period, bury.value, strict=True)) == {
        date(2021, 4, 1): 30,
        date(2022, 4, 1): 31,
        date(2023, 4, 1): 32,
    }
    draft.options["periods"] = "month"
    with pytest.raises(Refused, match="no sheet is named like a period as month"):
        apply_draft(draft, path, places)


def test_a_series_of_nomis_is_called_by_its_variable_and_each_year_has_its_margin(look):
    head = '"annual population survey"\n"Variable","Unemployment rate"\n\n'
    head += "mnemonic,Area,Jan 2022-Dec 2022,Conf,Jan 2023-Dec 2023,Conf\n"
    draft, frame = look("nomis.csv", head + rows_of("5.0", "1.0", "6.0", "*"))
    assert list(draft.units) == ["Unemployment rate"]
    assert figure(frame, BURY, "Unemployment rate", date(2022, 1, 1)).upper == 6.0
    assert pd.isna(figure(frame, BURY, "Unemployment rate", date(2023, 1, 1)).upper)


def test_how_a_file_is_written_is_among_what_is_found(tmp_path, places):
    path = tmp_path / "cost.csv"
    rows = "".join(f"{code};{NAMES[code]};2024;£{at}\n" for at, code in enumerate(CODES, 1))
    path.write_bytes(f"Code;Area;Year;Cost\n{rows}".encode("cp1252"))
    assert "written in windows-1252" in draft_of_file(path, places).found

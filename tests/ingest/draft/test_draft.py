"""A new file is read by what is found in it: nine files as publishers lay theirs out."""

from datetime import date

import pytest

from dashboard.ingest.draft.__main__ import main
from dashboard.ingest.draft.preview import apply_draft, draft_of_file
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.entry import load_source
from tests.conftest import ROOT
from tests.ingest.draft.nine_files import BOLTON, BURY, MANCHESTER, NINE, nomis, semicolons, series_down
from tests.ingest.draft.publishers_files import street_crime

# (rows, periods as the entry says, area, first day, duration, value, status of one figure)
READ = {
    "nomis": (9, "calendar year", BURY, date(2021, 1, 1), "P1Y", 1201, ""),
    "explore_education": (8, "academic year", BURY, date(2023, 9, 1), "P1Y", 1.4, ""),
    "transport_ods": (9, "year ending March", BOLTON, date(2023, 4, 1), "P1Y", 12, ""),
    "housing_ods": (12, "financial year", BURY, date(2021, 4, 1), "P1Y", 101, ""),
    "ons_workbook": (9, "quarter", MANCHESTER, date(2024, 4, 1), "P3M", 1201.5, ""),
    "semicolons": (6, "day", MANCHESTER, date(2024, 3, 31), "P0D", 22.5, ""),
    "series_down": (12, "month", BURY, date(2025, 2, 1), "P1M", 11, ""),
    "one_year": (6, "financial year", BURY, date(2023, 4, 1), "P1Y", 1001, ""),
    "dates_of_a_spreadsheet": (6, "month", MANCHESTER, date(2025, 1, 1), "P1M", 105, ""),
}


@pytest.mark.parametrize("name", NINE)
def test_each_of_nine_files_is_read_by_what_is_found_in_it(name, tmp_path, places):
    rows, periods, area, day, duration, value, _ = READ[name]
    path = NINE[name](tmp_path)
    draft = draft_of_file(path, places)
    frame = apply_draft(draft, path, places)
    assert (len(frame), draft.options["periods"]) == (rows, periods)
    found = frame[(frame.area_code == area) & (frame.period == day) & (frame.duration == duration)]
    assert value in found["value"].tolist()


def test_what_only_a_person_can_decide_is_listed(tmp_path, capsys):
    assert main([str(series_down(tmp_path))]) == 0
    said = capsys.readouterr().out
    left = said.partition("Only a person can decide:")[2]
    for word in ("licence", "owner", "disclosure", "better", "theme", "what “<5” means", "year ending month"):
        assert word in left


def test_ten_rows_are_shown_as_they_would_be_read(tmp_path, capsys):
    main([str(nomis(tmp_path))])
    shown = capsys.readouterr().out.partition("As it would be read:\n")[2].partition("\n\nThe entry")[0]
    assert "E08000002" in shown
    assert "Manchester" in shown
    assert "2021-01-01" in shown


def test_names_are_those_of_areas_of_today_and_another_is_named_with_its_line(tmp_path, places):
    path = semicolons(tmp_path)
    draft = draft_of_file(path, places)
    assert draft.options["encoding"] == "windows-1252"
    assert draft.options["decimal"] == ","
    path.write_bytes(path.read_bytes().replace(b"Bury;31/03/2024", b"Burey;31/03/2024"))
    with pytest.raises(Refused, match=r"bins.csv, line 5: no area is called 'Burey'"):
        apply_draft(draft, path, places)


def test_rows_that_an_entry_does_not_want_are_left_out_and_a_wrong_word_is_named(tmp_path, places):
    path = NINE["explore_education"](tmp_path)
    draft = draft_of_file(path, places)
    assert draft.options["only"] == {"sex": "Total"}
    draft.options["only"] = {"sex": "Boys"}
    assert apply_draft(draft, path, places).query("area_code == 'E92000001'")["value"].tolist() == [
        9.1,
        9.1,
    ]
    draft.options["only"] = {"sex": "Men"}
    with pytest.raises(Refused, match=r"the column sex has no Men \(it has Total, Girls, Boys\)"):
        apply_draft(draft, path, places)


def test_a_file_without_areas_is_refused_with_what_it_lacks(tmp_path, places):
    (tmp_path / "notes.csv").write_text("Colour,Number\nred,1\nblue,2\n", "utf-8")
    with pytest.raises(Refused, match="no column of the file holds area codes"):
        draft_of_file(tmp_path / "notes.csv", places)


DECIDED = ["--licence", "Open Government Licence v3.0", "--owner", "Waste team", "--disclosure", "none"]
DECIDED += ["--publisher", "Waste team", "--address", "https://example.gov.uk", "--description", "A test."]
DECIDED += ["--audience", "public", "--theme", "environment", "--better", "lower"]


def test_what_is_written_is_a_whole_entry_and_a_whole_query(tmp_path, monkeypatch, capsys):
    from dashboard.catalogue.indicators import read_indicator
    from dashboard.ingest.adapters import NAMES

    data = _data(tmp_path)
    monkeypatch.setenv("QUERIES_DIR", str(tmp_path / "queries"))
    (tmp_path / "queries" / "environment").mkdir(parents=True)
    assert main([str(semicolons(tmp_path)), "--data", str(data), "--write", *DECIDED]) == 0
    source = load_source(data / "sources" / "bins.toml", NAMES)
    assert (source.path, source.owner, source.options["delimiter"]) == ("bins.csv", "Waste team", ";")
    indicator = read_indicator(tmp_path / "queries" / "environment" / "bins.sql")
    assert (indicator.period, indicator.better, indicator.decimals) == ("point in time", "lower", 1)
    assert main([str(tmp_path / "bins.csv"), "--data", str(data), "--write", *DECIDED]) == 1
    assert "stands there already" in capsys.readouterr().err


def test_what_is_not_decided_is_left_empty_and_a_refresh_refuses_it_by_name(tmp_path):
    from dashboard.ingest.adapters import NAMES

    data = _data(tmp_path)
    assert main([str(series_down(tmp_path)), "--data", str(data), "--write"]) == 0
    with pytest.raises(Refused, match=r"claims.toml: disclosure = '' is unknown"):
        load_source(data / "sources" / "claims.toml", NAMES)


def test_what_a_person_decides_is_an_option_and_no_longer_asked(tmp_path, capsys):
    path = tmp_path / "homes.csv"
    path.write_text(
        "Code,Area,Homes\nE08000001,Bolton,1\nE08000002,Bury,2\nE08000003,Manchester,3\n", "utf-8"
    )
    assert main([str(path)]) == 1
    said = capsys.readouterr()
    assert 'period = ""' in said.out.partition("The options so far")[2]
    assert "options.period is empty, say of when the figures are" in said.err
    assert main([str(path), "--option", "period=2024", "--option", "skip=['E08000001']"]) == 0
    said = capsys.readouterr()
    assert 'period = "2024"' in said.out
    assert "options.period" not in said.out
    assert "Bolton" not in said.out
    assert main([str(path), "--option", "of 2024"]) == 1
    assert "write it as --option KEY=VALUE" in capsys.readouterr().err


def test_files_named_alike_are_one_dataset_once_a_person_says_so(tmp_path, capsys):
    for month in ("01", "02"):
        home = tmp_path / "crime" / f"2024-{month}"
        home.mkdir(parents=True)
        made = street_crime(home)
        text = (
            made.read_text("utf-8")
            .replace("2024-01,", f"2024-{month},")
            .replace("2024-02,", f"2024-{month},")
        )
        (home / f"2024-{month}-street.csv").write_text(text, "utf-8")
        made.unlink()
    given = [str(tmp_path / "crime" / "2024-01" / "2024-01-street.csv"), "--from", str(tmp_path)]
    assert main(given) == 0
    assert "2 files are named like this one (crime/*/*-street.csv): one dataset?" in capsys.readouterr().out
    assert main([*given, "--together"]) == 0
    said = capsys.readouterr().out
    assert 'path = "crime/*/*-street.csv"' in said
    assert "2024-02-01" in said
    assert "as crime/…/*-street.csv gives it" in said  # or it would end the comment of the query


def _data(tmp_path):
    data = tmp_path / "data"
    (data / "sources").mkdir(parents=True)
    (data / "regions").symlink_to(ROOT / "data" / "regions")
    (data / "public").symlink_to(ROOT / "data" / "public")
    return data

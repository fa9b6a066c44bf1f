"""The file of pre-election periods: what stands in it holds, and a slip in it counts as a period."""

import shutil
from datetime import date

import pytest

from dashboard.catalogue.pre_election import InvalidPeriod, Period, periods, running
from dashboard.settings import ROOT

REGION = "E47000001"
DAY = date(2028, 4, 1)
FILE = """
[[period]]
election = "Election of the mayor"
first = 2028-03-21
last = 2028-05-04
regions = ["E47000001"]
"""
SLIPS = (
    "[[period",
    FILE.replace("2028-05-04", "2028-01-01"),
    FILE.replace("first", "begins"),
    FILE.replace("[[period]]", "[[periods]]"),
    FILE.replace("[[period]]", "[period]"),
    "period = 5",
    "period = [5]",
    FILE.replace('["E47000001"]', '"E47000001"'),  # a text is no list: its letters are no regions
    FILE.replace('["E47000001"]', "5"),
    FILE.replace('["E47000001"]', "[[1]]"),
    FILE.replace("last = 2028-05-04", ""),
    FILE.replace("last = 2028-05-04", "last = 2028-05-04T00:00:00"),
    FILE.replace('"Election of the mayor"', '""'),
    FILE.replace('"Election of the mayor"', "5"),
)
EVERYWHERE = FILE.replace('regions = ["E47000001"]', "")


def test_a_period_is_read_with_both_its_days(tmp_path):
    (tmp_path / "pre-election.toml").write_text(FILE, encoding="utf-8")
    first, last = date(2028, 3, 21), date(2028, 5, 4)
    assert periods(tmp_path)[0] == Period(first, last, "Election of the mayor", frozenset({REGION}))
    days = (date(2028, 3, 20), first, DAY, last, date(2028, 5, 5))
    assert [running(tmp_path, REGION, day) is not None for day in days] == [False, True, True, True, False]
    assert running(tmp_path, "E47000002", DAY) is None


@pytest.mark.parametrize("text", SLIPS)
def test_a_file_with_a_slip_counts_as_a_period(tmp_path, text):
    (tmp_path / "pre-election.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidPeriod):
        periods(tmp_path)
    found = running(tmp_path, REGION, DAY)
    assert (found.first, found.last) == (date.min, date.max)


def test_one_without_regions_is_of_all_and_does_not_ask_which_there_are(tmp_path):
    (tmp_path / "pre-election.toml").write_text(EVERYWHERE, encoding="utf-8")
    (tmp_path / "regions").mkdir()
    (tmp_path / "regions" / "torn.toml").write_text("code = ", encoding="utf-8")
    assert running(tmp_path, "E47000002", DAY) == Period(
        date(2028, 3, 21), date(2028, 5, 4), "Election of the mayor"
    )


def test_a_slip_is_named_by_the_number_of_its_period_and_an_empty_file_has_none(tmp_path):
    (tmp_path / "pre-election.toml").write_text(EVERYWHERE + EVERYWHERE.replace("last", "end"), "utf-8")
    with pytest.raises(InvalidPeriod, match=r"data/pre-election\.toml, period 2: remove end"):
        periods(tmp_path)
    (tmp_path / "pre-election.toml").write_text("", encoding="utf-8")
    assert periods(tmp_path) == ()


@pytest.mark.parametrize("code", ["E4700001", "e47000001"])
def test_a_code_that_no_city_region_has_is_a_slip_too(tmp_path, code):
    (tmp_path / "regions").symlink_to(ROOT / "data" / "regions")
    (tmp_path / "pre-election.toml").write_text(FILE.replace("E47000001", code), encoding="utf-8")
    with pytest.raises(InvalidPeriod, match=f"{code} is no city region here; write one of .*E47000001"):
        periods(tmp_path)


def test_while_regions_cannot_be_read_a_period_that_names_one_holds(tmp_path):
    shutil.copytree(ROOT / "data" / "regions", tmp_path / "regions")
    (tmp_path / "pre-election.toml").write_text(FILE, encoding="utf-8")
    outside = date(2028, 6, 1)
    assert running(tmp_path, REGION, outside) is None
    file = next((tmp_path / "regions").glob("*.toml"))
    file.write_text("code = ", encoding="utf-8")
    said = f"its regions cannot be looked up: data/regions/{file.name}: mend its TOML"
    assert said in running(tmp_path, REGION, outside).election


def test_a_folder_in_place_of_the_file_counts_as_a_period(tmp_path):
    (tmp_path / "pre-election.toml").mkdir()
    assert running(tmp_path, REGION, DAY).election.startswith("data/pre-election.toml: it cannot be read")


def test_without_a_file_there_is_none(tmp_path):
    assert running(tmp_path, REGION, DAY) is None

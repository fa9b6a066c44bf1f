"""Files with the real shape of their publishers' ones are read by what is found in them, and rightly."""
# ruff: noqa: E501 - lines of files as they come

from datetime import date

import pytest

from dashboard.ingest.draft.preview import apply_draft, draft_of_file
from dashboard.ingest.refusal import Refused
from tests.ingest.draft.publishers_files import BURY, MANCHESTER, MORE

# (rows, periods as the entry says, (area, series, first day), (value, lower, upper, status))
READ = {
    "nomis_api": (6, "year ending month", (BURY, "Employment rate - 16-64", date(2023, 1, 1)), (71.5, None, None, "")),
    "fingertips": (7, "financial year", (BURY, "Adults who smoke", date(2023, 4, 1)), (11.3, 10.1, 12.9, "")),
    "house_prices": (24, "month", (BURY, "AveragePrice", date(2024, 4, 1)), (200005, None, None, "")),
    "two_header_rows": (16, "financial year", (BURY, "Completions", date(2023, 4, 1)), (41, None, None, "")),
    "estimates_with_limits": (4, "year ending month", (BURY, "Mean rating", date(2023, 4, 1)), (7.2, 7.0, 7.4, "")),
    "negatives_in_brackets": (12, "day", (BURY, "Net change (£)", date(2025, 3, 31)), (-1234, None, None, "")),
    "street_crime": (8, "month", ("E08000001", "Burglary", date(2024, 1, 1)), (4, None, None, "")),
    "json_stat": (6, "month", (MANCHESTER, "Claimants", date(2025, 2, 1)), (15, None, None, "")),
    "boundaries_with_figures": (3, "calendar year", (MANCHESTER, "trees", date(2024, 1, 1)), (102, None, None, "")),
    "parquet": (6, "month", (MANCHESTER, "trips", date(2025, 2, 1)), (15, None, None, "")),
    "tabs_in_utf_16": (6, "financial year", (BURY, "Visits", date(2023, 4, 1)), (1301, None, None, "")),
    "names_of_great_britain": (3, "month", (BURY, "Households", date(2025, 5, 1)), (1001, None, None, "")),
    "areas_side_by_side": (8, "month", (BURY, "Employees", date(2024, 8, 1)), (101, None, None, "")),
    "stat_xplore": (3, "month", (BURY, "Households on Credit", date(2025, 5, 1)), (1001, None, None, "p")),
    "measures_down": (12, "calendar year", (BURY, "Deaths", date(2022, 1, 1)), (21, None, None, "")),
    "repeated": (4, "calendar year", (BURY, "Homes", date(2024, 1, 1)), (11, None, None, "")),
    "nomis_of_one_year": (9, "year ending month", (BURY, "percent", date(2024, 1, 1)), (71.5, 69.4, 73.6, "")),
    "quarters_newest_first": (12, "quarter", (BURY, "Cars", date(2024, 7, 1)), (11.123, None, None, "")),
    "remarks_in_brackets": (9, "calendar year", (BURY, "Total (P)1", date(2023, 1, 1)), (21, None, None, "")),
    "notes_of_two_cells": (6, "financial year", (BURY, "Children in low income", date(2023, 4, 1)), (601, None, None, "p")),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_a_publishers_file_is_read_by_what_is_found_in_it(name, tmp_path, places):
    rows, periods, where, figure = READ[name]
    path = MORE[name](tmp_path)
    draft = draft_of_file(path, places)
    frame = apply_draft(draft, path, places)
    assert (len(frame), draft.options["periods"]) == (rows, periods)
    (row,) = [row for row in frame.itertuples() if (row.area_code, row.series, row.period) == where]
    found = [None if value != value else value for value in (row.value, row.lower, row.upper)]
    assert (*found, row.status) == figure


@pytest.mark.parametrize(
    ("name", "units"),
    [
        ("nomis_of_one_year", {"numerator": "", "denominator": "", "percent": "%"}),
        ("quarters_newest_first", {"Cars": "thousands", "Total": "thousands"}),
        (
            "remarks_in_brackets",
            {
                "Local Authority (incl. owned by other LAs)": "",
                "Total (P)1": "",
                "Stock (thousands)": "thousands",
            },
        ),
    ],
)
def test_a_unit_is_one_that_the_file_names_and_a_remark_is_none(name, units, tmp_path, places):
    assert draft_of_file(MORE[name](tmp_path), places).units == units


def test_the_newest_year_is_provisional_and_shares_of_one_become_per_cent(tmp_path, places):
    path = MORE["provisional_years"](tmp_path)
    draft = draft_of_file(path, places)
    frame = apply_draft(draft, path, places)
    assert sorted(zip(frame.period, frame.value, frame.status, strict=True))[-1] == (
        date(2023, 9, 1),
        66.0,
        "p",
    )
    assert any("0 to 1" in ask for ask in draft.asks)


def test_points_are_counted_once_a_person_has_said_when_and_where(tmp_path, places):
    path = MORE["brownfield_sites"](tmp_path)
    draft = draft_of_file(path, places)
    assert draft.adapter == "counted"
    assert {"point", "covers", "once"} <= draft.options.keys()
    said = " ".join(draft.asks)
    assert "options.covers" in said
    assert "options.period" in said
    with pytest.raises(Refused, match=r"lsoa21.geojson: there is no such file in .* needs it"):
        apply_draft(draft, path, places)


def test_a_missing_estimate_of_nomis_keeps_its_mark(tmp_path, places):
    path = MORE["nomis_api"](tmp_path)
    frame = apply_draft(draft_of_file(path, places), path, places)
    assert frame.query("area_code == @MANCHESTER").status.tolist() == ["", "c"]

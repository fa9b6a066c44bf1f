"""Congestion: the entry that is ready for the Department's delay tables reads a file of their form."""

from datetime import date

import duckdb
import pytest

from dashboard.settings import ROOT
from tests.ingest.ods import write_ods

READY = ROOT / "data" / "ready"
CGN0502 = {
    "Cover": [["Average delay on local A roads in England"], ["Published 27 February 2026"]],
    "Notes": [["Note", "Text"], ["1", "Local A roads are those that local authorities manage."]],
    "CGN0502b": [
        ["CGN0502b: Average delay on local A roads by local authority, annual, England [note 1]"],
        ["This worksheet contains one table. Some cells hold the marks [r] revised and [x] not available."],
        ["Unit: seconds per vehicle per mile (spvpm)"],
        ["ONS Area Code [note 2]", "Region or local authority", "2022 [r]", "2023 [r]", "2024 [note 3]"],
        ["E92000001", "England", 46.9, 47.2, "47.5"],
        ["E08000003", "Manchester", 84.1, 85, 86.2],
        ["E08000016", "Barnsley", 40, "[x]", 41.5],
        ["W06000001", "Isle of Anglesey", 20, 21, 22],
        [],
        ["", "Source: Department for Transport"],
    ],
}


@pytest.fixture
def delays(workshop):
    """The table as the entry that is ready reads it."""
    write_ods(workshop.folder / "transport" / "cgn0502.ods", CGN0502)
    entry = (READY / "congestion_delay.toml").read_text("utf-8")
    (workshop.register / "congestion_delay.toml").write_text(
        entry.replace("rows = 1000", "rows = 9"), "utf-8"
    )
    assert workshop.run().refused == {}
    return workshop.table("congestion_delay")


def test_delays_are_read_below_cover_and_notes_in_todays_codes(delays):
    found = {(row.area_code, row.period): (row.value, row.status) for row in delays.itertuples()}
    assert found[("E08000003", date(2024, 1, 1))] == (86.2, "")
    assert found[("E92000001", date(2024, 1, 1))] == (47.5, "")
    assert found[("E08000038", date(2022, 1, 1))] == (40, "")  # Barnsley's code of today
    assert found[("E08000038", date(2023, 1, 1))][1] == "x"
    assert not any(code.startswith("W") for code, _ in found)


def test_the_indicator_that_is_ready_for_them_gives_their_figures(delays):
    sql = (READY / "congestion_delay.sql").read_text("utf-8")
    connection = duckdb.connect()
    connection.register("congestion_delay", delays)
    assert len(connection.sql(sql.split("*/", 1)[1]).fetchall()) == len(delays)

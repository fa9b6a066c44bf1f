"""A run publishes what is good, sets aside what is not, and loses nothing."""

from pathlib import Path

import pandas as pd
import pytest

from dashboard.ingest.editions.manifest import digest
from dashboard.ingest.refresh_request import ENDINGS
from dashboard.ingest.refusal import Refused
from dashboard.refresh import main
from tests.ingest.conftest import OPTIONS

pytestmark = pytest.mark.full

FIRST = "code,year,n\nE08000003,2023,10\nE08000006,2023,20\nE92000001,2023,30\n"


@pytest.fixture
def two(workshop):
    """Two datasets, `bins` and `parks`, already published."""
    return workshop.publish(FIRST, "bins", "parks")


def _bytes(workshop) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (workshop.out / "public").glob("*.parquet")}


def test_the_same_sources_give_the_same_bytes_and_the_same_snapshot(two, tmp_path):
    made = []
    for name in ("once", "again"):
        two.out = tmp_path / name
        two.run()
        made.append((_bytes(two), two.manifest()["snapshot"]))
    assert made[0] == made[1]


def test_a_second_run_over_the_same_sources_changes_nothing(two):
    assert two.run().changed == {"public": [], "office": []}
    assert two.run("bins").changed == {"public": [], "office": []}


def test_one_bad_source_is_set_aside_and_its_old_figures_stay(two):
    two.source("bins.csv", FIRST.encode()[:-4])
    two.source("parks.csv", FIRST.replace("10", "11"))
    outcome = two.run()
    assert list(outcome.refused) == ["bins"]
    assert "line 4" in outcome.refused["bins"]
    assert two.table("bins")["value"].tolist() == [10, 20, 30]
    assert two.table("parks")["value"].tolist() == [11, 20, 30]
    assert set(two.table("datasets")["dataset"]) == {"areas", "bins", "parks"}


def test_broken_areas_do_not_stop_the_rest(two):
    two.source("ons-geography/areas.topo.json", "{")
    two.source("parks.csv", FIRST.replace("10", "11"))
    assert list(two.run().refused) == ["areas"]
    assert two.table("parks")["value"].tolist() == [11, 20, 30]


def test_only_reads_what_it_names(two):
    for name in ("bins", "parks"):
        two.source(f"{name}.csv", FIRST.replace("10", "12"))
    assert two.run("parks").refused == {}
    assert two.table("bins")["value"].tolist() == [10, 20, 30]
    assert two.table("parks")["value"].tolist() == [12, 20, 30]
    with pytest.raises(Refused, match=r"has no shops.toml"):
        two.run("shops")


def test_a_dataset_given_to_the_office_leaves_the_public_snapshot(two):
    two.entry("bins", "bins.csv", "long_csv", OPTIONS, audience="office")
    two.source("bins.csv", "spoilt")
    assert list(two.run().refused) == ["bins"]
    assert "bins.parquet" not in two.manifest()["files"]
    assert not (two.out / "public" / "bins.parquet").exists()
    assert "bins" not in set(two.table("datasets")["dataset"])


def test_office_rows_are_never_in_the_public_snapshot(two):
    two.entry("bins", "bins.csv", "long_csv", OPTIONS, audience="office")
    two.run()
    assert two.table("bins", "office")["value"].tolist() == [10, 20, 30]
    assert "bins" in set(two.table("datasets", "office")["dataset"])
    for table in ("datasets", "series"):
        assert "bins" not in set(two.table(table)["dataset"])


def test_a_dataset_that_leaves_the_register_leaves_the_snapshot(two):
    (two.register / "bins.toml").unlink()
    two.run()
    assert "bins.parquet" not in two.manifest()["files"]


def test_a_run_that_was_killed_half_way_is_mended_by_the_next(two):
    good = two.manifest()
    (two.out / "public" / "bins.parquet").write_bytes(b"half")
    assert "bins.parquet" in two.run().changed["public"]
    assert two.manifest() == good
    assert digest(two.out / "public" / "bins.parquet") == good["files"]["bins.parquet"]["sha256"]


def test_nothing_is_left_of_the_building_site(two):
    assert not list((two.out / ".refresh").rglob("*.building*"))
    left = {path.name for path in (two.out / ".refresh").iterdir()}
    assert left == {"lock", "history"}


@pytest.fixture
def command(two, monkeypatch):
    """The command line over `two`, in a product without indicators."""
    monkeypatch.setenv("DATA_DIR", str(two.out))
    monkeypatch.setenv("QUERIES_DIR", str(two.queries))

    def run(*more: str, folder=two.folder) -> int:
        return main(["--from", str(folder), "--register", str(two.register), *more])

    return run


def test_the_command_says_what_it_refused_and_fails(two, command, capsys):
    two.source("bins.csv", "code,year\nE08000003,2023\n")
    assert command() == ENDINGS["refused in part"]
    said = capsys.readouterr().out
    assert "REFUSED  bins: bins.csv, line 1: the header lacks n (it has code, year)" in said
    assert "1 refused: their published figures stay as they were" in said


def test_a_folder_that_is_not_there_is_one_sentence(command, capsys):
    assert command(folder="nowhere") == 1
    expected = "refused: nowhere: there is no such folder of sources, correct FROM\n"
    assert capsys.readouterr().err == expected


def test_the_datastore_is_assembled_for_both_audiences(two, command):
    two.entry("bins", "bins.csv", "long_csv", OPTIONS, audience="office")
    assert command() == 0
    for audience in ("public", "office"):
        assert Path(two.out / audience / "datastore.duckdb").exists()


def test_a_file_that_no_entry_reads_is_told_unless_there_is_a_reason(workshop):
    workshop.source("council/bins.csv", "code,year,bins")
    workshop.source("council/README.md", "Bins")
    (workshop.out.parent / "not_read.toml").write_text('"council/README.md" = "words about bins, no figures"')
    outlines = ["lsoa21.geojson", "gm-wards-2023.geojson"]  # they have no entry in this workshop
    geography = [f"ons-geography/{name}" for name in outlines]
    assert [name for name in workshop.run().unread if name not in geography] == ["council/bins.csv"]


BINS = """/*
title = "Bins"
question = "How many bins?"
unit = "bins"
period = "calendar year"
better = "neither"
audience = "public"
decimals = 0
owner = "Test team"
reviewed = 2026-11-23
method = "Counted."
caveat = "None."
*/
SELECT area_code, period, value FROM bins
"""


def test_a_refresh_with_an_engine_writes_every_indicator_to_parquet(two, command, monkeypatch, capsys):
    (two.queries / "housing").mkdir(parents=True)
    (two.queries / "housing" / "bins.sql").write_text(BINS)
    monkeypatch.setenv("ENGINE", "duckdb")
    two.source("bins.csv", FIRST)
    assert command() == ENDINGS["nothing new"]
    assert f"{two.out}/indicators/public: 1 indicators by duckdb" in capsys.readouterr().out
    for audience in ("public", "office"):
        made = pd.read_parquet(two.out / "indicators" / audience / "housing" / "bins.parquet")
        assert made.value.tolist() == [10.0, 20.0, 30.0]


def test_an_engine_that_cannot_be_used_is_one_sentence(two, command, monkeypatch, capsys):
    monkeypatch.setenv("ENGINE", "mars://host")
    assert command() == ENDINGS["failed"]
    said = capsys.readouterr()
    assert "refused: ENGINE=mars://host: set it to duckdb or to a Spark master" in said.err
    assert (two.out / "public" / "datastore.duckdb").exists()

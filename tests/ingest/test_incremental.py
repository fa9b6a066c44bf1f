"""Only what a changed file, entry, adapter or area feeds is made again; every version of a file is kept."""

import gzip
import json

import pytest

from dashboard.ingest.adapter_version import adapter_version
from dashboard.ingest.inputs import inputs_of
from dashboard.ingest.register.entry import load_source
from dashboard.runtime.code_fingerprint import files_reached
from tests.ingest.conftest import OPTIONS

pytestmark = pytest.mark.full

FIRST = "code,year,n\nE08000003,2022,10\nE08000003,2023,10\n"


@pytest.fixture
def two(workshop):
    return workshop.publish(FIRST, "bins", "parks")


def _taken(outcome) -> list[str]:
    return [item.dataset for item in outcome.staged]


def test_nothing_is_read_again_where_nothing_changed(two):
    outcome = two.run()
    assert (_taken(outcome), outcome.unchanged) == ([], ["areas", "bins", "parks"])


def test_a_changed_file_is_read_again_alone(two):
    two.source("bins.csv", FIRST.replace("2023,10", "2023,10.1"))
    assert _taken(two.run()) == ["bins"]


def test_a_changed_entry_is_read_again_alone_and_its_words_are_published(two):
    two.entry("parks", "parks.csv", "long_csv", OPTIONS + '[[series]]\nseries = "N"\nunit = "parks"')
    assert _taken(two.run()) == ["parks"]
    assert "parks" in two.table("series").unit.tolist()


def test_changed_areas_make_every_figure_anew(two):
    path = two.register / "areas.toml"
    path.write_text(path.read_text("utf-8").replace("Chester", "Chester and more"), "utf-8")
    assert _taken(two.run()) == ["areas", "bins", "parks"]


def test_changed_code_makes_what_it_made_anew(two, monkeypatch):
    made = adapter_version
    monkeypatch.setattr(
        "dashboard.ingest.reader.adapter_version",
        lambda adapter: made(adapter) + "x" * (adapter == "long_csv"),
    )
    outcome = two.run()
    assert _taken(outcome) == ["bins", "parks"]
    assert outcome.changed == {"public": [], "office": []}
    assert _taken(two.run()) == []


def test_the_version_of_an_adapter_is_that_of_what_it_imports():
    files = {path.name for path in files_reached(["dashboard.ingest.adapters.shapes"])}
    assert {"shapes.py", "geometry.py", "svg_path.py"} <= files
    files = {path.name for path in files_reached(["dashboard.ingest.adapters.long_csv"])}
    assert {"long_csv.py", "tidy.py", "one_code.py", "periods.py"} <= files
    assert "geometry.py" not in files


def test_an_adapter_sees_the_files_it_declares_and_no_others(two):
    source = load_source(two.register / "bins.toml", ("long_csv",))
    with inputs_of(source, two.folder, {}).view() as folder:
        assert [path.name for path in folder.rglob("*")] == ["bins.csv"]


def test_each_version_of_a_file_is_archived_once_as_compressed_text(two):
    two.source("bins.csv", FIRST.replace("2023,10", "2023,10.1"))
    two.run()
    two.source("bins.csv", "spoilt")
    assert list(two.run().refused) == ["bins"]
    archive = two.out / "archive"
    lines = [json.loads(line) for line in (archive / "log.jsonl").read_text("utf-8").splitlines()]
    kept = [line["kept"] for line in lines if line["file"] == "bins.csv"]
    assert len(kept) == len(set(kept)) == 3
    texts = [gzip.decompress((archive / "objects" / name[:2] / name).read_bytes()).decode() for name in kept]
    assert texts == [FIRST, FIRST.replace("2023,10", "2023,10.1"), "spoilt\n"]
    assert kept[0] == next(line["kept"] for line in lines if line["file"] == "parks.csv")


def test_parquet_is_archived_as_the_csv_of_its_rows(two):
    two.run()
    lines = [json.loads(line) for line in (two.out / "archive" / "log.jsonl").read_text("utf-8").splitlines()]
    (kept,) = [line["kept"] for line in lines if line["file"].endswith("lsoa21_ward24_ltla24.parquet")]
    text = gzip.decompress((two.out / "archive" / "objects" / kept[:2] / kept).read_bytes()).decode()
    assert text.splitlines()[0].startswith('"lsoa21_code","lsoa21_name"')

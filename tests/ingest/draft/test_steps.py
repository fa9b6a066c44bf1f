"""docs/new-file.md, step by step: from file to figure with what is written there and nothing else."""

import json
import shutil
import time

import duckdb
import pandas as pd
import pytest

from dashboard.catalogue.indicators import read_indicator
from dashboard.ingest.draft.__main__ import main
from dashboard.ingest.editions.manifest import digest, write_parquet
from dashboard.ingest.refresh_request import RefreshRequest
from dashboard.ingest.run import refresh
from tests.conftest import ROOT
from tests.ingest.conftest import Workshop
from tests.ingest.cut import CUTS
from tests.ingest.draft.nine_files import BURY, NINE
from tests.ingest.draft.publishers_files import MORE
from tests.ingest.draft.test_draft import DECIDED

# What a person decides, answered as somebody new would from the notes of each file.
ANSWERS = {"series_down": {'"<5" = "x"': '"<5" = "low"'}}
# One of each layout that the nine do not have; where a person has to say a period or an outline, no.
FILES = NINE | {
    name: MORE[name]
    for name in (
        "nomis_api", "fingertips", "two_header_rows", "street_crime", "json_stat", "nomis_of_one_year",
        "quarters_newest_first", "notes_of_two_cells", "planning_points",
    )
}  # fmt: skip
OPTIONS = {
    "planning_points": ["--option", "period=2025-03-31", "--option", "series=Sites",
                        "--option", f"covers=['{BURY}']"],
}  # fmt: skip
WITHIN = 20  # seconds of the machine; the rest of the ten minutes is a person's


def _areas_alone(public):
    """A data folder that holds the areas of the product, and no figure."""
    public.mkdir()
    shipped = json.loads((ROOT / "data" / "public" / "manifest.json").read_text("utf-8"))
    files = {name: entry for name, entry in shipped["files"].items() if entry["sources"] == ["areas"]}
    for name in files:
        shutil.copy(ROOT / "data" / "public" / name, public / name)
    for name in ("datasets", "series"):
        path = public / f"{name}.parquet"
        frame = pd.read_parquet(ROOT / "data" / "public" / path.name)
        write_parquet(frame[frame["dataset"] == "areas"], path)
        files[path.name] = shipped["files"][path.name] | {"sha256": digest(path), "rows": 1}
    made = {"areas": shipped["made"]["areas"]}
    (public / "manifest.json").write_text(json.dumps(shipped | {"files": files, "made": made}), "utf-8")


# A third of the layouts in `make test`: what is found in each is in the core (test_draft, test_publishers).
@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.full if at % 3 == 0 else pytest.mark.soak)
        for at, name in enumerate(FILES)
    ],
)
def test_a_file_becomes_a_figure_within_its_time_and_with_toml_alone(name, tmp_path, monkeypatch):
    town = Workshop.at(tmp_path)
    for folder in (town.folder, town.queries, town.out / "sources"):
        folder.mkdir(parents=True)
    shutil.copy(ROOT / "data" / "sources" / "areas.toml", town.out / "sources")
    _areas_alone(town.out / "public")
    monkeypatch.setenv("QUERIES_DIR", str(town.queries))
    (town.queries / "environment").mkdir()
    (town.folder / "ons-geography").symlink_to(CUTS / "ons-geography")
    began = time.monotonic()
    file = FILES[name](town.folder)
    given = [str(file), "--name", "new_file", "--data", str(town.out), "--write", *DECIDED]
    given += OPTIONS.get(name, [])
    assert main(given) == 0
    entry = town.out / "sources" / "new_file.toml"
    for was, answer in ANSWERS.get(name, {}).items():
        assert was in entry.read_text("utf-8")
        entry.write_text(entry.read_text("utf-8").replace(was, answer), "utf-8")
    outcome = refresh(
        RefreshRequest(town.folder, town.out, town.out / "sources", only=frozenset(["new_file"])), town.build
    )
    assert outcome.refused == {}
    indicator = read_indicator(town.queries / "environment" / "new_file.sql")
    new_file = town.table("new_file")  # noqa: F841 - DuckDB finds it by its name
    figures = dict(duckdb.sql(f"SELECT area_code, value FROM ({indicator.sql}) WHERE value > 0").fetchall())  # noqa: S608
    assert figures[BURY] > 0
    assert time.monotonic() - began < WITHIN

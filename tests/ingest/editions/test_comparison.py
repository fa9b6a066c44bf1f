"""What a release changes: told in a report, and set aside where it is more than the register allows."""

import json

import pandas as pd
import pytest

from dashboard.ingest.run import rollback
from dashboard.refresh import main
from tests.ingest.conftest import OPTIONS

pytestmark = pytest.mark.full

FIRST = "code,year,n\nE08000003,2022,10\nE08000003,2023,10\nE08000006,2022,20\nE08000006,2023,20\n"


@pytest.fixture
def bins(workshop):
    """One published dataset of four figures."""
    return workshop.publish(FIRST, "bins")


def _change(outcome):
    ((audience, change),) = outcome.changes
    assert audience == "public"
    return change


def test_new_areas_and_periods_and_revised_figures_are_told(bins):
    more = "E92000001,2024,30\nE08000003,2024,11\n"
    bins.source("bins.csv", FIRST.replace("E08000006,2023,20", "E08000006,2023,22") + more)
    change = _change(bins.run())
    assert change.new == {"areas": ["E92000001"], "series": [], "periods": ["2024-01-01"]}
    assert change.lost == {"areas": [], "series": [], "periods": []}
    assert (change.figures_new, change.figures_lost) == (2, 0)
    assert (change.compared, change.moved, change.revised) == (4, 1, 1)
    (largest,) = change.largest
    assert (largest["area_code"], largest["old"], largest["new"], largest["share"]) == (
        "E08000006",
        20,
        22,
        0.1,
    )


def test_a_revision_within_the_threshold_counts_as_moved_and_not_as_revised(bins):
    bins.entry("bins", "bins.csv", "long_csv", OPTIONS + "[changes]\nrevised = 0.2")
    bins.source("bins.csv", FIRST.replace("E08000006,2023,20", "E08000006,2023,22"))
    change = _change(bins.run())
    assert (change.threshold, change.moved, change.revised) == (0.2, 1, 0)


def test_a_release_that_loses_figures_is_set_aside_until_it_is_accepted(bins):
    bins.source("bins.csv", "".join(line for line in FIRST.splitlines(True) if "2022" not in line))
    (sentence,) = bins.run().refused.values()
    assert sentence == (
        "bins: 2 of 4 published figures are gone (periods 2022-01-01), "
        "if the publisher means it, run once with --accept bins"
    )
    assert len(bins.table("bins")) == 4
    assert bins.run(accept=("bins",)).refused == {}
    assert len(bins.table("bins")) == 2


def test_a_release_in_another_unit_is_set_aside(bins):
    bins.source("bins.csv", FIRST.replace(",10\n", ",0.1\n").replace(",20\n", ",0.2\n"))
    (sentence,) = bins.run().refused.values()
    assert "4 of 4 figures moved by more than 5%, it looks like another unit or basis" in sentence
    assert bins.table("bins")["value"].tolist() == [10, 10, 20, 20]


def test_a_dry_run_reports_and_leaves_everything_as_it_was(bins):
    before = {path: path.read_bytes() for path in bins.out.glob("p*/*.*") if path.is_file()}
    bins.source("bins.csv", FIRST.replace(",20\n", ",20.5\n"))
    assert _change(bins.run(dry=True)).moved == 2
    assert {path: path.read_bytes() for path in bins.out.glob("p*/*.*") if path.is_file()} == before


def test_what_is_new_is_kept_beside_the_snapshot_for_its_audience_alone(bins):
    bins.source("leases.csv", FIRST)
    bins.entry("leases", "leases.csv", "long_csv", OPTIONS, audience="office")
    bins.source("bins.csv", FIRST + "E92000001,2023,30\n")
    bins.run()
    told = {
        name: json.loads((bins.out / name / "changes.json").read_text("utf-8"))
        for name in ("public", "office")
    }
    assert [change["dataset"] for change in told["public"]["datasets"]] == ["bins"]
    assert [change["dataset"] for change in told["office"]["datasets"]] == ["bins", "leases"]
    assert told["public"]["snapshot"] == bins.manifest()["snapshot"]
    bins.run()  # nothing changes: what is new stays what it was
    again = json.loads((bins.out / "public" / "changes.json").read_text("utf-8"))
    assert again == told["public"]


def test_a_column_of_numbers_that_becomes_text_is_set_aside(workshop):
    homes = pd.DataFrame({"lsoa21_code": ["E01000001", "E01000002"], "homes": [1, 2]})
    workshop.entry("homes", "homes.parquet", "area_table", '[options]\nkey = ["lsoa21_code"]')
    homes.to_parquet(workshop.folder / "homes.parquet")
    assert workshop.run().refused == {}
    homes.assign(homes=["1", "many"]).to_parquet(workshop.folder / "homes.parquet")
    said = (
        "homes: the column homes (numbers, now text or dates) holds another kind of thing, correct the file"
    )
    assert workshop.only_refusal().startswith(said)
    assert workshop.table("homes")["homes"].tolist() == [1, 2]
    assert workshop.run(accept=("homes",)).refused == {}


def test_going_back_publishes_the_edition_before_and_once_more_the_one_before_that(bins):
    names = [bins.manifest()["snapshot"]]
    for figure in ("20.1", "20.2"):
        bins.source("bins.csv", FIRST.replace(",20\n", f",{figure}\n"))
        bins.run()
        names.append(bins.manifest()["snapshot"])
    rollback(bins.out, bins.build)
    assert bins.manifest()["snapshot"] == names[1]
    assert bins.table("bins")["value"].max() == 20.1
    rollback(bins.out, bins.build)
    assert bins.manifest()["snapshot"] == names[0]
    rollback(bins.out, bins.build)
    assert set(bins.manifest()["made"]) == {"areas"}, "what was there before the bins were"
    with pytest.raises(ValueError, match="keeps no earlier edition"):
        rollback(bins.out, bins.build)


def test_an_edition_that_cannot_be_built_any_more_is_not_gone_back_to(bins):
    bins.source("bins.csv", FIRST.replace(",20\n", ",20.1\n"))
    bins.run()
    before = bins.manifest()

    def build():
        return bins.build() if bins.manifest() == before else 1 / 0

    for _ in range(2):  # nor does asking again take one more back
        with pytest.raises(ZeroDivisionError):
            rollback(bins.out, build)
        assert bins.manifest() == before
        assert bins.table("bins")["value"].max() == 20.1
    rollback(bins.out, bins.build)
    assert bins.table("bins")["value"].max() == 20


def test_where_no_datastore_can_be_built_the_old_figures_are_put_back(bins):
    bins.serving = True
    before = bins.manifest()
    bins.source("bins.csv", FIRST.replace(",20\n", ",20.5\n"))
    build, bins.build = bins.build, lambda: build() if bins.manifest() == before else 1 / 0
    with pytest.raises(ZeroDivisionError):
        bins.run()
    assert bins.manifest() == before
    assert bins.table("bins")["value"].max() == 20


def test_the_report_is_read_by_a_person(bins, monkeypatch, capsys):
    monkeypatch.setenv("DATA_DIR", str(bins.out))
    monkeypatch.setenv("QUERIES_DIR", str(bins.queries))
    bins.source("bins.csv", FIRST.replace("E08000006,2023,20", "E08000006,2023,25"))
    given = ["--from", str(bins.folder), "--register", str(bins.register)]
    assert main(given) == 0
    (path,) = (bins.out / "reports").glob("*.md")
    assert f"report: {path}" in capsys.readouterr().out
    text = path.read_text("utf-8")
    assert "- revised: 1 of 4 changed at all, 1 by more than 5%" in text
    assert "| Salford | N | 2023-01-01 | 20 | 25 | 25% |" in text
    (change,) = json.loads(path.with_suffix(".json").read_text("utf-8"))["changes"]
    assert change["revised"] == 1
    assert main([*given[2:], "--rollback"]) == 0
    assert bins.table("bins")["value"].max() == 20

"""A refresh keeps what it changes, so that the day before it can be gone back to; without a change
nothing."""

from datetime import UTC, datetime, timedelta

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dashboard.datastore.as_of import as_of_clause, known
from dashboard.datastore.editions.former_rows import changed_rows
from dashboard.datastore.store import connect
from dashboard.ingest.editions.former_figures import without_oldest
from tests.ingest.editions.test_comparison import FIRST, OPTIONS

FIGURES = {"area_code": ["E1", "E2"], "value": [10.0, 20.0]}


def today():
    """As the product has it; never kept, since a run of all tests may cross midnight."""
    return datetime.now(UTC).date()


def yesterday():
    return today() - timedelta(days=1)


def written(path, figures):
    pq.write_table(pa.table(figures), path)
    return path


def rows(table):
    return [(row["area_code"], row["value"], row["held"]) for row in table.to_pylist()]


@pytest.fixture
def revised(tmp_path):
    """Of two figures one revised, on the day after the first edition was taken."""
    old = written(tmp_path / "old.parquet", FIGURES)
    new = written(tmp_path / "new.parquet", FIGURES | {"value": [10.0, 21.0]})
    return old, new


def test_only_the_figure_that_changed_is_kept_as_it_was_and_as_it_came(revised):
    kept = changed_rows(revised, None, today(), yesterday(), rebase=False)
    assert rows(kept) == [("E2", 20.0, True), ("E2", 21.0, False)]
    assert kept["before"].to_pylist() == [yesterday()] * 2


def test_an_edition_that_is_the_same_keeps_nothing(revised):
    assert changed_rows((revised[0], revised[0]), None, today(), None, rebase=False).num_rows == 0


def test_other_columns_lead_nowhere_back(revised, tmp_path):
    other = written(tmp_path / "other.parquet", FIGURES | {"homes": [1, 2]})
    assert changed_rows((revised[0], other), None, today(), None, rebase=False) is None


def test_the_oldest_day_is_let_go_first(revised, tmp_path):
    kept = tmp_path / "kept.parquet"
    pq.write_table(changed_rows(revised, None, yesterday(), None, rebase=False), kept)
    both = changed_rows(revised[::-1], kept, today(), None, rebase=False)
    assert set(without_oldest(both)["seen"].to_pylist()) == {today()}
    assert without_oldest(without_oldest(both)) is None


@pytest.fixture
def bins(workshop):
    """A dataset of four figures, of which one was revised today, one came and one went."""
    workshop.source("bins.csv", FIRST)
    workshop.entry("bins", "bins.csv", "long_csv", OPTIONS)
    assert workshop.run().refused == {}
    more = FIRST.replace("E08000006,2023,20", "E08000006,2023,22").replace("E08000003,2022,10\n", "")
    workshop.source("bins.csv", more + "E08000003,2024,11\n")
    assert workshop.run(accept=("bins",)).refused == {}
    return workshop


def stood(workshop, day):
    workshop.build()
    store = connect(workshop.out / "public" / "datastore.duckdb")
    sql = f"{as_of_clause(store, ['bins'], day)}SELECT area_code, year(period), value FROM bins ORDER BY ALL"  # noqa: S608
    try:
        return store.rows(sql), known(store, "bins", day).kind
    finally:
        store.close()


@pytest.mark.full
def test_the_day_before_a_refresh_has_the_figures_of_the_day_before(bins):
    bins.serving = True
    before = [
        ("E08000003", 2022, 10),
        ("E08000003", 2023, 10),
        ("E08000006", 2022, 20),
        ("E08000006", 2023, 20),
    ]
    now = [("E08000003", 2023, 10), ("E08000003", 2024, 11), ("E08000006", 2022, 20), ("E08000006", 2023, 22)]
    assert stood(bins, yesterday()) == (before, "period")
    assert stood(bins, today()) == (now, "kept")


@pytest.mark.full
def test_a_refresh_without_change_keeps_nothing_more(bins):
    before = bins.manifest()["files"]
    assert "bins_former.parquet" in before
    bins.run(again=True)
    assert bins.manifest()["files"] == before


@pytest.mark.full
def test_what_another_rule_protects_takes_its_former_figures_with_it(bins):
    bins.entry("bins", "bins.csv", "long_csv", OPTIONS + "[protection]\nbelow = 12")
    path = bins.register / "bins.toml"
    path.write_text(
        path.read_text("utf-8").replace('disclosure = "none"', 'disclosure = "suppress"'), "utf-8"
    )
    assert bins.run(accept=("bins",)).refused == {}
    assert "bins_former.parquet" not in bins.manifest()["files"]
    assert not (bins.out / "public" / "bins_former.parquet").exists()


@pytest.mark.full
def test_a_dataset_that_becomes_the_offices_leaves_no_former_figure_in_public(bins):
    bins.entry("bins", "bins.csv", "long_csv", OPTIONS, audience="office")
    assert bins.run().refused == {}
    assert not [name for name in bins.manifest()["files"] if name.startswith("bins")]


@pytest.mark.full
def test_datasets_that_come_and_go_are_logged_for_their_audience_alone(bins):
    log = {row["dataset"]: row["event"] for row in bins.table("dataset_log").to_dict("records")}
    assert log == {"bins": "new"}
    (bins.register / "bins.toml").unlink()
    bins.run()
    events = [(row["dataset"], row["event"]) for row in bins.table("dataset_log").to_dict("records")]
    assert events == [("bins", "new"), ("bins", "withdrawn")]
    assert not (bins.out / "office" / "dataset_log.parquet").exists()

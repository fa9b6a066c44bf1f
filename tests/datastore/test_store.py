"""The datastore is read-only and locked, and is swapped without disturbing a reader."""

import json
import shutil
import threading
import time
from datetime import date

import duckdb
import pytest

from dashboard.datastore.memory import LEAVING_WEIGHT
from dashboard.datastore.store import DatastoreError, connect
from tests.datastores import assemble
from tests.tables import publish

HOMES = """
    area_code | homes
    E08000001 | 100
"""
MORE_HOMES = """
    area_code | homes
    E08000001 | 250
"""
READ_OF_IT = "SELECT coalesce(sum(memory_usage_bytes), 0) FROM duckdb_memory() WHERE tag = 'BASE_TABLE'"


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE extra AS SELECT 1",
        "DROP TABLE homes",
        "COPY homes TO 'stolen.csv'",
        "SELECT * FROM read_csv('/etc/passwd')",
        "ATTACH 'other.duckdb'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "SET memory_limit = '100GB'",
    ],
)
def test_no_statement_writes_reads_outside_or_unlocks(given, statement):
    with pytest.raises(duckdb.Error):
        given(homes=HOMES).rows(statement)


def test_a_reader_finishes_on_the_old_file_and_the_next_one_sees_the_new(given, tmp_path):
    folder = publish(tmp_path / "public", homes=HOMES)
    out = folder / "datastore.duckdb"
    before = assemble(folder, out)
    old = connect(out)
    publish(folder, homes=MORE_HOMES)
    after = assemble(folder, out)
    new = connect(out)
    assert before != after
    assert (old.rows("SELECT homes FROM homes"), old.snapshot) == ([(100,)], before)
    assert (new.rows("SELECT homes FROM homes"), new.snapshot) == ([(250,)], after)


def test_parquet_that_is_not_what_the_manifest_lists_is_refused_and_the_old_file_keeps_serving(tmp_path):
    folder = publish(tmp_path / "public", homes=HOMES)
    out = folder / "datastore.duckdb"
    assemble(folder, out)
    (folder / "homes.parquet").write_bytes((folder / "homes.parquet").read_bytes()[:-9])
    with pytest.raises(DatastoreError, match=r"homes\.parquet: it is not the file the manifest lists"):
        assemble(folder, out)
    assert connect(out).rows("SELECT homes FROM homes") == [(100,)]


def test_a_missing_or_corrupt_datastore_says_what_to_do(tmp_path):
    with pytest.raises(DatastoreError, match="there is no datastore; run `make data`"):
        connect(tmp_path / "datastore.duckdb")
    (tmp_path / "datastore.duckdb").write_bytes(b"not a database at all" * 100)
    with pytest.raises(DatastoreError, match="cannot be read"):
        connect(tmp_path / "datastore.duckdb")


def test_old_builds_are_pruned_but_three_are_kept(tmp_path):
    for homes in range(5):
        folder = publish(tmp_path / "public", homes=f"area_code | homes\nE08000001 | {homes}")
        assemble(folder, folder / "datastore.duckdb")
    assert len(list((folder / "builds").glob("*.duckdb"))) == 3
    assert json.loads((folder / "manifest.json").read_text())["files"]["homes.parquet"]["rows"] == 1


def contents(path):
    with duckdb.connect(str(path.resolve()), read_only=True) as connection:
        names = [name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        return {name: connection.execute(f'FROM "{name}" ORDER BY ALL').fetchall() for name in names}


def test_a_datastore_begun_from_another_holds_what_one_made_anew_holds(tmp_path):
    public = publish(tmp_path / "public", rates="area_code | value\nE1 | 1", towns="name\nAsh")
    office = publish(tmp_path / "office", rates="area_code | value\nE1 | 2", secrets="name\nOak")
    first, begun, anew = (tmp_path / name / "datastore.duckdb" for name in ("first", "begun", "anew"))
    assemble(public, first, lambda path: duckdb.connect(str(path)).execute("CREATE TABLE statements (a INT)"))
    assemble([public, office], begun, start=first.resolve())
    assemble([public, office], anew)
    assert contents(begun) == contents(anew)
    assert contents(begun)["rates"] == [("E1", 1), ("E1", 2)]
    assert contents(begun)["secrets"] == [("Oak",)]
    assert "statements" in contents(first)


@pytest.mark.parametrize("key", ["key", ("key", date(2024, 3, 1))], ids=["now", "of a past day"])
def test_what_many_ask_for_at_once_is_made_once(given, key):
    store, made, start = given(homes=HOMES), [], threading.Barrier(6)

    def make():
        time.sleep(0.05)
        made.append(store.remember("inner", lambda: "x"))
        return "y"

    def ask():
        start.wait()
        assert store.remember(key, make) == "y"

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == ["x"]


def test_a_store_that_is_served_no_longer_forgets_all_and_keeps_little(given):
    store = given(homes=HOMES)
    made = []
    for _ in range(2):
        assert store.remember(("key", date(2024, 3, 1)), lambda: made.append("x") or "y" * 1000) == "y" * 1000
        assert store.remember("key", lambda: made.append("x") or "y" * 1000) == "y" * 1000
        assert store._memory._today.weight > 1000 < store._memory._past.weight
        store.retire()
        assert store._memory._today.weight == store._memory._past.weight == 0
    assert len(made) == 4
    store.remember("large", lambda: bytes(LEAVING_WEIGHT + 1))
    assert store._memory._today.weight <= LEAVING_WEIGHT


def test_what_could_not_be_made_is_tried_again(given):
    store = given(homes=HOMES)
    with pytest.raises(ZeroDivisionError):
        store.remember("key", lambda: 1 // 0)
    assert store.remember("key", lambda: 2) == 2


def test_a_file_that_is_opened_again_gives_back_what_was_read_of_it(built_in, tmp_path):
    file = (
        tmp_path / "datastore.duckdb"
    )  # of its own: DuckDB shares what it read between all who have a file open
    shutil.copyfile(built_in / "public" / "datastore.duckdb", file)
    store = connect(file)
    there = store.rows("SELECT count(*) FROM areas")
    opened = store.rows(READ_OF_IT)[0][0]
    for query in ("FROM imd_2025", "FROM claimant_count"):
        store.arrow(query)
    assert store.rows(READ_OF_IT)[0][0] > opened + 500_000
    assert store.renew()
    assert store.rows(READ_OF_IT)[0][0] <= opened
    assert store.rows("SELECT count(*) FROM areas") == there
    store.close()


def test_it_is_not_opened_again_under_a_query_and_never_once_it_is_closed(given, monkeypatch):
    store = given(homes=HOMES)
    with monkeypatch.context() as patched:
        patched.setattr("dashboard.datastore.store.REOPENING_WAIT_SECONDS", 0.01)
        with store._cursor():
            assert not store.renew()
        assert not store.renew()  # readers have waited for it a moment ago
        patched.setattr("dashboard.datastore.store.time.monotonic", lambda: store._not_before)
        assert store.renew()
    assert store.rows("SELECT homes FROM homes") == [(100,)]
    store.close()
    assert not store.renew()


def test_a_file_that_could_not_be_opened_again_is_opened_by_who_reads_next(given, monkeypatch):
    store = given(homes=HOMES)

    def gone(path):
        raise duckdb.IOException(f"{path} is being replaced")

    with monkeypatch.context() as patched:
        patched.setattr("dashboard.datastore.store._opened", gone)
        with pytest.raises(duckdb.IOException):
            store.renew()
        with pytest.raises(duckdb.IOException):
            store.rows("SELECT homes FROM homes")
    assert store.rows("SELECT homes FROM homes") == [(100,)]
    assert store.renew()
    store.close()


def test_readers_in_many_threads_do_not_notice_that_it_is_opened_again(given):
    store, wrong, over = given(homes=HOMES), [], threading.Event()

    def read():
        while not over.is_set():
            try:
                found = store.rows("SELECT homes FROM homes")
            except duckdb.Error as error:
                found = str(error)
            if found != [(100,)]:
                wrong.append(found)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    renewed = 0
    until = time.monotonic() + 20
    while renewed < 10 and time.monotonic() < until:
        renewed += store.renew()
        time.sleep(0.001)
    over.set()
    for reader in readers:
        reader.join()
    assert renewed == 10
    assert wrong == []

"""Killed at any moment, a refresh leaves a whole datastore served, old or new, and the next one completes."""

import hashlib
import json
import multiprocessing
import random
import signal
import time

import pytest

from dashboard.datastore.store import connect
from dashboard.ingest.editions.manifest import digest
from dashboard.ingest.editions.publisher import Publisher
from dashboard.refresh import main
from tests.ingest.conftest import OPTIONS

pytestmark = pytest.mark.full

DATASETS = {"bins": "public", "parks": "public", "trees": "public", "leases": "office"}
KILLS = [8, pytest.param(20, marks=pytest.mark.soak)]


@pytest.fixture(scope="module")
def served(settled, tmp_path_factory):
    """A published workshop of four datasets, one of them the office's."""
    workshop = settled.copied(tmp_path_factory.mktemp("town"))
    for name, audience in DATASETS.items():
        more = f"{OPTIONS}\n[changes]\nmost = 1"
        workshop.entry(name, f"{name}.csv", "long_csv", more, audience=audience)
    workshop.serving = True
    _release(workshop, 1)
    assert workshop.run().refused == {}
    return workshop


@pytest.fixture
def town(served, tmp_path):
    return served.copied(tmp_path)


def _release(town, number: int) -> None:
    """Every source says `number` times ten, so that any table tells which release it is of."""
    for name in DATASETS:
        town.source(f"{name}.csv", f"code,year,n\nE08000003,2023,{number}0\nE08000006,2023,{number}0\n")


@pytest.fixture(scope="module")
def processes():
    """Processes that have the product loaded and start in hundredths of a second."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["dashboard.refresh"])
    first = context.Process(target=int)  # what it loads is no part of a run: nobody waits for it with a kill
    first.start()
    first.join()
    return context


def _start(processes, town):
    arguments = ["--from", str(town.folder), "--register", str(town.register)]
    process = processes.Process(target=_quietly, args=(arguments, str(town.out), str(town.queries)))
    process.start()
    return process


def _quietly(arguments: list[str], data: str, queries: str) -> None:
    import os
    import sys

    sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115 - for the life of the process
    os.environ |= {"DATA_DIR": data, "QUERIES_DIR": queries}
    sys.exit(main(arguments))


def _served(town, audience: str, snapshot: str = "") -> int:
    """The number of the one release that every table served to `audience` is of, with that `snapshot`."""
    store = connect(town.out / audience / "datastore.duckdb")
    try:
        assert len(store.rows("SELECT snapshot FROM snapshot")) == 1
        assert snapshot in ("", store.snapshot)
        names = [name for name, whose in DATASETS.items() if whose in ("public", audience)]
        assert store.tables() >= {"areas", "membership", "datasets", "series", *names}
        releases = {value for name in names for (value,) in store.rows(f"SELECT value FROM {name}")}  # noqa: S608
        (release,) = releases
        return int(release // 10)
    finally:
        store.close()


def _expected_snapshot(town, audience: str) -> str:
    """The snapshot that the published manifests make, by the assembly's own rule."""
    folders = ["public"] if audience == "public" else ["public", "office"]
    files = [town.manifest(folder)["files"] for folder in folders]
    contents = sorted((name, entry["sha256"]) for each in files for name, entry in each.items())
    return hashlib.sha256(json.dumps(contents).encode()).hexdigest()[:12]


def _assert_complete(town, release: int) -> None:
    assert _served(town, "office", _expected_snapshot(town, "office")) == release
    for audience in ("public", "office"):
        build = (town.out / audience / "datastore.duckdb").resolve()
        assert build.name.startswith(_expected_snapshot(town, audience))
        for name, entry in town.manifest(audience)["files"].items():
            assert digest(town.out / audience / name) == entry["sha256"]
        held = {path.name for path in (town.out / audience).glob("*.parquet")}
        assert held == set(town.manifest(audience)["files"])


@pytest.mark.parametrize("kills", KILLS)
def test_kills_at_random_moments_never_break_or_mix_what_is_served(town, processes, kills):
    """Twice in each release, so that a run which completes a killed one is killed too."""
    moments = random.Random(4)  # noqa: S311 - a seed, not a secret
    killed, release, whole = 0, 1, 0.0
    while killed < kills:
        release += 1
        _release(town, release)
        for _ in range(2 if release > 2 else 0):  # the first tells how long a run takes
            process = _start(processes, town)
            time.sleep(moments.uniform(0, 0.9 * whole))
            process.kill()
            process.join()
            killed += process.exitcode == -signal.SIGKILL
            for audience in ("public", "office"):
                assert _served(town, audience) in (release - 1, release)
        started = time.monotonic()
        process = _start(processes, town)
        process.join()
        whole = time.monotonic() - started
        assert process.exitcode in (0, 3)  # published, or nothing new
        _assert_complete(town, release)
        assert release < 2 * kills, "the runs end before they can be killed"


def test_a_run_killed_while_it_published_is_completed_before_anything_else(town):
    def killed():
        raise KeyboardInterrupt

    _release(town, 2)
    town.build, build = killed, town.build
    with pytest.raises(KeyboardInterrupt):
        town.run()
    assert _served(town, "public") == 1
    town.build = build
    assert town.run().completed
    _assert_complete(town, 2)


def test_where_no_datastore_can_be_built_the_old_figures_stand_and_the_first_reason_is_told(town):
    _release(town, 2)
    assert town.run().refused == {}
    _release(town, 3)
    reasons, build = iter("ABCD"), town.build

    def failing():
        raise ValueError(f"no datastore: {next(reasons)}")

    town.build = failing
    for reason in ("A", "C"):  # each run tries twice: the new figures, and the old ones
        with pytest.raises(ValueError, match=f"no datastore: {reason}"):
            town.run()
        assert not Publisher(town.out, town.out / ".refresh", build).pending()
        assert set(town.table("bins")["value"]) == {20}, "not one edition further back"
        assert _served(town, "public") == 2
    town.build = build
    assert town.run().refused == {}
    _assert_complete(town, 3)


def test_a_run_killed_while_it_read_goes_on_with_what_was_read(town, monkeypatch):
    from dashboard.ingest import stage_source

    _release(town, 2)
    take, read = stage_source.stage, []

    def killed_at_the_third(source, *more):
        if len(read) == 2:
            raise KeyboardInterrupt
        read.append(source.dataset)
        return take(source, *more)

    monkeypatch.setattr(stage_source, "stage", killed_at_the_third)
    with pytest.raises(KeyboardInterrupt):
        town.run()
    assert read == ["bins", "leases"]
    read.clear()
    monkeypatch.setattr(
        stage_source, "stage", lambda source, *more: read.append(source.dataset) or take(source, *more)
    )
    town.run()
    assert read == ["parks", "trees"]
    _assert_complete(town, 2)


def test_only_one_refresh_runs_at_a_time(town):
    from dashboard.ingest.file_lock import exclusive
    from dashboard.ingest.refusal import Refused

    with exclusive(town.out / ".refresh"), pytest.raises(Refused, match="another refresh is running"):
        town.run()

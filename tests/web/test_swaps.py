"""A process that serves for months: each refresh swaps the datastore, and what served the old one ends."""

import gc
import itertools
import os
import shutil
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from dashboard.datastore.assembly.assemble import KEEP, point
from dashboard.settings import Settings
from dashboard.site import SiteKeeper
from dashboard.web import warm_up
from dashboard.web.application import create_app
from dashboard.web.heap import release_memory
from dashboard.web.warm_up import answer_ahead
from tests.speed import allowed

PATHS = (
    "/health",
    "/download/employment/employment_rate.csv",
    "/api/v1/indicators/employment/employment_rate/observations?area=E08000003",
    "/maps/E47000001/lsoa.json",
)


@pytest.fixture
def served(built_in, tmp_path):
    """Settings of a public view over a datastore of its own, and what swaps another file in."""
    data = tmp_path / "data"
    (data / "public" / "builds").mkdir(parents=True)
    for name in ("sources", "assets", "needs.toml", "briefs"):
        (data / name).symlink_to(built_in / name)
    original = (built_in / "public" / "datastore.duckdb").resolve()
    numbers = itertools.count()

    def swap():
        number = next(numbers)
        builds = data / "public" / "builds"
        shutil.copyfile(original, builds / f"{number}.duckdb")
        point(data / "public" / "datastore.duckdb", builds / f"{number}.duckdb")
        (builds / f"{number - KEEP}.duckdb").unlink(missing_ok=True)

    swap()
    return Settings(data=data, audience="public"), swap


def tasks() -> int:
    """The threads of this process, DuckDB's own included, which Python does not know of."""
    gc.collect()
    return len(os.listdir("/proc/self/task"))


def tasks_left(expected: int) -> int:
    """The threads that are left: one that has been told to end may take a moment on a busy machine."""
    until = time.monotonic() + allowed(2)
    while (left := tasks()) > expected and time.monotonic() < until:
        time.sleep(0.05)
    return left


@contextmanager
def readers(server, threads):
    """Readers who ask for page after page until the block ends; gives the status codes they got."""
    stopped, seen = threading.Event(), set()

    def read():
        client = server.test_client()
        for path in itertools.cycle(PATHS):
            if stopped.is_set():
                return
            seen.add(client.get(path, environ_base={"REMOTE_ADDR": "127.0.0.1"}).status_code)

    each = [threading.Thread(target=read) for _ in range(threads)]
    for thread in each:
        thread.start()
    yield seen
    stopped.set()
    for thread in each:
        thread.join()


def resident() -> float:
    """Megabytes of this process, after it has given back what it can."""
    release_memory()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


@pytest.mark.parametrize(
    "swaps", [pytest.param(KEEP + 2, marks=pytest.mark.full), pytest.param(200, marks=pytest.mark.soak)]
)
def test_swaps_under_readers_leave_no_thread_no_open_file_and_no_memory_behind(served, swaps):
    settings, swap = served
    keeper = SiteKeeper(settings)
    server = create_app(keeper).server
    client = server.test_client()
    for path in PATHS:
        assert client.get(path).status_code == 200, path
    before, files, sizes = tasks(), len(os.listdir("/proc/self/fd")), []
    with readers(server, 3) as seen:
        for number in range(swaps):
            swap()
            assert client.get("/health").status_code == 200
            if number % 10 == 9:
                sizes.append(resident())
                print(number + 1, f"{sizes[-1]:.0f} MB, {tasks()} threads", flush=True)
    keeper._retired._next = 0.0  # the look that comes five seconds later
    assert client.get("/health").status_code == 200
    assert seen == {200}
    assert tasks_left(before) <= before
    assert len(os.listdir("/proc/self/fd")) <= files + 1
    assert not sizes or max(sizes[-5:]) <= max(sizes[:5]) * 1.05


def test_a_store_that_nobody_holds_is_closed_and_its_threads_end(given, assembled):
    from dashboard.datastore.store import connect

    path = assembled({"homes": "area_code | homes\nE08000001 | 100"})
    before = tasks()
    store = connect(path)
    assert store.rows("SELECT homes FROM homes") == [(100,)]
    assert tasks() > before
    del store
    assert tasks_left(before) == before


def test_new_figures_are_read_ahead_before_anybody_is_served_them(served, monkeypatch):
    settings, swap = served
    keeper = SiteKeeper(settings)
    monkeypatch.setattr(keeper, "LOOK", 0.01)
    old, reading, go_on = keeper.current(), threading.Event(), threading.Event()

    def read_ahead(site):
        assert site.store is not old.store
        reading.set()
        assert go_on.wait(10)

    watching = threading.Thread(target=keeper.watch, args=(read_ahead,))
    watching.start()
    while not keeper._watched:
        pass
    swap()
    assert reading.wait(10)
    assert keeper.current() is old
    go_on.set()
    until = time.monotonic() + 10
    while keeper.current() is old:
        assert time.monotonic() < until
    assert keeper.current().store is not old.store
    keeper.stop_watching()
    watching.join(10)


def test_pages_that_readers_ask_for_are_made_before_new_figures_are_served(served, monkeypatch):
    settings, swap = served
    keeper = SiteKeeper(settings)
    monkeypatch.setattr(keeper, "LOOK", 0.01)
    app = create_app(keeper)
    client, old, seen = app.server.test_client(), keeper.current(), []

    def page(path="/indicator/employment/employment_rate?region=E47000001"):
        answer = client.get(path, headers={"Accept-Encoding": "br"})
        assert answer.status_code == 200
        return answer.get_etag()[0]

    def answered(server, **_):
        answer_ahead(server)
        seen.append(keeper.current())
        others = threading.Thread(target=lambda: seen.append(keeper.current()))
        others.start()
        others.join(10)

    monkeypatch.setattr(warm_up, "read_ahead", lambda site: None)
    monkeypatch.setattr(warm_up, "answer_ahead", answered)
    first = page()
    warm_up.warm(keeper, app)
    while not keeper._watched:
        time.sleep(0.01)
    swap()
    until = time.monotonic() + 30
    while keeper.current() is old:
        assert time.monotonic() < until
        time.sleep(0.01)
    new = keeper.current()
    keeper.stop_watching()
    assert [site.store is new.store for site in seen] == [True, False]  # who answers ahead, anybody else
    assert seen[1] is old
    monkeypatch.setattr("dashboard.web.application.page_parts", lambda *_: pytest.fail("it is made anew"))
    assert page() == first  # the figures are the same


def test_a_reader_of_the_old_file_finishes_on_it(tmp_path, served):
    settings, swap = served
    keeper = SiteKeeper(settings)
    old = keeper.current()
    old.remember(("kept",), lambda: "of the old file" * 100)
    swap()
    new = keeper.current()
    keeper._retired._next = 0.0
    assert keeper.current() is new
    assert old.store is not new.store
    assert old.store._memory._today.weight == 0
    assert old.store.rows("SELECT count(*) FROM areas") == new.store.rows("SELECT count(*) FROM areas")

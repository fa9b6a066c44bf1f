"""Hostile requests: none is answered 5xx, none shows a traceback, none leaves the audience.

`make test` sends 50 to each view, `make sweeps` 5,000.
"""

import logging
from collections import Counter

import pytest

from dashboard.datastore.deadline import Deadlines
from dashboard.settings import Settings
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app
from tests.built import built
from tests.security.hostile import hostile
from tests.security.planted import NAMES, VALUES

TELLTALES = (b"Traceback", b"site-packages", b"duckdb.duckdb", b'File "/')
OFFICE = tuple(name.encode() for name in NAMES)
STORMS = [
    pytest.param(2026, 50, marks=pytest.mark.full),
    *(pytest.param(seed, 1250, marks=pytest.mark.soak) for seed in range(2027, 2031)),
]


def storm(client, seed: int, count: int, outside: tuple[bytes, ...] = ()) -> Counter:
    """The answers by status; fails at the first that is our error, says too much or holds `outside`."""
    seen: Counter = Counter()
    for asked in hostile(seed, count):
        answer = client.open(**asked)
        body = answer.get_data()
        where = f"{asked['method']} {asked['path']!r} {asked.get('environ_overrides')} {asked.get('data')!r}"
        assert answer.status_code < 500, f"{answer.status_code}: {where[:600]}"
        assert not any(telltale in body for telltale in TELLTALES), where[:600]
        assert answer.headers["X-Content-Type-Options"] == "nosniff", where[:600]
        if outside:
            lower = body.lower()
            assert not any(name in lower for name in outside), where[:600]
            assert not VALUES.search(body), where[:600]
        seen[answer.status_code] += 1
    return seen


@pytest.fixture
def quiet(monkeypatch):
    """Nothing is logged, and no query is stopped because the machine that tests is busy with other things."""
    monkeypatch.setattr(Deadlines, "_interrupt_late", lambda self, now: None)
    logging.disable(logging.ERROR)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """The office's view, with a record of its own that the storm may write in."""
    data = tmp_path_factory.mktemp("stormed")
    for entry in built().iterdir():
        if entry.name != "public":
            (data / entry.name).symlink_to(entry)
    (data / "public").mkdir()  # decisions are published into it
    for entry in (built() / "public").iterdir():
        (data / "public" / entry.name).symlink_to(entry.resolve())
    client = create_app(SiteKeeper(Settings(data=data))).server.test_client()
    client.environ_base["REMOTE_ADDR"] = "127.0.0.1"
    return client


@pytest.mark.parametrize(("seed", "count"), STORMS)
def test_a_storm_of_hostile_requests_to_the_public_view_gives_no_failure(planted, quiet, seed, count):
    planted.environ_base["REMOTE_ADDR"] = "127.0.0.1"
    seen = storm(planted, seed, count, OFFICE)
    assert sum(seen.values()) == count
    assert seen[400] > 5
    assert seen[404] > 2
    assert seen[200] > count / 12, "most are refused at the door: too few get as far as a page or a file"


@pytest.mark.parametrize(("seed", "count"), STORMS)
def test_a_storm_of_hostile_requests_to_the_office_gives_no_failure(office, quiet, seed, count):
    seen = storm(office, seed, count)
    assert sum(seen.values()) == count
    assert seen[200] > count / 12, "most are refused at the door: too few get as far as a page or a file"

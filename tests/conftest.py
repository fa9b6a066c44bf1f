"""Fixtures: a store made of small tables a person can read, opened as production opens it."""

import gc
import hashlib
import os
import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.catalogue.indicators import load_indicators
from dashboard.datastore.store import connect
from dashboard.record_port import NOTHING
from tests.built import built
from tests.datastores import assemble
from tests.served import client, keeper, office_keeper, office_wsgi, public_site, served, wsgi

# One view of each audience for all folders.
__all__ = ["client", "keeper", "office_keeper", "office_wsgi", "public_site", "served", "wsgi"]

ROOT = Path(__file__).resolve().parent.parent
SOURCES = Path(os.environ.get("SOURCES_DIR", ROOT.parent / "shared" / "sources"))


# Nothing that is imported or collected is garbage: not looking for some saves a fifth of the time until then.
gc.disable()


def pytest_collection_finish():
    """Leave all that was imported out of every later search for garbage: a tenth of the time of the core."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()


def pytest_unconfigure():
    """Let the end of the process find what it holds: DuckDB's binding complains of what is left."""
    gc.unfreeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """How tests are dealt to the processes of `-n 2`."""
    from tests.distribution import GroupScheduling

    return GroupScheduling(config, log)


@pytest.hookimpl(tryfirst=True)  # before `-m` looks at the marks
def pytest_collection_modifyitems(items):
    """Groups that take long come first; what looks at the built-in figures is left out of the core, unless it
    says that it belongs there; what reads the publishers' files is skipped where they are not."""
    from tests.distribution import turn

    items.sort(key=lambda item: turn(item.nodeid))
    for item in items:
        if "built_in" in item.fixturenames and not item.get_closest_marker("core"):
            item.add_marker(pytest.mark.full)
    if not SOURCES.exists():
        for item in items:
            if item.get_closest_marker("sources"):
                item.add_marker(pytest.mark.skip(reason=f"{SOURCES} is not here"))


@pytest.fixture(scope="session")
def assembled(tmp_path_factory):
    """assembled(tables) -> the datastore that holds them, made once: many tests look at the same world."""
    made = {}

    def assembled(tables):
        key = hashlib.sha256(pickle.dumps(sorted(tables.items()))).digest()
        if key not in made:
            from tests.tables import publish  # loads pandas: not for the process that only deals tests out

            folder = publish(tmp_path_factory.mktemp("given"), **tables)
            assemble(folder, folder / "datastore.duckdb")
            made[key] = folder / "datastore.duckdb"
        return made[key]

    return assembled


@pytest.fixture
def given(assembled):
    """given(table="a | b\\n1 | 2") -> a Store that holds those tables, with nothing remembered yet."""
    stores = []

    def given(**tables):
        stores.append(connect(assembled(tables)))
        return stores[-1]

    yield given
    for store in stores:
        store.close()


@pytest.fixture(scope="session")
def indicators():
    """The product's own indicators, by id."""
    return load_indicators(ROOT / "queries")


@pytest.fixture(scope="session")
def built_in(tmp_path_factory):
    """A data folder that holds the built-in snapshot, built as `make data` builds it.

    The datastores are shared between runs and not to be changed; a record that is written beside them is not.
    """
    data = tmp_path_factory.mktemp("data")
    for entry in built().iterdir():
        (data / entry.name).symlink_to(entry)
    return data


@pytest.fixture(scope="session")
def site(office_keeper):
    """The office's Site over the built-in snapshot, without a record."""
    site = replace(office_keeper.current(), record=NOTHING, pages=())
    yield site
    site.store.close()


@pytest.fixture(scope="session")
def store(site):
    """The built-in snapshot, opened as production does."""
    return site.store

"""What the build writes of every indicator is what its SELECT gives; a SELECT mended since runs itself."""

import shutil
from dataclasses import replace

import duckdb
import numpy as np
import pytest

from dashboard.build.observations import selects, write_observations
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore import observations
from dashboard.datastore.observations import load, select_of
from dashboard.datastore.observed import NUMBERS
from dashboard.datastore.store import DatastoreError, Store, connect
from dashboard.settings import Settings
from dashboard.site import open_site
from tests.built import built

RATES = """
    area_code | period     | value | status
    E08000001 | 2023-01-01 | 70.5  |
    E08000001 | 2022-01-01 |       | x
    E08000002 | 2023-01-01 | 75.0  | u
    E01000001 | 2023-01-01 | 11.0  |
"""


@pytest.fixture
def rate(indicators):
    sql = "SELECT area_code, period, value, status FROM rates"
    return replace(next(iter(indicators.values())), name="rate", sql=sql)


@pytest.fixture
def written(tmp_path):
    """written(store, indicator, value) -> the same store with its rows, whose value is told apart."""

    def written(store: Store, indicator: Indicator, value: str) -> Store:
        select = f"SELECT * REPLACE ({value} AS value) FROM (\n{select_of(store, indicator)}\n)"  # noqa: S608
        path = tmp_path / "written.duckdb"
        shutil.copyfile(store.path, path)
        with duckdb.connect(str(path)) as connection:
            write_observations(connection, [(indicator.id, indicator.digest, select)])
        return connect(path)

    return written


def test_the_rows_that_were_written_are_read_in_place_of_the_select(given, rate, written):
    store = given(rates=RATES)
    plain = load(store, rate)
    held = load(written(store, rate, "value + 1"), rate)
    assert list(held.areas()) == list(plain.areas()) == ["E08000001", "E08000002"]
    assert [held.latest(code).value for code in held.areas()] == [71.5, 76.0]
    assert (
        held.at("E08000001", held.periods[0]).status == plain.at("E08000001", plain.periods[0]).status == "x"
    )


def test_a_select_that_was_mended_since_the_build_runs_itself(given, rate, written):
    store = written(given(rates=RATES), rate, "value + 1")
    mended = replace(rate, sql="SELECT area_code, period, value * 2 AS value, status FROM rates")
    assert load(store, mended).latest("E08000001").value == 141.0


def test_past_days_and_neighbourhoods_are_asked_of_the_select(given, rate, written):
    membership = "area_code | within\nE01000001 | E47000001\nE08000001 | E47000001"
    store = written(given(rates=RATES, membership=membership), rate, "value + 1")
    inside = load(store, rate, within="E47000001")
    assert [inside.latest(code).value for code in inside.areas()] == [11.0, 70.5]


def test_one_that_lacks_a_column_is_refused_by_its_name(given, rate):
    site = type("Site", (), {"store": given(rates=RATES)})
    bad = replace(rate, sql="SELECT area_code, value FROM rates")
    with pytest.raises(DatastoreError, match="let its SELECT give period"):
        selects(site, [bad])


@pytest.mark.full
@pytest.mark.parametrize("audience", ["public", "office"])
def test_all_that_the_build_has_written_is_what_the_selects_give(audience):
    settings = Settings(data=built(), audience=audience)
    site = open_site(settings, settings.datastore.resolve())
    assert site.store.rows("SELECT count(*) FROM definitions") == [(len(site.indicators),)]
    for item in site.indicators.values():
        held = observations._held(site.store, item)
        run = site.store.arrays(select_of(site.store, item))
        for name, column in run.items():
            plain, other = (np.ma.asarray(each) for each in (column, held[name]))
            if name in NUMBERS:  # the last digit of a sum is of the order in which two threads added
                plain, other = (each.astype(np.float64).filled(np.nan) for each in (plain, other))
                np.testing.assert_allclose(plain, other, rtol=1e-12, err_msg=f"{item.id} {name}")
            else:
                assert plain.tolist() == other.tolist(), (item.id, name)
    site.store.close()

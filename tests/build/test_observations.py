"""What the build writes of every indicator is what its SELECT gives; a SELECT mended since runs itself."""

import shutil
from dataclasses import replace
from datetime import date

import duckdb
import numpy as np
import pytest

from dashboard.build.observations import selects, write_observations
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore import observations
from dashboard.datastore.missing_parts import parts_without
from dashboard.datastore.observations import load, select_of
from dashboard.datastore.observed import NUMBERS
from dashboard.datastore.store import DatastoreError, Store, connect
from dashboard.settings import Settings
from dashboard.site import open_site
from tests.built import built
from tests.datastore.test_one_reading import UNDATED

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
        site = type("Site", (), {"store": store})
        ((name, digest, *given),) = selects(site, [indicator])
        given = [f"SELECT * REPLACE ({value} AS value) FROM (\n{sql}\n)" if sql else "" for sql in given]  # noqa: S608
        path = tmp_path / "written.duckdb"
        shutil.copyfile(store.path, path)
        with duckdb.connect(str(path)) as connection:
            write_observations(connection, [(name, digest, *given)])
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


MEMBERSHIP = "area_code | within\nE01000001 | E47000001\nE08000001 | E47000001"


@pytest.mark.parametrize(
    ("sum_of", "read"), [("", [11.0, 70.5]), ("district", [11.0, 70.5]), ("lsoa", [12.0, 71.5])]
)
def test_neighbourhoods_are_asked_of_the_select_unless_it_goes_through_all_of_them(
    given, rate, written, sum_of, read
):
    rate = replace(rate, sum_of=sum_of)
    store = written(given(rates=RATES, membership=MEMBERSHIP), rate, "value + 1")
    inside = load(store, rate, within="E47000001")
    assert [inside.latest(code).value for code in inside.areas()] == read


def test_neighbourhoods_of_a_select_that_was_mended_since_are_its_own(given, rate, written):
    rate = replace(rate, sum_of="lsoa")
    store = written(given(rates=RATES, membership=MEMBERSHIP), rate, "value + 1")
    mended = replace(rate, sql="SELECT area_code, period, value * 2 AS value, status FROM rates")
    inside = load(store, mended, within="E47000001")
    assert [inside.latest(code).value for code in inside.areas()] == [22.0, 141.0]


def test_which_parts_lack_a_figure_is_read_from_the_rows_that_were_written(given, rate, written):
    areas = "area_code | level | current\nE01000001 | lsoa | true\nE08000001 | district | true"
    rate = replace(rate, sum_of="lsoa")
    store = given(rates=RATES, membership=MEMBERSHIP, areas=areas)
    assert parts_without(store, rate) == {}
    assert parts_without(written(store, rate, "NULL"), rate) == {"E47000001": (1, 1)}


@pytest.mark.parametrize(("day", "read"), [(date(2023, 6, 1), None), (date(2024, 6, 1), 71.5)])
def test_on_a_past_day_the_rows_that_were_written_are_cut_where_a_period_had_not_ended(
    given, rate, written, day, read
):
    rate = replace(rate, period="calendar year")
    found = load(written(given(rates=RATES, datasets=UNDATED), rate, "value + 1"), rate, as_of=day)
    latest = found.latest("E08000001")
    assert (latest and latest.value) == read


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
        check_same(site.store, item)
    past = [
        item for item in site.indicators.values() if check_same(site.store, item, as_of=date(2024, 10, 14))
    ]
    assert len(past) > 20
    small = [item for item in site.indicators.values() if check_same(site.store, item, within="E47000003")]
    assert len(small) >= 10
    site.store.close()


def check_same(store, item, within=None, as_of=None) -> bool:
    """Whether rows were written for what is asked; they are those of the SELECT."""
    held = observations._held(store, item, within, as_of)
    if held is None:
        return False
    run = store.arrays(select_of(store, item, within, as_of), [within] if within else [])
    for name, column in run.items():
        plain, other = (np.ma.asarray(each) for each in (column, held[name]))
        if name in NUMBERS:  # the last digit of a sum is of the order in which two threads added
            plain, other = (each.astype(np.float64).filled(np.nan) for each in (plain, other))
            np.testing.assert_allclose(plain, other, rtol=1e-12, err_msg=f"{item.id} {name}")
        else:
            assert plain.tolist() == other.tolist(), (item.id, name)
    return True

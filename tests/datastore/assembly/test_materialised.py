"""The rows of a SELECT that is asked several things are worked out once, and read as its own."""

from dataclasses import replace

import pytest

from dashboard.datastore.assembly.check import faults
from dashboard.datastore.assembly.materialised import materialised
from dashboard.datastore.datasets import sources_of

SELECT = "SELECT area_code, period, value FROM homes"


@pytest.fixture
def store(given):
    return given(homes="area_code | period | value\nE08000001 | 2020-01-01 | 5\nE08000001 | 2021-01-01 | 7")


@pytest.fixture
def item(indicators):
    plain = next(iter(indicators.values()))
    return replace(
        plain, theme="housing", name="homes", sql=SELECT, period="calendar year", statistic="count"
    )


def test_its_rows_and_its_sources_are_those_of_its_select(store, item):
    with materialised(store, item) as held:
        assert "homes" not in held.sql.replace(item.id, "")
        assert store.rows(held.sql) == store.rows(item.sql)
        assert sources_of(store, held) == ["homes"]
        assert faults(store, [held]) == {}
    assert store.tables() == {
        name for (name,) in store.rows("SELECT table_name FROM duckdb_tables()")
    }  # it is gone


def test_of_one_that_does_not_run_it_is_said_as_without_it(store, item):
    broken = replace(item, sql="SELECT area_code, period, price AS value FROM homes")
    with materialised(store, broken) as held:
        assert faults(store, [held]) == faults(store, [broken])
        assert "its SELECT does not run" in faults(store, [held])[item.id]

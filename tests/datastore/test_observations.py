"""An indicator's SELECT becomes observations; a bad SELECT is refused by the name of its file."""

from dataclasses import replace
from datetime import date
from weakref import WeakValueDictionary

import pytest

from dashboard.datastore import observed
from dashboard.datastore.observations import load
from dashboard.datastore.store import DatastoreError
from tests.observations import observe

RATES = """
    area_code | period     | value | status
    E08000001 | 2022-01-01 | 70.5  |
    E08000001 | 2023-01-01 |       | x
    E08000002 | 2023-01-01 | 75.0  | u
    E01000001 | 2023-01-01 | 11.0  |
"""
MEMBERSHIP = """
    area_code | within
    E01000001 | E47000001
    E08000001 | E47000001
"""


@pytest.fixture
def rate(indicators):
    sql = "SELECT area_code, period, value, status FROM rates"
    return replace(next(iter(indicators.values())), name="rate", sql=sql)


def test_observations_come_in_time_order_with_missing_ones_kept_and_their_reason(given, rate):
    seen = observe(given(rates=RATES), rate, ["E08000001"])
    assert seen.value.tolist()[0] == 70.5
    assert seen.status.tolist() == ["", "x"]
    assert seen.lower.isna().all()


def test_the_latest_figure_is_the_newest_that_holds_one(given, rate):
    observations = load(given(rates=RATES), rate)
    assert observations.latest("E08000001").period == date(2022, 1, 1)
    assert observations.latest("E09000001") is None


def test_bare_values_are_those_of_one_period_without_the_missing(given, rate):
    observations = load(given(rates=RATES), rate)
    assert observations.periods == [date(2022, 1, 1), date(2023, 1, 1)]
    places = ["E08000001", "E08000002", "E09000001"]
    assert observations.values(places, date(2023, 1, 1)) == {"E08000002": 75.0}
    assert observations.values(places, date(2021, 1, 1)) == {}


def test_neighbourhoods_are_read_only_inside_the_area_asked_for(given, rate):
    store = given(rates=RATES, membership=MEMBERSHIP)
    assert list(load(store, rate).areas()) == ["E08000001", "E08000002"]
    assert list(load(store, rate, within="E47000001").areas()) == ["E01000001", "E08000001"]


@pytest.mark.parametrize(
    ("sql", "sentence"),
    [
        ("SELECT area_code, value FROM rates", "let its SELECT give period"),
        (
            "SELECT area_code, period, value FROM nowhere",
            "its SELECT does not run: .* nowhere does not exist",
        ),
        ("SELECT area_code, period, value FROM rate", 'Did you mean "rates"[^\n]*$'),
        ("SELECT area_code, period, valu AS value FROM rates", 'bindings: "value"[^\n]*$'),
    ],
)
def test_a_bad_select_is_refused_by_name(given, rate, sql, sentence):
    with pytest.raises(DatastoreError, match=sentence) as refusal:
        load(given(rates=RATES), replace(rate, sql=sql))
    assert str(refusal.value).startswith(f"queries/{rate.theme}/rate.sql: ")


def test_indicators_of_the_same_areas_keep_their_codes_once_and_their_figures_apart(given, rate, monkeypatch):
    monkeypatch.setattr(observed, "_PLACES", WeakValueDictionary())  # other tests hold such areas too
    store = given(rates=RATES)
    twice = replace(rate, name="twice", sql=rate.sql.replace(" value,", " 2 * value AS value,"))
    fewer = replace(rate, name="fewer", sql=f"{rate.sql} WHERE value > 72")
    once, doubled, less = (load(store, item) for item in (rate, twice, fewer))
    assert once.areas() == doubled.areas() != less.areas()
    assert doubled.bytes_held < once.bytes_held
    found = [[item.value for item in each.series("E08000002")] for each in (once, doubled, less)]
    assert found == [[75.0], [150.0], [75.0]]
    assert [len(each.series("E08000001")) for each in (once, doubled, less)] == [2, 2, 0]

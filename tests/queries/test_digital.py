"""Digital: a score published for the neighbourhoods of 2011 reaches those of 2021, or is left out."""

import pytest

from dashboard.datastore.observations import load
from tests.observations import observe

LOOKUP = """
    lsoa11_code | lsoa21_code | change
    E01000001   | E01000001   | U
    E01000002   | E01033001   | S
    E01000002   | E01033002   | S
    E01000003   | E01033003   | M
    E01000004   | E01033003   | M
    E01000005   | E01033004   | M
    E01000006   | E01033004   | M
    E01000007   | E01033005   | X
    E01000008   | E01000008   | U
"""
SCORES = """
    lsoa11_code | deri_score_national
    E01000001   | 2.5
    E01000002   | 4.0
    E01000003   | 3.0
    E01000004   | 5.0
    E01000005   | 1.5
    E01000006   | 1.5
    E01000007   | 6.0
"""


@pytest.fixture
def risk(given, indicators):
    places = "\n".join(line.split("|")[1] + "| E08000003" for line in LOOKUP.strip().splitlines()[1:])
    store = given(lsoa11_lsoa21=LOOKUP, deri=SCORES, membership="area_code | within\n" + places)
    return load(store, indicators["digital/exclusion_risk"], within="E08000003")


@pytest.mark.parametrize(
    ("neighbourhood", "score"),
    [
        ("E01000001", 2.5),  # unchanged
        ("E01033001", 4.0),  # each part of a split one
        ("E01033002", 4.0),
        ("E01033004", 1.5),  # merged, and both agreed
    ],
)
def test_a_score_is_carried_to_todays_neighbourhoods_and_called_derived(risk, neighbourhood, score):
    (item,) = risk.series(neighbourhood)
    assert (item.value, item.status) == (score, "derived")


@pytest.mark.parametrize("neighbourhood", ["E01033003", "E01033005", "E01000008"])
def test_merged_ones_that_differ_irregular_ones_and_unscored_ones_have_no_score(risk, neighbourhood):
    (item,) = risk.series(neighbourhood)
    assert (item.value, item.status) == (None, "x")


def test_no_score_of_a_district_is_made_up(risk):
    assert "E08000003" not in risk


def test_each_coverage_is_its_own(given, indicators):
    row = "area_code | series | period | value | status | released\n"
    row += "E08000003 | {} | 2026-01-01 | {} | | 2026-05-19"
    store = given(
        gigabit_capable_broadband_history=row.format("Gigabit capable broadband", 90.0),
        premises_below_30=row.format("Premises below 30Mbps", 1.0),
        network_coverage_4g=row.format("4G coverage", 100.0),
        network_coverage_5g=row.format("5G coverage", 99.0),
    )
    names = ("gigabit_broadband", "below_30_mbps", "coverage_4g", "coverage_5g")
    assert [observe(store, indicators[f"digital/{n}"]).value[0] for n in names] == [90.0, 1.0, 100.0, 99.0]


def test_each_date_of_gigabit_coverage_is_as_in_its_newest_release(given, indicators):
    store = given(
        gigabit_capable_broadband_history="""
        area_code | series                    | period     | value | status | released
        E08000003 | Gigabit capable broadband | 2025-01-01 | 88.0  |        | 2025-06-03
        E08000003 | Gigabit capable broadband | 2025-01-01 | 89.0  |        | 2025-07-15
        E08000003 | Gigabit capable broadband | 2025-07-01 | 89.6  |        | 2025-11-27
    """
    )
    assert observe(store, indicators["digital/gigabit_broadband"]).value.tolist() == [89.0, 89.6]

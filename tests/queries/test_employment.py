"""Employment: survey limits pass through, and business rates keep the counts that the ingest gave them."""

import pytest

from tests.observations import observe
from tests.queries.places import REGION

GM = ["E47000001"]

BUSINESSES = """
    area_code | series                | period     | value | status
    E08000001 | Active businesses     | 2023-01-01 | 1000  |
    E08000001 | High growth businesses | 2023-01-01 | 4.0  |
    E08000006 | Active businesses     | 2023-01-01 | 3000  |
    E08000006 | High growth businesses | 2023-01-01 | 6.0  |
    E08000006 | Active businesses     | 2024-01-01 | 3100  |
    E08000001 | Active businesses     | 2024-01-01 | 900   |
"""


def test_the_survey_rates_keep_to_their_own_series_with_limits_and_mark(given, indicators):
    store = given(
        employment_rate="""
        area_code | series                | period     | value | lower | upper | status
        E08000001 | Employment rate       | 2023-01-01 | 71.4  | 68.0  | 74.8  |
        E08000006 | Employment rate       | 2023-01-01 | 60.0  |       |       | u
        E09000001 | Employment rate       | 2023-01-01 |       |       |       | x
        E08000001 | Economically inactive | 2023-01-01 | 23.0  | 20.0  | 26.0  |
    """
    )
    found = observe(store, indicators["employment/employment_rate"])
    assert found.value.tolist()[:2] == [71.4, 60.0]
    assert found.value.isna().tolist() == [False, False, True]
    assert (found.lower.tolist()[0], found.upper.tolist()[0]) == (68.0, 74.8)
    assert found.status.tolist() == ["", "u", "x"]
    assert observe(store, indicators["employment/inactivity_rate"]).value.tolist() == [23.0]


COUNTS = """
    area_code | series                   | period     | value | numerator | denominator | status
    E08000001 | Business births          | 2023-01-01 | 16.0  | 160       | 1000        |
    E08000006 | Business births          | 2023-01-01 | 1.0   | 30        | 3000        |
    E08000006 | One-year survival rate   | 2023-01-01 | 50.0  | 15        | 30          |
    E08000001 | Business deaths          | 2023-01-01 | 10.0  | 100       | 1000        |
    E08000001 | One-year survival rate   | 2023-01-01 | 75.0  | 120       | 160         |
    E08000001 | Three-year survival rate | 2023-01-01 | 60.0  | 96        | 160         |
    E08000001 | Five-year survival rate  | 2023-01-01 | 40.0  | 64        | 160         |
"""


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("births", [(16.0, 160, 1000, ""), (1.0, 30, 3000, ""), (4.75, 190, 4000, "derived")]),
        ("deaths", [(10.0, 100, 1000, "")]),
        (
            "survival_one_year",
            [(75.0, 120, 160, ""), (50.0, 15, 30, ""), (pytest.approx(100 * 135 / 190), 135, 190, "derived")],
        ),
        ("survival_three_year", [(60.0, 96, 160, "")]),
        ("survival_five_year", [(40.0, 64, 160, "")]),
    ],
)
def test_each_business_rate_comes_with_its_own_counts(given, indicators, name, cells):
    """A region is made of the counts of its districts, never of the mean of their rates (8.5)."""
    found = observe(given(**REGION, business_counts=COUNTS), indicators[f"employment/business_{name}"])
    rows = zip(found.value, found.numerator, found.denominator, found.status, strict=True)
    assert list(rows) == cells


def test_active_businesses_are_summed(given, indicators):
    store = given(**REGION, business_demography=BUSINESSES)
    assert observe(store, indicators["employment/active_businesses"], GM).value.tolist() == [4000, 4000]


def test_high_growth_has_no_known_counts_and_so_no_combined_authority(given, indicators):
    store = given(**REGION, business_demography=BUSINESSES)
    found = observe(store, indicators["employment/high_growth_businesses"])
    assert found.area_code.tolist() == ["E08000001", "E08000006"]


def test_pay_keeps_the_day_it_was_asked_about(given, indicators):
    store = given(
        gross_median_weekly_pay="""
        area_code | series                 | period     | value | lower | upper | status
        E08000001 | Gross median weekly pay | 2025-04-30 | 589.3 | 570.0 | 608.0 |
    """
    )
    pay = indicators["employment/weekly_pay"]
    assert pay.period_label(observe(store, pay).period[0]) == "30 Apr 2025"

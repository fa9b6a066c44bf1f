"""Economy: each series by itself, and England is not invented where none is published."""

from tests.observations import observe
from tests.queries.places import REGION


def test_output_per_hour_and_per_job_are_apart_and_england_is_not_made_up(given, indicators):
    store = given(
        gross_value_added="""
        area_code | series                            | period     | value   | status
        E08000003 | Gross value added per hour worked | 2023-01-01 | 44.77   |
        E08000003 | Gross value added per filled job  | 2023-01-01 | 69000.0 |
        K99000002 | Gross value added per hour worked | 2023-01-01 | 40.0    |
    """
    )
    found = observe(store, indicators["economy/gva_per_hour"])
    assert dict(zip(found.area_code, found.value, strict=True)) == {"E08000003": 44.77, "K99000002": 40.0}
    assert observe(store, indicators["economy/gva_per_job"]).value.tolist() == [69000.0]


def test_child_poverty_before_and_after_housing_costs_are_apart(given, indicators):
    store = given(
        children_in_relative_poverty="""
        area_code | series                                            | period     | value | status
        E08000003 | Children in relative poverty after housing costs  | 2024-04-01 | 45.1  |
        E08000003 | Children in relative poverty before housing costs | 2024-04-01 | 33.2  |
    """
    )
    assert observe(store, indicators["economy/child_poverty"]).value.tolist() == [45.1]
    assert observe(store, indicators["economy/child_poverty_before_housing"]).value.tolist() == [33.2]


def test_guest_nights_are_monthly_and_known_to_be_seasonal(given, indicators):
    store = given(
        **REGION,
        short_term_let_number_of_guests_nights="""
        area_code | series                                     | period     | value  | status
        E47000001 | Number of guest nights at a short-term let | 2025-12-01 | 228830 |
    """,
    )
    nights = indicators["economy/guest_nights"]
    assert nights.seasonal
    assert nights.period_label(observe(store, nights).period[0]) == "Dec 2025"

"""Housing: what is summed, what is divided, and what is left out."""

import pytest

from tests.observations import observe
from tests.queries.places import REGION

GM = ["E47000001"]


def test_a_combined_authority_gains_the_homes_its_districts_gain(given, indicators):
    store = given(
        **REGION,
        net_additional_dwellings="""
        area_code | series                   | period     | value | status
        E08000001 | Net additional dwellings | 2022-04-01 | 500   |
        E08000006 | Net additional dwellings | 2022-04-01 | -20   |
        E09000001 | Net additional dwellings | 2022-04-01 | 7     |
    """,
    )
    found = observe(store, indicators["housing/net_additional_dwellings"], GM)
    assert (found.value.tolist(), found.status.tolist()) == ([480.0], ["derived"])


@pytest.mark.parametrize("salford", ["", "E08000006 | Net additional dwellings | 2022-04-01 |  | x"])
def test_a_sum_lacking_a_district_is_no_sum(given, indicators, salford):
    store = given(
        **REGION,
        net_additional_dwellings=f"""
        area_code | series                   | period     | value | status
        E08000001 | Net additional dwellings | 2022-04-01 | 500   |
        E08000006 | Net additional dwellings | 2021-04-01 | 100   |
        {salford or "E09000001 | Net additional dwellings | 2022-04-01 | 7 |"}
    """,
    )
    assert observe(store, indicators["housing/net_additional_dwellings"], GM).empty


def test_a_published_figure_is_preferred_to_a_sum(given, indicators):
    store = given(
        **REGION,
        net_additional_dwellings="""
        area_code | series                   | period     | value | status
        E08000001 | Net additional dwellings | 2022-04-01 | 500   |
        E08000006 | Net additional dwellings | 2022-04-01 | 100   |
        E47000001 | Net additional dwellings | 2022-04-01 | 605   | p
    """,
    )
    found = observe(store, indicators["housing/net_additional_dwellings"], GM)
    assert (found.value.tolist(), found.status.tolist()) == ([605.0], ["p"])


def test_the_rate_of_a_combined_authority_comes_from_counts_and_is_no_average_of_rates(given, indicators):
    store = given(
        **REGION,
        net_additions_to_the_housing_stock="""
            area_code | series                                       | period     | value | status
            E08000001 | Net additions to the housing stock (England) | 2022-04-01 | 1     |
            E08000006 | Net additions to the housing stock (England) | 2022-04-01 | 30    |
        """,
        net_additional_dwellings="""
            area_code | series                   | period     | value
            E08000001 | Net additional dwellings | 2022-04-01 | 90
            E08000006 | Net additional dwellings | 2022-04-01 | 310
        """,
        vacant_homes="""
            area_code | series         | period     | value
            E08000001 | Dwellings      | 2022-10-01 | 90000
            E08000006 | Dwellings      | 2022-10-01 | 10000
            E08000006 | Dwellings      | 2021-10-01 | 1
            E08000006 | All vacant homes | 2022-10-01 | 1
        """,
    )
    found = observe(store, indicators["housing/net_additions_rate"], [*GM, "E08000006"])
    assert found.value.tolist() == [4.0, 30.0]  # 400 homes on 100,000; the mean of 1 and 30 would be 15.5
    assert found.status.tolist() == ["derived", ""]
    assert found.numerator.iloc[0] == 400
    assert found.numerator.isna().iloc[1]  # the published rate is rounded: no count belongs to it


def test_a_year_without_a_published_rate_is_made_from_its_counts(given, indicators):
    """Two districts merged and have no published rate: the region's sum does not wait for one."""
    store = given(
        **REGION,
        net_additions_to_the_housing_stock="""
            area_code | series                                       | period     | value | status
            E08000001 | Net additions to the housing stock (England) | 2023-04-01 | 1     |
        """,
        net_additional_dwellings="""
            area_code | series                   | period     | value
            E08000001 | Net additional dwellings | 2023-04-01 | 90
            E08000006 | Net additional dwellings | 2023-04-01 | 310
            E09000001 | Net additional dwellings | 2023-04-01 | 1
        """,
        vacant_homes="""
            area_code | series    | period     | value
            E08000001 | Dwellings | 2023-10-01 | 90000
            E08000006 | Dwellings | 2023-10-01 | 10000
        """,
    )
    found = observe(store, indicators["housing/net_additions_rate"]).set_index("area_code")
    assert found.value.to_dict() == {"E08000001": 1.0, "E08000006": 31.0, "E47000001": 4.0}
    assert found.status.to_dict() == {"E08000001": "", "E08000006": "derived", "E47000001": "derived"}


def test_long_term_vacant_homes_are_a_share_of_the_homes_of_the_same_year(given, indicators):
    store = given(
        **REGION,
        vacant_homes="""
        area_code | series                 | period     | value | status
        E08000001 | Long-term vacant homes | 2024-10-01 | 300   |
        E08000001 | Dwellings              | 2024-10-01 | 10000 |
        E08000001 | Dwellings              | 2023-10-01 | 1     |
        E08000006 | Long-term vacant homes | 2024-10-01 | 100   |
        E08000006 | Dwellings              | 2024-10-01 | 30000 |
        E09000001 | Long-term vacant homes | 2024-10-01 | 5     |
        E09000001 | Dwellings              | 2024-10-01 | 0     |
    """,
    )
    found = observe(store, indicators["housing/long_term_vacant"], ["E08000001", *GM, "E09000001"])
    assert found.value.tolist()[:2] == [3.0, 1.0]  # 400 of 40,000; the mean of 3 and 0.33 would be 1.67
    assert found.status.tolist() == ["", "derived", "x"]
    assert found.value.isna().iloc[2]  # no stock, no share


AFFORDABLE = """
    area_code | series          | period     | value | status
    E08000001 | Social Rent     | 2022-04-01 | 40    |
    E08000001 | Affordable Rent | 2022-04-01 | 60    |
    E08000006 | Affordable Rent | 2022-04-01 | 11    |
    E08000006 | Social Rent     | 2023-04-01 |       | c
    E08000006 | Affordable Rent | 2023-04-01 | 9     |
"""


def test_affordable_homes_are_every_tenure_and_no_row_means_none(given, indicators):
    store = given(**REGION, affordable_homes_by_tenure=AFFORDABLE)
    found = observe(store, indicators["housing/affordable_completions"], ["E08000001", *GM])
    assert found.value.tolist() == [100.0, 0.0, 111.0]
    assert found.status.tolist() == ["", "", "derived"]  # Salford's 2023/24 is unknown, so the region's is


def test_a_hidden_tenure_hides_the_total(given, indicators):
    store = given(**REGION, affordable_homes_by_tenure=AFFORDABLE)
    found = observe(store, indicators["housing/affordable_completions"], ["E08000006"])
    assert found.value.isna().tolist() == [False, True]
    assert found.status.tolist() == ["", "x"]


def test_social_rent_counts_no_other_tenure(given, indicators):
    store = given(**REGION, affordable_homes_by_tenure=AFFORDABLE)
    found = observe(store, indicators["housing/social_rent_completions"], ["E08000001", "E08000006", *GM])
    assert found.value.tolist()[:2] == [40.0, 0.0]
    assert found[found.area_code == "E08000006"].value.tolist()[0] == 0.0
    assert found[found.area_code == GM[0]].value.tolist() == [40.0]


def test_only_rolling_years_that_are_calendar_years_are_kept(given, indicators):
    store = given(
        median_house_prices="""
        area_code | series             | period     | duration | value  | status
        E08000001 | Median house price | 2022-01-01 | P1Y      | 180000 |
        E08000001 | Median house price | 2022-04-01 | P1Y      | 182000 |
        E08000001 | Median house price | 2023-01-01 | P1Y      | 185000 |
    """
    )
    found = observe(store, indicators["housing/median_price"], ["E08000001"])
    assert found.value.tolist() == [180000, 185000]


def test_no_ratio_of_a_combined_authority_is_made_from_those_of_its_districts(given, indicators):
    store = given(
        **REGION,
        housing_affordability_ratio="""
        area_code | series                                        | period     | value | status
        E08000001 | Housing affordability ratio (residence-based) | 2025-04-01 | 5.9   |
        E08000006 | Housing affordability ratio (residence-based) | 2025-04-01 | 6.1   |
    """,
    )
    assert observe(store, indicators["housing/affordability_ratio"], GM).empty

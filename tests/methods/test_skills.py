import numpy as np
import pytest

from dashboard.methods.skills import (
    adverts,
    location_quotient,
    shares_of_openings,
    shares_of_people,
    supply_and_demand,
    total_requirement,
    whole,
)
from tests.methods.references import reference_table


def test_the_constructed_example_is_recomputed():
    given = reference_table("skills/constructed_input.csv")
    expected = reference_table("skills/constructed_expected.csv")
    ads = adverts(given.adverts_city, given.employed_city, given.adverts_england, given.employed_england)
    flow = supply_and_demand(
        given.employed_city,
        given.projected_growth_jobs_pa,
        given.replacement_rate,
        given.achievers_city,
        given.into_related_job_rate,
    )
    got = {
        "advert_rate_city": ads.rate_here,
        "advert_rate_england": ads.rate_national,
        "advert_LQ": ads.advert_quotient,
        "tightness_ratio": ads.tightness,
        "employment_LQ": ads.employment_quotient,
        "annual_demand": flow.demand,
        "annual_supply": flow.supply,
        "gap": flow.gap,
        "supply_share": flow.covered,
    }
    assert set(got) == set(expected.columns) - {"soc2020_2"}
    for name, values in got.items():
        np.testing.assert_allclose(values, expected[name], atol=1e-6, err_msg=name)


def test_adverts_of_two_occupations_by_hand():
    """30 adverts for 600 people here, 200 for 8,000 there: 5 per cent against 2.5; then 10 for 400, 600 for
    8,000. Of the adverts here 30 in 40 are for the first, of those there 200 in 800."""
    got = adverts([30, 10], [600, 400], [200, 600], [8000, 8000])
    np.testing.assert_allclose(got.rate_here, [5, 2.5])
    np.testing.assert_allclose(got.rate_national, [2.5, 7.5])
    np.testing.assert_allclose(got.tightness, [2, 1 / 3])
    np.testing.assert_allclose(got.advert_quotient, [0.75 / 0.25, 0.25 / 0.75])
    np.testing.assert_allclose(got.employment_quotient, [0.6 / 0.5, 0.4 / 0.5])


def test_where_nobody_works_and_where_a_figure_is_missing_there_is_no_rate():
    got = adverts([30, np.nan, 10], [0, 400, 500], [200, 600, 200], [8000, 8000, 4000])
    np.testing.assert_allclose(got.rate_here, [np.nan, np.nan, 2])
    np.testing.assert_allclose(got.advert_quotient, [0.75 / 0.2, np.nan, 0.25 / 0.2])


def test_one_occupation_by_hand():
    # 100 new jobs and 3% of 1,000 leave: 130 needed; half of 200 achievers come: 100.
    got = supply_and_demand([1000], [100], [0.03], [200], [0.5])
    assert (got.demand[0], got.supply[0], got.gap[0]) == (130, 100, 30)
    assert got.covered[0] == pytest.approx(100 / 130)


def test_no_demand_has_no_share_covered():
    assert np.isnan(supply_and_demand([1000], [-100], [0.03], [200], [0.5]).covered[0])
    got = supply_and_demand([1000], [-30], [0.03], [200], [0.5])
    assert (got.demand[0], got.gap[0]) == (0, -100)
    assert supply_and_demand([0], [0.5], [0.03], [200], [0.5]).covered[0] == 200  # half a job is demand
    assert np.isnan(got.covered[0])


def test_nobody_may_leave_and_everybody_may_stay():
    got = supply_and_demand([1000, 1000], [10, 10], [0, 1], [200, 200], [1, 0])
    assert got.demand.tolist() == [10, 1010]
    assert got.supply.tolist() == [200, 0]
    assert got.covered.tolist() == [20, 0]


def test_a_quotient_of_one_is_the_national_weight():
    np.testing.assert_allclose(location_quotient([10, 30], [100, 300]), [1, 1])
    np.testing.assert_allclose(location_quotient([20, 20], [100, 300]), [2, 2 / 3])
    assert np.isnan(location_quotient([20, 20], [0, 300])[0])


def test_jobs_to_fill_are_growth_and_leavers():
    assert total_requirement([-20, 5], [100, 50]).tolist() == [80, 55]


def test_a_share_of_openings_is_of_those_that_are_positive():
    found = shares_of_openings({"Level 2": -10, "Level 3": 30, "Level 4+": 70})
    assert found == {"Level 2": None, "Level 3": 30, "Level 4+": 70}
    assert shares_of_openings({"Level 2": 0, "Level 3": 4}) == {"Level 2": 0, "Level 3": 100}


def test_shares_of_people_are_of_all_of_them():
    assert shares_of_people({"Level 3": 1, "Level 4+": 3}) == {"Level 3": 25, "Level 4+": 75}
    assert shares_of_people({"Level 3": 1, "Level 4+": 0}) == {"Level 3": 100, "Level 4+": 0}  # one person


def test_a_sum_of_counts_needs_all_of_them():
    assert whole([2, 3, 0]) == 5
    assert whole([2, None, 3]) is None
    assert whole([]) == 0


def test_what_rests_on_a_hidden_cell_has_no_share():
    assert shares_of_openings({"Level 3": None, "Level 4+": 70}) == {"Level 3": None, "Level 4+": None}
    assert shares_of_people({"Level 3": None, "Level 4+": 70}) == {"Level 3": None, "Level 4+": None}


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: adverts([1], [1, 2], [1], [1]), "different numbers of occupations"),
        (lambda: location_quotient([-1], [1]), "below zero"),
        (lambda: supply_and_demand([1], [1], [1.5], [1], [0.5]), "divide a percentage by 100"),
        (lambda: supply_and_demand([1], [1], [0.5], [1], [-0.1]), "divide a percentage by 100"),
        (lambda: supply_and_demand([1, 1], [1], [0.5], [1], [0.5]), "different numbers of occupations"),
        (lambda: total_requirement([1], [-1]), "below zero"),
        (lambda: shares_of_openings({"Level 3": -1}), "no level has openings"),
        (lambda: shares_of_openings({"Level 3": 0}), "no level has openings"),
        (lambda: shares_of_people({"Level 3": 0}), "nobody is counted"),
        (lambda: shares_of_people({"Level 3": -1}), "below zero"),
    ],
)
def test_counts_that_make_no_sense_are_refused(call, sentence):
    with pytest.raises(ValueError, match=sentence):
        call()

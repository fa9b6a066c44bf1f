"""What a sum over several years is worth today, by hand and by the Green Book's rates."""

import pytest

from dashboard.methods.evaluation.value import present_value, with_optimism


def test_a_pound_in_a_year_is_worth_less_today_by_three_and_a_half_per_cent():
    assert present_value(103.5, 1) == pytest.approx(100)
    assert present_value(101.5, 1, health=True) == pytest.approx(100)


def test_each_year_is_discounted_once_more_than_the_one_before():
    assert present_value(100, 3) == pytest.approx(100 / 1.035 + 100 / 1.035**2 + 100 / 1.035**3)


@pytest.mark.parametrize(("years", "factor"), [(10, 8.3166), (30, 18.392)])
def test_the_annuity_factors_at_three_and_a_half_per_cent_are_the_tables(years, factor):
    assert present_value(1, years) == pytest.approx(factor, abs=0.0001)


@pytest.mark.parametrize("years", [0, -1, 31])
def test_no_year_and_more_than_thirty_are_refused(years):
    with pytest.raises(ValueError, match=f"{years} years; give 1 to 30"):
        present_value(1, years)


def test_optimism_adds_so_many_per_cent_of_the_cost():
    assert with_optimism(200, 15) == pytest.approx(230)
    assert with_optimism(200, 0) == 200

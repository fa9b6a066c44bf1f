import numpy as np
import pytest

from dashboard.methods.change.seasonal import on_year_before, stl_adjusted


def test_each_quarter_is_held_against_the_same_quarter_a_year_before():
    adjusted = on_year_before([100, 200, 50, 80, 110, 190, 50, np.nan], "quarter")
    assert adjusted.values[:3] == pytest.approx((10, -5, 0))
    assert np.isnan(adjusted.values[3])
    assert (adjusted.start, adjusted.unit) == (4, "percent")


def test_a_plain_difference_keeps_the_unit():
    adjusted = on_year_before([1, 2, 3, 5], "term", percent=False)
    assert (adjusted.values, adjusted.unit) == ((4.0,), "same")


def test_a_change_from_zero_has_no_percentage():
    assert np.isnan(on_year_before([0, 1, 1, 4], "term").values[0])


def test_stl_takes_the_season_out_and_leaves_the_trend():
    months = np.arange(72)
    adjusted = stl_adjusted(months + 40 * np.sin(months / 6 * np.pi), "month")
    assert np.abs(np.array(adjusted.values) - months).max() < 2
    assert (adjusted.start, adjusted.unit, len(adjusted.values)) == (0, "same", 72)


def test_two_whole_years_are_enough_for_a_season_and_a_year_and_one_to_hold_it_to_the_year_before():
    quarters = [10.0, 20, 30, 40, 10, 20, 30, 40]
    assert stl_adjusted(quarters, "quarter").values == pytest.approx([25] * 8)
    assert on_year_before([1, 2, 3, 2], "term").values == (100.0,)
    assert (
        on_year_before([4, 2, 3, 3], "term").method
        == "each term is compared with the same term a year before"
    )


def test_the_year_before_may_be_below_nothing_and_then_has_no_percentage():
    assert np.isnan(on_year_before([-2, 1, 1, 4], "term").values[0])
    assert on_year_before([-2, 1, 1, 4], "term", percent=False).values == (6.0,)


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: on_year_before([1] * 12, "month"), "13 are needed"),
        (lambda: on_year_before([1] * 12, "calendar year"), "has no season"),
        (lambda: stl_adjusted([1] * 23, "month"), "24 are needed"),
        (lambda: stl_adjusted([1] * 30 + [np.nan], "month"), "a period is missing"),
    ],
)
def test_too_short_or_broken_series_are_refused(call, sentence):
    with pytest.raises(ValueError, match=sentence):
        call()

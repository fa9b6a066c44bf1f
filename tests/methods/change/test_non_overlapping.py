import pytest

from dashboard.methods.change.non_overlapping import compare_non_overlapping

NAN = float("nan")


def around(values, half=1.0):
    return values, [value - half for value in values], [value + half for value in values]


def test_the_newest_is_held_against_the_newest_that_shares_no_year():
    """Three-year figures of 2011-13 to 2017-19: 2017-19 shares no year with 2014-16, and one with 2015-17."""
    found = compare_non_overlapping(*around([60, 61, 62, 63, 62, 61, 60]), 3, better="higher")
    assert (found.before, found.lately.value, found.lately.verdict) == (3, -3, "worse")
    assert (found.first, found.overall.value, found.overall.verdict) == (0, 0, "similar")


def test_a_fall_that_their_margins_explain_is_none():
    assert (
        compare_non_overlapping(*around([60, 60, 60, 59], 2.0), 3, better="higher").lately.verdict
        == "similar"
    )


def test_the_interval_is_that_of_the_difference_not_whether_the_two_overlap():
    """59 to 61 and 57.4 to 59.4 overlap; 1.6 apart with 1.41 either side is clear."""
    assert compare_non_overlapping(*around([60, 60, 60, 58.4]), 3, better="higher").lately.verdict == "worse"


def test_periods_that_all_share_years_and_missing_ones_are_not_compared():
    assert compare_non_overlapping(*around([60, 61, 62]), 3, better="higher") is None
    assert compare_non_overlapping(*around([60, 61, 62, NAN]), 3, better="higher") is None
    assert compare_non_overlapping(*around([60, NAN, 61, 62, 63]), 3, better="higher").before == 0


def test_a_period_without_length_is_refused():
    with pytest.raises(ValueError, match="0 years"):
        compare_non_overlapping([1], [1], [1], 0, better="higher")


def test_each_figure_has_both_limits():
    with pytest.raises(ValueError, match="zip"):
        compare_non_overlapping([1, 2, 3, 4], [0, 1, 2, 3], [2, 3, 4], 3, better="higher")

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.methods.gamma_quantile import gamma_quantile
from dashboard.methods.intervals import exact_poisson, limits_998, normal, rate_limits, wilson
from tests.methods.references import reference_table

COUNTS = ["Numerator", "Denominator"]
LIMITS = [("lower_95_ci", "upper_95_ci", 0.95), ("lower_99_8_ci", "upper_99_8_ci", 0.998)]


def test_five_in_a_hundred():
    assert wilson(5, 100, per=100) == pytest.approx((2.154367915436798, 11.17504692319191), rel=1e-10)
    assert rate_limits(5, 100, per=100) == pytest.approx((1.62348639011842, 11.668332079322669), rel=1e-10)
    assert rate_limits(20, 100, per=100) == pytest.approx((12.211428834875937, 30.889880369197066), rel=1e-10)


@pytest.mark.parametrize(("lower", "upper", "confidence"), LIMITS)
def test_wilson_agrees_with_ohids_test_data(lower, upper, confidence):
    for per, table in reference_table("intervals/phe_proportions_wilson.csv").groupby("multiplier"):
        low, high = wilson(table.Numerator, table.Denominator, confidence=confidence, per=per)
        np.testing.assert_allclose(low, table[lower], rtol=1e-10)
        np.testing.assert_allclose(high, table[upper], rtol=1e-10)


@pytest.mark.parametrize(("lower", "upper", "confidence"), LIMITS)
def test_byar_and_exact_agree_with_ohids_test_data(lower, upper, confidence):
    for per, table in reference_table("intervals/phe_rates_byar_exact.csv").groupby("Multiplier"):
        low, high = rate_limits(table.Numerator, table.Denominator, confidence=confidence, per=per)
        np.testing.assert_allclose(low, table[lower], rtol=1e-10)
        np.testing.assert_allclose(high, table[upper], rtol=1e-10)


def test_nobody_and_everybody_have_limits_inside_the_scale():
    low, high = wilson([0, 10], [10, 10], per=100)
    assert low[0] == 0
    assert high[1] == 100
    assert 0 < high[0] < 50 < low[1] < 100


def test_no_event_has_a_lower_limit_of_zero():
    assert exact_poisson(0) == pytest.approx((0, 3.688879454), rel=1e-9)


@pytest.mark.parametrize("tail", [0.001, 0.025])
def test_the_exact_limits_of_few_events_are_the_library_s(tail):
    from scipy import special

    counts = np.array([0.4, 1, 2.5, 9, 9.9])
    low, high = exact_poisson(counts, confidence=round(1 - 2 * tail, 3))
    np.testing.assert_allclose(low, special.gammaincinv(counts, tail), rtol=1e-9)
    np.testing.assert_allclose(high, special.gammaincinv(counts + 1, 1 - tail), rtol=1e-12)


def test_quantiles_of_the_gamma_distribution_keep_their_shape_and_places():
    """Of shape 1 the distribution is the exponential one: -ln(1 - p). The middle of shape 2 is 1.678347."""
    found = gamma_quantile(np.array([[1.0, 2.0], [np.nan, 1.0]]), 0.5)
    np.testing.assert_allclose(found, [[np.log(2), 1.678347], [np.nan, np.log(2)]], rtol=1e-6)
    for share in (1e-9, 0.3, 0.999):
        assert gamma_quantile(np.array([1.0]), share)[0] == pytest.approx(-np.log1p(-share), rel=1e-9)
    assert gamma_quantile(np.array([12.0]), 0.999)[0] == pytest.approx(25.589299, rel=1e-6)


def test_limits_load_no_library_of_29_megabytes():
    code = (
        "import sys, dashboard.methods.intervals as i; i.rate_limits(3, 9); sys.exit('scipy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_a_missing_count_has_no_limits():
    assert np.isnan(wilson(np.nan, 10)).all()
    assert np.isnan(rate_limits(3, np.nan)).all()


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: wilson(11, 10), "more cases than its base"),
        (lambda: wilson(-1, 10), "below zero"),
        (lambda: rate_limits(1, 0), "a base is zero"),
        (lambda: exact_poisson(10), "fewer than 10 events"),
        (lambda: wilson(1, 10, confidence=0.9), "say 0.95 or 0.998"),
    ],
)
def test_impossible_counts_are_refused(call, sentence):
    with pytest.raises(ValueError, match=sentence):
        call()


@given(st.integers(0, 500), st.integers(1, 500))
def test_limits_hold_the_share_and_the_wider_hold_the_narrower(cases, more):
    low, high = wilson(cases, cases + more)
    low998, high998 = wilson(cases, cases + more, confidence=0.998)
    share = cases / (cases + more)
    assert 0 <= low998 <= low <= share + 1e-12
    assert share <= high + 1e-12 <= high998 + 2e-12 <= 1 + 2e-12


def test_limits_of_published_limits_are_1_58_times_as_far_on_each_side():
    """3.0902 standard errors for 1.9600: the lower one lies 2 below the figure, the upper one 3 above."""
    times = 3.090232 / 1.959964
    assert limits_998(10, 8, 13) == pytest.approx((10 - 2 * times, 10 + 3 * times))
    assert limits_998(10, 10, 10) == (10, 10)


@pytest.mark.parametrize(("confidence", "errors"), [(0.95, 1.959964), (0.998, 3.090232), (0.5, 0.674490)])
def test_so_many_standard_errors_hold_that_share_of_a_normal_curve(confidence, errors):
    assert normal(confidence) == pytest.approx(errors)


def test_wilson_by_hand():
    """2 of 4, with z squared 3.84146: (0.5 + 3.84146 / 8 +- z x root of (0.5 x 0.5 / 4 + 3.84146 / 64)), over
    1 + 3.84146 / 4."""
    low, high = wilson([2, 0, 4], [4, 4, 4], per=100)
    squared = 1.959963985**2
    root, scale = (squared * (0.0625 + squared / 64)) ** 0.5, 100 / (1 + squared / 4)
    assert low[0] == pytest.approx((0.5 + squared / 8 - root) * scale)
    assert high[0] == pytest.approx((0.5 + squared / 8 + root) * scale)
    assert (low[1], high[1]) == pytest.approx((0, squared / 4 * scale))
    assert (low[2], high[2]) == pytest.approx((100 - high[1], 100))


def test_from_ten_cases_byar_s_limits_are_taken_and_below_exact_ones():
    """Ten of 1,000: 10 (1 - 1/90 - 1.96 / (3 root 10)) cubed, 11 (1 - 1/99 + 1.96 / (3 root 11)) cubed."""
    low, high = rate_limits([10, 9, 0], 1000, per=1000)
    assert low[0] == pytest.approx(10 * (1 - 1 / 90 - 1.959964 / (3 * 10**0.5)) ** 3)
    assert high[0] == pytest.approx(11 * (1 - 1 / 99 + 1.959964 / (3 * 11**0.5)) ** 3)
    assert (low[1], high[1]) == pytest.approx(
        (4.115373, 17.084803), rel=1e-6
    )  # chi-square of 18 and 20, halved
    assert (low[2], high[2]) == pytest.approx((0, 3.688879), rel=1e-6)


def test_a_missing_count_among_others_leaves_them_theirs():
    low, high = rate_limits([np.nan, 3, 12], [10, np.nan, 10], per=10)
    assert np.isnan(low).tolist() == np.isnan(high).tolist() == [True, True, False]
    low, high = wilson([np.nan, 3], [10, 10])
    assert np.isnan(low).tolist() == np.isnan(high).tolist() == [True, False]
    assert np.isnan(exact_poisson([np.nan, 3])[0]).tolist() == [True, False]


def test_as_many_cases_as_the_base_are_a_proportion_and_more_events_than_people_a_rate():
    assert wilson(10, 10)[1] == 1
    assert rate_limits(30, 10, per=1)[0] > 1
    with pytest.raises(ValueError, match="a base is zero"):
        wilson(0, -1)
    with pytest.raises(ValueError, match="limits of 0"):
        exact_poisson(1, confidence=0.99)
    assert exact_poisson(9.9)[1] > 9.9

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.methods.intervals import exact_poisson, rate_limits, wilson
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

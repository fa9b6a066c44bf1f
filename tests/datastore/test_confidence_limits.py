"""Limits that nobody published are worked out from counts, where these are of every case."""

from dataclasses import replace
from datetime import date
from math import hypot, sqrt

import pytest

from dashboard.datastore.confidence_limits import with_limits_998
from dashboard.datastore.observations import load
from dashboard.methods.intervals import rate_limits, wilson

SQL = "SELECT area_code, period, value, lower, upper, numerator, denominator FROM shares"
SHARES = """
    area_code | period     | value | lower | upper | numerator | denominator
    E08000001 | 2023-01-01 | 93.0  |       |       | 1395      | 1500
    E08000002 | 2023-01-01 | 93.0  | 90.0  | 95.0  | 1395      | 1500
    E08000003 | 2023-01-01 | 90.0  |       |       | 18        | 20
    E08000004 | 2023-01-01 | 90.0  |       |       |           | 1500
"""
REGISTER = """
    dataset | title  | counts | rounding
    shares  | Shares | {}
"""


@pytest.fixture
def limits(given, indicators):
    def limits(said="full |", **changed):
        item = replace(next(iter(indicators.values())), name="share", sql=SQL, statistic="proportion")
        item = replace(item, **changed)
        observations = load(given(shares=SHARES, datasets=REGISTER.format(said)), item)
        found = {code: observations.latest(code) for code in observations.areas()}
        return item, {code[-1]: each for code, each in found.items()}

    return limits


def test_a_share_with_both_counts_has_wilsons_limits_and_needs_no_other_flag(limits):
    _, seen = limits()
    assert (seen["1"].lower, seen["1"].upper) == pytest.approx([*map(float, wilson(1395, 1500, per=100))])


def test_published_limits_stand_and_without_a_count_there_are_none(limits):
    _, seen = limits()
    assert (seen["2"].lower, seen["2"].upper) == (90.0, 95.0)
    assert (seen["4"].lower, seen["4"].upper) == (None, None)


def test_counts_are_full_where_the_register_says_nothing(limits):
    assert limits("|")[1]["1"].lower == limits("full |")[1]["1"].lower is not None


@pytest.mark.parametrize("kind", ["survey", "modelled"])
def test_counts_of_a_sample_or_a_model_give_no_limits(limits, kind):
    assert limits(f"{kind} |")[1]["1"].lower is None


@pytest.mark.parametrize(("said", "blur"), [("rounded | 5", 5 / sqrt(12)), ("perturbed |", 1.0)])
def test_rounding_widens_limits_where_chance_is_under_four_times_as_much(limits, said, blur):
    # Chance moves the count of 1,395 in 1,500 by 9.9 and that of 18 in 20 by 1.3; rounding to 5 by 1.44.
    _, seen = limits(said)
    assert seen["1"].lower == pytest.approx(float(wilson(1395, 1500, per=100)[0]))
    plain = float(wilson(18, 20, per=100)[0])
    assert seen["3"].lower == pytest.approx(90 - hypot(90 - plain, 1.959964 * blur * 100 / 20), abs=1e-4)
    assert seen["3"].upper == 100


def test_the_base_of_a_rate_may_be_modelled_its_cases_may_not(limits):
    assert limits("modelled |", statistic="rate", per=1000)[1]["1"].lower is None
    assert limits("survey |", statistic="rate", per=1000)[1]["1"].lower is None


def test_a_rate_with_counts_has_byars_limits_in_its_own_unit(limits):
    _, seen = limits(statistic="rate", per=1000)
    assert (seen["1"].lower, seen["1"].upper) == pytest.approx(
        [*map(float, rate_limits(1395, 1500, per=1000))]
    )


@pytest.mark.parametrize("statistic", ["estimate", "ratio"])
def test_what_is_neither_share_nor_rate_has_no_limits_from_counts(limits, statistic):
    assert limits(statistic=statistic, per=1000)[1]["1"].lower is None


def test_the_surer_limits_come_from_the_counts_too(limits):
    item, seen = limits()
    wanted = wilson(1395, 1500, per=100, confidence=0.998)
    assert with_limits_998(item, seen["1"]) == pytest.approx([*map(float, wanted)])


def test_the_surer_limits_of_rounded_counts_take_the_rounding_in_as_the_others_do(limits):
    item, seen = limits("rounded | 5")
    plain = float(wilson(18, 20, per=100, confidence=0.998)[0])
    lower, upper = with_limits_998(item, seen["3"])
    assert lower == pytest.approx(90 - hypot(90 - plain, 3.090232 * 5 / sqrt(12) * 100 / 20), abs=1e-4)
    assert upper == 100


def test_surer_limits_of_published_ones_are_wider_on_each_side(limits):
    item, seen = limits()
    assert with_limits_998(item, seen["2"]) == pytest.approx((93 - 3 * 1.5767, 93 + 2 * 1.5767), abs=1e-3)
    assert with_limits_998(item, seen["4"]) == (None, None)


def test_every_share_of_the_built_in_figures_with_counts_has_its_limits(site):
    """But that of people aged 65 and over: mid-year populations are modelled, not counted."""
    without = {
        item.id
        for item in site.indicators.values()
        if item.statistic == "proportion"
        for region in site.geography.regions
        if (latest := site.observations(item).latest(region.code))
        if latest.denominator and latest.lower is None
    }
    assert without == {"people/aged_65_and_over"}


def test_one_year_survival_in_greater_manchester_is_similar_to_englands(site):
    item = site.indicators["employment/business_survival_one_year"]
    observations = site.observations(item)
    latest = observations.at("E47000001", date(2023, 1, 1))
    england = observations.at("E92000001", date(2023, 1, 1))
    assert (latest.numerator, latest.denominator) == (13495, 14510)
    assert latest.lower < england.value < latest.upper

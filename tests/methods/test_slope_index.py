"""The slope and relative index of inequality, on OHID's own test data and on tables checked by hand."""

from math import exp, log

import pytest

from dashboard.methods.slope_index import SlopeIndex, slope_index
from tests.methods.references import reference_table

KINDS = ("number", "rate", "proportion")
EVEN = [100] * 5


def test_a_straight_line_is_found_as_it_is():
    # Five groups of alike size stand at .1, .3, .5, .7 and .9; 10 + 20 x runs from 10 to 30.
    got = slope_index([12, 16, 20, 24, 28], EVEN)
    assert (got.start, got.slope, got.end, got.ratio) == pytest.approx((10, 20, 30, 3))
    assert got.direction is None


def test_a_large_group_pulls_the_line_as_its_people_do():
    alike = slope_index([12, 16, 20, 24, 10], EVEN)
    large = slope_index([12, 16, 20, 24, 10], [100, 100, 100, 100, 400])
    assert large.slope < alike.slope


def test_margins_wider_than_the_slope_leave_a_flat_line_in():
    values = [12, 12.5, 11.8, 12.2, 12.3]
    sure = slope_index(values, EVEN, [v - 0.01 for v in values], [v + 0.01 for v in values])
    unsure = slope_index(values, EVEN, [v - 5 for v in values], [v + 5 for v in values])
    assert (sure.direction, unsure.direction) == (1, 0)


LINE = [0.1, 0.3, 0.5, 0.7, 0.9]  # where the middles of five even groups stand
# Weighed by -1, -0.5, 0, 0.5 and 1, five groups that each err by e make a slope that errs by e x root of 2.5.
SLOPE_ERRS, SURE = 2.5**0.5, 1.959964


@pytest.mark.parametrize(("confidence", "reach"), [(0.95, SURE), (0.98, 2.326348)])
def test_limits_of_five_even_groups_are_those_of_their_slope_s_error(confidence, reach):
    values, half = [10 + 20 * x for x in LINE], 0.02 * SURE
    lower, upper = [v - half for v in values], [v + half for v in values]
    got = slope_index(values, EVEN, lower, upper, confidence=confidence)
    errs = reach * 0.02 * SLOPE_ERRS
    assert got.slope_limits == pytest.approx((20 - errs, 20 + errs), abs=0.001)
    # The ratio is 1 + slope / start, which move against each other: -1, -0.5, 0, 0.5, 1 less twice
    # 0.7, 0.45, 0.2, -0.05 and -0.3, over 10.
    errs = reach * 0.02 * (2.4**2 + 1.4**2 + 0.4**2 + 0.6**2 + 1.6**2) ** 0.5 / 10
    assert got.ratio_limits == pytest.approx((3 - errs, 3 + errs), abs=0.0005)


def test_a_line_that_is_straight_in_logarithms_is_bent_back_into_the_unit():
    # Rates of e^(1 + 2x) run from e to e^3.
    got = slope_index([exp(1 + 2 * x) for x in LINE], EVEN, kind="rate", bent=True)
    assert (got.start, got.end, got.ratio) == pytest.approx((exp(1), exp(3), exp(2)))
    assert got.slope == pytest.approx(exp(3) - exp(1))


def test_limits_of_a_bent_line_turn_round_its_middle():
    """On the logs the slope of 2 errs by 0.01 x root of 2.5; the line's middle, e^2, stays where it is."""
    values, factor = [exp(1 + 2 * x) for x in LINE], exp(0.01 * SURE)
    lower, upper = [v / factor for v in values], [v * factor for v in values]
    got = slope_index(values, EVEN, lower, upper, kind="rate", bent=True)
    steep = [2 + way * SURE * 0.01 * SLOPE_ERRS for way in (-1, 1)]
    assert [log(ratio) for ratio in got.ratio_limits] == pytest.approx(steep, abs=0.0005)
    assert [*got.slope_limits] == pytest.approx([exp(2 + s / 2) - exp(2 - s / 2) for s in steep], abs=0.01)


def test_proportions_are_bent_by_their_odds():
    # Odds of e^(-1 + 2x): 1 / e at one end and e at the other, shares of 1 / (1 + e) and e / (1 + e).
    odds = [exp(-1 + 2 * x) for x in LINE]
    got = slope_index([each / (1 + each) for each in odds], EVEN, kind="proportion", bent=True)
    assert (got.start, got.end) == pytest.approx((1 / (1 + exp(1)), exp(1) / (1 + exp(1))))
    assert got.ratio == pytest.approx(exp(1))


def test_groups_known_exactly_leave_the_line_no_room_on_any_scale():
    values = [0.1, 0.2, 0.3, 0.4, 0.5]  # 0.05 + 0.5 x
    for kind in KINDS:
        got = slope_index(values, EVEN, values, values, kind=kind, draws=10)
        assert [*got.slope_limits, got.slope] == pytest.approx([0.5] * 3), kind
        assert [*got.ratio_limits, got.ratio] == pytest.approx([11] * 3), kind
        assert got.direction == 1


@pytest.mark.parametrize(
    ("limits", "direction"),
    [((1, 3), 1), ((-3, -1), -1), ((-1, 3), 0), ((0, 3), 0), ((-3, 0), 0), (None, None)],
)
def test_a_slope_has_a_direction_where_its_limits_leave_a_flat_line_out(limits, direction):
    assert SlopeIndex(1, 2, 3, limits).direction == direction


def test_without_every_margin_there_are_no_limits():
    values = [12, 16, 20, 24, 28]
    for lower, upper in ((values, None), (None, values), (values, [*values[:4], float("nan")])):
        got = slope_index(values, EVEN, lower, upper)
        assert (got.slope_limits, got.ratio_limits, got.direction) == (None, None, None)


def test_people_weigh_the_line_and_place_the_middles_of_the_groups():
    """Of 600 people the first group's 200 stand at 1/6, the rest at 5/12, 7/12, 3/4 and 11/12: on 3 + 6x."""
    people, middles = [200, 100, 100, 100, 100], [1 / 6, 5 / 12, 7 / 12, 3 / 4, 11 / 12]
    got = slope_index([3 + 6 * x for x in middles], people)
    assert (got.start, got.slope) == pytest.approx((3, 6))


@pytest.mark.parametrize(
    ("values", "people", "kind", "said"),
    [
        ([1, 2, 3, 4], [1] * 4, "number", "4 groups"),
        ([1] * 101, [1] * 101, "number", "101 groups"),
        ([1, 2, 3, 4, float("nan")], EVEN, "number", "its figure"),
        ([1, 2, 3, 4, 5], [1, 1, 1, 1, -200], "number", "its people"),
        ([1, 2, 3, 4, 5], [1, 1, 1, 1, 0], "number", "its people"),
        ([1, 2, 3, 4, 0], EVEN, "rate", "above 0"),
        ([0.1, 0.2, 0.3, 0.4, 1.0], EVEN, "proportion", "between 0 and 1"),
        ([0.1, 0.2, 0.3, 0.4, 0.0], EVEN, "proportion", "between 0 and 1"),
        ([1, 2, 3, 4, 5], EVEN, "share", "kind is one of"),
    ],
)
def test_what_no_line_can_be_drawn_through_is_refused(values, people, kind, said):
    with pytest.raises(ValueError, match=said):
        slope_index(values, people, kind=kind)


def test_a_hundred_groups_may_be_drawn_through():
    got = slope_index([(at + 0.5) / 100 for at in range(100)], [1] * 100)
    assert (got.start, got.slope) == pytest.approx((0, 1), abs=1e-12)


@pytest.mark.full
def test_slope_and_ratio_are_those_that_ohid_published():
    compared = 0
    for case, rows in _published():
        got = _index(case, rows)
        first = rows.iloc[0]
        times = first["sii"] / got.slope if "multiplier" in case else 1  # told in per cent there
        assert abs(round(times)) in (1, 100)
        assert got.slope * round(times) == pytest.approx(first["sii"], abs=1e-6), case
        if first["rii"] == first["rii"]:
            assert got.ratio == pytest.approx(first["rii"], abs=1e-6), case
        if first["Intercept"] == first["Intercept"]:
            assert got.start == pytest.approx(first["Intercept"], abs=1e-6), case
        compared += 1
    assert compared >= 18


@pytest.mark.full
def test_limits_are_those_that_ohid_simulated():
    for case, rows in _published():
        first, times = rows.iloc[0], 100 if "multiplier" in case else 1
        got = _index(case, rows, 0.98 if "98% CI" in case else 0.95)
        told = [first["sii_lowercl_1"], first["sii_uppercl_1"]]
        assert [end * times for end in got.slope_limits] == pytest.approx(told, abs=0.05), case
        if first["rii"] == first["rii"]:
            told = [first["rii_lowercl_1"], first["rii_uppercl_1"]]
            assert [*got.ratio_limits] == pytest.approx(told, abs=0.05), case


def test_two_levels_of_sureness_are_those_that_ohid_simulated():
    both = [
        (case, rows)
        for case, rows in _published()
        if rows.iloc[0]["sii_lowercl_2"] == rows.iloc[0]["sii_lowercl_2"]
    ]
    for case, rows in both:
        got = _index(case, rows, 0.98)
        told = [*rows.iloc[0][["sii_lowercl_2", "sii_uppercl_2"]]]
        assert [*got.slope_limits] == pytest.approx(told, abs=0.05), case
    assert both


def _published():
    table = reference_table("inequality/phe_sii_some.csv")
    for (case, _), rows in table.groupby(["TestDescription", "Area"], sort=False):
        if rows["sii"].notna().any():
            yield case, rows


def _index(case: str, rows, confidence: float = 0.95):
    columns = ("Value", "Population", "LowerCL", "UpperCL")
    return slope_index(
        *(rows[name].tolist() for name in columns),
        kind=KINDS[rows["ValueType"].iloc[0]],
        bent="transform" in case,
        confidence=confidence,
    )


def test_limits_are_the_same_whenever_they_are_drawn():
    values = [12, 12.5, 11.8, 12.2, 12.3]
    table = values, EVEN, [v - 5 for v in values], [v + 5 for v in values]
    assert slope_index(*table) == slope_index(*table)

"""The slope and relative index of inequality, on OHID's own test data and on tables checked by hand."""

import pytest

from dashboard.methods.slope_index import slope_index
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


@pytest.mark.parametrize(
    ("values", "people", "kind", "said"),
    [
        ([1, 2, 3, 4], [1] * 4, "number", "4 groups"),
        ([1, 2, 3, 4, float("nan")], EVEN, "number", "its figure"),
        ([1, 2, 3, 4, 5], [1, 1, 1, 1, -200], "number", "its people"),
        ([1, 2, 3, 4, 0], EVEN, "rate", "above 0"),
        ([0.1, 0.2, 0.3, 0.4, 1.2], EVEN, "proportion", "between 0 and 1"),
        ([1, 2, 3, 4, 5], EVEN, "share", "kind is one of"),
    ],
)
def test_what_no_line_can_be_drawn_through_is_refused(values, people, kind, said):
    with pytest.raises(ValueError, match=said):
        slope_index(values, people, kind=kind)


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

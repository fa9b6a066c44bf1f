"""A figure is rounded as the cell beside it: a half goes away from zero, of the digits that a cell shows."""

import pytest

from dashboard.catalogue.rounding import half_up, rounded_to, written


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (590.5, 0, "591"), (589.5, 0, "590"), (47.15, 1, "47.2"), (18.45, 1, "18.5"), (-0.05, 1, "-0.1"),
        (2.675, 2, "2.68"), (0.1 + 0.2, 1, "0.3"), (1.005, 2, "1.01"), (1e22, 0, "1" + "0" * 22),
    ],
)  # fmt: skip
def test_a_half_is_rounded_as_excel_does(value, decimals, text):
    assert f"{half_up(value, decimals):f}" == text


def test_a_number_in_a_sentence_is_rounded_like_the_figures_beside_it():
    assert [written(12.5), written(1_250.25, 1), written(12_250, -2)] == ["13", "1,250.3", "12,300"]


def test_what_is_not_finite_stays():
    assert rounded_to(float("inf"), 1) == float("inf")

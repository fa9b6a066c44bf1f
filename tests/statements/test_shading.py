"""A cell's shade is stronger the further its figure lies from England's, on either side."""

import pytest

from dashboard.statements.compare_words import compared
from dashboard.statements.shading import shade


@pytest.mark.parametrize(
    ("gap", "shaded"),
    [(1.0, "worse-2"), (0.25, "worse-1"), (0.2, ""), (0.0, ""), (-0.25, "better-1"), (-3.0, "better-2")],
)
def test_the_shade_is_stronger_the_further_a_figure_lies_from_england(gap, shaded):
    assert shade(gap) == shaded


def test_the_distance_is_told_in_spreads_between_places(site):
    # 2023, as published: Bolton 65.6%, Bury 73.2%, England 76.0%; the middle half of districts is 6.7 wide.
    places = [site.geography[code] for code in ("E08000001", "E08000002")]
    line = compared(site, site.indicators["employment/employment_rate"], places)
    assert [line.cells[place.code].shade for place in places] == ["worse-2", "worse-1"]


def test_a_figure_of_which_neither_side_is_better_is_not_shaded(site):
    places = [site.geography[code] for code in ("E08000001", "E08000003")]
    line = compared(site, site.indicators["people/median_age"], places)
    assert {line.cells[place.code].shade for place in places} == {""}

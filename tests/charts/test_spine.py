"""A spine has England in the middle, better to the right, and one unit as long on both sides."""

import re

from dashboard.charts.small.spine import HALF, WIDTH, spine

MIDDLE = WIDTH / 2


def drawn(markup):
    """Where the bar begins and ends, and where the dot is, in units of the reach (-1 worst, 1 best)."""
    x, width = map(float, re.search(r'<rect [^>]*x="([\d.]+)"[^>]*width="([\d.]+)"', markup).groups())
    (dot,) = map(float, re.search(r'cx="([\d.]+)"', markup).groups())
    return [round((at - MIDDLE) / HALF, 2) for at in (x, x + width, dot)]


def test_higher_is_to_the_right_where_higher_is_better():
    assert drawn(spine(60, 50, 40, 70, "higher", "better")) == [-0.5, 1.0, 0.5]


def test_lower_is_to_the_right_where_lower_is_better():
    assert drawn(spine(60, 50, 40, 70, "lower", "worse")) == [-1.0, 0.5, -0.5]


def test_places_that_are_all_alike_stand_in_the_middle():
    assert drawn(spine(50, 50, 50, 50, "higher", "neutral")) == [0, 0, 0]

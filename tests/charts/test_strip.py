"""A strip plot: every place where its figure is, low to the left."""

import re

from dashboard.charts.small.strip import strip


def test_the_lowest_stands_left_the_highest_right_and_england_between_them():
    drawn = strip([2.0, 4.0, 6.0], 5.0)
    assert re.findall(r"M(\d+) 11h0", drawn) == ["7", "160", "313"]
    assert 'd="M236 1v' in drawn  # three quarters of the way


def test_england_beyond_all_places_is_the_end_of_the_line():
    assert re.findall(r"M(\d+) 11h0", strip([0.0, 5.0], 10.0)) == ["7", "160"]


def test_one_figure_for_all_stands_in_the_middle():
    drawn = strip([2.0, 2.0], None)
    assert re.findall(r"M(\d+) 11h0", drawn) == ["160", "160"]
    assert "strip-england" not in drawn

"""What stands at the end of a line is that line's: its name, colour, figure and place. Nothing collides."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.extremes import extremes
from dashboard.charts.line_ends import ends, spread
from dashboard.charts.line_styles import looks
from dashboard.charts.plotly.ends import FOOT, LINE, TOP
from dashboard.charts.plotly.figure import figure
from dashboard.charts.svg.drawing import chart_svg, print_colour
from dashboard.charts.svg.text import LINE as PRINTED_LINE
from tests.charts.charts import chart, line

FIGURES = st.lists(st.floats(0, 100), min_size=1, max_size=7)


def many(values):
    """A line for each value, with names that need one to three lines."""
    names = ("Here", "England", "Cambridgeshire and Peterborough", "There", "Elsewhere", "North East", "Far")
    roles = ("focus", "benchmark", *["other"] * 5)
    return chart(
        *(line(name, [50.0, value], role) for name, value, role in zip(names, values, roles, strict=False))
    )


def on_screen(drawn):
    """(top, bottom, label) of every name at an end, from the top."""
    labels = figure(drawn)["layout"]["meta"]["ends"]
    half = [(LINE * len(label["lines"])) / 2 for label in labels]
    return [(label["middle"] - h, label["middle"] + h, label) for label, h in zip(labels, half, strict=True)]


@given(FIGURES)
def test_on_the_screen_names_do_not_overlap_and_stay_on_the_chart(values):
    drawn = many(values)
    found = on_screen(drawn)
    assert all(upper[1] <= lower[0] + 1 for upper, lower in pairwise(found))
    assert found[0][0] >= -1
    assert found[-1][1] <= figure(drawn)["layout"]["height"] + 1


@given(FIGURES)
def test_on_the_screen_each_name_has_its_lines_colour_figure_and_place(values):
    drawn = many(values)
    styles = {each.name: look.colour for each, look in looks(drawn).items()}
    layout = figure(drawn)["layout"]
    (low, high), height = layout["yaxis"]["range"], layout["height"]
    for each, (_, _, label) in zip(ends(drawn), on_screen(drawn), strict=True):
        share = (each.point.value - low) / (high - low)
        assert " ".join(label["lines"][:-1]) == each.name
        assert label["lines"][-1] == drawn.format(each.line.figures[-1].value)
        assert label["colour"] == styles[each.name]
        assert label["y"] == pytest.approx(height - FOOT - share * (height - TOP - FOOT), abs=0.1)
        assert label["x"] == "2021-01-01"


@given(FIGURES)
def test_on_paper_names_do_not_overlap_and_have_their_lines_colour(values):
    drawn = many(values)
    svg, height = chart_svg(drawn, 240, 120)
    root = ElementTree.fromstring(svg)  # noqa: S314 our own drawing
    words = [text for text in root.findall("{*}text") if text.get("fill") in _colours(drawn)]
    rows = sorted(float(text.get("y")) for text in words)
    assert all(lower - upper >= PRINTED_LINE - 0.2 for upper, lower in pairwise(rows))
    assert rows[-1] <= height
    for name, colour in {each.name: look.colour for each, look in looks(drawn).items()}.items():
        said = " ".join(text.text for text in words if text.get("fill") == print_colour(colour))
        assert said.startswith(name)


def _colours(drawn):
    return {print_colour(look.colour) for look in looks(drawn).values()}


def test_a_line_that_ends_before_the_chart_says_when_and_is_not_drawn_on():
    drawn = chart(line("Here", [1.0, 2.0, 3.0, 4.0]), line("England", [2.0, 2.5], "benchmark"))
    assert [(end.name, end.value) for end in ends(drawn)] == [("Here", "4.0%"), ("England", "2.5% (2021)")]
    (traced,) = [trace for trace in figure(drawn)["data"] if trace["name"] == "England"]
    assert traced["x"][-1] == "2021-01-01"
    root = ElementTree.fromstring(chart_svg(drawn, 240, 120)[0])  # noqa: S314 our own drawing
    lines = [path for path in root.findall("{*}path") if path.get("stroke-linejoin")]
    reach = {path.get("stroke"): float(re.findall(r"[\d.]+", path.get("d"))[-2]) for path in lines}
    assert reach[print_colour("--series-benchmark")] < reach[print_colour("--series-1")] - 50


def test_words_away_from_their_line_are_led_to_it_by_a_dotted_one():
    apart, close = (
        chart(line("Here", [1.0, 2.0]), line("England", [9.0, 9.0], "benchmark")),
        many([5.0, 5.1, 5.2]),
    )
    assert "leader" not in chart_svg(apart, 240, 120)[0]
    assert "leader" in chart_svg(close, 240, 120)[0]


def test_grey_lines_name_their_ends_by_what_is_better():
    grey = [
        line(name, [1.0, value], "context") for name, value in (("Ash", 9.0), ("Beech", 4.0), ("Cove", 2.0))
    ]
    called = {
        better: [(each.line.name, each.called) for each in extremes(chart(*grey, better=better))]
        for better in ("higher", "lower", "neither", "")
    }
    assert called == {
        "higher": [("Ash", "highest (best)"), ("Cove", "lowest (worst)")],
        "lower": [("Ash", "highest (worst)"), ("Cove", "lowest (best)")],
        "neither": [("Ash", "highest"), ("Cove", "lowest")],
        "": [],
    }


def test_an_extreme_is_of_the_newest_period_that_half_have_and_says_so_and_who_shares_it():
    grey = [
        line("Ash", [1.0, 9.04, 1.0], "context"),
        line("Beech", [1.0, 9.0], "context"),
        line("Cove", [1.0, 2.0], "context"),
    ]
    drawn = chart(*grey, better="lower")
    assert [(end.name, end.value, end.called) for end in ends(drawn)] == [
        ("Ash", "9.0% (2021)", "highest (worst), with 1 more"),
        ("Cove", "2.0% (2021)", "lowest (best)"),
    ]


def test_grey_lines_that_are_written_the_same_have_no_extremes():
    assert (
        extremes(chart(line("Ash", [1.01], "context"), line("Cove", [1.02], "context"), better="lower")) == []
    )


def test_a_named_grey_line_is_drawn_stronger_than_the_others():
    grey = [
        line(name, [1.0, value], "context") for name, value in (("Ash", 9.0), ("Beech", 4.0), ("Cove", 2.0))
    ]
    widths = {trace["name"]: trace["line"] for trace in figure(chart(*grey, better="lower"))["data"]}
    assert widths["Ash"] == widths["Cove"] == {"color": "--ink-soft", "width": 1.5}
    assert widths["Beech"] == {"color": "--series-other", "width": 1}


BOXES = st.lists(st.tuples(st.floats(0, 300), st.floats(5, 60)), min_size=1, max_size=8)


@given(BOXES)
def test_boxes_moved_apart_touch_at_most_and_keep_their_order(boxes):
    places, heights = zip(*sorted(boxes), strict=True)
    found = spread(places, heights, 0, 300)
    for (upper, above), (lower, below) in pairwise(zip(found, heights, strict=True)):
        assert lower - upper >= (above + below) / 2 - 1e-6
    assert found[0] - heights[0] / 2 >= -1e-6
    if sum(heights) <= 300:
        assert found[-1] + heights[-1] / 2 <= 300 + 1e-6


def test_boxes_that_do_not_touch_stay_where_they_are():
    assert spread([20, 60, 200], [10, 10, 10], 0, 300) == [20, 60, 200]
    assert spread([50, 50], [10, 10], 0, 300) == [45, 55]

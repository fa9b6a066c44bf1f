"""The print format: what a chart holds is in its drawing, once, in place and in words."""

from datetime import date
from xml.etree import ElementTree

import pytest

from dashboard.charts.chart import Chart, Dot, Dots, Line, Mark, Point
from dashboard.charts.line_ends import spread
from dashboard.charts.svg.dots import left_out, shown_dots
from dashboard.charts.svg.drawing import PRINT, chart_svg, css_colour

NAMES = {"svg": "http://www.w3.org/2000/svg"}


def percent(value):
    return f"{value:.0f}%"


def line(name, values, role="focus", **more):
    points = (Point(date(2020 + n, 1, 1), str(2020 + n), value) for n, value in enumerate(values))
    return Line(name, tuple(points), role, **more)


def chart(*lines, **more):
    return Chart("Up since 2020", "% of people", "% of people", percent, lines, "From 10% to 30%.", **more)


def drawing(item, **more):
    svg, height = chart_svg(item, 240, 120, **more)
    return ElementTree.fromstring(svg), height  # noqa: S314 - our own drawing


def texts(root):
    return [item.text for item in root.findall("svg:text", NAMES)]


def test_a_drawing_says_its_message_and_its_figures_in_words():
    root, _ = drawing(chart(line("Ash", [10, 20, 30])))
    assert root.find("svg:title", NAMES).text == "Up since 2020"
    assert root.find("svg:desc", NAMES).text == "From 10% to 30%."
    assert root.get("viewBox") == "0 0 240 120"


def test_a_line_is_named_at_its_end_with_its_last_figure():
    assert texts(drawing(chart(line("Ash", [10, 20, 30])))[0])[-2:] == ["Ash", "30%"]


def test_the_last_period_is_always_on_the_axis():
    root, _ = drawing(chart(line("Ash", list(range(60)))))
    years = [text for text in texts(root) if text.startswith("20")]
    assert "2079" in years
    assert len(years) < 15


def runs(root):
    """How many lines were drawn in the focus's colour."""
    return len([p for p in root.findall("svg:path", NAMES) if p.get("stroke") == "#12436d"])


@pytest.mark.parametrize(
    ("values", "marks", "expected"),
    [
        ([10, 20, 30, 40], (), 1),
        ([10, 20, None, 30, 40], (), 2),
        ([10, 20, 30, 40], (Mark(date(2022, 1, 1), "Break", "break", "New basis."),), 2),
    ],
)
def test_a_line_is_not_joined_across_a_gap_or_a_break(values, marks, expected):
    assert runs(drawing(chart(line("Ash", values), marks=marks))[0]) == expected


def test_limits_are_shaded_for_the_focus_alone():
    points = tuple(
        Point(date(2020 + n, 1, 1), str(2020 + n), v, v - 2, v + 2) for n, v in enumerate((10, 20))
    )
    both = chart(Line("Ash", points), Line("England", points, "benchmark"))
    bands = [p for p in drawing(both)[0].findall("svg:path", NAMES) if p.get("fill") == PRINT["--band"]]
    assert len(bands) == 1


def test_a_page_with_themes_gets_variables_instead_of_colours():
    svg, _ = chart_svg(chart(line("Ash", [10, 20])), 240, 120, css_colour)
    assert "var(--series-1)" in svg
    assert "#12436d" not in svg


def test_words_in_a_drawing_are_escaped():
    assert "Ash & Beech" in texts(drawing(chart(line("Ash & Beech", [1, 2])))[0])


def test_dots_need_a_row_each_and_of_many_only_the_ends_are_drawn():
    few = Dots("T", "S", "%", percent, tuple(Dot(f"Area {n}", n) for n in range(6, 0, -1)), "words")
    many = Dots("T", "S", "%", percent, tuple(Dot(f"Area {n}", n) for n in range(60, 0, -1)), "words")
    assert drawing(few)[1] == 2 + 6 * 11.5 + 16
    shown = [text for text in texts(drawing(many)[0]) if text.startswith("Area")]
    assert (len(shown), shown[0], shown[-1]) == (16, "Area 60", "Area 1")
    assert left_out(many) == "Drawn: the 8 highest and the 8 lowest of 60 places."
    assert left_out(few) == ""


def test_a_few_rows_more_than_would_be_drawn_are_all_drawn():
    some = Dots("T", "S", "%", percent, tuple(Dot(f"Area {n}", n) for n in range(20, 0, -1)), "words")
    assert (len(shown_dots(some)), left_out(some)) == (20, "")


def test_labels_that_would_touch_are_pushed_apart_and_stay_on_the_page():
    assert spread([10, 12, 14], [10, 10, 10], 0, 100) == [5, 15, 25]
    assert spread([90, 95], [10, 10], 0, 100) == [85, 95]


def test_a_few_rows_stand_further_apart_than_many():
    def apart(count):
        dots = tuple(Dot(f"Area {n}", n) for n in range(count, 0, -1))
        return drawing(Dots("T", "S", "%", percent, dots, "words"))[1] / count

    assert apart(3) > apart(8)

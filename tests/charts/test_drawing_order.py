"""A shaded range never covers a line: it is drawn first, and lets through what lies under it."""

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dashboard.charts.chart import Band, Dot, Dots, Line, Point
from dashboard.charts.drawing_order import shadings
from dashboard.charts.plotly.figure import figure
from dashboard.charts.svg.drawing import PRINT, chart_svg, css_colour, print_colour
from tests.charts.charts import chart, line, percent

SHEETS = [
    Path(name).read_text() for name in ("assets/app.css", "assets/chart.css", "dashboard/packs/html/pack.css")
]


@pytest.fixture
def crowded():
    """England runs through the limits of the focus and through what is projected for it."""
    ahead = tuple(Point(date(2023 + n, 1, 1), str(2023 + n), 3.0, 3.0 - n, 3.0 + n) for n in range(3))
    return chart(
        line("Here", [1.0, 2.0, 3.0], spread=2),
        line("England", [1.0, 2.0, 3.0, 3.5], "benchmark"),
        line("There", [2.0, 1.0, 2.0], "context"),
        line("Elsewhere", [2.0, 2.0, 2.0], "other"),
        Line("If recent patterns continue", ahead, "path"),
        bands=(Band("8 times in 10", ahead, "projection"),),
    )


def test_on_the_screen_every_range_is_drawn_before_any_line(crowded):
    filled = ["fillcolor" in trace for trace in figure(crowded)["data"]]
    assert filled == sorted(filled, reverse=True)
    assert sum(filled) == 2


@pytest.mark.parametrize("paint", [print_colour, css_colour])
def test_on_paper_and_in_a_web_page_too(crowded, paint):
    svg, _ = chart_svg(crowded, 240, 120, paint)
    drawn = ElementTree.fromstring(svg).findall("{*}path")  # noqa: S314 our own drawing
    ranges = [place for place, path in enumerate(drawn) if path.get("fill") != "none"]
    lines = [place for place, path in enumerate(drawn) if path.get("stroke-linejoin")]
    assert (len(ranges), len(lines)) == (2, 5)
    assert max(ranges) < min(lines)


@pytest.mark.parametrize("name", ["--band", "--band-limits", "--band-ahead"])
def test_every_range_is_translucent_in_every_theme_and_on_paper(name):
    found = [shown for sheet in SHEETS for shown in re.findall(rf"{name}: ?rgba\(([^)]*)\)", sheet)]
    found += re.findall(r"rgba\(([^)]*)\)", PRINT[name])
    assert len(found) == 5  # light and dark on the screen, light and dark in a pack, paper
    assert all(0.05 <= float(colour.split(",")[-1]) <= 0.3 for colour in found)


def test_what_is_drawn_on_paper_has_the_colours_of_the_light_theme():
    light = {}
    for sheet in SHEETS[1::-1]:
        light |= dict(re.findall(r"(--[\w-]+): ([^;]+);", sheet[: sheet.index("dark")]))
    assert {name: light[name] for name in PRINT} == PRINT


def test_a_range_stops_where_a_figure_has_no_limits():
    points = [Point(date(2020 + n, 1, 1), str(2020 + n), 1.0, 0.0, 2.0) for n in range(5)]
    points[2] = Point(date(2022, 1, 1), "2022", 1.0)
    shaded = shadings(chart(Line("Here", tuple(points))))
    assert [[point.label for point in shading.points] for shading in shaded] == [
        ["2020", "2021"],
        ["2023", "2024"],
    ]


def test_a_dot_has_one_colour_in_every_face():
    roles = ("focus", "other", "benchmark", "other", "context")
    chart = Dots(
        "T", "S", "%", percent, tuple(Dot(str(n), 9.0 - n, role=role) for n, role in enumerate(roles)), "s"
    )
    screen = [trace["marker"]["color"] for trace in figure(chart)["data"]]
    root = ElementTree.fromstring(chart_svg(chart, 240, 120)[0])  # noqa: S314 our own drawing
    paper = [circle.get("stroke") for circle in root.findall("{*}circle")]
    assert screen == ["--series-1", "--series-2", "--series-benchmark", "--series-3", "--series-other"]
    assert paper == [print_colour(name) for name in screen]

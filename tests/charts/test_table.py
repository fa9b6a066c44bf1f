"""A chart as a table: every figure that is drawn."""

from datetime import date

from dashboard.charts.chart import Dot, Dots, Line, Point
from dashboard.charts.table import table
from tests.charts.charts import chart, line, percent


def test_newest_period_first_with_limits_beside_the_figures_that_have_them():
    lines = [line("Here", [1.0, 2.0], spread=0.5), line("England", [3.0], "benchmark", first=2021)]
    header, rows = table(chart(*lines))
    assert header == ["Period", "Here", "Here: likely between", "England"]
    assert rows == [["2021", "2.0%", "1.5% to 2.5%", "3.0%"], ["2020", "1.0%", "0.5% to 1.5%", "–"]]


def test_what_lies_ahead_comes_after_what_is_published():
    lines = [line("Here", [1.0, 2.0]), line("If recent patterns continue", [2.5, 3.0], "path", first=2022)]
    assert [row[0] for row in table(chart(*lines))[1]] == ["2021", "2020", "2022", "2023"]


def test_what_is_special_about_a_figure_stands_beside_it():
    points = (Point(date(2020, 1, 1), "2020", 1.0, note="unreliable"), Point(date(2021, 1, 1), "2021", None))
    assert table(chart(Line("Here", points)))[1] == [["2021", "–"], ["2020", "1.0% (unreliable)"]]


def test_dots_are_a_row_an_area():
    dots = (Dot("Here", 5.0, 4.0, 7.0), Dot("There", 3.0, note="provisional"))
    header, rows = table(Dots("Title", "What", "% of people", percent, dots, "Said"))
    assert header == ["Area", "% of people", "Likely between"]
    assert rows == [["Here", "5.0%", "4.0% to 7.0%"], ["There", "3.0% (provisional)", "–"]]


def test_the_extremes_of_the_grey_lines_are_named_in_their_columns():
    grey = [line(name, [value], "context") for name, value in (("Ash", 9.0), ("Beech", 4.0), ("Cove", 2.0))]
    header, _ = table(chart(*grey, better="lower"))
    assert header == ["Period", "Ash, highest (worst)", "Beech", "Cove, lowest (best)"]

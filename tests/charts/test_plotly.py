"""A Chart as plotly draws it."""

from datetime import date

from dashboard.charts.chart import Band, Dot, Dots, Level, Line, Mark, Point
from dashboard.charts.plotly.figure import figure
from tests.charts.charts import chart, line, percent


def _runs(drawn: dict, name: str) -> list[list]:
    return [trace["y"] for trace in drawn["data"] if trace.get("name") == name]


def test_a_line_is_not_drawn_across_a_missing_figure():
    assert _runs(figure(chart(line("Here", [1.0, None, 3.0, 4.0]))), "Here") == [[1.0], [3.0, 4.0]]


def test_a_line_is_not_drawn_across_a_break_and_the_break_stands_between_the_figures_it_parts():
    broken = Mark(date(2022, 1, 1), "Break", "break", "Counted anew.")
    drawn = figure(chart(line("Here", [1.0, 2.0, 3.0]), marks=(broken,)))
    assert _runs(drawn, "Here") == [[1.0, 2.0], [3.0]]
    (rule,) = drawn["layout"]["shapes"]
    assert "2021-01-01" < rule["x0"] < "2022-01-01"


def test_grey_lines_lift_the_pen_too_in_one_trace():
    assert _runs(figure(chart(line("There", [1.0, None, 3.0], "context"))), "There") == [[1.0, None, 3.0]]


def test_an_event_stands_on_its_day():
    event = Mark(date(2021, 6, 1), "New line opened", "event")
    (rule,) = figure(chart(line("Here", [1.0, 2.0]), marks=(event,)))["layout"]["shapes"]
    assert rule["x0"] == "2021-06-01"


def test_limits_of_the_focus_are_shaded_and_inside_the_axis_unless_hidden():
    focus = line("Here", [10.0, 11.0], spread=5)
    shaded, plain = figure(chart(focus)), figure(chart(focus, intervals=False))
    (band,) = [trace for trace in shaded["data"] if trace.get("fill")]
    assert band["y"] == [15.0, 16.0, 6.0, 5.0]
    assert shaded["layout"]["yaxis"]["range"][0] <= 5
    assert not [trace for trace in plain["data"] if trace.get("fill")]


def test_limits_of_other_lines_are_said_but_not_shaded():
    drawn = figure(chart(line("There", [10.0], "other", spread=1)))
    assert not [trace for trace in drawn["data"] if trace.get("fill")]
    assert drawn["data"][0]["text"] == ["<b>There</b><br>2020: 10.0%<br>likely between 9.0% and 11.0%"]


def test_the_focus_is_drawn_last_so_that_nothing_covers_it():
    lines = [line("Here", [1.0]), line("Grey", [2.0], "context"), line("England", [3.0], "benchmark")]
    assert [trace["name"] for trace in figure(chart(*lines))["data"]] == ["Grey", "England", "Here"]


def test_every_named_line_says_its_newest_figure_at_its_end():
    lines = [line("Here", [1.0, 2.0, None]), line("Grey", [2.0], "context")]
    ends = figure(chart(*lines))["layout"]["meta"]["ends"]
    assert [end["lines"] for end in ends] == [["Here", "2.0% (2021)"]]


def test_a_control_chart_and_a_projection_are_bands_levels_and_signals():
    points = tuple(Point(date(2020 + n, 1, 1), str(2020 + n), None, 1.0, 9.0) for n in range(2))
    signal = Line("Here", (Point(date(2020, 1, 1), "2020", 12.0, signal=True),))
    drawn = figure(
        chart(signal, bands=(Band("Usual", points, "limits"),), levels=(Level(20.0, "Target 20%", "target"),))
    )
    assert drawn["data"][0]["fillcolor"] == "--band-limits"
    assert drawn["data"][1]["marker"]["color"] == ["--signal"]
    assert drawn["layout"]["yaxis"]["range"][1] >= 20
    assert "Target 20%" in [note["text"] for note in drawn["layout"]["annotations"]]


def test_a_figure_its_publisher_is_unsure_of_is_an_open_marker_even_on_a_long_line():
    points = [Point(date(1990 + n, 1, 1), str(1990 + n), 1.0, unsure=n == 3) for n in range(30)]
    (trace,) = figure(chart(Line("Here", tuple(points))))["data"]
    assert [n for n, symbol in enumerate(trace["marker"]["symbol"]) if symbol.endswith("-open")] == [3]
    assert [n for n, size in enumerate(trace["marker"]["size"]) if size] == [3]


def test_one_period_is_a_dot_an_area_with_whiskers_and_the_benchmark_as_a_rule():
    dots = (Dot("Here", 5.0, 4.0, 7.0, "focus"), Dot("England", 3.0, role="benchmark"))
    drawn = figure(Dots("Title", "What", "%", percent, dots, "Said"))
    here, england = drawn["data"]
    assert (here["error_x"]["array"], here["error_x"]["arrayminus"]) == ([2.0], [1.0])
    assert "error_x" not in england
    assert [rule["x0"] for rule in drawn["layout"]["shapes"]] == [3.0]


def test_a_signal_with_a_way_has_its_shape_and_the_colour_of_its_tone():
    points = tuple(
        Point(date(2020 + n, 1, 1), str(2020 + n), 1.0, signal=bool(way), way=way, tone=tone)
        for n, (way, tone) in enumerate([(1, "better"), (-1, "worse"), (1, "neutral"), (0, "")])
    )
    (trace,) = figure(chart(Line("Here", points)))["data"]
    assert trace["marker"]["symbol"] == ["triangle-up", "triangle-down", "triangle-up", "circle"]
    assert trace["marker"]["color"][:3] == ["--better", "--worse", "--unusual"]
    assert trace["marker"]["size"][0] > trace["marker"]["size"][3]


def test_figures_that_a_verdict_rests_on_are_larger():
    points = tuple(Point(date(2020 + n, 1, 1), str(2020 + n), 1.0, judged=n > 0) for n in range(3))
    (trace,) = figure(chart(Line("Here", points)))["data"]
    assert trace["marker"]["size"] == [7, 13, 13]


def test_a_mean_has_a_name_at_its_end_but_no_points_to_walk_along():
    here, mean = line("Here", [1.0, 2.0]), line("Average", [1.5, 1.5], "mean")
    drawn = figure(chart(here, mean))
    ruled = next(trace for trace in drawn["data"] if trace["name"] == "Average")
    assert "text" not in ruled
    assert ["Average", "1.5%"] in [end["lines"] for end in drawn["layout"]["meta"]["ends"]]


def test_limits_start_afresh_after_a_break():
    mean = line("Average", [1.0, 1.0, 5.0, 5.0], "mean")
    drawn = figure(chart(mean, marks=(Mark(date(2022, 1, 1), "Break", "break"),)))
    assert [trace["y"] for trace in drawn["data"]] == [[1.0, 1.0], [5.0, 5.0]]


def test_a_projection_says_its_range_at_its_end():
    middle = Line("Ahead", line("Ahead", [1.0, 2.0]).points, "path", "1 to 3%")
    band = Band("8 times in 10", line("Ahead", [1.0, 2.0], spread=1).points, "projection")
    drawn = figure(chart(middle, bands=(band,)))
    assert drawn["data"][0]["fillcolor"] == "--band-ahead"
    assert drawn["data"][1]["line"]["dash"] == "dash"
    assert [end["lines"][-1] for end in drawn["layout"]["meta"]["ends"]] == ["1 to 3%"]

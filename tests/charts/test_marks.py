"""Breaks and events stand where they belong, and what is written over them does not collide."""

from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.catalogue.periods import PERIOD_KINDS, lasts
from dashboard.charts.chart import Mark
from dashboard.charts.marks import notes, place, reach, tags
from dashboard.charts.plotly.figure import figure
from dashboard.charts.svg.drawing import chart_svg
from dashboard.charts.svg.text import text_width
from tests.charts.charts import chart, line

YEARS = line("Here", [1.0, 2.0, 3.0, 4.0])  # 2020 to 2023


def event(day: str, text: str = "Opened", reason: str = "") -> Mark:
    return Mark(date.fromisoformat(day), text, "event", reason)


def test_an_event_in_december_stands_right_of_its_years_figure_and_one_in_february_left_of_it():
    """A year's figure is of all its days, drawn at the first: its middle is July."""
    drawn = chart(YEARS, length=365)
    assert place(drawn, event("2021-12-01")) == date(2021, 6, 2)
    assert place(drawn, event("2021-02-01")) == date(2020, 8, 3)
    assert place(drawn, event("2021-07-02")) == date(2021, 1, 1)


def test_beside_figures_of_one_day_an_event_stands_on_its_own():
    assert place(chart(YEARS), event("2021-12-01")) == date(2021, 12, 1)


@pytest.mark.parametrize("kind", PERIOD_KINDS)
def test_every_kind_of_period_knows_how_long_it_lasts(kind):
    assert (lasts(kind) == 0) == (kind == "point in time")


def test_a_break_stands_between_the_figures_that_it_parts_however_long_they_last():
    broken = Mark(date(2022, 1, 1), "Break", "break", "Counted anew.")
    assert date(2021, 1, 1) < place(chart(YEARS, length=365, marks=(broken,)), broken) < date(2022, 1, 1)


def test_the_axis_goes_on_to_an_event_after_the_last_figure_and_the_line_does_not():
    drawn = chart(YEARS, marks=(event("2025-06-01"),))
    assert reach(drawn) == (date(2020, 1, 1), date(2025, 6, 1))
    layout = figure(drawn)["layout"]
    assert layout["xaxis"]["range"][1] > "2025-06-01"
    assert figure(drawn)["data"][0]["x"][-1] == "2023-01-01"


def test_one_mark_is_written_out_and_several_are_numbers_that_the_notes_explain():
    alone = chart(YEARS, marks=(event("2021-06-01"),))
    several = chart(
        YEARS, marks=(event("2021-06-01"), Mark(date(2023, 1, 1), "Break", "break", "New basis."))
    )
    assert [tag.words for tag in tags(alone)] == ["Opened"]
    assert [tag.words for tag in tags(several)] == ["1", "2"]
    assert notes(alone) == []
    assert notes(several) == ["1. Opened (1 Jun 2021)", "2. Break before 2023: New basis."]


def test_words_near_an_edge_of_the_plot_turn_inwards():
    assert [tag.side for day in ("2020-02-01", "2021-06-01", "2022-11-01")
            for tag in tags(chart(YEARS, marks=(event(day),)))] == ["start", "middle", "end"]  # fmt: skip


def test_numbers_that_would_touch_are_one():
    near = (event("2021-06-01"), event("2021-06-09"), event("2021-06-20"), event("2022-09-01"))
    assert [tag.words for tag in tags(chart(YEARS, marks=near))] == ["1–3", "4"]


DAYS = st.lists(st.integers(0, 1095).map(lambda n: date(2020, 1, 1) + timedelta(days=n)), max_size=12)


@given(DAYS)
def test_no_two_words_over_a_plot_collide_on_paper(days):
    drawn = chart(YEARS, marks=tuple(Mark(day, "New line opened", "event") for day in sorted(days)))
    svg, _ = chart_svg(drawn, 240, 120)
    texts = ElementTree.fromstring(svg).findall("{*}text")  # noqa: S314 our own drawing
    words = {tag.words for tag in tags(drawn)}
    over = [text for text in texts if text.text in words and float(text.get("y")) < 14]
    assert len(over) == len(words)
    spans = sorted(_span(text) for text in over)
    assert all(upper[1] < lower[0] for upper, lower in pairwise(spans))
    assert all(left >= 0 and right <= 240 for left, right in spans)


def _span(text) -> tuple[float, float]:
    x, wide = float(text.get("x")), text_width(text.text)
    left = x - {"middle": wide / 2, "end": wide}.get(text.get("text-anchor"), 0)
    return left, left + wide

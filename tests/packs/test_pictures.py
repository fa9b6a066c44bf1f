"""Which charts of a pack are worth their room."""

from dashboard.charts.chart import Dot, Dots
from dashboard.packs.pictures import says_one_figure
from tests.charts.charts import chart, line, percent


def dots(*values):
    places = tuple(Dot(f"Place {at}", value, role="context") for at, value in enumerate(values))
    return Dots("T", "S", "%", percent, (*places, Dot("England", 99.0, role="benchmark")), "Said")


def test_a_chart_of_places_that_all_read_the_same_says_no_more_than_a_sentence():
    assert says_one_figure(dots(100.0, 99.99, 100.0))  # 100.0% each
    assert not says_one_figure(dots(100.0, 99.9))
    assert not says_one_figure(dots(100.0))
    assert not says_one_figure(chart(line("Here", [1.0, 1.0])))

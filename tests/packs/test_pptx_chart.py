"""Native PowerPoint charts: their axes, labels and series say what the screen says."""

import re

import pytest
from pptx import Presentation
from pptx.util import Inches

from dashboard.figures.chart import Dot, Dots
from dashboard.packs.pptx_chart import add_chart
from tests.figures.charts import chart, line, percent

BOX = (Inches(0.5), Inches(1), Inches(8), Inches(4))


@pytest.fixture
def native(indicators):
    """Puts a chart on a slide: native(chart, indicator id) gives PowerPoint's own."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])

    def put(item, indicator="employment/employment_rate"):
        return add_chart(slide.shapes, item, indicators[indicator], BOX).chart

    return put


def ticks(axis) -> list[tuple[float, str]]:
    """Each tick of a value axis with the words that its number format makes of it."""
    decimals = len((re.search(r"0\.(0+)", axis.tick_labels.number_format) or ["", ""])[1])
    count = round((axis.maximum_scale - axis.minimum_scale) / axis.major_unit)
    places = [axis.minimum_scale + n * axis.major_unit for n in range(count + 1)]
    return [(place, f"{place:.{decimals}f}") for place in places]


@pytest.mark.parametrize("values", [[60.0, 71.0], [5.2, 12.4], [0.0, 1.3], [-3.0, 4.0]])
@pytest.mark.parametrize(
    "indicator", ["employment/employment_rate", "people/median_age", "people/population"]
)
def test_every_tick_says_its_value_whatever_the_decimals_of_the_figures(
    native, indicators, indicator, values
):
    lines = chart(line("Here", values), format=indicators[indicator].format)
    dots = tuple(Dot(str(value), value) for value in values)
    bars = Dots("Title", "What", "%", indicators[indicator].format, dots, "Said")
    for item in (lines, bars):
        assert all(float(words) == place for place, words in ticks(native(item, indicator).value_axis))


def test_bars_begin_at_zero_and_stay_inside_their_axis(native):
    dots = (Dot("Here", 71.9, 70.3, 73.5), Dot("There", 71.0))
    axis = native(Dots("Title", "What", "%", percent, dots, "Said")).value_axis
    assert (axis.minimum_scale, axis.maximum_scale) == (0, 80)

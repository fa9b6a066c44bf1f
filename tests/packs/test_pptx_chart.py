"""Native PowerPoint charts: their axes, labels and series say what the screen says."""

import io
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.enum.chart import XL_TICK_LABEL_POSITION
from pptx.util import Inches, Pt

from dashboard.charts.chart import Dot, Dots, Line, Mark, Point
from dashboard.charts.svg.text import text_width
from dashboard.packs.pptx.chart import add_chart
from dashboard.packs.pptx.line_ends import LABEL_SIZE, LINE
from dashboard.packs.pptx.style import MOST_NAMED_BARS
from tests.charts.charts import chart, line, percent

BOX = (Inches(0.5), Inches(1), Inches(8), Inches(4))


@pytest.fixture(scope="module")
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


def test_no_name_is_a_formula_or_a_link_in_the_workbook_of_a_chart(native):
    lines = (replace(line(name, [50.0, 60.0], "other"), name=name) for name in ("=1+1", "https://a.example"))
    bars = Dots("Title", "What", "%", percent, (Dot("=2+2", 71.9, 70.3, 73.5), Dot("@There", 71.0)), "Said")
    for item in (chart(*lines), bars):
        book = openpyxl.load_workbook(io.BytesIO(native(item).part.chart_workbook.xlsx_part.blob)).active
        names = [*book[1], *next(book.iter_cols())]
        assert {cell.data_type for cell in names if cell.value} == {"s"}
        assert not any(cell.hyperlink for cell in names)


def test_every_bar_has_its_name_and_no_tick_touches_the_next(native):
    dots = tuple(Dot(f"Kensington and Chelsea {at}", 100.0 + at) for at in range(MOST_NAMED_BARS))
    money = native(Dots("Title", "What", "£", lambda value: f"£{value:,.0f},000", dots, "Said"))
    assert money._chartSpace.xpath("//c:catAx/c:tickLblSkip/@val") == ["1"]
    axis, share = money.value_axis, float(money._chartSpace.xpath("//c:plotArea/c:layout//c:w/@val")[0])
    count = (axis.maximum_scale - axis.minimum_scale) / axis.major_unit
    assert BOX[2] / Pt(1) * share / count > text_width("£100,000", LABEL_SIZE)


def labels(native, size=BOX[2:]) -> list[tuple]:
    """(middle in points from the top, share of the width, name, colour of the words, colour of the line) of
    each label at the end of a line, from the top, as PowerPoint works it out from the slide."""
    space, axis, found = native._chartSpace, native.value_axis, []
    x, y, w, h = (float(space.xpath(f"c:chart/c:plotArea/c:layout//c:{n}/@val")[0]) for n in "xywh")
    for series in native.plots[-1].series:
        for label in series._element.xpath("c:dLbls/c:dLbl"):
            place = int(label.xpath("c:idx/@val")[0])
            right, down = (float(label.xpath(f"c:layout//c:{n}/@val")[0]) for n in "xy")
            assert label.xpath("c:dLblPos/@val") == ["r"]
            assert label.xpath("c:showSerName/@val") == label.xpath("c:showVal/@val") == ["1"]
            reach = axis.maximum_scale - axis.minimum_scale
            share = y + h * (axis.maximum_scale - series.values[place]) / reach + down
            across = x + w * (place + 0.5) / len(series.values) + right
            words = label.xpath(".//a:srgbClr/@val")[0]
            found.append(
                (share * size[1] / Pt(1), across, series.name, words, str(series.format.line.color.rgb))
            )
    return sorted(found)


@settings(max_examples=40)
@given(ending=st.lists(st.floats(0, 100), min_size=1, max_size=7))
def test_names_at_ends_are_in_the_order_and_colour_of_their_lines_and_do_not_overlap(native, ending):
    names = ("Here", "England", "Cambridgeshire and Peterborough", "There", "Elsewhere", "North East", "Far")
    roles = ("focus", "benchmark", *["other"] * 5)
    ended = list(zip(names, ending, roles, strict=False))
    item = chart(*(line(name, [50.0, 50.0, value], role) for name, value, role in ended))
    found = labels(native(item))
    assert all(lower[0] - upper[0] >= LINE - 0.1 for upper, lower in pairwise(found))
    assert [name for _, _, name, _, _ in found] == [
        name for name, value, _ in sorted(ended, key=lambda each: -each[1])
    ]
    assert all(words == drawn for *_, words, drawn in found)


def test_a_line_that_ends_early_is_named_beside_the_plot_with_its_period_and_led_to_it(native):
    found = native(chart(line("Here", [1.0, 2.0, 3.0]), line("England", [1.0, 1.5], "benchmark")))
    assert len({round(across, 3) for _, across, *_ in labels(found)}) == 1
    early, whole = (
        found._chartSpace.xpath(f"//c:ser[c:tx//c:v='{name}']/c:dLbls")[0] for name in ("England", "Here")
    )
    assert (early.xpath("c:dLbl/c:showCatName/@val"), whole.xpath("c:dLbl/c:showCatName/@val")) == (
        ["1"],
        ["0"],
    )
    assert early.xpath("c:extLst//*[local-name()='showLeaderLines']/@val") == ["1"]


def test_grey_lines_are_named_only_at_their_extremes(native):
    grey = [
        line(name, [1.0, value], "context") for name, value in (("Ash", 9.0), ("Beech", 4.0), ("Cove", 2.0))
    ]
    found = labels(native(chart(*grey, better="lower")))
    assert [name for _, _, name, _, _ in found] == ["Ash, highest (worst)", "Cove, lowest (best)"]


def test_a_gap_is_a_gap_and_nothing_is_joined_across_a_break(native):
    broken = Mark(date(2023, 1, 1), "Break", "break", "Counted anew.")
    found = native(chart(line("Here", [1.0, None, 3.0, 4.0, 5.0]), marks=(broken,)))
    assert [(series.name, list(series.values)) for series in found.plots[-1].series] == [
        ("Here (before a break)", [1.0, None, 3.0, None, None]), ("Here", [None, None, None, 4.0, 5.0])
    ]  # fmt: skip
    assert found._chartSpace.xpath("c:chart/c:dispBlanksAs/@val") == ["gap"]


def test_below_zero_the_periods_stay_at_the_lower_edge(native):
    found = native(chart(line("Here", [-3.0, 4.0])))
    assert found.category_axis.tick_label_position == XL_TICK_LABEL_POSITION.LOW


def test_a_bar_has_its_figure_at_its_foot_clear_of_its_limits_or_beyond_them_where_it_is_short(native):
    dots = (Dot("Here", 71.9, 60.3, 83.5, "focus"), Dot("Wide", 30.0, 2.0, 58.0), Dot("There", 1.0, 0.5, 1.5))
    found = native(Dots("Title", "What", "%", percent, dots, "Said"))
    places = found._chartSpace.xpath("//c:ser/c:dLbls/c:dLbl/c:dLblPos/@val")
    assert places == ["inBase", "outEnd", "outEnd"]
    axis, plot = found.value_axis, float(found._chartSpace.xpath("//c:plotArea/c:layout//c:w/@val")[0])
    (wide, there) = map(float, found._chartSpace.xpath("//c:dLbl/c:layout//c:x/@val"))
    reach = plot / (axis.maximum_scale - axis.minimum_scale)  # of a unit, in shares of the chart
    assert (wide, there) == pytest.approx((28 * reach, 0.5 * reach), abs=0.001)  # from its end to its limit
    assert found._chartSpace.xpath("//c:valAx/c:crosses/@val") == ["max"]  # the scale stands below the bars


LIMITED = [Point(date(year, 1, 1), str(year), 5.0 + year - 2021, 4.0, 9.0) for year in (2021, 2022, 2023)]


def limited(points, *others):
    return replace(chart(Line("Here", tuple(points), "focus"), *others), intervals=True)


def test_limits_of_every_period_are_a_band_behind_the_line_in_its_colour(native):
    found = native(limited(LIMITED))
    areas, lines = found.plots
    assert [list(series.values) for series in areas.series] == [[4.0] * 3, [5.0] * 3]  # 4 to 9
    assert [series.name for series in areas.series] == ["Here: likely from", "Here: between them"]
    assert found._chartSpace.xpath("//c:areaChart//c:cat//c:v")[0].text == "2021"
    shade = found._chartSpace.xpath("//c:areaChart/c:ser[2]//a:srgbClr")[0]
    assert shade.get("val") == str(lines.series[0].format.line.color.rgb)
    assert shade.xpath("a:alpha/@val") == ["15000"]
    assert found._chartSpace.xpath("//c:areaChart/c:ser[1]/c:spPr/a:noFill")
    assert not found._chartSpace.xpath("//c:errBars")


def test_the_band_follows_the_limits_in_the_charts_own_workbook(native):
    workbook = native(limited(LIMITED))._workbook.xlsx_part.blob
    (sheet,) = openpyxl.load_workbook(io.BytesIO(workbook)).worksheets
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=1, max_row=2)] == [
        [None, "Here", "Here: likely from", "Here: likely to", "Here: between them"],
        ["2021", 5, 4, 9, "=D2-C2"],
    ]


def test_where_a_period_has_no_limits_they_are_error_bars_and_nothing_is_shaded(native):
    for points in ([*LIMITED[:2], replace(LIMITED[2], lower=None, upper=None)], LIMITED[:1]):
        found = native(limited(points))
        assert len(found.plots) == 1
        assert found._chartSpace.xpath("//c:errBars")


@pytest.mark.parametrize(("years", "every"), [(5, 1), (13, 2), (25, 3), (24, 23)])
def test_the_first_and_the_newest_period_are_named_and_none_touches_the_next(native, years, every):
    found = native(chart(line("Here", [float(year) for year in range(years)])))
    assert found._chartSpace.xpath("//c:catAx/c:tickLblSkip/@val") == [str(every)]
    assert (years - 1) % every == 0

"""Fans, targets and intervals in packs: the same as on the screen, in every format."""

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from pptx import Presentation

from dashboard.charts.ahead import ahead_of, fan_shown
from dashboard.packs.brief import Brief, SectionRequest
from dashboard.packs.compose import compose
from dashboard.packs.formats import PACK_FORMATS
from dashboard.packs.pptx.chart_data import Data
from dashboard.record_port import Goal, NothingRecorded
from tests.packs.reading import html_text

GM, RATE = "E47000001", "employment/employment_rate"
GASES = "environment/greenhouse_gas"
CHOSEN = (RATE, "economy/gva_per_hour", "housing/social_renting", GASES)
BRIEF = Brief(
    "ahead", "Ahead", "A test.", "office", "region", (SectionRequest("indicators", indicators=CHOSEN),)
)


class OneTarget(NothingRecorded):
    """A record that holds one target: 2.5 tonnes a head by the end of 2028."""

    def stamp(self):
        """Not that of the record without it: charts are kept by it."""
        return "one target"

    def targets(self, areas, indicator=None):
        goal = Goal(GASES, GM, 2.5, date(2028, 12, 31), 3.6, date(2023, 1, 1), "Environment", "Net zero")
        return (goal,) if GM in areas and indicator in (None, GASES) else ()


@pytest.fixture(scope="module")
def pack(service):
    site = replace(service.site("office"), record=OneTarget())
    return compose(site, BRIEF, site.geography[GM])


@pytest.fixture(scope="module")
def charts(pack):
    slides = Presentation(io.BytesIO(PACK_FORMATS["pptx"].write(pack))).slides
    return [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]


def test_a_fan_is_drawn_where_the_screen_draws_it_unasked(pack, service):
    site = replace(service.site("office"), record=OneTarget())
    for _, picture in pack.pictures():
        found = ahead_of(site, picture.indicator, picture.place)
        kinds = [band.kind for band in getattr(picture.chart, "bands", ())]
        assert ("projection" in kinds) == fan_shown(found, "")


def test_target_path_and_projection_are_said_in_the_alternative_text_and_in_words(pack):
    picture = next(picture for _, picture in pack.pictures() if picture.indicator.id == GASES)
    assert {"path", "target"} <= {line.role for line in picture.chart.lines}
    for said in (
        "target of 2.5 tonnes by 2028",
        "8 times in 10 we would expect",
        "Tested from 5 past periods",
    ):
        assert said in picture.alt
        assert said in html_text(PACK_FORMATS["html"].write(pack))
    assert "--band-ahead" in PACK_FORMATS["html"].write(pack).decode()


def test_slides_hold_the_fan_and_the_path_as_series_of_their_own(charts):
    drawn = [{series.name for series in chart.plots[-1].series} for chart in charts]
    (names,) = [each for each in drawn if "Target 2.5 tonnes" in each]
    assert {"If recent patterns continue (bars: at least 8 times in 10)", "Path to the target"} <= names


def test_limits_can_be_edited_in_the_charts_own_workbook(charts):
    barred = next(chart for chart in charts if chart.plots[-1].series[0]._element.xpath("c:errBars/c:minus"))
    sheet = openpyxl.load_workbook(io.BytesIO(barred.part.chart_workbook.xlsx_part.blob)).active
    heads = {cell.value: cell.column_letter for cell in sheet[1]}
    own = barred.plots[-1].series[0].name
    low, high, down = (heads[f"{own}: {words}"] for words in ("likely from", "likely to", "down to it"))
    row = next(row for row in range(2, sheet.max_row + 1) if sheet[f"{low}{row}"].value is not None)
    assert sheet[f"{low}{row}"].value < sheet[f"{heads[own]}{row}"].value < sheet[f"{high}{row}"].value
    assert sheet[f"{down}{row}"].value == f"={heads[own]}{row}-{low}{row}"
    (minus,) = barred.plots[-1].series[0]._element.xpath("c:errBars/c:minus//c:f")
    assert minus.text == f"Sheet1!${down}$2:${down}${sheet.max_row}"


def test_bars_begin_at_zero(charts):
    assert charts[2].value_axis.minimum_scale == 0


def test_limits_of_several_series_stand_in_columns_after_all_series():
    data = Data("0.0")
    data.categories = ["2022", "2023"]
    data.add("Ash", [1.0, 2.0], [None, (1.5, 2.5)])
    data.add("England", [3.0, 3.0])
    data.add("Ahead", [None, 4.0], [None, (3.0, 5.0)])
    assert [data.column(0, number) for number in range(4)] == ["E", "F", "G", "H"]
    assert data.column(2, 0) == "I"

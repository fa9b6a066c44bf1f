"""The same figure in four formats and the API, cell by cell and point by point, by the SELECT run alone."""

import io
import re

import lxml.html
import openpyxl
import orjson
import pytest
from pptx import Presentation

from dashboard.charts.chart import Chart
from dashboard.web.api.records import observation_record
from tests.oracle.reckoning.written import written
from tests.packs.oracle import figures, figures_by_area
from tests.packs.reading import pdf_text

PACKS = [
    ("mayor-monthly", "E47000006"),
    ("public-summary", "E12000007"),
    ("skills-task-force", "E47000001"),
    ("theme-deep-dive", "E47000014"),
    ("district-profile", "E06000002"),
    ("digital-inclusion", "E47000001"),
]
packs = pytest.mark.parametrize(("name", "code"), [pytest.param(*each, id=each[0]) for each in PACKS])
pytestmark = pytest.mark.full


@pytest.fixture
def seen(service, pack_of, file_of):
    """seen("mayor-monthly", code, "xlsx") -> the pack, its site, and the bytes of that format."""

    def seen(name, code, ending):
        pack = pack_of(name, code)
        return pack, service.site(pack.audience), file_of(name, code, ending)

    return seen


def drawn(site, picture):
    """(line, period, published value) of every point of a chart of areas, by the SELECT alone."""
    raw = figures(site.store, picture.indicator)
    lines = picture.chart.lines if isinstance(picture.chart, Chart) else ()
    return [
        (line, point, raw[line.code, point.period])
        for line in lines
        if line.code and line.role not in ("path", "target")
        for point in line.figures
    ]


@packs
def test_every_cell_of_a_table_below_a_chart_is_the_published_figure(seen, name, code):
    pack, site, file = seen(name, code, "html")
    tables = lxml.html.fromstring(file.decode()).xpath("//figure//details//table")
    pictures = [picture for _, picture in pack.pictures()]
    assert len(tables) == len(pictures)
    for table, picture in zip(tables, pictures, strict=True):
        header = [cell.text_content() for cell in table.xpath("thead//th")]
        rows = {
            row[0].text_content(): [cell.text_content() for cell in row] for row in table.xpath("tbody/tr")
        }
        for line, point, value in drawn(site, picture):
            at = next(n for n, words in enumerate(header) if words.split(", ")[0] == line.name)
            assert rows[point.label][at].split(" (")[0] == written(picture.indicator, value)


@packs
def test_every_point_of_a_native_chart_is_the_published_figure(seen, name, code):
    pack, site, file = seen(name, code, "pptx")
    natives = [
        s.chart for slide in Presentation(io.BytesIO(file)).slides for s in slide.shapes if s.has_chart
    ]
    pictures = [picture for _, picture in pack.pictures()]
    for native, picture in zip(natives, pictures, strict=True):
        periods = [period for period, _ in getattr(picture.chart, "periods", ())]
        for line, point, value in drawn(site, picture):
            at = periods.index(point.period)
            mine = [s for s in native.plots[-1].series if re.split(r", | \(", s.name)[0] == line.name]
            assert [s.values[at] for s in mine if s.values[at] is not None] == [value]


@packs
def test_every_row_of_the_workbook_is_the_published_figure_and_that_of_the_api(seen, name, code):
    pack, site, file = seen(name, code, "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(file), read_only=True)
    by_title = {(item.indicator.title, item.indicator.unit): item.indicator for item in pack.sources}
    header, *rows = book["Chart figures"].iter_rows(min_row=3, values_only=True)
    lines = [dict(zip(header, row, strict=True)) for row in rows]
    for line in (line for line in lines if line["Code"] and not isinstance(line["Value"], str)):
        found = by_title.get((line["Indicator"], line["Unit"]))
        if found and not found.groups:
            raw = figures_by_area(site.store, found)[line["Code"]][line["Period"]]
            assert line["Value"] == pytest.approx(raw, abs=1e-9)
    header, *rows = book["Figures"].iter_rows(min_row=3, values_only=True)
    region = site.geography.home(pack.place, "E47000001")
    for line in (dict(zip(header, row, strict=True)) for row in rows):
        found, area = by_title[line["Indicator"], line["Unit"]], site.geography[line["Code"]]
        latest = site.observations(found).latest(area.code)
        record = observation_record(site, found, area, latest, None, site.geography[region.code])
        told = orjson.loads(orjson.dumps(record))  # as the API sends it
        if latest:
            assert (line["Value"], line["Shown"]) == (told["value"], told["shown"])


@packs
def test_what_is_asked_about_stands_below_its_name_with_the_published_figure(seen, name, code):
    pack, site, file = seen(name, code, "pdf")
    text = pdf_text(file)
    for number, ask in enumerate(pack.sections[0].asks, 1):
        if ask.figure.latest:
            indicator = ask.figure.indicator
            raw = figures(site.store, indicator)[ask.figure.area.code, ask.figure.latest.period]
            assert f"{number}. {ask.statement.title} {written(indicator, raw)} " in text

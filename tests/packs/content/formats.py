"""Each format of a pack (words, slides, book, map): its numbers, held against the published ones."""

import io

import openpyxl
import pytest
from pptx import Presentation

from dashboard.charts.axis import value_axis
from dashboard.charts.chart import Chart, extent
from dashboard.charts.selection import BENCHMARKS
from dashboard.charts.svg.dots import shown_dots
from dashboard.packs.formats import PACK_FORMATS
from dashboard.packs.pptx.style import MOST_NAMED_BARS
from dashboard.statements.by_decile import by_decile
from tests.oracle.reckoning.written import written
from tests.packs.oracle import absences, figures, figures_by_area, model_words, projected, tokens
from tests.packs.reading import html_text, pdf_text


def held(pack, site):
    """Every figure that the pack may show, as words: of its place, what is around and in it, the ticks."""
    found = set()
    region = site.geography.region_of(pack.place.code)
    areas = {area.code for area in site.geography.around(region.code)} | {pack.place.code, *BENCHMARKS}
    areas |= set(
        site.geography.within.get(pack.place.code, ())
    )  # a county speaks for a district without a figure
    for indicator in {source.indicator for source in pack.sources}:
        for area in areas:
            for item in site.observations(indicator).series(area):
                found |= {
                    written(indicator, n) for n in (item.value, item.lower, item.upper) if n is not None
                }
    for section in pack.sections:
        for shown in (item.shown for item in section.maps):
            found |= {written(shown.indicator, item.value) for item in shown.figures.values()}
        for picture in section.pictures:
            found |= _ticks(picture.chart)
            found |= {written(picture.indicator, value) for value in _inequality(site, picture)}
            found |= {picture.chart.format(value) for value in _inequality(site, picture)}
            for ahead in projected(site.store, picture.indicator, picture.place.code).values():
                found |= {written(picture.indicator, n) for n in ahead}
    return tokens(" ".join(found))


def _inequality(site, picture):
    """The figures of both groups and their gap, counted here from the SELECT, and those of the deciles."""
    indicator, drawn = picture.indicator, set()
    if indicator.groups:
        sql = f"SELECT value, group_value, others_value FROM ({indicator.sql}) AS gap"  # noqa: S608 - ours
        drawn = {value for row in site.store.rows(sql) for value in row if value is not None}
    deciles = by_decile(site, indicator, picture.place)
    return drawn | {item.value for item in (deciles.deciles if deciles else ())}


def _ticks(chart):
    if isinstance(chart, Chart):
        return set(value_axis(extent(chart), chart.format, chart.zero).words)
    values = [n for dot in chart.dots for n in (dot.value, dot.lower, dot.upper) if n is not None]
    return set(value_axis(values, chart.format).words)


def check_words(pack, site, text):
    known = held(pack, site) | tokens(model_words(pack))
    strange = {token.lstrip("−-") for token in tokens(text)} - {token.lstrip("−-") for token in known}
    assert not strange, f"numbers that no figure explains: {sorted(strange)[:10]}"
    for section in pack.sections:
        cards = [*section.figures, *(ask.figure for ask in section.asks)]
        for card in (card for card in cards if card.latest):
            raw = figures(site.store, card.indicator)[card.area.code, card.latest.period]
            assert written(card.indicator, raw) in text
        for profile in section.profiles:
            for entry in (entry for entry in profile.entries if entry.latest):
                raw = figures(site.store, entry.indicator)[profile.place.code, entry.latest.period]
                assert written(entry.indicator, raw) in text


def check_slides(pack, site, file):
    slides = Presentation(io.BytesIO(file)).slides
    charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    pictures = [picture for _, picture in pack.pictures()]
    assert len(charts) == len(pictures)
    for native, picture in zip(charts, pictures, strict=True):
        raw = {value for value in figures(site.store, picture.indicator).values() if value is not None}
        raw |= _inequality(site, picture)
        ahead = projected(site.store, picture.indicator, picture.place.code)
        every = list(native.plots[-1].series)
        fan = [series for series in every if series.name.startswith("If recent patterns continue")]
        shown = [
            value for series in every if series not in fan for value in series.values if value is not None
        ]
        assert shown
        assert set(shown) <= raw
        assert {value for series in fan for value in series.values if value is not None} <= (
            raw | {middle for middle, _, _ in ahead.values()}
        )
        assert bool(fan) == any(band.kind == "projection" for band in getattr(picture.chart, "bands", ()))
        check_bars(picture, native, site, ahead)
        if isinstance(picture.chart, Chart):
            drawn = [point for line in picture.chart.lines if line.role != "path" for point in line.figures]
            assert sorted(shown) == sorted(point.value for point in drawn)


def check_bars(picture, native, site, ahead):
    """Every band and error bar reaches the limits that the API gives, or the ends of the projection."""
    observations = site.observations(picture.indicator)
    published = [item for area in observations.areas() for item in observations.series(area)]
    known = {(item.value, item.lower, item.upper) for item in published if item.lower is not None}
    deciles = by_decile(site, picture.indicator, picture.place)
    known |= (
        {(item.value, item.lower, item.upper) for item in deciles.deciles if item.lower} if deciles else set()
    )
    known = {tuple(round(n, 6) for n in ends) for ends in (*known, *ahead.values())}
    limited = [p for p in points_of(picture.chart) if None not in (p.lower, p.upper)]
    drawn = [
        (value, value - moves["minus"][at], value + moves["plus"][at])
        for series in native.plots[-1].series
        for moves in [bars_of(series)]
        for at, value in enumerate(series.values)
        if at in moves["plus"]
    ]
    drawn += bands_of(native)
    assert len(drawn) == len(limited)
    for ends in drawn:
        found = tuple(round(n, 6) for n in ends)
        assert found in known or found[0] == found[1] == found[2], found


def points_of(chart):
    """The points whose limits PowerPoint draws: of the focus, of the projection, or of every dot."""
    if not isinstance(chart, Chart):
        return shown_dots(chart, MOST_NAMED_BARS)
    lines = [
        line for line in chart.lines if line.role == "path" or (line.role == "focus" and chart.intervals)
    ]
    return [point for line in lines for point in line.figures]


def bars_of(series):
    """{"plus": {place: distance}, "minus": ...} of the error bars of a native series."""
    found = {}
    for side in ("plus", "minus"):
        points = series._element.xpath(f"c:errBars/c:{side}//c:pt")
        found[side] = {int(point.get("idx")): float(point.xpath("c:v")[0].text) for point in points}
    return found


def bands_of(native):
    """(value, lower, upper) of each period of the bands: two areas of which the upper one is seen."""
    if len(native.plots) == 1:
        return []
    unseen, seen = native.plots[0].series
    line = unseen.name.removesuffix(": likely from")
    (own,) = [series for series in native.plots[-1].series if series.name == line]
    return [
        (value, low, low + wide)
        for value, low, wide in zip(own.values, unseen.values, seen.values, strict=True)
    ]


def check_book(pack, site, book):
    if "Figures" not in book.sheetnames:  # nothing but charts: their own sheet has every point
        assert "Chart figures" in book.sheetnames
        return
    header, *rows = book["Figures"].iter_rows(min_row=3, values_only=True)
    by_title = {(item.indicator.title, item.indicator.unit): item.indicator for item in pack.sources}
    assert rows
    reasons = {none.printed for section in pack.sections for none in absences(section)}
    for row in rows:
        line = dict(zip(header, row, strict=True))
        if line["Status"] in reasons:
            assert (line["Value"] in ("[x]", "[h]", "[z]", "[u]", "[c]", "[low]"), line["Shown"]) == (
                True,
                "–",
            )
            continue
        indicator = by_title[line["Indicator"], line["Unit"]]
        series = figures_by_area(site.store, indicator)[line["Code"]]
        assert line["Value"] == pytest.approx(series[line["Period"]], abs=1e-9)
        assert line["Shown"] == written(indicator, series[line["Period"]])


def check_map_sheet(pack, site, book):
    drawn = [item.shown for section in pack.sections for item in section.maps]
    assert ("Map figures" in book.sheetnames) == bool(drawn)
    if drawn:
        header, *rows = book["Map figures"].iter_rows(min_row=3, values_only=True)
        lines = [dict(zip(header, row, strict=True)) for row in rows]
        for shown in drawn:
            raw = figures(site.store, shown.indicator, pack.place.code)
            mine = [line for line in lines if line["Indicator"] == shown.indicator.title]
            assert len(mine) == len(shown.areas)
            for line in mine:
                value = raw.get((line["Code"], shown.period))
                assert line["Value"] == ("[x]" if value is None else pytest.approx(value, abs=1e-9))


def check(pack, site, file_of):
    made = {ending: file_of(ending) for ending in PACK_FORMATS}
    check_words(pack, site, pdf_text(made["pdf"]))
    check_words(pack, site, html_text(made["html"]))
    check_slides(pack, site, made["pptx"])
    book = openpyxl.load_workbook(io.BytesIO(made["xlsx"]), read_only=True)
    check_book(pack, site, book)
    check_map_sheet(pack, site, book)

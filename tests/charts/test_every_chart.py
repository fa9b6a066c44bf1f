"""Every chart of the product, in its formats: no tick, label or line says what the figures do not."""

import re
from dataclasses import replace
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest

from dashboard.catalogue.regions import load_regions
from dashboard.charts.ahead import ahead_of
from dashboard.charts.chart import Chart, Dots
from dashboard.charts.control_chart import control_chart
from dashboard.charts.line_styles import looks
from dashboard.charts.plotly.ends import LINE
from dashboard.charts.plotly.figure import figure
from dashboard.charts.selection import BENCHMARKS, Selection
from dashboard.charts.similar import similar
from dashboard.charts.svg.drawing import chart_svg
from dashboard.charts.svg.text import SIZE, text_width
from dashboard.charts.trend import trend
from dashboard.settings import ROOT
from dashboard.statements.judgement.control_chart import charted
from dashboard.statements.judgement.judgement import cached_judgement

FIRST = "E47000014"  # the North East: districts of two authorities, few figures of its own
REGIONS = [region.code for region in load_regions(ROOT / "data" / "regions")]
AWKWARD = ("E47000006", "E47000008", FIRST)  # Tees Valley, Cambridgeshire and Peterborough
SOME = ("E12000007", "cumbria")  # 33 districts; two districts that began in 2023
SWEEP = [
    *(pytest.param(code, 15, marks=pytest.mark.full) for code in SOME),
    *(
        pytest.param(code, 1, marks=pytest.mark.full if code in AWKWARD else pytest.mark.soak)
        for code in REGIONS
    ),
]


@pytest.fixture
def charts(site):
    """charts(region) -> (indicator, chart) of all there: as it comes, as full as it gets, control charts."""

    def of(code, every):
        region = site.geography[code]
        for indicator in list(site.indicators.values())[::every]:
            plain = Selection(site, indicator, region)
            near = similar(site, region, (), "global")
            full = replace(
                plain,
                places=tuple(plain.members[:5]),
                similar=near,
                outlook=ahead_of(site, indicator, region),
            )
            drawn = [chart for chart in map(trend, (plain, full)) if chart is not None]
            assert all(_england(plain, chart) for chart in drawn), indicator.id
            verdict = cached_judgement(site, indicator, region)
            behind = charted(verdict) if verdict else None
            drawn += [control_chart(site, behind)] if behind else []
            yield from ((indicator, chart) for chart in drawn)

    return of


def _england(chosen, chart) -> bool:
    """Whether the benchmark is drawn wherever it has a figure that may be."""
    code = chosen.drawn_benchmark
    names = [item.name for item in (chart.lines if isinstance(chart, Chart) else chart.dots)]
    if code is None:
        return chosen.indicator.statistic == "count" or not any(map(chosen.has, BENCHMARKS))
    return BENCHMARKS[code] in names


@pytest.mark.parametrize(("region", "every"), [(FIRST, 5), *SWEEP])
def test_every_chart_of_a_region_says_what_its_figures_do(charts, site, region, every):
    if region not in site.geography.areas:
        pytest.skip(f"{region} is no region here")
    found = list(charts(region, every))
    for indicator, chart in found:
        drawn = figure(chart)
        _ticks(drawn, indicator)
        _paper(chart, indicator)
        if isinstance(chart, Chart):
            _screen(chart, drawn, indicator)
        else:
            _one_period(chart, drawn, indicator)
    assert len(found) > 100 / every


def _ticks(drawn, indicator):
    axis = drawn["layout"]["xaxis" if drawn["layout"]["xaxis"].get("type") != "date" else "yaxis"]
    assert [_value(words) for words in axis["ticktext"]] == axis["tickvals"], indicator.id


def _value(words: str) -> float:
    size = float(re.search(r"[\d,]*\.?\d+", words)[0].replace(",", ""))
    return -size if words[0] in "−-" else size


def _screen(chart, drawn, indicator):
    filled = ["fillcolor" in trace for trace in drawn["data"]]
    assert filled == sorted(filled, reverse=True), indicator.id
    ends = drawn["layout"]["meta"]["ends"]
    boxes = [
        (e["middle"] - LINE * len(e["lines"]) / 2, e["middle"] + LINE * len(e["lines"]) / 2) for e in ends
    ]
    assert all(upper[1] <= lower[0] + 1 for upper, lower in pairwise(boxes)), indicator.id
    colours = {line.name: look.colour for line, look in looks(chart).items()}
    assert all(end["colour"] == colours[end["name"]] for end in ends), indicator.id
    last = {line.name: line.figures[-1].period.isoformat() for line in chart.lines if line.figures}
    for trace in drawn["data"]:
        if "name" in trace:
            assert max(x for x in trace["x"] if x) <= last[trace["name"]], indicator.id
    assert {e["name"] for e in ends} >= {e.name for e in chart.lines if e.role != "context" and e.figures}


def _one_period(chart, drawn, indicator):
    assert isinstance(chart, Dots)
    assert [trace["x"] for trace in drawn["data"]] == [[float(f"{dot.value:.6g}")] for dot in chart.dots], (
        indicator.id
    )


def _paper(chart, indicator):
    """No two words of the drawing lie over each other, and none leaves it."""
    svg, height = chart_svg(chart, 240, 120)
    boxes = [_box(text) for text in ElementTree.fromstring(svg).findall("{*}text")]  # noqa: S314 our own
    for one, other in combinations(boxes, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (indicator.id, one, other)
    assert all(
        left >= -1 and top >= -1 and right <= 241 and low <= height + 1 for left, top, right, low, _ in boxes
    )


def _box(text) -> tuple[float, float, float, float, str]:
    x, y, wide = float(text.get("x")), float(text.get("y")), text_width(text.text)
    left = x - {"middle": wide / 2, "end": wide}.get(text.get("text-anchor"), 0)
    return left, y - SIZE * 0.7, left + wide, y + SIZE * 0.2, text.text

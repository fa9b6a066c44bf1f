"""The picture of an indicator over time: one period in a comparison, a benchmark only of the same one."""

import pytest

from dashboard.charts.chart import Dots
from dashboard.charts.selection import Selection
from dashboard.charts.trend import trend
from tests.pages import testshire
from tests.pages.compare.test_page import REGISTER
from tests.tables import read_table

LATER = """
    area_code | period     | value
    E92000001 | 2024-01-01 | 4200
    E10000099 | 2023-01-01 | 4900
    E06000091 | 2023-01-01 | 5600
"""


@pytest.fixture
def drawn(given, indicators, monkeypatch):
    """drawn(flows) -> the picture of Testshire's traffic flow with those figures."""

    def draw(flows=testshire.FLOWS):
        monkeypatch.setattr(testshire, "FLOWS", flows)
        register = read_table(REGISTER.format(published="2024-01-01")).assign(experimental=False)
        site = testshire.small_site(given, indicators, datasets=register)
        return trend(Selection(site, site.indicators["employment/flow"], site.geography[testshire.REGION]))

    return draw


def test_a_single_period_is_dots_with_england_among_them(drawn):
    chart = drawn()
    assert isinstance(chart, Dots)
    assert [(dot.name, dot.value, dot.role) for dot in chart.dots] == [
        ("Cove", 5600, "context"), ("Testshire", 4900, "context"), ("England", 4200, "benchmark")
    ]  # fmt: skip


def test_england_of_another_year_is_not_drawn_beside_figures_of_this_one(drawn):
    chart = drawn(LATER)
    assert [dot.name for dot in chart.dots] == ["Cove", "Testshire"]
    assert "England: 4,200 in 2024" in chart.summary


def test_where_no_figure_for_england_is_held_that_is_said(drawn):
    chart = drawn("\n".join(row for row in testshire.FLOWS.splitlines() if "E92" not in row))
    assert "No figure for England of the same kind is held here." in chart.summary

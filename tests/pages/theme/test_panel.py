"""Panels of a theme page on the built-in snapshot: figures first, then what small areas alone have."""

import pytest

from dashboard.charts.mapped import levels_with_figures
from dashboard.pages.theme.panel import panels
from tests.pages.testshire import words

pytestmark = pytest.mark.core


@pytest.mark.parametrize("region", ["E47000001", "E47000008"])
def test_what_only_neighbourhoods_have_is_listed_once_after_the_figures(site, region):
    area = site.geography.areas[region]
    drawable = [item for item in site.in_theme("people") if levels_with_figures(site, item, area)]
    figures, small = words(panels(site, "people", area, drawable)).split("For neighbourhoods only")
    for title in ("Burglary", "Deprivation score", "Years of life lost early"):
        assert title not in figures
        assert small.count(title) == 1
    assert "Burglary Where are most homes and other properties burgled? Show on map" in small
    assert "Population density" in figures
    assert "Life satisfaction" in figures  # districts have it, the region has not
    assert "not for " + area.name in small

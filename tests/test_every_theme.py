"""Each theme has its headline figures in every region, or the reason why there is none."""

import pytest

from dashboard.catalogue.indicators import THEMES
from dashboard.catalogue.regions import load_regions
from dashboard.settings import ROOT
from dashboard.statements.absence.absence import STATES
from dashboard.statements.headline import headline

pytestmark = pytest.mark.full
REGIONS = {region.code: region.name for region in load_regions(ROOT / "data" / "regions")}


@pytest.mark.parametrize("code", REGIONS, ids=REGIONS.values())
def test_each_theme_has_its_headlines_or_the_reasons(public_site, code):
    region = public_site.geography[code]
    for theme in THEMES:
        led = [item for item in public_site.indicators.values() if item.theme == theme and item.headline]
        said = [headline(public_site, item, region) for item in led]
        for each in said:
            reason = each.absence.because if each.absence else ""
            assert each.latest or (each.absence.state in STATES and len(reason) > 15), each.indicator.id


@pytest.mark.parametrize("code", REGIONS, ids=REGIONS.values())
def test_each_theme_shows_figures_of_the_region_or_of_its_districts(public_site, code):
    places = (code, *(district.code for district in public_site.geography.members(code)))
    for theme in THEMES:
        led = [item for item in public_site.indicators.values() if item.theme == theme and item.headline]
        latest = (public_site.observations(item).latest(place) for item in led for place in places)
        assert any(latest), f"{theme}: no headline has a figure here"

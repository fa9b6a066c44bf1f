"""Every indicator's page opens in every region, and says a figure or one of the three reasons for none."""

import re

import pytest

from dashboard.address import address as addresses
from dashboard.catalogue.regions import load_regions
from dashboard.pages import pages_for
from dashboard.settings import ROOT
from dashboard.statements.absence.absence import STATES
from dashboard.statements.headline import headline
from tests.pages.testshire import words
from tests.test_every_region import MISPRINTS, empty_parts

pytestmark = pytest.mark.soak
REGIONS = [region.code for region in load_regions(ROOT / "data" / "regions")]
HEADING_ALONE = re.compile(r"(Inside|About) [A-Z][^.]{0,40}$")


@pytest.mark.parametrize("code", REGIONS)
def test_each_panel_has_a_figure_with_its_age_or_one_of_three_reasons(site, code):
    region = site.geography[code]
    for indicator in site.indicators.values():
        said = headline(site, indicator, region)
        if said.latest is None:
            assert said.absence.state in STATES, indicator.id
            assert len(said.absence.because) > 15, indicator.id
        else:
            assert said.dated.startswith(said.period), indicator.id
            assert said.dated != said.period, f"{indicator.id} has no age"
            assert "nan" not in said.value, indicator.id


@pytest.mark.parametrize("code", REGIONS)
def test_each_indicator_page_opens_whole(site, code):
    pages = pages_for("office")
    for name in site.indicators:
        address = addresses.read(site, pages, f"/indicator/{name}", f"?region={code}")
        layout = address.page.layout(site, address)
        text = words(layout)
        assert len(text) > 300, name
        assert not (found := MISPRINTS.search(text)), f"{name}: {text[found.start() - 30 : found.end() + 30]}"
        assert not HEADING_ALONE.search(text), name
        for said in empty_parts(layout):
            assert len(said) > 15, f"{name}: {said!r} gives no reason"

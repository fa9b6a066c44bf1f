"""Each theme has its headline figures for every city region as a whole, or says why it has none."""

import pytest

from dashboard.statements.absence.absent import absent

FOUNDED = {"cheshire-and-warrington", "cumbria", "hampshire-and-the-solent", "sussex-and-brighton"}
# Shares of premises and gaps between groups of pupils are published without the numbers behind them, so they
# cannot be added up for a region that its publisher does not name.
WITHOUT = {"digital": FOUNDED}
PUPILS = {"inequality"}  # DfE's tool names no combined authority
LEAST = {  # figures for the region as a whole, in the region that has fewest
    "transport": 8,
    "housing": 12,
    "employment": 8,
    "skills": 2,
    "economy": 4,
    "people": 7,
    "environment": 1,
}


@pytest.fixture(scope="module")
def held(site):
    """theme -> region -> the indicators with a figure for the region as a whole."""
    found = {}
    for indicator in site.indicators.values():
        observations = site.observations(indicator)
        for region in site.geography.regions:
            of_region = found.setdefault(indicator.theme, {}).setdefault(region.code, [])
            if observations.latest(region.code) is not None:
                of_region.append(indicator)
    return found


@pytest.mark.parametrize("theme", LEAST)
def test_a_theme_has_figures_for_every_region_as_a_whole(held, theme):
    assert len(held[theme]) == 20
    fewest = min(held[theme], key=lambda code: len(held[theme][code]))
    assert len(held[theme][fewest]) >= LEAST[theme], fewest


def test_a_theme_leads_with_a_figure_in_every_region_but_where_a_reason_stands(site, held):
    for theme in held.keys() - PUPILS:
        silent = {code for code, items in held[theme].items() if not any(item.headline for item in items)}
        assert silent == WITHOUT.get(theme, set()), theme


def test_a_headline_that_a_region_lacks_says_why(site):
    for indicator in (item for item in site.indicators.values() if item.headline):
        for region in site.geography.regions:
            if site.observations(indicator).latest(region.code) is None:
                none = absent(site, indicator, region)
                assert len(none.reason) > 40, (indicator.id, region.name)
                assert none.short, (indicator.id, region.name)
                assert none.mark, (indicator.id, region.name)

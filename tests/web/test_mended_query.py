"""A query mended and not built: its own figures are shown, and no page falls with one that is broken."""

import shutil

import pytest

from dashboard.pages.about.tested_table import backtests
from dashboard.settings import ROOT, Settings
from dashboard.site import SiteKeeper
from dashboard.statements.attention.attention import attention_list
from dashboard.statements.attention.statement import statement
from dashboard.statements.outlook.outlook import outlook
from dashboard.web.application import create_app

RATE = "queries/employment/employment_rate.sql"
HOMES = "housing/homes"
MANCHESTER = "E08000003"
ASKED = (
    "/",
    "/indicator/employment/claimants",
    "/place/E08000003",
    "/theme/employment",
    "/search?q=rate",
)


@pytest.fixture
def served(built_in, tmp_path):
    """served(old, new, path) -> settings of the built-in figures, with a query in which `old` is `new`."""

    def served(old: str, new: str, path: str) -> Settings:
        folder = tmp_path / "queries"
        shutil.copytree(ROOT / "queries", folder)
        query = folder.parent / path
        text = query.read_text("utf-8")
        assert old in text
        query.write_text(text.replace(old, new, 1), "utf-8")
        return Settings(data=built_in, audience="public", queries=folder)

    return served


def test_what_was_worked_out_of_the_old_query_is_not_said_of_the_new(served, site):
    mended = SiteKeeper(served(" value,", " value * 2 AS value,", "queries/housing/homes.sql")).current()
    area, twice = site.geography[MANCHESTER], mended.observations(mended.indicators[HOMES])
    once = site.observations(site.indicators[HOMES])
    assert twice.latest(MANCHESTER).value == 2 * once.latest(MANCHESTER).value
    ahead = [outlook(each, each.indicators[HOMES], area).steps for each in (mended, site)]
    assert all(step.lower > twice.latest(MANCHESTER).value * 0.9 for step in ahead[0])
    assert all(step.upper < once.latest(MANCHESTER).value * 1.5 for step in ahead[1])
    assert all(ahead)


def test_the_list_of_what_needs_attention_follows_the_definition(served, site):
    """A rate for which lower is now better: where it was worse than elsewhere it is no longer said to be."""
    name = "employment/employment_rate"
    turned = SiteKeeper(served('better   = "higher"', 'better   = "lower"', RATE)).current()
    tiers = [[tier_of(each, region, name) for region in site.geography.regions] for each in (site, turned)]
    anew = [statement(turned, turned.indicators[name], region) for region in site.geography.regions]
    assert tiers[0] != tiers[1]
    assert [tier is None for tier in tiers[1]] == [item is None for item in anew]
    for region in site.geography.regions:
        old, new = ({item.indicator for item in attention_list(each, region)} for each in (site, turned))
        assert old - {name} == new - {name}


def tier_of(site, region, name):
    return next((item.tier for item in attention_list(site, region) if item.indicator == name), None)


def test_the_back_tests_are_of_the_query_as_it_is(served, site):
    path = "queries/housing/homes.sql"
    short = SiteKeeper(served("WHERE", "WHERE period < DATE '1900-01-01' AND", path)).current()
    told = [{row.indicator for row in backtests(each, "district")} for each in (site, short)]
    assert HOMES in told[0]
    assert told[1] == told[0] - {HOMES}


@pytest.mark.parametrize(("old", "new"), [("value,", "valu,"), ("value,", "value || 'x' AS value,")])
def test_a_broken_query_stops_itself_alone_and_health_counts_it(served, old, new):
    keeper = SiteKeeper(served(old, new, RATE))
    client = create_app(keeper).server.test_client()
    assert {page: client.get(page).status_code for page in ASKED} == dict.fromkeys(ASKED, 200)
    assert client.get("/indicator/employment/employment_rate").status_code == 404
    assert client.get("/health").get_json()["withheld"] == 1
    assert keeper.current().withheld["employment/employment_rate"].startswith(RATE)

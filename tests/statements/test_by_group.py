"""The gap between groups: both figures, whether it widens and how sure, the same in every format."""

import csv
import io

import pytest

from dashboard.catalogue.indicators import Groups
from dashboard.datastore.groups import pairs
from dashboard.statements import group_words
from dashboard.statements.attention import tiers
from dashboard.statements.by_group import gaps_of, group_gaps
from dashboard.statements.judgement import words
from dashboard.statements.judgement.judgement import judgement

from .conftest import yearly

TEES_VALLEY, LONDON, ENGLAND = "E47000006", "E12000007", "E92000001"
FREE_MEALS = "inequality/attainment_8_free_meals_gap"
MEN = "inequality/healthy_life_men_gap"
GAP = Groups("the few", "the many")


@pytest.fixture
def found(site):
    def found(name: str, region: str = TEES_VALLEY):
        return group_gaps(site, site.indicators[name], site.geography[region])

    return found


def judged(told, figures, **metadata):
    here = told(figures, **metadata)
    return judgement(here.site, here.indicator, here.region)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((10, 11, 12, 13, 14), "the gap is widening since 2010, by more than chance explains"),
        ((14, 13, 12, 11, 10), "the gap is narrowing since 2010, by more than chance explains"),
    ],
)
def test_a_gap_that_changed_beyond_chance_widens_or_narrows(told, values, said):
    found = judged(told, {"E47000001": yearly(*values, around=0.2)}, better="lower", groups=GAP)
    assert said in words.sentence(found)


def test_a_gap_that_widens_is_among_what_is_worse_here_and_one_within_chance_is_not(told):
    widening = {"E47000001": yearly(10, 11, 12, 13, 14, around=0.2)}
    within = {"E47000001": yearly(10, 11, 12, 13, 14, around=9)}
    sure, unsure = (judged(told, each, better="lower", groups=GAP) for each in (widening, within))
    assert tiers.of_region(sure) == tiers.WORSENING
    assert tiers.of_region(unsure) not in (tiers.WORSENING, tiers.WORSE_AND_WORSENING)
    assert "widening" not in words.sentence(unsure)


def test_a_gap_without_margins_is_not_said_to_widen(told):
    found = judged(told, {"E47000001": yearly(10, 11, 12, 13, 24)}, better="lower", groups=GAP)
    assert "widening" not in words.sentence(found)


def test_both_groups_of_england_are_those_that_the_department_publishes(site):
    newest = pairs(site.store, site.indicators[FREE_MEALS])[ENGLAND][-1]
    assert (newest.period.year, newest.group, newest.others) == (2024, 35.0, 50.0)


def test_a_region_with_figures_speaks_for_itself_and_one_without_by_its_authorities(found):
    assert [item.area.code for item in found(FREE_MEALS, LONDON)] == [LONDON]
    there = found(FREE_MEALS)
    assert len(there) == 5
    assert there[0].gap.value == max(item.gap.value for item in there)


def test_a_gap_without_counts_says_that_chance_cannot_be_told(found):
    assert group_words.UNTESTED in group_words.certainty(found(FREE_MEALS, LONDON)[0])


def test_a_gap_of_published_margins_has_an_interval(found):
    men = found(MEN)[0]
    assert men.gap.lower < men.gap.value < men.gap.upper
    assert group_words.PERHAPS_0 in group_words.certainty(men)


def test_an_indicator_lists_the_gaps_of_its_groups(site):
    gaps = {item.id for item in gaps_of(site, site.indicators["skills/attainment_8"])}
    assert FREE_MEALS in gaps
    assert {item.id for item in gaps_of(site, site.indicators[FREE_MEALS])} == {FREE_MEALS}
    assert gaps_of(site, site.indicators["transport/bus_journeys"]) == []


def test_there_are_twenty_gaps_between_groups_and_each_says_who(site):
    gaps = [item for item in site.indicators.values() if item.groups]
    assert len(gaps) >= 20
    about = " ".join(item.groups.group for item in gaps)
    for word in ("free school meals", "special needs", "care", "men", "aged", "Black"):
        assert word in about


def test_the_gap_is_the_difference_of_both_figures_everywhere(site):
    for gap in (item for item in site.indicators.values() if item.groups):
        observations = site.observations(gap)
        for code, series in pairs(site.store, gap).items():
            for item in series:
                value = observations.at(code, item.period).value
                assert abs(abs(item.others - item.group) - abs(value)) < 1e-6, (gap.id, code)


def test_api_and_download_hold_the_figures_of_the_page(client, found):
    told = client.get(f"/api/v1/indicators/{FREE_MEALS}/groups?within={TEES_VALLEY}").get_json()["items"]
    file = client.get(f"/download/groups/{FREE_MEALS}.csv?region={TEES_VALLEY}").get_data(as_text=True)
    rows = list(csv.DictReader(io.StringIO(file.lstrip("\ufeff"))))
    for item, here, there in zip(found(FREE_MEALS), told, rows, strict=True):
        assert here["area_code"] == there["area_code"] == item.area.code
        assert here["gap"] == pytest.approx(item.gap.value) == float(there["gap"])
        assert here["text"] == there["text"] == group_words.sentence(item)


@pytest.mark.full
def test_no_region_breaks(site):
    for region in site.geography.regions:
        held = 0
        for gap in (item for item in site.indicators.values() if item.groups):
            there = group_gaps(site, gap, region)
            held += bool(there)
            for item in there:
                assert group_words.sentence(item)
                assert group_words.certainty(item)
                assert group_words.trend(item)
        assert held >= 20, (region.name, held)

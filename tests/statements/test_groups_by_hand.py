"""The gap between two groups of a region, or of its districts, from the figures of both side by side."""

from dataclasses import replace

import pytest

from dashboard.catalogue.indicators import Groups
from dashboard.statements.by_group import gaps_of, group_gaps, one_gap

from .conftest import ASH, BEECH, COVE, REGION, UNITED_KINGDOM, yearly

GAP = {"groups": Groups("the few", "the many"), "better": "lower"}


@pytest.fixture
def found(told):
    """found(figures of the gap) -> site, indicator and region; the many are at 50 everywhere."""

    def found(figures, where="TRUE"):
        here = told(figures, **GAP)
        both = f"SELECT *, CASE WHEN {where} THEN 50 - value END AS group_value, 50.0 AS others_value"
        here.indicator = replace(here.indicator, sql=f"{both} FROM ({here.indicator.sql}) AS gap")
        return here

    return found


def told_of(here):
    gaps = group_gaps(here.site, here.indicator, here.region)
    return [(gap.area.code, gap.gap.value, gap.pair.group, gap.pair.period.year) for gap in gaps]


def test_a_region_with_a_gap_speaks_for_itself(found):
    assert told_of(found({REGION: yearly(8, 10), ASH: yearly(20)})) == [(REGION, 10, 40, 2011)]


def test_else_its_districts_speak_the_widest_gap_first(found):
    figures = {ASH: yearly(5), BEECH: yearly(20), COVE: yearly(10)}
    assert told_of(found(figures)) == [(BEECH, 20, 30, 2010), (COVE, 10, 40, 2010), (ASH, 5, 45, 2010)]


def test_where_a_group_is_not_published_in_the_newest_period_nothing_is_said(found):
    assert told_of(found({REGION: yearly(8, 10)}, where="period < DATE '2011-01-01'")) == []
    assert told_of(found({ASH: yearly(8), BEECH: yearly(9)}, where=f"area_code = '{BEECH}'")) == [
        (BEECH, 9, 41, 2010)
    ]


def test_the_united_kingdom_and_an_area_without_figures_have_no_gap(found):
    here = found({REGION: yearly(8), UNITED_KINGDOM: yearly(7)})
    geography = here.site.geography
    assert one_gap(here.site, here.indicator, geography[UNITED_KINGDOM]) is None
    assert one_gap(here.site, here.indicator, geography[ASH]) is None
    assert one_gap(here.site, here.indicator, here.region).gap.value == 8


def test_an_indicator_has_the_gaps_that_name_it_and_a_gap_itself(told):
    here = told({REGION: yearly(1)})
    plain = here.indicator
    of = replace(plain, name="a", groups=Groups("x", "y", of=plain.id))
    own = replace(plain, name=f"{plain.name}_gap", groups=Groups("x", "y"))
    other = replace(plain, name="b", groups=Groups("x", "y", of="a/other"))
    without = replace(plain, name="c")
    site = replace(here.site, indicators={item.id: item for item in (plain, of, own, other, without)})
    assert gaps_of(site, plain) == [of, own]
    assert gaps_of(site, own) == [own]
    assert gaps_of(site, without) == []

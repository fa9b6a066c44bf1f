"""A regional sum that is missing says for want of which districts; districts are counted once everywhere."""

from types import SimpleNamespace

import pytest

from dashboard.charts.selection import Selection
from dashboard.charts.trend_notes import title
from dashboard.statements.absence.missing_parts import missing_sum, parts_lacking
from dashboard.statements.absence.parts_of_region import with_figures
from dashboard.statements.attention.statement import statement
from dashboard.statements.headline import headline
from tests.statements.conftest import ASH, BEECH, COVE, ENGLAND, REGION, yearly


def said(told, figures, **metadata):
    here = told(figures, statistic="count", **metadata)
    return missing_sum(here.site, here.indicator, here.region)


def test_the_district_without_a_figure_is_named(told):
    figures = {ASH: yearly(1, 2), BEECH: yearly(1, 2), COVE: yearly(1)}
    assert said(told, figures, sum_of="district") == "No sum for 2011: Cove has no figure"
    assert said(told, figures | {REGION: yearly(3)}, sum_of="district").endswith("2011: Cove has no figure")
    assert said(told, {ASH: yearly(1), BEECH: yearly(1)}, sum_of="district").startswith("No sum for 2010")


def test_a_part_that_had_a_figure_once_lacks_it_where_the_sum_would_be(told):
    here = told(
        {ASH: yearly(1, 2), BEECH: yearly(1, 2), COVE: yearly(1)}, statistic="count", sum_of="district"
    )
    assert parts_lacking(here.site, here.indicator, here.region) == "Cove has"


def test_no_reason_is_given_where_it_is_not_for_want_of_a_district(told):
    whole = {ASH: yearly(1, 2), BEECH: yearly(1, 2), COVE: yearly(1, 2)}
    assert said(told, whole, sum_of="district") == ""
    assert said(told, {ASH: yearly(1), BEECH: yearly(1)}) == ""  # no sum is made of it
    assert said(told, {ASH: yearly(1)}, sum_of="district") == ""  # most have none
    older = {ASH: yearly(1, None), BEECH: yearly(1, 2), COVE: yearly(1, 2), REGION: yearly(3, 5)}
    assert said(told, older, sum_of="district") == ""  # the newest is there


def test_card_and_statement_say_so(told):
    here = told({ASH: yearly(1), BEECH: yearly(2)}, statistic="count", sum_of="district")
    card = headline(here.site, here.indicator, here.region)
    assert card.absence.full == (
        "Not published for Here: it would be the sum of its parts, and Cove has no figure"
    )
    assert statement(here.site, here.indicator, here.region).reason.endswith("2010: Cove has no figure.")


def test_places_that_are_alike_have_one_figure_and_no_range(told):
    here = told({ASH: yearly(40), BEECH: yearly(40), COVE: yearly(40)})
    _, fact = headline(here.site, here.indicator, here.region).facts
    assert fact.text == "3 districts: 40.0% (2010)"
    heading = title(Selection(here.site, here.indicator, here.region))
    assert heading.endswith("3 districts: 40.0% in each in 2010")


def test_heading_and_card_count_the_same_districts(told):
    here = told({ASH: yearly(40, 41), BEECH: yearly(50, 51), COVE: yearly(60), ENGLAND: yearly(50, 50)})
    _, fact = headline(here.site, here.indicator, here.region).facts
    assert fact.text == "2 of 3 districts: 41.0% to 51.0% (2011)"
    heading = title(Selection(here.site, here.indicator, here.region))
    assert heading.endswith("2 of its 3 districts: 41.0% (Ash) to 51.0% (Beech) in 2011")


def test_a_sum_that_half_its_districts_lack_is_still_one_that_was_to_be_made(told):
    here = told({ASH: yearly(1, 2), BEECH: yearly(1)}, statistic="count", sum_of="district")
    both = [here.site.geography[code] for code in (ASH, BEECH)]
    two = SimpleNamespace(
        observations=here.site.observations, geography=SimpleNamespace(members=lambda region: both)
    )
    assert missing_sum(two, here.indicator, here.region) == "No sum for 2011: Beech has no figure"


@pytest.mark.parametrize(
    ("figures", "within", "named"),
    [
        ((ASH,), {}, (["Ash"], "district")),  # the county has none
        ((ASH, COVE), {}, (["Ash", "Cove"], "local authorities")),
        ((ASH, COVE), {ASH: (COVE,)}, (["Ash"], "district")),  # the county's are those of its districts
        ((COVE,), {ASH: (COVE,)}, (["Cove"], "local authority")),
    ],
)
def test_a_county_is_counted_where_it_has_a_figure_and_no_district_of_it_has(told, figures, within, named):
    """Cove is a county here, and Ash a district that may lie in it."""
    here = told({code: yearly(5) for code in figures})
    ash, cove = (here.site.geography[code] for code in (ASH, COVE))
    members = lambda region, level="district": [ash if level == "district" else cove]  # noqa: E731
    site = SimpleNamespace(
        observations=here.site.observations, geography=SimpleNamespace(members=members, within=within)
    )
    found, name = with_figures(site, here.indicator, here.region)
    assert ([area.name for area in found], name) == named

"""Why an area has no figure in one period, between two days, or at all, from rows with marks in them."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from dashboard.datastore.areas import Geography
from dashboard.settings import Settings
from dashboard.site import Site
from dashboard.statements.absence.absent import absent, absent_between, absent_in, absent_inside
from dashboard.statements.absence.england_words import no_england, none_beside
from dashboard.statements.absence.scope import publisher
from dashboard.statements.judgement.trend_words import nothing
from tests.statements.conftest import AREAS, ASH, BEECH, COVE, ENGLAND, MEMBERSHIP, NEIGHBOURS, REGION, yearly

T10, T11 = date(2010, 1, 1), date(2011, 1, 1)


@pytest.fixture
def marked(told):
    """marked((code, year, value, mark), ...) -> site, indicator and area by code, of these rows."""

    def marked(*rows, **metadata):
        here = told({REGION: yearly(1)}, **metadata)
        held = ", ".join(
            f"('{code}', DATE '{year}-01-01', CAST({'NULL' if value is None else value} AS DOUBLE), '{mark}')"
            for code, year, value, mark in rows
        )
        sql = f"SELECT * FROM (VALUES {held}) AS given (area_code, period, value, status)"  # noqa: S608
        return here.site, replace(here.indicator, sql=sql), here.site.geography

    return marked


@pytest.mark.parametrize(
    ("mark", "state", "reason"),
    [
        ("c", "not_published", "withheld to protect people by its publisher (2011)"),
        ("u", "not_published", "marked as too unreliable to publish by its publisher (2011)"),
        ("z", "not_applicable", "marked as not applicable in the figures held (2011)"),
        ("", "not_published", "left blank by its publisher (2011)"),
    ],
)
def test_a_mark_in_the_newest_period_is_the_reason(marked, mark, state, reason):
    site, item, areas = marked((ASH, 2011, None, mark), (BEECH, 2011, 5, ""))
    found = absent(site, item, areas[ASH])
    assert (found.state, found.reason) == (state, reason)


def test_a_mark_in_one_period_of_several_is_told_with_that_period(marked):
    site, item, areas = marked((ASH, 2010, None, "c"), (ASH, 2011, 5, ""))
    assert (
        absent_in(site, item, areas[ASH], T10).reason == "withheld to protect people by its publisher (2010)"
    )
    none = absent_in(site, item, areas[ASH], date(2009, 1, 1))
    assert (none.reason, none.short) == ("none for 2009; the newest is for 2011", "none for 2009")
    assert none.state == "not_published"


def test_without_a_figure_at_all_each_question_has_that_answer(marked):
    site, item, areas = marked((BEECH, 2011, 5, ""))
    whole = absent(site, item, areas[ASH])
    assert whole.reason == "the figures of its publisher are for 1 of 3 districts, not for this one"
    assert absent_in(site, item, areas[ASH], T11) == absent_between(site, item, areas[ASH]) == whole


def test_a_period_that_was_not_asked_for_is_the_newest_that_is_named(marked):
    site, item, areas = marked((ASH, 2010, 4, ""), (ASH, 2011, 5, ""), (BEECH, 2012, 5, ""))
    found = absent_between(site, item, areas[ASH])
    assert found.reason == "none for a period that begins on the days asked for; the newest is for 2011"
    assert (found.state, found.area) == ("not_published", "Ash")


def test_the_newest_figure_of_a_neighbourhood_is_looked_for_in_its_region(given, told):
    """A region's neighbourhoods are read with that region alone."""
    small = "E01000001"
    store = given(
        areas=f"{AREAS}{small} | Ash 001A | lsoa | 1",
        membership=f"{MEMBERSHIP}{small} | {REGION}",
        small=f"area_code | period | value\n{small} | 2011-01-01 | 5",
    )
    item = replace(told({REGION: yearly(1)}).indicator, sql="SELECT area_code, period, value FROM small")
    site = Site(Settings(), store, {item.id: item}, Geography.of(store))
    found = absent_between(site, item, site.geography[small], site.geography[REGION])
    assert found.reason == "none for a period that begins on the days asked for; the newest is for 2011"


def test_a_figure_of_the_region_as_a_whole_does_not_apply_to_its_district(marked):
    site, item, areas = marked((REGION, 2010, 4, ""), (REGION, 2011, 5, ""))
    found = absent(site, item, areas[ASH])
    assert found.full == "Does not apply to Ash: it is a figure for Here as a whole, which has 5.0% (2011)"
    assert (found.instead.code, found.mark) == (REGION, "z")
    there = absent(site, item, areas[NEIGHBOURS[0]])
    assert there.reason == "the figures of its publisher are for 1 of 3 city regions, not for this one"


def test_figures_of_another_level_are_not_for_this_one(marked):
    site, item, areas = marked((ASH, 2010, 4, ""), (BEECH, 2010, 4, ""), (COVE, 2010, 4, ""))
    assert absent(site, item, areas[REGION]).reason == (
        "the figures of its publisher are for districts, not for city regions"
    )
    inside = absent_inside(site, item, areas[REGION], "ward")
    assert (inside.area, inside.state) == ("Here", "not_published")


def test_what_is_missing_to_a_sum_is_named(marked):
    site, item, areas = marked((ASH, 2010, 4, ""), (BEECH, 2010, 4, ""), statistic="count", sum_of="district")
    assert (
        absent(site, item, areas[REGION]).reason == "it would be the sum of its parts, and Cove has no figure"
    )


def test_englands_cell_says_in_few_words_why_it_is_empty(marked):
    site, item, areas = marked((ENGLAND, 2010, 4, ""), (ASH, 2011, 4, ""))
    assert no_england(site, item, T11) == "None for 2011"
    assert no_england(site, replace(item, statistic="count"), T11) == "A total, not compared"
    assert none_beside(site, item, areas[BEECH], None) == "Not published"


def test_there_is_no_chart_where_only_smaller_areas_have_figures_or_nobody(marked):
    site, item, areas = marked((BEECH, 2011, 5, ""))
    none = absent(site, item, areas[ASH])
    assert (
        nothing(item, none, "wards") == "Rate has figures only for wards here, so nothing is drawn over time."
    )
    assert nothing(item, none, "") == (
        "Not published for Ash or any place in it: the figures of its publisher are for 1 of 3 districts, "
        "not for this one."
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Department for Transport", "the Department for Transport"),
        ("Office for National Statistics", "the Office for National Statistics"),
        ("Ministry of Justice", "the Ministry of Justice"),
        ("Ofcom", "Ofcom"),
        ("Department for Transport, sourced from Zapmap", "the Department for Transport"),
        ("Ofcom, compiled by us", "Ofcom"),
        ("Office of Rail and Road (Great Britain)", "the Office of Rail and Road"),
        ("NHS England; UKHSA", "NHS England"),
    ],
)
def test_a_publisher_is_named_as_a_sentence_names_it(name, said):
    tables = [SimpleNamespace(publisher="ONS", dataset="areas"), SimpleNamespace(publisher=name, dataset="a")]
    store = SimpleNamespace(tables=lambda: {"datasets"})
    assert publisher(SimpleNamespace(store=store, sources=lambda item: tables), None) == said
    assert publisher(SimpleNamespace(store=store, sources=lambda item: tables[:1]), None) == "its publisher"

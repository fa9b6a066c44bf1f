"""Parts that a line of the list is made of: spreads, sides that last, and facts that are told twice."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from dashboard.statements import commuting_words
from dashboard.statements.attention.overview_words import furthest, number, subject
from dashboard.statements.attention.statement import Statement
from dashboard.statements.districts.counted import Counted
from dashboard.statements.judgement.benchmark import gap, judge_against
from dashboard.statements.judgement.judgement import judgement
from dashboard.statements.public_words import change_alone, each_once
from tests.statements.conftest import ASH, BEECH, COVE, ENGLAND, REGION, yearly

LINE = Statement("a/b", "a", "E47", "A: b.", "", "", "none", "similar", "unknown", "none", 4, 0.0, False, "A")


@pytest.fixture
def gap_of(told):
    """gap_of(figures of four districts) -> how far Ash's is on the worse side of England's 50."""

    def gap_of(values, times=1, **metadata):
        codes = [ASH, BEECH, COVE, "E08000009"][: len(values)]
        figures = {code: yearly(value * times) for code, value in zip(codes, values, strict=True)}
        here = told(figures | {ENGLAND: yearly(50 * times)}, **metadata)
        areas = here.site.geography.areas
        known = areas | {"E08000009": replace(areas[ASH], code="E08000009")}
        site = replace(here.site, geography=replace(here.site.geography, areas=known))
        seen = site.observations(here.indicator)
        latest = seen.latest(ASH)
        return gap(site, here.indicator, areas[ASH], latest, judge_against(here.indicator, seen, ASH, latest))

    return gap_of


def test_a_gap_is_counted_in_spreads_between_the_quartiles_of_all_places(gap_of):
    """Of 10, 20, 30 and 40 the second lies 20 below the last; Ash's 10 is 40 below England's 50."""
    assert gap_of((10, 20, 30, 40)) == 2.0
    assert gap_of((10, 20, 30, 40), better="lower") == -2.0
    assert gap_of((10, 20, 30, 40), better="neither") == 0.0
    assert gap_of((10, 20, 30)) == 0.0  # under four places
    assert gap_of((10, 10, 10, 10)) == 0.0


def test_each_indicator_has_its_own_spread(gap_of):
    assert [gap_of((10, 20, 30, 40), times) for times in (1, 2, 4)] == [2.0, 2.0, 2.0]


@pytest.fixture
def counted(told):
    """counted(figures of Ash, Beech and Cove, England's) -> what can be said of the region from them."""

    def counted(values, england, around=2, **metadata):
        codes = (ASH, BEECH, COVE)
        figures = {code: yearly(at, around=around) for code, at in zip(codes, values, strict=True)}
        here = told(figures | {ENGLAND: yearly(england)}, **metadata)
        places = [here.site.geography[code] for code in codes]
        return Counted.of([judgement(here.site, here.indicator, each) for each in places], "districts")

    return counted


@pytest.mark.parametrize(
    ("values", "better", "against", "lasts"),
    [
        ((40, 40, 60), "higher", "worse", True),
        ((60, 60, 60), "higher", "better", True),
        ((40, 40, 40), "lower", "better", True),
        ((60, 60, 60), "neither", "higher", True),
        ((40, 40, 40), "neither", "lower", True),
        ((51, 49, 50), "higher", "similar", False),
    ],
)
def test_a_side_lasts_where_those_on_it_do(counted, values, better, against, lasts):
    found = counted(values, 50, better=better)
    assert (found.against, found.lasts, found.tested) == (against, lasts, True)


def test_by_the_figures_as_shown_more_than_half_make_a_side_that_does_not_last(counted):
    found = counted((40, 40, 60), 50, around=None)
    assert (found.against, found.lasts, found.tested) == ("worse", False, False)
    assert counted((40, 50, 60), 50, around=None).against == "similar"


def test_the_districts_stand_from_the_lowest_figure_to_the_highest(counted):
    found = counted((60, 40, 50), 50)
    assert [item.area.name for item in found.found] == ["Beech", "Cove", "Ash"]
    assert (found.compared, found.above, found.below, found.judged, found.change) == (3, 1, 1, 0, "unknown")


def test_a_place_that_is_level_with_the_region_is_not_named():
    figures = [("Ash", "£557", 557.0), ("Beech", "£534", 534.0), ("Cove", "£560", 560.0)]
    assert furthest(figures, -1, ("£557.00", 557.0)) == "Lowest: Beech £534"
    assert furthest(figures, 1, ("£557.00", 557.0)) == "Highest: Cove £560"
    near = [("Ash", "0.51%", 0.51), ("Beech", "0.52%", 0.52), ("Cove", "0.49%", 0.49)]
    assert furthest(near, 1, ("0.50%", 0.5)) == "Highest: Beech 0.52% and Ash 0.51%"


@pytest.mark.parametrize(("count", "said"), [(0, "No"), (1, "One"), (10, "Ten"), (11, "11"), (1200, "1,200")])
def test_a_count_begins_a_sentence(count, said):
    assert number(count) == said


def test_a_subject_is_a_title_without_its_group():
    assert subject(replace(LINE, title="Healthy life, male")) == "Healthy life"


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Rate: lower than England; getting worse since 2010.", "getting worse since 2010."),
        ("Rate: up since 2010.", "up since 2010."),
        ("Rate: lower than England; the largest rise in 22 years (51.0% to 56.0%); England did not change, "
         "so the gap never narrowed as much.",
         "the largest rise in 22 years (51.0% to 56.0%); England did not change, so the gap never narrowed "
         "as much."),
        ("Rate: the largest rise in per cent in 23 years (55 to 140); England rose less (2,375 to 2,466).",
         "the largest rise in per cent in 23 years (55 to 140); England rose less (2,375 to 2,466)."),
        ("Rate: the same as the United Kingdom in 2019; up since 2010.", "up since 2010."),
        ("Rate: similar to the UK less offshore; no clear change since 2010.", "no clear change since 2010."),
        ("Rate: higher than the usual range since Jan 2015; a word.", "higher than the usual range since Jan "
         "2015; a word."),
        (
            "Rate: lower than England in 7 of the 10 districts (Ash 5%); getting worse in 4, both by more.",
            "getting worse in 4 of its districts, by more.",
        ),
        ("Rate: higher than England in all 3 districts; up in all of them.", "up in all of its districts."),
        ("Rate: lower than England in 2 of the 3 districts (Ash 40.0% and Beech 40.0%, in 2010); worse than "
         "in 2010 in 1 (Ash 40.0%, in 2011), by more than chance explains.",
         "worse than in 2010 in 1 of its districts (Ash 40.0%, in 2011), by more than chance explains."),
        ("Rate: lower than England in all 3 districts (Ash 40.0%, in 2010); the largest rise in 24 years, of "
         "the gap too, in 2 (Ash 60.0%, in 2034).",
         "the largest rise in 24 years, of the gap too, in 2 of its districts (Ash 60.0%, in 2034)."),
        ("Rate: not lower than England in any of the 3 districts; up in 2 and down in 1 since 2010, but too "
         "few.",
         "up in 2 of its districts and down in 1 of its districts since 2010, but too few."),
        ("Rate: lower than England in both local authorities, in 2010; up in 2.",
         "up in 2 of its local authorities."),
        ("Rate: lower than England in Ash, the only district with a figure; up.", "in Ash, the only district "
         "with a figure, up."),
    ],
)  # fmt: skip
def test_the_public_reads_the_change_alone(text, change):
    assert change_alone(text) == ("Rate", change)


@pytest.fixture
def site():
    """A site of two counts and one rate: the rate reads what the first count reads, and more."""
    kinds = {"a/count": "count", "a/rate": "rate", "a/other": "count", "b/count": "count"}
    tables = {"a/count": {"t"}, "a/rate": {"t", "people"}, "a/other": {"u"}, "b/count": {"t"}}
    items = {name: SimpleNamespace(id=name, statistic=kind) for name, kind in kinds.items()}
    sources = lambda item: [SimpleNamespace(dataset=name) for name in sorted(tables[item.id])]  # noqa: E731
    return SimpleNamespace(indicators=items, sources=sources)


def test_a_count_whose_rate_is_there_is_not_told_twice(site):
    lines = [replace(LINE, indicator=name, theme=name[0]) for name in site.indicators]
    told = [item.indicator for item in each_once(site, lines)]
    assert told == ["a/rate", "a/other", "b/count"]
    assert each_once(site, lines[:1]) == lines[:1]


@pytest.mark.parametrize(
    ("changed", "code", "said"),
    [
        ({}, ASH, ("70 people both lived and worked in Ash.",)),
        ({}, REGION, ("About 1,230 people both lived and worked in Here.",)),
        ({}, BEECH, ()),  # none are shown
        ({"as_of": date(2020, 1, 1)}, ASH, ()),
        ({"id": "transport/other"}, ASH, ()),
        ({"tables": ()}, ASH, ()),
    ],
)
def test_how_many_live_and_work_in_a_place_is_told_beside_their_share(told, monkeypatch, changed, code, said):
    here = told({REGION: yearly(1)})
    parts = sorted(area.code for area in here.site.geography.members(REGION, "district"))

    def flows(store, code, level, outward):
        assert (level, outward) == ("district", True)
        return SimpleNamespace(shown={ASH: 70, COVE: 5} if code == ASH else {})

    monkeypatch.setattr(commuting_words, "flows", flows)
    monkeypatch.setattr(
        commuting_words,
        "commuter_balance",
        lambda store, codes: SimpleNamespace(stay=1230 * (sorted(codes) == parts)),
    )
    tables = changed.get("tables", ("commuting_district",))
    monkeypatch.setattr(commuting_words, "sources_of", lambda store, item: tables)
    site = replace(here.site, as_of=changed.get("as_of"))
    asked = SimpleNamespace(id=changed.get("id", commuting_words.STAY))
    assert commuting_words.stay_said(site, asked, site.geography[code]) == said

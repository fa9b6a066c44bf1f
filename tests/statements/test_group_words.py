"""Words of a gap between two groups: its unit, its interval at nought, its trend, one place or several."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.catalogue.indicators import Groups
from dashboard.datastore.groups import Pair
from dashboard.statements import group_words as words
from dashboard.statements.by_group import GroupGap
from dashboard.statements.judgement.judgement import judgement

from .conftest import ASH, BEECH, REGION, yearly

POINTS = {"suffix": " points", "unit": "percentage points"}
PUPILS = {"groups": Groups("the few", "the many"), "better": "lower"}


@pytest.fixture
def gap(told):
    """gap(values, around=..) -> the GroupGap of the few (the newest value less) and the many (at 50)."""

    def gap(values, around=None, code=REGION, unit=POINTS):
        here = told({code: yearly(*values, around=around)}, **PUPILS | unit)
        area = here.site.geography[code]
        judged = judgement(here.site, here.indicator, area)
        pair = Pair(judged.latest.period, 50 - values[-1], 50)
        return GroupGap(here.indicator, area, judged.latest, pair, judged)

    return gap


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ({"suffix": " points", "unit": "percentage points, of pupils"}, "34.9%"),
        ({"suffix": " points", "unit": "points of Attainment 8"}, "34.9"),
        ({"suffix": " years", "unit": "years"}, "34.9 years"),
        ({"suffix": "%", "unit": "% of pupils"}, "34.9%"),
    ],
)
def test_the_figure_of_one_group_has_its_own_unit(told, unit, said):
    assert words.level(told({REGION: yearly(1)}, **unit).indicator, 34.9) == said


def test_the_title_reads_as_the_unit_asks(gap):
    assert words.title(gap([15.4])) == "Here: 34.6% of the few, 50.0% of the many"
    years = gap([15.4], unit={"suffix": " years", "unit": "years"})
    assert words.title(years) == "Here: the few 34.6 years, the many 50.0 years"


def test_the_gap_has_its_interval_where_both_ends_are_known(gap):
    assert words.sentence(gap([15.4])) == "A gap of 15.4 points in 2010; only one period is held."
    assert words.sentence(gap([15.4], around=2)) == (
        "A gap of 15.4 points in 2010 (likely 13.4 points to 17.4 points); only one period is held."
    )
    half = gap([15.4], around=2)
    half = replace(half, gap=half.gap._replace(upper=None))
    assert words.sentence(half) == "A gap of 15.4 points in 2010; only one period is held."


@pytest.mark.parametrize(
    ("value", "around", "said"),
    [
        (15, None, words.UNTESTED),
        (15, 2, words.BEYOND_0),
        (2, 2, words.PERHAPS_0),  # nought lies on the end
        (-2, 2, words.PERHAPS_0),
        (2.1, 2, words.BEYOND_0),
        (-2.1, 2, words.BEYOND_0),
    ],
)
def test_a_gap_may_be_chance_where_its_interval_holds_nought(gap, value, around, said):
    assert words.certainty(gap([value], around=around)).startswith(said)


def test_of_one_end_alone_chance_cannot_be_told(gap):
    half = gap([15], around=2)
    for missing in ({"lower": None}, {"upper": None}):
        found = replace(half, gap=half.gap._replace(**missing))
        assert words.certainty(found).startswith(words.UNTESTED)


@pytest.mark.parametrize(
    ("values", "around", "said"),
    [
        ((10, 11, 12, 13, 14), 0.2, "Widening"),
        ((14, 13, 12, 11, 10), 0.2, "Narrowing"),
        ((12, 12.1, 12, 11.9, 12), 0.2, "No clear change"),
        ((10, 12, 14), None, "Up, not judged"),
        ((14, 12, 10), None, "Down, not judged"),
        ((10,), None, "Not judged"),
    ],
)
def test_the_trend_of_a_gap_is_a_cell_of_a_table(gap, values, around, said):
    assert words.trend(gap(values, around=around)) == said


def test_the_places_are_told_by_the_widest_and_the_least_and_one_alone_by_itself(gap):
    ash, beech = gap([20], code=ASH), gap([5], code=BEECH)
    assert words.places_title(ash.indicator, [ash]) == "Rate: 20.0 points in Ash"
    said = words.places_title(ash.indicator, [ash, beech])
    assert said == "Rate: widest in Ash (20.0 points), least in Beech (5.0 points)"
    assert words.summary([ash, beech]) == (
        "Ash: the few 30.0%, the many 50.0%, gap 20.0 points. Beech: the few 45.0%, the many 50.0%, "
        "gap 5.0 points."
    )


def test_the_pair_is_of_the_newest_period(gap):
    assert gap([1, 2]).pair.period == date(2011, 1, 1)

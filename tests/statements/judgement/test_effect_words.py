"""What a figure did after a decision: before and after, the same, newer or not; journeys and stations."""

from datetime import date
from types import SimpleNamespace

import pytest

from dashboard.statements.judgement import effect_words as words
from dashboard.statements.judgement.judgement import judgement
from tests.statements.conftest import ENGLAND, REGION, yearly

THEN = date(2010, 1, 1)
UP, DOWN, FLAT = (50, 51, 52, 53, 54), (54, 53, 52, 51, 50), (50, 50.1, 50, 49.9, 50)


@pytest.fixture
def judged(told):
    """judged(figures) -> the judgement of the region."""

    def judged(*values, around=0.5, **metadata):
        here = told({REGION: yearly(*values, around=around), ENGLAND: yearly(90)}, **metadata)
        return judgement(here.site, here.indicator, here.region)

    return judged


@pytest.mark.parametrize(
    ("baseline", "recounted", "said"),
    [
        (None, None, "No figure was known when it was decided. It is 54.0% in 2014."),
        ((date(2014, 1, 1), 54.0), None,
         "No newer figure yet: it was 54.0% in 2014, the latest when it was decided."),
        ((date(2015, 1, 1), 54.0), None,
         "No newer figure yet: it was 54.0% in 2015, the latest when it was decided."),
        ((date(2013, 1, 1), 53.0), None, "It rose from 53.0% in 2013, the latest when it was decided, to "
         "54.0% in 2014."),
        ((date(2013, 1, 1), 55.0), None, "It fell from 55.0% in 2013, the latest when it was decided, to "
         "54.0% in 2014."),
        ((date(2013, 1, 1), 54.04), None, "It was 54.0% in 2013 when it was decided and is the same now "
         "(54.0% in 2014)."),
        ((date(2013, 1, 1), 53.0), date(2014, 5, 1), "It was 53.0% in 2013, as counted when it was decided. "
         "Since 1 May 2014 figures are counted otherwise: it is 54.0% in 2014. The two cannot be compared."),
    ],
)  # fmt: skip
def test_what_it_did_since_is_told_by_both_figures(judged, baseline, recounted, said):
    found = judged(*UP)
    assert words.since(found.indicator, baseline, found, recounted) == said
    assert words.since(found.indicator, baseline, None, recounted) == "There is no figure of it here."


@pytest.mark.parametrize(
    ("figures", "expected", "outcome"),
    [
        (UP, "rise", "as expected"),
        (UP, "fall", "not as expected"),
        (UP, "hold", "not as expected"),
        (DOWN, "fall", "as expected"),
        (DOWN, "rise", "not as expected"),
        (FLAT, "rise", "no sign"),
        (FLAT, "hold", "no sign"),  # that nothing is seen is no proof
        ((50, 60), "rise", "cannot tell"),
    ],
)
def test_whether_what_was_expected_came(judged, figures, expected, outcome):
    found = judged(*figures, around=None if len(figures) == 2 else 0.5)
    assert words.outcome(expected, (THEN, 50.0), found) == outcome


def test_nothing_is_told_without_a_figure_then_or_now_nor_before_a_newer_one(judged):
    found = judged(*UP)
    assert words.outcome("rise", None, found) == "cannot tell"
    assert words.outcome("rise", (THEN, 50.0), None) == "cannot tell"
    assert words.outcome("rise", (date(2014, 1, 1), 54.0), found) == "too early"
    assert words.outcome("rise", (date(2013, 1, 1), 54.0), found) == "as expected"


def test_what_was_expected_and_each_outcome_have_their_words(judged):
    found = judged(*UP)
    said = [words.expectation(found.indicator, found.area, each) for each in ("rise", "fall", "hold")]
    assert said == [f"Rate in Here was expected to {each}." for each in ("rise", "fall", "hold steady")]
    assert words.OUTCOMES == {
        "as expected": "As expected so far",
        "not as expected": "Not as expected so far",
        "no sign": "No clear change so far",
        "cannot tell": "Cannot tell",
        "too early": "Too early to tell",
    }
    assert words.judged_change(found).startswith(
        "The whole series: getting better since 2010, by more than chance explains. Recent trend: "
    )


def test_a_place_of_the_journey_is_named_by_its_code():
    from dashboard.statements import commuting_words as ways

    codes = ("S12000006", "W06000001", "N09000001", "888888888", "999999999", "M01000000")
    assert [ways.other_end(code) for code in codes] == [
        "Scotland (S12000006)", "Wales (W06000001)", "Northern Ireland (N09000001)", "Offshore", "Abroad",
        "Elsewhere in the UK",
    ]  # fmt: skip
    assert [ways.flow(1), ways.flow(1240)] == ["1 person", "1,240 people"]
    assert [ways.balance_cell(52_030, 10), ways.balance_cell(None, 10), ways.balance_cell(0, 10)] == [
        "52,030", "fewer than 10 people, or nobody", "0",
    ]  # fmt: skip
    assert ways.flow_title("Ash", True) == "Where people who live in Ash work"
    assert ways.flow_title("Ash", False) == "Where people who work in Ash live"
    assert ways.flow_summary(1200, 50, 10).startswith(
        "About 1,200 people travelled to work; 50 more worked at "
    )
    assert ways.flow_summary(1200, None, 10).startswith(
        "About 1,200 people of the region and around travelled "
    )


@pytest.mark.parametrize(
    ("used", "many", "said"),
    [
        (
            {2019: 900, 2023: 1200},
            1,
            "The only station in Ash is Ash Road: 1,200 entries and exits in 2023/24.",
        ),
        (
            {2019: 1900, 2023: 1200},
            3,
            "The most used of 3 stations in Ash is Ash Road: 1,200 entries and exits in 2023/24. Its busiest "
            "year of those held was 2019/20: 1,900.",
        ),
    ],
)
def test_the_most_used_station_is_told_with_its_busiest_year(used, many, said):
    from dashboard.statements import station_words

    years = {date(year, 4, 1): number for year, number in used.items()}
    first = SimpleNamespace(name="Ash Road", used=years, newest=max(years), busiest=max(years, key=years.get))
    assert station_words.most_used("Ash", [first] * many) == said
    assert station_words.none("Ash") == "No station of the national railway stands in Ash."
    assert station_words.cut(10, 10) == ""
    assert station_words.cut(10, 11).startswith("These are the 10 most used of 11; ")

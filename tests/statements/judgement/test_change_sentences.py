"""The change of one place in three forms: the sentence, a chart's title, a card's line since when."""

import pytest

from dashboard.catalogue.indicators import Groups
from dashboard.statements.judgement import words
from dashboard.statements.judgement.judgement import judgement
from dashboard.statements.judgement.since_words import since_when
from tests.statements.conftest import ENGLAND, REGION, monthly, yearly

LEVEL = [50, 51, 49, 50, 51, 49, 50, 51, 49, 50, 51] * 2
POUNDS = {"prefix": "£", "suffix": "", "decimals": 0, "unit": "£"}
GAP = {"groups": Groups("the few", "the many"), "better": "lower"}
MONTHS = {"period": "month", "seasonal": True}
OVERLAP = {"period": "three years"}
ALIKE = "periods that overlap cannot be judged without margins of error"
FEW = "15 figures are too few to judge a change"


@pytest.fixture
def told_of(told):
    """told_of(figures, England's) -> the change as a sentence, as a title and since when."""

    def told_of(here, england=(), **metadata):
        given = told({REGION: here, ENGLAND: england}, **metadata)
        found = judgement(given.site, given.indicator, given.region)
        text = words.sentence(found).removeprefix("Rate: ").partition("England; ")
        return (text[2] or text[0]), words.message(found).removeprefix("Rate: "), since_when(found)

    return told_of


@pytest.mark.parametrize(
    ("newest", "words_", "title"),
    [
        (59, f"up from 58.0% in Mar 2015, but {FEW}.", "up from 58.0% in Mar 2015"),
        (57, f"down from 58.0% in Mar 2015, but {FEW}.", "down from 58.0% in Mar 2015"),
        (58.01, f"the same as in Mar 2015, but {FEW}.", "the same as in Mar 2015"),
    ],
)
def test_in_a_season_the_newest_month_is_held_against_that_of_a_year_before(told_of, newest, words_, title):
    """Months fall from 60 by one each, so that March 2015 has 58, and February 2016, the last before, 47."""
    found = told_of(monthly(*range(60, 46, -1), newest), **MONTHS)
    assert found == (words_, title, title[:1].upper() + title[1:])


def test_without_a_figure_of_a_year_before_a_season_says_so(told_of):
    """March 2015 is missing."""
    figures = [row for row in monthly(*range(60, 46, -1), 59) if row[1] != 58]
    text, title, since = told_of(figures, **MONTHS)
    assert text == "no figure of a year before is held to compare it with."
    assert (title, since) == (text.rstrip("."), "No figure of a year before is held to compare it with")


@pytest.mark.parametrize(
    ("values", "text", "since"),
    [
        ((60, 60, 60, 55), f"lower than in 2010 to 2012, but {ALIKE}.", "Since 2010 to 2012 (60.0%): down"),
        ((60, 60, 60, 65), f"higher than in 2010 to 2012, but {ALIKE}.", "Since 2010 to 2012 (60.0%): up"),
        ((60, 60, 60, 60.01), f"the same as in 2010 to 2012, but {ALIKE}.", "The same as in 2010 to 2012"),
    ],
)
def test_overlapping_periods_without_margins_have_a_side_alone(told_of, values, text, since):
    found = told_of(yearly(*values), **OVERLAP)
    assert (found[0], found[2]) == (text, since)


@pytest.mark.parametrize(
    ("first", "rest", "text"),
    [
        (60, (60, 60, 60, 58, 57, 55), "worse than in 2013 to 2015, {}, and than in 2010 to 2012."),
        (50, (60, 60, 60, 58, 57, 55), "worse than in 2013 to 2015, {}, but better than in 2010 to 2012."),
        (
            55,
            (60, 60, 60, 58, 57, 55),
            "worse than in 2013 to 2015, {}, not clearly different from 2010 to 2012.",
        ),
        (
            50,
            (52, 53, 54, 54, 54, 54.5),
            "better than in 2010 to 2012, {}, with no clear change from 2013 to 2015.",
        ),
    ],
)
def test_overlapping_periods_with_margins_are_held_against_two_that_share_no_year(told_of, first, rest, text):
    found, _, since = told_of(yearly(first, *rest, around=1), **OVERLAP)
    assert found == text.format("by more than chance explains")
    start = text.split(" in ")[1].split(",")[0]
    assert since.startswith(f"Since {start} (")


@pytest.mark.parametrize(
    ("values", "text", "title", "since"),
    [
        (
            (10, 11, 12, 13, 14),
            "the gap is widening since 2010",
            "the gap is widening since 2010",
            "Since 2010 (10.0%): the gap is widening",
        ),
        (
            (14, 13, 12, 11, 10),
            "the gap is narrowing since 2010",
            "the gap is narrowing since 2010",
            "Since 2010 (14.0%): the gap is narrowing",
        ),
        (
            (10, 14),
            "the gap is wider than in 2010",
            "the gap is wider than in 2010",
            "Since 2010 (10.0%): the gap is wider",
        ),
        (
            (14, 10),
            "the gap is narrower than in 2010",
            "the gap is narrower than in 2010",
            "Since 2010 (14.0%): the gap is narrower",
        ),
    ],
)
def test_a_gap_between_groups_widens_or_narrows(told_of, values, text, title, since):
    found = told_of(yearly(*values, around=0.2), **GAP)
    assert found == (f"{text}, by more than chance explains.", title, since)


def test_a_rare_move_of_a_gap_says_that_it_widens(told_of):
    text, _, since = told_of(yearly(*LEVEL, 56), yearly(*[60] * 23), **GAP)
    assert text.startswith("the gap is widening: the largest rise in 22 years (51.0% to 56.0%); England did ")
    assert since == "Since 2031 (51.0%): the largest rise in 22 years"
    assert told_of(yearly(*LEVEL, 56), yearly(*[60] * 23))[0].startswith("the largest rise in 22 years")


@pytest.mark.parametrize(
    ("here", "england", "text", "since"),
    [
        (
            yearly(500, 510, 520, 530, 540, around=1),
            yearly(500, 520, 540, 560, 580),
            "as a share of England’s figure, getting worse since 2010, both by more than chance explains.",
            "Since 2010 (100.0% of England’s): getting worse",
        ),
        (
            yearly(500, 520, 540, 560, 580, around=1),
            yearly(500, 520, 540, 560, 580),
            "as a share of England’s figure, no clear change since 2010 (up to 0.4 percentage points could "
            "hide in the margins of error).",
            "Since 2010 (100.0% of England’s): no clear change",
        ),
        (
            yearly(500, 510, 520),
            yearly(500, 520, 540),
            "as a share of England’s figure, down since 2010, but 3 figures are too few to judge a change.",
            "Since 2010 (100.0% of England’s): down",
        ),
        (
            yearly(500, 510, 520),
            (),
            "up since 2010 in cash terms, but pounds of different years cannot be judged.",
            "Since 2010 (£500): up",
        ),
        (
            yearly(500, 510, 500),
            (),
            "the same as in 2010 in cash terms, but pounds of different years cannot be judged.",
            "The same as in 2010 in cash terms",
        ),
    ],
)
def test_money_is_told_by_its_share_or_in_cash_terms(told_of, here, england, text, since):
    found = told_of(here, england, **POUNDS)
    assert (found[0], found[2]) == (text, since)


def test_a_move_whose_figure_before_is_missing_is_not_judged(told_of):
    figures = yearly(*LEVEL[:21], None, 56)
    text, title, since = told_of(figures, yearly(*[60] * 23))
    assert text == "up since 2010, but the figure before the newest is missing, so its move cannot be judged."
    assert title == "lower than England, up since 2010"
    assert since == "Since 2010 (50.0%): up"


@pytest.mark.parametrize(
    ("values", "text", "since"),
    [
        ((50, 54), "better than in 2010, by more than chance explains.", "Since 2010 (50.0%): better"),
        ((54, 50), "worse than in 2010, by more than chance explains.", "Since 2010 (54.0%): worse"),
        (
            (50, 51),
            "no clear change from 2010 (up to 2.4 percentage points could hide in the margins of error).",
            "Since 2010 (50.0%): no clear change",
        ),
        ((54, 53, 52, 51, 50), "getting worse since 2010, by more than chance explains.",
         "Since 2010 (54.0%): getting worse"),
    ],
)  # fmt: skip
def test_a_change_with_margins_has_its_verdict(told_of, values, text, since):
    found = told_of(yearly(*values, around=1 if len(values) == 2 else 0.5))
    assert (found[0], found[2]) == (text, since)


@pytest.mark.parametrize(
    ("values", "text", "since"),
    [
        ((50,), "only one period is held.", "Only one period is held"),
        ((50, 60), "no trend can be judged from 2 periods.", "Too few figures for a trend"),
        ((50, 60, 50.01), "the same as in 2010, but 3 figures are too few to judge a change.",
         "The same as in 2010"),
        ((50, 40, 60), "up since 2010, but 3 figures are too few to judge a change.",
         "Since 2010 (50.0%): up"),
        ((50, 60, 40), "down since 2010, but 3 figures are too few to judge a change.",
         "Since 2010 (50.0%): down"),
    ],
)  # fmt: skip
def test_few_figures_have_a_direction_at_most(told_of, values, text, since):
    found = told_of(yearly(*values))
    assert (found[0], found[2]) == (text, since)


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ((54, 53, 52, 50, 50.5), "getting worse since 2010, {}, though it rose from 50.0% in 2013 to 50.5%."),
        (
            (50, 51, 52, 54, 53.5),
            "getting better since 2010, {}, though it fell from 54.0% in 2013 to 53.5%.",
        ),
        ((50, 51, 52, 54, 54.04), "getting better since 2010, {}."),
    ],
)
def test_that_the_newest_figure_went_the_other_way_is_said(told_of, values, text):
    found = told_of(yearly(*values, around=0.5))
    assert found[0] == text.format("by more than chance explains")


@pytest.mark.parametrize(
    ("newest", "since"),
    [
        (56, "Since 2031 (51.0%): the largest rise in 22 years"),
        (46, "Since 2031 (51.0%): the largest fall in 22 years"),
        (52, "Up from 51.0% in 2031, a move of ordinary size"),
        (51, "The same as in 2031"),
    ],
)
def test_a_rare_move_is_since_the_figure_before_and_an_ordinary_one_keeps_its_words(told_of, newest, since):
    assert told_of(yearly(*LEVEL, newest), yearly(*[60] * 23))[2] == since


def test_a_move_among_too_few_is_told_in_its_own_words(told_of):
    assert told_of(yearly(*LEVEL[:7], 56), yearly(*[60] * 8))[2].startswith("Since 2010 (50.0%): up")

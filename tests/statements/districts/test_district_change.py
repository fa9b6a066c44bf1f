"""The change in a region's districts: which method, which way, in how many, and why nothing is judged."""

import pytest

from dashboard.catalogue.indicators import Groups
from dashboard.statements.attention.statement import statement
from tests.statements.conftest import ASH, BEECH, COVE, ENGLAND, monthly, yearly

LEVEL = [50, 51, 49, 50, 51, 49, 50, 51, 49, 50, 51] * 2
POUNDS = {"prefix": "£", "suffix": "", "decimals": 0, "unit": "£"}
GAP = {"groups": Groups("the few", "the many"), "better": "lower"}
SURE = ", by more than chance explains"
RISING, FLAT = [50, 51, 52, 53, 54], [50, 50, 50, 50, 50.1]


@pytest.fixture
def said(told):
    """said(Ash's, Beech's and Cove's figures, England's) -> the statement of the region."""

    def said(ash, beech, cove, england=(), **metadata):
        here = told({ASH: ash, BEECH: beech, COVE: cove, ENGLAND: england}, **metadata)
        return statement(here.site, here.indicator, here.region)

    return said


def change_of(found):
    return found.text.removeprefix("Rate: ").rpartition("; ")[2]


def years(*columns, **limits):
    return [yearly(*values, **limits) for values in columns]


@pytest.mark.parametrize(
    ("last", "better", "text"),
    [
        (FLAT, "lower", "getting worse in 2 (Ash 54.0% and Beech 54.0%, in 2014){0}"),
        (RISING, "lower", "getting worse in all of them (Ash 54.0%, Beech 54.0% and Cove 54.0%, in 2014){0}"),
        (RISING[::-1], "higher", "getting worse in 1 (Cove 50.0%, in 2014){0} and getting better in 2 (Ash "
         "54.0% and Beech 54.0%, in 2014){0}"),
        (RISING[::-1], "lower", "getting worse in 2 (Ash 54.0% and Beech 54.0%, in 2014){0} and getting "
         "better in 1 (Cove 50.0%, in 2014){0}"),
        (RISING[::-1], "neither", "rising in 2 (Ash 54.0% and Beech 54.0%, in 2014){0} and falling in 1 "
         "(Cove 50.0%, in 2014){0}"),
    ],
)  # fmt: skip
def test_trends_are_counted_the_worse_first_and_else_the_more(said, last, better, text):
    found = said(*years(RISING, RISING, last, around=0.5), better=better)
    assert change_of(found) == f"{text.format(SURE)}."


def test_where_neither_way_is_worse_the_more_come_first(said):
    found = said(*years(RISING[::-1], RISING[::-1], RISING, around=0.5), better="neither")
    assert change_of(found).startswith("falling in 2 (Ash 50.0% and Beech 50.0%, in 2014)")


@pytest.mark.parametrize(
    ("columns", "text"),
    [
        (([10, 11, 12, 13, 14], [10, 11, 12, 13, 14], [10] * 5), "the gap is widening in 2 (Ash 14.0% and "
         "Beech 14.0%, in 2014){0}"),
        (([10, 14], [10, 14], [10, 6]), "the gap is wider than in 2010 in 2 (Ash 14.0% and Beech 14.0%, in "
         "2011){0} and the gap is narrower than in 2010 in 1 (Cove 6.0%, in 2011){0}"),
    ],
)  # fmt: skip
def test_a_gap_between_groups_widens_in_so_many(said, columns, text):
    assert change_of(said(*years(*columns, around=0.2), **GAP)) == f"{text.format(SURE)}."


@pytest.mark.parametrize(
    ("ash", "beech", "text"),
    [
        ([50, 50], [50], "no clear change in the one that can be judged."),
        ([50, 50], [50, 50], "no clear change in the 2 that can be judged."),
    ],
)
def test_where_not_all_can_be_judged_their_number_is_said(said, ash, beech, text):
    figures = [yearly(*each, first=2012 - len(each), around=0.5) for each in (ash, beech)]
    assert change_of(said(*figures, yearly(50, first=2011))) == text


@pytest.mark.parametrize(
    ("newest", "text"),
    [
        ((50, 50, 50), "nothing unusual in any of them."),
        ((90, 50, 50), "unusual on a chart in 1 (Ash 90.0%, in Feb 2016), which alone is not enough to call "
         "it a change."),
        ((90, 90, 90), "unusual on a chart in all of them (Ash 90.0%, Beech 90.0% and Cove 90.0%, in Feb "
         "2016), which alone is not enough to call it a change."),
    ],
)  # fmt: skip
def test_what_a_chart_alone_finds_is_no_change(said, newest, text):
    found = said(*[monthly(*LEVEL[:11], 49, 50, each) for each in newest], period="month")
    assert change_of(found) == text
    assert found.change == "none"


def test_a_chart_that_a_rare_move_bears_out_is_told_against_what_is_usual(said):
    months = [monthly(*LEVEL[:11], 49, *LEVEL[:8], newest) for newest in (90, 90, 50)]
    found = said(*months, monthly(*[60] * 21), period="month", better="lower")
    assert change_of(found) == "worse than usual in 2 (Ash 90.0% and Beech 90.0%, in Sep 2016)."


RARE, FEW, STILL = [*LEVEL, 56], [*LEVEL[9:], 56], [*LEVEL, 50]


@pytest.mark.parametrize(
    ("columns", "text"),
    [
        ((RARE, RARE, STILL), "the largest rise in 22 years, of the gap too, in 2 (Ash 56.0% and Beech "
         "56.0%, in 2032)."),
        (([*LEVEL, 46], STILL, STILL), "the largest fall in 22 years, of the gap too, in 1 (Ash 46.0%, in "
         "2032)."),
        ((STILL, STILL, STILL), "no rare move of figure and gap in any of them."),
        (([*LEVEL, 46], RARE, STILL), "the largest rise in 22 years, of the gap too, in 1 (Beech 56.0%, in "
         "2032) and the largest fall in 22 years, of the gap too, in 1 (Ash 46.0%, in 2032)."),
    ],
)  # fmt: skip
def test_rare_moves_are_counted_by_their_way(said, columns, text):
    found = said(*years(*columns), yearly(*[40] * 23), better="lower")
    assert change_of(found) == text


def test_rare_moves_say_the_fewest_years_that_hold_for_all_of_them(said):
    """Beech has a figure from 2012 on: 20 moves where Ash has 22."""
    beech = yearly(*RARE[2:], first=2012)
    found = said(yearly(*RARE), beech, yearly(*STILL), yearly(*[40] * 23), better="lower")
    assert change_of(found).startswith("the largest rise in 20 years, of the gap too, in 2 (")


def test_rare_moves_of_few_years_are_to_be_watched_once_a_third_have_one(said):
    two = said(*years(FEW, FEW, STILL[9:]), yearly(*[40] * 14), better="lower")
    assert change_of(two) == (
        "the largest rise in 13 years, too few to be sure, of the gap too, in 2 (Ash 56.0% and Beech 56.0%, "
        "in 2023)."
    )


def test_a_move_to_be_watched_is_not_named_among_changes_beyond_chance(said):
    """Cove has no margins of error: of its few moves the newest is the largest, which is no change yet."""
    rising = yearly(*range(50, 64), around=0.5)
    found = said(rising, rising, yearly(*FEW), yearly(*[40] * 14), better="lower")
    assert change_of(found) == f"getting worse in 2 (Ash 63.0% and Beech 63.0%, in 2023){SURE}."


def test_rare_falls_of_few_years_are_to_be_watched_too(said):
    fall = [*LEVEL[9:], 46]
    found = said(*years(fall, fall, STILL[9:]), yearly(*[40] * 14))
    assert change_of(found) == (
        "the largest fall in 13 years, too few to be sure, of the gap too, in 2 (Ash 46.0% and Beech 46.0%, "
        "in 2023)."
    )


def test_money_is_counted_by_shares_of_englands_figure(said):
    columns = [[value * 10 for value in each] for each in (RARE, STILL, STILL)]
    england = yearly(*[1000] * 23)
    found = said(*years(*columns), england, **POUNDS)
    assert change_of(found) == (
        "as a share of England’s figure, the largest rise in 22 years in 1 (Ash £560, in 2032)."
    )
    assert "Judged as a share of the figure of England for the same period, as prices rise." in found.reason
    none = said(*years(columns[1], columns[1], columns[1]), england, **POUNDS)
    assert change_of(none) == "as a share of England’s figure, no rare move in any of them."


@pytest.mark.parametrize(
    ("england", "text", "why"),
    [
        (
            (500, 520, 540),
            "as a share of England’s figure, down in all of them since 2010, but too few figures to judge a "
            "change.",
            "Judged as a share of the figure of England for the same period, as prices rise.",
        ),
        (
            (),
            "up in all of them since 2010 in cash terms, but too few figures to judge a change.",
            "In cash terms: the figures are not adjusted for rising prices, so a rise is partly inflation.",
        ),
    ],
)
def test_few_figures_of_money_go_up_in_cash_or_down_by_their_share(said, england, text, why):
    found = said(*years(*[[500, 510, 520]] * 3), yearly(*england), **POUNDS)
    assert change_of(found) == text
    assert found.reason.endswith(why)


def test_overlapping_periods_and_a_missing_figure_are_why_nothing_is_judged(said):
    overlap = said(*years([60, 60, 60, 40], [60, 60, 60, 40], [60, 60, 60, 70]), period="three years")
    assert change_of(overlap) == (
        "up in 1 and down in 2 since 2010 to 2012, but periods that overlap cannot be judged without margins "
        "of error."
    )
    missing = said(*years(*[[*LEVEL[:21], None, 56]] * 3), yearly(*[60] * 23))
    assert change_of(missing) == (
        "up in all of them since 2010, but the figure before the newest is missing, so their moves cannot be "
        "judged."
    )


@pytest.mark.parametrize(
    ("starts", "since"),
    [((2009, 2010, 2010), 2010), ((2009, 2009, 2010), 2009), ((2009, 2010, 2008), 2008)],
)
def test_the_start_is_that_of_most_and_else_the_earliest(said, starts, since):
    figures = [yearly(*range(50, 50 + 2013 - first), first=first) for first in starts]
    assert change_of(said(*figures)) == (
        f"up in all of them since {since}, but too few figures to judge a change."
    )

"""What is said of a region that has no figure of its own, from figures of its districts."""

import pytest

from dashboard.statements.attention.statement import statement
from dashboard.statements.attention.tiers import TIERS
from tests.statements.conftest import ASH, BEECH, COVE, ENGLAND, monthly, yearly

LEVEL = [50, 51, 49, 50, 51, 49, 50, 51, 49, 50, 51]


def said(told, figures, **metadata):
    here = told(figures, **metadata)
    return statement(here.site, here.indicator, here.region)


def districts(ash, beech, cove, **limits):
    return {ASH: yearly(*ash, **limits), BEECH: yearly(*beech, **limits), COVE: yearly(*cove, **limits)}


def test_nothing_published_for_anybody_gives_no_statement(told):
    assert said(told, {ENGLAND: yearly(50)}) is None


@pytest.mark.parametrize(
    ("ash", "beech", "cove", "better", "gap", "against", "tier"),
    [
        (
            40,
            40,
            60,
            "higher",
            "lower than England in 2 of the 3 districts (Ash 40.0% and Beech 40.0%, in 2010)",
            "worse",
            "Worse than England, chance or one year’s luck not ruled out",
        ),
        (
            40,
            40,
            40,
            "higher",
            "lower than England in all 3 districts (Ash 40.0%, Beech 40.0% and Cove 40.0%, in 2010)",
            "worse",
            "Worse than England, chance or one year’s luck not ruled out",
        ),
        (
            60,
            60,
            60,
            "higher",
            "not lower than England in any of the 3 districts",
            "better",
            "No sign of a problem",
        ),
        (
            40,
            60,
            50,
            "higher",
            "lower than England in 1 of the 3 districts (Ash 40.0%, in 2010)",
            "similar",
            "No sign of a problem",
        ),
        (
            40,
            40,
            60,
            "lower",
            "higher than England in 1 of the 3 districts (Cove 60.0%, in 2010)",
            "better",
            "No sign of a problem",
        ),
        (
            40,
            40,
            60,
            "neither",
            "lower than England in 2 of the 3 districts (Ash 40.0% and Beech 40.0%, in 2010)",
            "lower",
            "No sign of a problem",
        ),
    ],
)
def test_districts_are_counted_on_the_worse_side(told, ash, beech, cove, better, gap, against, tier):
    found = said(told, districts([ash], [beech], [cove]) | {ENGLAND: yearly(50)}, better=better)
    assert found.text == f"Rate: {gap}; only one period is held."
    assert (found.against, TIERS[found.tier]) == (against, tier)


def test_with_margins_of_error_only_what_is_beyond_chance_counts(told):
    found = said(told, districts([40], [49], [60], around=2) | {ENGLAND: yearly(50)})
    assert found.text.startswith(
        "Rate: lower than England in 1 of the 3 districts (Ash 40.0%, in 2010), by more than chance explains;"
    )
    none = said(told, districts([49], [49], [60], around=2) | {ENGLAND: yearly(50)})
    assert none.text.startswith(
        "Rate: not lower than England by more than chance explains in any of the 3 districts;"
    )
    most = said(told, districts([40], [40], [60], around=2) | {ENGLAND: yearly(50)})
    assert TIERS[most.tier] == "Watch: worse than England, surer than 95%"


def test_trends_of_districts_are_counted_worse_first(told):
    up, down, flat = [50, 51, 52, 53, 54], [54, 53, 52, 51, 50], [50, 50, 50, 50, 50.1]
    found = said(told, districts(up, down, flat, around=0.5))
    assert found.text == (
        "Rate: getting worse in 1 (Beech 50.0%, in 2014), by more than chance explains and getting better "
        "in 1 (Ash 54.0%, in 2014), by more than chance explains."
    )
    assert said(told, districts(up, up, down, around=0.5), better="neither").change == "rising"
    same = said(told, districts(flat, flat, flat, around=0.5))
    assert same.text == "Rate: no clear change in any of them."
    assert "Sure" not in same.sure


def test_a_worsening_in_a_third_of_the_districts_is_a_worsening(told):
    """One of three by a recent trend; a difference at 95% is one in three by chance too often."""
    up, flat = [50, 51, 52, 53, 54], [50, 50, 50, 50, 50.1]
    found = said(told, districts(up, flat, flat, around=0.5), better="lower")
    assert (found.change, TIERS[found.tier]) == (
        "worsening",
        "Watch: worsening in a third of the districts or more",
    )
    two = said(told, districts([50, 54], [50, 50], [50, 50], around=0.5), better="lower")
    assert (two.change, TIERS[two.tier]) == ("none", "No sign of a problem")


def test_how_sure_does_not_deny_what_the_sentence_says_of_a_few(told):
    """One of three by a difference is too few for the region: what is not clear is the others' change."""
    found = said(told, districts([50, 54], [50, 50], [50, 50], around=0.5), better="lower")
    assert "worse than in 2010 in 1 (Ash 54.0%, in 2011), by more than chance explains" in found.text
    assert found.sure == "In the other 2 no change is clear, which does not mean that there is none."
    one_untested = districts([50, 54], [50, 50], [50], around=0.5)
    one_untested[COVE] = yearly(50, first=2011, around=0.5)
    assert said(told, one_untested, better="lower").sure == (
        "In the other no change is clear, which does not mean that there is none. In 1 the change cannot be "
        "tested."
    )


LEVEL_MOVES = [50, 51, 49] * 8
FLAT = {ENGLAND: yearly(*[40] * 25)}


def test_a_rare_move_in_a_few_leaves_the_others_without_a_verdict(told):
    figures = districts([*LEVEL_MOVES, 60], [*LEVEL_MOVES, 50], [*LEVEL_MOVES, 50]) | FLAT
    found = said(told, figures, better="lower")
    assert "the largest rise in 24 years, of the gap too, in 1 (Ash 60.0%, in 2034)" in found.text
    assert found.sure.endswith("In the other 2 the newest move gives no verdict.")
    none = said(told, districts(*[[*LEVEL_MOVES, 50]] * 3) | FLAT, better="lower")
    assert none.sure.endswith("No newest move is larger than all before it.")
    # England rose as much: of the figure the move is rare, of the gap it is not.
    shared = districts([*LEVEL_MOVES, 60], [*LEVEL_MOVES, 50], [*LEVEL_MOVES, 50])
    shared[ENGLAND] = yearly(*[40] * 24, 60)
    both = said(told, shared, better="lower")
    assert both.text.endswith("no rare move of figure and gap in any of them.")
    assert both.sure.endswith("No verdict on the change: no newest move is rare in figure and gap.")


def test_a_rare_move_to_be_watched_in_a_few_is_not_called_none(told):
    figures = districts([*LEVEL_MOVES[:14], 70], [*LEVEL_MOVES[:15]], [*LEVEL_MOVES[:15]])
    found = said(told, figures | {ENGLAND: yearly(*[40] * 15)}, better="lower")
    assert found.change == "none"
    assert found.text.endswith(
        "the largest rise in 14 years, too few to be sure, of the gap too, in 1 (Ash 70.0%, in 2024)."
    )
    assert found.sure.endswith("In the other 2 the newest move gives no verdict.")


def test_a_worsening_in_most_districts_is_worse_here_unless_england_shares_it(told):
    up, flat = [50, 51, 52, 53, 54], [50, 50, 50, 50, 50.1]
    figures = districts(up, up, flat, around=0.5)
    assert TIERS[said(told, figures, better="lower").tier] == "Worse here: worsening"
    shared = said(told, figures | {ENGLAND: yearly(55, 56, 57, 58, 59, around=0.5)}, better="lower")
    assert TIERS[shared.tier] == "Watch: worsening, the gap to England with no clear change"
    assert "by more than chance explains, as in England (55.0% to 59.0%)" in shared.text


def test_districts_whose_newest_figure_turned_are_counted(told):
    turned = [50, 51, 52, 54, 53.5]
    found = said(told, districts(turned, turned, [50, 51, 52, 53, 54], around=0.5), better="lower")
    assert found.text.endswith("though the newest figure went the other way in 2.")


def test_rare_moves_of_districts_are_counted_with_those_of_their_gaps(told):
    level = [50, 51, 49] * 8
    figures = districts([*level, 60], [*level, 58], [*level, 50]) | {ENGLAND: yearly(*[40] * 25)}
    found = said(told, figures, better="lower")
    assert (found.change, TIERS[found.tier]) == ("worsening", TIERS[0])
    assert found.text.endswith(
        "the largest rise in 24 years, of the gap too, in 2 (Ash 60.0% and Beech 58.0%, in 2034)."
    )
    quiet = districts([*level, 50], [*level, 50], [*level, 50]) | {ENGLAND: yearly(*[40] * 25)}
    assert said(told, quiet).text.endswith("no rare move of figure and gap in any of them.")


def test_rare_moves_of_months_are_told_in_months_and_those_without_a_verdict_by_name(told):
    """Monthly pay of Greater Manchester: "the largest fall in 103 years in 3", and Tameside's was too.

    All rise by 1 a month. Ash and Beech then fall; Cove falls by 16 after a month in which it rose by 21.
    """
    ash, beech = [*range(50, 74), 60], [*range(50, 74), 58]
    cove = [*range(50, 62), 82, *range(83, 94), 77]
    figures = {ASH: monthly(*ash), BEECH: monthly(*beech), COVE: monthly(*cove), ENGLAND: monthly(*[40] * 25)}
    found = said(told, figures, better="higher", period="month")
    assert found.text.endswith(
        "the largest fall in 24 months, of the gap too, in 2 (Beech 58.0% and Ash 60.0%, in Jan 2017), and "
        "in Cove, where a move the other way was as far from the usual one."
    )


@pytest.mark.parametrize(
    ("series", "better", "text"),
    [
        (([50, 60, 70], [50, 60, 70], [70, 60, 50]), "higher", "up in 2 and down in 1 since 2010"),
        (([50, 60, 70], [50, 60, 70], [50, 60, 70]), "neither", "up in all of them since 2010"),
        (([50, 60, 50], [50, 60, 50], [50, 60, 50]), "higher", "unchanged since 2010"),
    ],
)
def test_what_cannot_be_judged_is_said_with_its_direction(told, series, better, text):
    found = said(told, districts(*series), better=better)
    assert found.text == f"Rate: {text}, but too few figures to judge a change."
    assert (found.change, TIERS[found.tier]) == ("unknown", "Cannot be judged")


def test_a_district_that_stands_where_it_stood_is_neither_up_nor_down_and_did_not_turn(told):
    """As shown: 50.04 and 50.0 are both 50.0%."""
    found = said(told, districts((50, 53, 52), (50, 53, 50.04), (50, 51, 53)))
    assert found.text.endswith(
        "up in 2 since 2010, but too few figures to judge a change, though the newest figure went the other "
        "way in 1."
    )


def test_in_a_season_districts_are_up_or_down_on_a_year_before(told):
    """Not since the first month: that is another season."""
    months = {place: monthly(*range(60, 46, -1), 59) for place in (ASH, BEECH, COVE)}
    found = said(told, months, period="month", seasonal=True)
    assert found.text == "Rate: up in all of them on a year before, but too few figures to judge a change."


def test_two_periods_have_no_direction(told):
    found = said(told, districts([50, 60], [50, 60], [50, 60]))
    assert found.text == "Rate: no trend can be judged from 2 periods."
    new = {"first": 2011}
    mixed = said(told, {ASH: yearly(50, 60), BEECH: yearly(50, **new), COVE: yearly(50, **new)})
    assert mixed.text == "Rate: no trend can be judged from so few periods."


def test_the_start_is_that_of_most_that_have_a_direction(told):
    figures = {
        ASH: yearly(50, 60, 70),
        BEECH: yearly(60, 70, 75, 80, first=2009),
        COVE: yearly(5, first=2012),
    }
    assert said(told, figures).text == "Rate: up in 2 since 2009, but too few figures to judge a change."


def test_one_district_is_named(told):
    found = said(told, {BEECH: yearly(40), ENGLAND: yearly(50)})
    which = "in Beech, the only district with a figure"
    assert found.text == f"Rate: lower than England {which}; only one period is held."
    assert said(told, {BEECH: yearly(50, 60, 70)}).text == (
        f"Rate: {which}, up since 2010, but 3 figures are too few to judge a change."
    )


def test_the_reason_gives_the_spread_of_the_newest_figures_only(told):
    figures = {
        ASH: yearly(40, first=2011),
        BEECH: yearly(45.5, first=2011),
        COVE: yearly(99),
        ENGLAND: yearly(50, first=2011),
    }
    assert said(told, figures).reason == (
        "Not published for Here as a whole. 2 districts in 2011: 40.0 to 45.5%; England 50.0%. "
        "Left out, as the newest figure is of another period: Cove (2010). "
        "Unit: % of people. No trend can be judged from 1 period."
    )


def test_districts_are_counted_in_one_period_and_those_with_another_are_left_out(told):
    figures = {
        ASH: yearly(40, first=2011),
        BEECH: yearly(45, first=2011),
        COVE: yearly(30),  # lower than England's 50 of 2011, and than its 35 of 2010
        ENGLAND: yearly(35, 50),
    }
    found = said(told, figures)
    assert found.text.startswith(
        "Rate: lower than England in both districts (Ash 40.0% and Beech 45.0%, in 2011)"
    )
    apart = said(told, {ASH: yearly(40, first=2011), BEECH: yearly(45), ENGLAND: yearly(35, 50)})
    assert "lower than England in Ash, the only district with a figure in 2011" in apart.text


def test_where_the_benchmark_has_a_newer_figure_the_period_is_named(told):
    figures = {ASH: yearly(40), BEECH: yearly(45), COVE: yearly(60), ENGLAND: yearly(50, 44)}
    assert said(told, figures).text.startswith("Rate: lower than England in 2010 in 2 of the 3 districts")

"""A rare move in whole sentences: rise and fall, what England did, the gap or share after it, money."""

import pytest

from dashboard.statements.judgement import words
from dashboard.statements.judgement.judgement import judgement
from tests.statements.conftest import ENGLAND, REGION, yearly

LEVEL = [50, 51, 49, 50, 51, 49, 50, 51, 49, 50, 51] * 2  # the last of them is 51 in 2031
FLAT = [60] * 23


@pytest.fixture
def said(told):
    """said(figures, England's) -> the statement, without the gap to England that it begins with."""

    def said(here, england, **metadata):
        given = told({REGION: yearly(*here), ENGLAND: yearly(*england)}, **metadata)
        text = words.sentence(judgement(given.site, given.indicator, given.region))
        return (
            text.removeprefix("Rate: ")
            .removeprefix("lower than England; ")
            .removeprefix("higher than England; ")
        )

    return said


@pytest.mark.parametrize(
    ("newest", "england", "text"),
    [
        (56, 60, "the largest rise in 22 years (51.0% to 56.0%); England did not change, so the gap never "
         "narrowed as much."),
        (46, 60, "the largest fall in 22 years (51.0% to 46.0%); England did not change, so the gap is the "
         "widest since the figures begin (2010)."),
        (46, 59, "the largest fall in 22 years (51.0% to 46.0%); England fell less (60.0% to 59.0%), so the "
         "gap is the widest since the figures begin (2010)."),
        (46, 61, "the largest fall in 22 years (51.0% to 46.0%); England rose (60.0% to 61.0%), so the gap "
         "is the widest since the figures begin (2010)."),
        (56, 59, "the largest rise in 22 years (51.0% to 56.0%); England fell (60.0% to 59.0%), so the gap "
         "never narrowed as much."),
        (56, 65, "the largest rise in 22 years (51.0% to 56.0%); England rose as much (60.0% to 65.0%)."),
        (56, 66, "the largest rise in 22 years (51.0% to 56.0%); England rose more (60.0% to 66.0%)."),
        (46, 54, "the largest fall in 22 years (51.0% to 46.0%); England fell more (60.0% to 54.0%)."),
        (46, 55, "the largest fall in 22 years (51.0% to 46.0%); England fell as much (60.0% to 55.0%)."),
    ],
)  # fmt: skip
def test_a_rare_move_says_what_england_did_and_where_the_gap_stands(said, newest, england, text):
    assert said([*LEVEL, newest], [*FLAT[:22], england]) == text


def test_a_gap_is_widest_since_the_newest_period_that_had_one_as_wide(said):
    before = [62, 61, 60, 59, 58, 57, 56, 55, *LEVEL[8:]]  # 11 points above 45 in 2016, as 56 is now
    assert said([*before, 56], [45] * 23).endswith("so the gap is the widest since 2016.")
    before[6] = 55.9
    assert said([*before, 56], [45] * 23).endswith("so the gap is the widest since 2015.")


def test_a_gap_on_the_other_side_is_not_as_wide(said):
    """12 points below England in 2010 are no gap as wide as 11 above it."""
    england = [*range(62, 45, -1), *[45] * 6]
    assert said([*LEVEL, 56], england).endswith("the widest since the figures begin (2010).")


def test_the_figures_of_the_gap_begin_where_england_has_one(told):
    given = told({REGION: yearly(*LEVEL, 56), ENGLAND: yearly(*[45] * 22, first=2011)})
    text = words.sentence(judgement(given.site, given.indicator, given.region))
    assert text.endswith("so the gap is the widest since the figures begin (2011).")


COUNTED = [value * 100 for value in LEVEL]


@pytest.mark.parametrize(
    ("newest", "england", "text"),
    [
        (3000, 88_000, "the largest fall in per cent in 22 years (5,100 to 3,000); England fell less (90,000 "
         "to 88,000), so its share of England’s never fell as much (5.7% to 3.4%)."),
        # 900 more are 17.6%, and England's 9,000 more are 10%.
        (6000, 99_000, "the largest rise in per cent in 22 years (5,100 to 6,000); England rose less (90,000 "
         "to 99,000), so its share of England’s never rose as much (5.7% to 6.1%)."),
        # 49% here, 50% there.
        (7600, 135_000, "the largest rise in per cent in 22 years (5,100 to 7,600); England rose more "
         "(90,000 to 135,000)."),
    ],
)  # fmt: skip
def test_a_count_is_held_against_england_in_per_cent_and_by_its_share(said, newest, england, text):
    found = said(
        [*COUNTED, newest], [*[90_000] * 22, england], statistic="count", decimals=0, suffix="", unit="people"
    )
    assert found == text


@pytest.mark.parametrize(
    ("newest", "text"),
    [
        (51, "the same as in 2031."),
        (51.04, "the same as in 2031."),
        (49, "down from 51.0% in 2031, a move of ordinary size."),
        (52, "up from 51.0% in 2031, a move of ordinary size."),
    ],
)
def test_an_ordinary_move_is_told_by_its_two_figures(said, newest, text):
    assert said([*LEVEL, newest], FLAT) == text


@pytest.mark.parametrize(
    ("before", "text"), [([], "the first fall in 22 years"), ([70], "the largest fall in 23 years")]
)
def test_a_move_without_an_earlier_one_that_way_is_the_first(said, before, text):
    """One more each year from 50 to 71, perhaps one less, and then a fall to 65."""
    figures = [*range(50, 72), *before, 65]
    assert said(figures, [80] * len(figures)).startswith(text)


def test_a_move_whose_gap_moved_as_far_before_says_so_and_gives_no_verdict(said):
    """England leapt by 9 in 2021, so the gap moved as far while nothing moved here; now it stands still."""
    there = [60] * 11 + [51] * 12
    assert said([*LEVEL, 56], there) == (
        "the largest rise in 22 years (51.0% to 56.0%); England did not change, and the gap moved as far "
        "before."
    )


@pytest.mark.parametrize("england", [50.9, 51.0])
def test_that_the_gap_moved_before_is_said_where_england_moved_the_other_way_or_stood(said, england):
    there = [60] * 11 + [51] * 11 + [england]
    assert said([*LEVEL, 56], there).endswith(", and the gap moved as far before.")


POUNDS = {"prefix": "£", "suffix": "", "decimals": 0, "unit": "£"}


def test_money_moves_by_its_share_of_englands_figure(said):
    found = said([*[value * 10 for value in LEVEL], 560], [1000] * 23, **POUNDS)
    assert found == "as a share of England’s figure, the largest rise in 22 years (51.0% to 56.0%)."
    few = said([*[value * 10 for value in LEVEL[9:]], 560], [1000] * 14, **POUNDS)
    assert few == (
        "as a share of England’s figure, the largest rise in 13 years (51.0% to 56.0%); with 12 earlier "
        "moves to hold it against, one to watch."
    )


def test_a_move_that_another_outdid_the_other_way_gives_no_verdict(said):
    """A rise of 6 among 13 earlier moves, one of them a fall of 7."""
    figures = [50, 51, 50, 51, 44, 45, 46, 46, 47, 48, 47, 48, 49, 48, 54]
    assert said(figures, [60] * 15) == (
        "the largest rise in 14 years (48.0% to 54.0%); England did not change, so the gap never narrowed as "
        "much; no verdict, as a move the other way was as far from the usual one."
    )

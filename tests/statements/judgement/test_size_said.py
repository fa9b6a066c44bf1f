"""All that is said of how big a gap is: in numbers, and each reason for which that may not be said."""

from dataclasses import replace

import pytest

from dashboard.statements.judgement import size_words as words
from dashboard.statements.judgement.judgement import judgement
from tests.statements.conftest import ASH, BEECH, COVE, ENGLAND, REGION, yearly

BASE = "people/residents"
WORKERS = {"gap_words": "people in work", "gap_base": BASE}


@pytest.fixture
def judged(told):
    """judged(figures, people) -> a site and the judgement of the region, of `people` a year from 2010."""

    def judged(figures, people=(10_000, 10_000), **metadata):
        here = told(figures, **WORKERS | metadata)
        areas = (REGION, ASH, BEECH, COVE)
        base = told({code: yearly(*people) for code in areas}, statistic="count") if people else None
        others = (
            {BASE: replace(base.indicator, theme="people", name="residents", gap_base="")} if base else {}
        )
        site = replace(here.site, indicators={here.indicator.id: here.indicator} | others)
        return site, judgement(site, here.indicator, here.region)

    return judged


def figures(here, there, around=None):
    return {REGION: yearly(here, around=around), ENGLAND: yearly(there)}


@pytest.mark.parametrize(
    ("here", "there", "around", "people", "said"),
    [
        # Ten points of 10,000, and a margin of one point either side.
        (60, 70, 1, (10_000,), "about 1,000 more people in work (900 to 1,100)"),
        (70, 60, 1, (10_000,), "about 1,000 fewer people in work (900 to 1,100)"),
        (60, 70, 1, (10_000_000,), "about 1 million more people in work (900,000 to 1.1 million)"),
    ],
)
def test_a_gap_beyond_chance_is_put_into_numbers(judged, here, there, around, people, said):
    site, found = judged(figures(here, there, around), people)
    sentence = f"If Here had England’s rate in 2010, there would be {said}."
    assert words.size_sentence(site, found) == sentence
    assert words.size_briefly(site, found) == f"At England’s rate: {said}"
    assert words.size_said(site, found) == (sentence, words.ASSUMED)


def test_counts_without_a_margin_are_put_into_numbers_and_say_so(judged):
    site, found = judged(figures(60, 70), statistic="ratio")
    assert words.size_said(site, found) == (
        "If Here had England’s rate in 2010, there would be about 1,000 more people in work.",
        words.NO_MARGIN,
        words.ASSUMED,
    )


@pytest.mark.parametrize(
    ("given", "people", "metadata", "said"),
    [
        (figures(60, 60.5, 1), (10_000,), {}, (words.WITHIN,)),
        (figures(60, 60.01), (10_000,), {"statistic": "ratio"}, (words.SAME,)),
        (figures(60, 70, 1), (), {}, (words.NO_BASE,)),
        (figures(60, 70, 1), (None, 10_000), {}, (words.NO_BASE,)),  # of another year alone
        (figures(60, 70), (10_000,), {}, ()),  # a survey's estimate without a margin
        (figures(60, 70, 1), (10_000,), {"gap_words": ""}, ()),
        ({REGION: yearly(60, around=1)}, (10_000,), {}, ()),
    ],
)
def test_what_may_not_be_put_into_numbers_says_why_or_nothing(judged, given, people, metadata, said):
    site, found = judged(given, people, **metadata)
    assert words.size_said(site, found) == said
    assert (words.size_sentence(site, found), words.size_briefly(site, found)) == ("", "")


POUNDS = {"prefix": "£", "suffix": "", "decimals": 0, "gap_words": "of output"}


def districts(*values):
    return {code: yearly(value) for code, value in zip((ASH, BEECH, COVE), values, strict=True) if value}


def test_money_is_held_to_the_best_district(judged):
    """Two of three districts are £10 short of £60, for 10,000 people each."""
    site, found = judged(districts(50, 60, 50) | {REGION: yearly(53)}, **POUNDS)
    sentence = (
        "If all 3 districts of Here had the figure of Beech (£60 in 2010), the highest of them, there would "
        "be about £200,000 more of output."
    )
    assert words.size_said(site, found) == (sentence, words.BEST)
    assert words.size_sentence(site, found) == sentence


def test_what_money_comes_to_is_told_in_two_digits(judged):
    """£10 and £8.77 for 10,000 people each are £187,700."""
    site, found = judged(districts(50, 60, 51.23) | {REGION: yearly(53)}, **POUNDS)
    assert words.size_sentence(site, found).endswith("there would be about £190,000 more of output.")


@pytest.mark.parametrize(
    ("values", "people", "metadata", "said"),
    [
        ((10, 60, 10), (10_000,), {}, (words.FAR_OFF,)),  # together they would more than double
        ((50, 50, 50), (10_000,), {}, ()),  # nothing to add
        ((None, 60, None), (10_000,), {}, ()),
        ((50, 60, 50), (), {}, ()),
        ((50, 60, 50), (10_000,), {"gap_words": ""}, ()),
    ],
)
def test_money_without_a_measure_says_so_or_nothing(judged, values, people, metadata, said):
    site, found = judged(districts(*values) | {REGION: yearly(53)}, people, **POUNDS | metadata)
    assert words.size_said(site, found) == said
    assert words.best_sentence(site, found.indicator, found.area) == ""


def test_a_district_without_a_figure_of_the_shared_period_says_nothing(judged):
    late = {ASH: yearly(50, 50), BEECH: yearly(60, 60), COVE: yearly(50), REGION: yearly(53, 53)}
    site, found = judged(late, **POUNDS)
    assert words.best_sentence(site, found.indicator, found.area) == ""


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (999_999, "999,999"), (1e6, "1 million"), (1.25e6, "1.25 million"), (999e6, "999 million"),
        (1e9, "1 billion"), (13e9, "13 billion"), (0, "0"),
    ],
)  # fmt: skip
def test_a_number_is_told_in_millions_from_one_on(number, said):
    assert words._many(number) == said

"""Questions of the public, counted: one and many, and what is none is not named."""

from datetime import date

import pytest

from dashboard.statements import question_words as words

NONE = {"day": "2026-11-23", "came": 0, "answered": 0, "looking": 0, "aside": 0, "waiting": 0}


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({}, "no question had come."),
        ({"came": 1, "answered": 1}, "1 question had come: 1 was answered."),
        ({"came": 1, "looking": 1}, "1 question had come: 1 is being looked at."),
        (
            {"came": 1, "aside": 1},
            "1 question had come: 1 was no question about figures or decisions.",
        ),
        ({"came": 1, "waiting": 1}, "1 question had come: 1 waits to be read."),
        ({"came": 2, "waiting": 2}, "2 questions had come: 2 wait to be read."),
        (
            {"came": 9, "answered": 2, "looking": 3, "aside": 4},
            "9 questions had come: 2 were answered, 3 are being looked at and 4 were no questions about "
            "figures or decisions.",
        ),
        (
            {"came": 10, "answered": 9, "waiting": 1},
            "10 questions had come: 9 were answered and 1 waits to be read.",
        ),
    ],
)
def test_what_became_of_the_questions_is_counted(counts, said):
    assert words.counted(NONE | counts) == f"By 23 November 2026 {said}"


@pytest.mark.parametrize(("times", "often"), [(1, ""), (2, " by 2 people")])
def test_how_often_a_question_was_asked_is_said_where_it_was_more_than_once(times, often):
    said = words.days(date(2026, 3, 1), date(2026, 3, 9), times)
    assert said == f"First asked on 1 March 2026{often}, answered on 9 March 2026."


def test_what_is_not_listed_is_counted():
    assert words.more(1200).startswith("And 1,200 more: ")

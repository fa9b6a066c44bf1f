"""What is said of casualties by month: two counts of a year apart, and months by what is usual."""

from datetime import date

import pytest

from dashboard.methods.control_charts.xmr import xmr
from dashboard.methods.counts import two_counts
from dashboard.pages.events.trend_words import Usual, Versus, trend, trend_subtitle, trend_summary

# 23 months about 120, then seven about 100: inside the limits, all below the average.
RUN = [*([110, 130] * 11), 140, 98, 104, 96, 105, 99, 103, 100]


def dated(numbers):
    return [(date(2020 + at // 12, at % 12 + 1, 1), number) for at, number in enumerate(numbers)]


def versus(now, before, clustering=1.8, first=1, last=6, provisional=True):
    found = two_counts(now, before, clustering)
    return Versus(date(2024, first, 1), date(2024, last, 1), now, before, found, provisional)


def said(numbers, compared=None):
    usual, months = Usual(xmr([float(number) for number in numbers]), 0), dated(numbers)
    return trend(usual, compared, months, "casualties"), trend_summary(usual, compared, months, "casualties")


@pytest.mark.parametrize(
    ("compared", "title"),
    [
        (
            versus(1620, 1546),
            "1,620 casualties from Jan to Jun 2024, provisional, 1,546 a year before: a difference that "
            "chance can make",
        ),
        (
            versus(482, 365, 1.1),
            "482 casualties from Jan to Jun 2024, provisional, 365 a year before: more, by more than chance "
            "explains",
        ),
        (versus(9, 9, last=12, provisional=False), "9 casualties in 2024, 9 a year before: the same"),
        (
            versus(1, 4, first=3, last=3),
            "1 casualty in Mar 2024, provisional, 4 a year before: a difference that chance can make",
        ),
    ],
)
def test_the_newest_months_are_held_against_the_same_a_year_before(compared, title):
    assert said([110, 130] * 15, compared)[0] == title


def test_how_much_chance_alone_can_make_is_said():
    summary = said([110, 130] * 15, versus(1620, 1546))[1]
    assert "The two counts differ by 74; several people are hurt in one collision" in summary
    assert "so chance alone can make up to 148." in summary


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([110, 130] * 15, "Jun 2022 is as usual"),
        ([110, 130] * 15 + [300], "Jul 2022 is above what is usual"),
        ([110, 130] * 15 + [20], "Jul 2022 is below what is usual"),
        (RUN, "Jun 2022 is part of 7 or more in a row on one side of the average, below the average"),
    ],
)
def test_without_a_year_before_the_newest_month_is_said_by_what_was_found(numbers, words):
    assert said(numbers)[0] == f"Casualties by month: {words}"


def test_the_months_that_the_usual_range_rests_on_are_named():
    usual, months = Usual(xmr([110.0, 130.0] * 18), 4), dated([110, 130] * 20)
    assert trend_subtitle(usual, months, "casualties", "Ash") == (
        "Casualties in Ash, by month. Shaded: what is usual, by the last 36 months (May 2020 to Apr 2023)."
    )
    assert "The average month since May 2020 has 120, and 67 to 173 is usual." in trend_summary(
        usual, None, months, "casualties"
    )


def test_months_that_drift_have_no_range_and_it_is_said_why():
    months = dated(range(100, 130))
    silent = Usual(None, 0, "drifts")
    assert "drifts from month to month" in trend_summary(silent, None, months, "casualties")
    assert trend_subtitle(silent, months, "casualties", "Ash") == "Casualties in Ash, by month."


def test_unusual_months_are_counted_by_kind():
    assert "Of these 30 months 7 are marked as unusual: 7 part of 7 or more" in said(RUN)[1]
    assert said([110, 130] * 15)[1].endswith("No month is unusual.")

"""What is said of casualties by month is what the control chart found, and its counts add up."""

from datetime import date

import numpy as np
import pytest

from dashboard.methods.spc import xmr
from dashboard.statements.event_trend_words import trend, trend_summary


def said(numbers):
    months = [(date(2020 + at // 12, at % 12 + 1, 1), number) for at, number in enumerate(numbers)]
    found = xmr(np.array(numbers, dtype=float), better="lower", periods=[day for day, _ in months])
    return trend(found, months, "casualties"), trend_summary(found, months, "casualties")


# 23 months about 120, then seven about 100: inside the limits, all below the average.
RUN = [110, 130] * 11 + [140] + [98, 104, 96, 105, 99, 103, 100]


def test_a_run_inside_the_limits_is_said_as_a_run_from_its_first_month():
    title, summary = said(RUN)
    assert title == "Casualties by month: below the average in every month since Dec 2021, 7 in a row"
    assert summary.startswith("100 casualties in Jun 2022. The average month since Jan 2020 has ")
    assert "The last 7 months all lie below the average" in summary
    assert " Of all 30 months 7 are marked as unusual: 7 part of 7 or more in a row on one side" in summary


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([110, 130] * 15, "nothing unusual lately"),
        ([110, 130] * 15 + [300], "Jul 2022 is above what chance allows"),
        ([110, 130] * 15 + [20], "Jul 2022 is below what chance allows"),
    ],
)
def test_the_newest_month_is_said_by_what_was_found(numbers, words):
    assert words in said(numbers)[0]


def test_no_unusual_month_is_said_so():
    assert said([110, 130] * 15)[1].endswith("No month is unusual.")

"""The signal of a control chart in a sentence and its reason, in months and with the season taken out."""

import re

import pytest

from dashboard.statements.judgement import words
from dashboard.statements.judgement.signal_words import ALONE
from tests.statements.conftest import ENGLAND, REGION, monthly
from tests.statements.judgement.sentences import LEVEL, judged, said

SEASON = [10, 10, 10, 10, 10, 90, 90, 90, 10, 10, 10, 10]


@pytest.mark.parametrize(
    ("tail", "better", "sentence"),
    [
        ([90], "higher", "higher than the usual range since Jan 2015"),
        ([90], "lower", "higher than the usual range since Jan 2015"),
        ([10], "neither", "lower than the usual range since Jan 2015"),
        (
            [49.1, 49.2, 49.3, 49.4, 49.5, 49.6, 49.7],
            "higher",
            "rising for at least 6 months running",
        ),
        ([50.9, 50.8, 50.7, 50.6, 50.5, 50.4, 50.3], "neither", "falling for at least 6 months running"),
        (
            [51, 50.8, 51, 50.8, 51, 50.8, 51],
            "lower",
            "higher than the average since Jan 2015 for at least 7 months",
        ),
        ([50, 49, 51, 50, 50.5, 53.2, 53.2], "higher", "higher than usual in two of the last three months"),
        ([50], "higher", "nothing unusual lately in figures since Jan 2015"),
    ],
)
def test_a_control_chart_says_which_signal(told, tail, better, sentence):
    found = said(told, {REGION: monthly(*LEVEL, 49, 50, *tail)}, better=better, period="month")
    alone = "" if sentence.startswith("nothing") else ALONE
    assert found.removesuffix(".").partition(", though")[0] == f"Rate: {sentence}{alone}"


def test_a_chart_that_a_rare_move_bears_out_says_better_or_worse(told):
    figures = {REGION: monthly(*LEVEL, 49, *LEVEL[:8], 90), ENGLAND: monthly(*[60] * 23)}
    assert "; worse than the usual range since Jan 2015" in said(
        told, figures, better="lower", period="month"
    )
    assert ALONE not in said(told, figures, better="lower", period="month")


def test_a_chart_of_months_that_drift_is_not_drawn_and_says_why(told):
    drifting = {REGION: monthly(*range(40, 64), 64.5), ENGLAND: monthly(*[60] * 25)}
    found = judged(told, drifting, period="month")
    assert found.change.chart is None
    assert (
        "This figure drifts from month to month, so limits from its own average say nothing"
        in words.reason(found)
    )


def test_months_have_their_own_words(told):
    values = [*LEVEL, 50, 51, 90]
    found = judged(told, {REGION: monthly(*values)}, period="month")
    assert words.sentence(found) == f"Rate: higher than the usual range since Jan 2015{ALONE}."
    assert "14 monthly figures" in words.reason(found)


def test_a_season_is_compared_with_the_year_before(told):
    values = [value + at * at % 7 for at, value in enumerate([*SEASON, *SEASON, *SEASON[:5], 400])]
    found = judged(told, {REGION: monthly(*values)}, period="month", seasonal=True)
    assert words.sentence(found) == (
        f"Rate: the change on a year before is higher than the usual range since Jan 2016{ALONE}."
    )
    expected = r"each against the same month a year before: [+−]\d+ to [+−]\d+% is usual"
    assert re.search(expected, words.reason(found))


def test_a_long_seasonal_series_has_its_season_taken_out(told):
    values = [value + (0, 3, 1, 4, 2, 5, 0)[at % 7] for at, value in enumerate(SEASON * 5)]
    found = judged(told, {REGION: monthly(*values[:-1], 300)}, period="month", seasonal=True)
    assert (
        words.sentence(found)
        == f"Rate: higher than the usual range since Jan 2015, leaving out the season{ALONE}."
    )
    assert "60 monthly figures, the usual season taken out" in words.reason(found)


def test_the_reason_explains_the_signal(told):
    found = judged(told, {REGION: monthly(*LEVEL, 50, 49, 90)}, period="month")
    assert "Control chart (XmR) of 14 monthly figures: " in words.reason(found)
    assert "is usual, and the latest month lies outside that range" in words.reason(found)

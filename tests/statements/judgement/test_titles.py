"""The titles of a line and of a chart say what is found, and not how sure it is."""

import pytest

from dashboard.statements.judgement import words
from tests.statements.conftest import ENGLAND, REGION, yearly
from tests.statements.judgement.sentences import judged


@pytest.mark.parametrize(
    ("figures", "title"),
    [
        (
            {REGION: yearly(50, 50.1, 50, 50.1, 50, around=0.5), ENGLAND: yearly(60, first=2014)},
            "Rate: lower than England, no clear change since 2010",
        ),
        ({REGION: yearly(50, 60, 70)}, "Rate: up since 2010"),
        ({REGION: yearly(50), ENGLAND: yearly(40)}, "Rate: higher than England"),
        ({REGION: yearly(50, 51)}, "Rate: 51.0% in 2011"),
    ],
)
def test_a_message_is_a_title_without_how_sure(told, figures, title):
    assert words.message(judged(told, figures)) == title


def test_the_title_of_a_chart_says_the_newest_figure_its_verdict_and_its_gap(told):
    steady = {REGION: yearly(50, 50.1, 50, 50.1, 50, around=0.5), ENGLAND: yearly(60, first=2014)}
    assert words.of_place(judged(told, steady)).endswith(
        ": 50.0% in 2014, no clear change since 2010, lower than England"
    )
    # Without margins or a chart nothing is called better or worse, only up.
    assert words.of_place(judged(told, {REGION: yearly(50, 60, 70)})).endswith(
        ": 70.0% in 2012, up since 2010"
    )

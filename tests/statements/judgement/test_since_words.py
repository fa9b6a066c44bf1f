"""A card says since when in one wording: the period and figure that are compared with, then the change."""

import pytest

from dashboard.statements.judgement.judgement import judgement
from dashboard.statements.judgement.since_words import since_when
from tests.statements.conftest import ENGLAND, REGION, monthly, yearly

RARE = [50, 51, 49, 50, 51, 49, 50, 51, 49, 50, 51] * 2  # 21 moves of 1 and 2
EARLY = yearly(60, 60, 60, 60, 60)


@pytest.mark.parametrize(
    ("here", "better", "said"),
    [
        (yearly(54, 53, 52, 51, 50, around=0.5), "higher", "Since 2010 (54.0%): getting worse"),
        (yearly(50, 51, 52, 53, 54, around=0.5), "neither", "Since 2010 (50.0%): rising"),
        (yearly(50, 50.2, 50, 49.9, 50.1, around=0.5), "higher", "Since 2010 (50.0%): no clear change"),
        (yearly(54, 50, around=0.5), "higher", "Since 2010 (54.0%): worse"),
        (yearly(54, 53, 50), "higher", "Since 2010 (54.0%): down"),
        (yearly(54), "higher", "Only one period is held"),
    ],
)
def test_since_when_begins_with_what_the_change_is_held_against(told, here, better, said):
    assert _said(told, {REGION: here, ENGLAND: EARLY}, better=better) == said


def test_a_rare_move_is_since_the_figure_before_it(told):
    figures = {REGION: yearly(*RARE, 56), ENGLAND: yearly(*[60] * 23)}
    assert _said(told, figures) == "Since 2031 (51.0%): the largest rise in 22 years"


def test_a_season_is_held_against_the_same_season(told):
    """In its own words, which say since when."""
    here = monthly(*(50 + at % 12 for at in range(60)))
    found = _said(told, {REGION: here, ENGLAND: here}, period="month", seasonal=True)
    assert found == "The same as in Dec 2018"


def test_money_is_told_by_its_share_of_englands_figure(told):
    figures = {REGION: yearly(400, 420, around=4), ENGLAND: yearly(500, 600)}
    found = _said(told, figures, prefix="£", suffix="", decimals=0)
    assert found.startswith("Since 2010 (80.0% of England’s): ")


def _said(told, figures, **metadata):
    here = told(figures, **metadata)
    return since_when(judgement(here.site, here.indicator, here.region))

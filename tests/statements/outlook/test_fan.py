"""Whether a projection is drawn without being asked for rests on how it was tested."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.statements.outlook.fan import as_tested, band_name, why_off
from dashboard.statements.outlook.outlook import Outlook
from dashboard.statements.outlook.projected import Step

STEP = Step("a/b", "E1", 1, date(2030, 1, 1), 74.6, 71.2, 78.0, "damped trend", 0.81, 9, 1.0, 0.0, 0, "", "")


def found(*steps):
    return Outlook(steps, "Said.", "Tested.", "" if steps else "too few")


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({}, ""),
        ({"coverage": 0.72}, ""),
        ({"coverage": 0.88}, ""),
        ({"coverage": 0.3, "widened": 2.0, "held": 0.8, "later": 4}, ""),
        (
            {"coverage": 0.3, "widened": 2.0, "held": 0.5, "later": 4},
            "Not drawn until you ask for it: tested 2 periods ahead, the widened range held 50% of what came "
            "next, so it is too narrow.",
        ),
        (
            {"coverage": 0.3, "widened": 2.0, "held": 0.8, "later": 2},
            "Not drawn until you ask for it: 2 periods ahead its widened range could be tested on too few "
            "later periods.",
        ),
        ({"coverage": 0.93}, ""),
        (
            {"coverage": 0.7},
            "Not drawn until you ask for it: tested 2 periods ahead, the range held 70% of what came next, "
            "so it is too narrow.",
        ),
        (
            {"starts": 2},
            "Not drawn until you ask for it: 2 periods ahead it could be tested from too few past periods.",
        ),
    ],
)
def test_one_period_that_did_not_hold_turns_it_off_and_says_why(changed, why):
    outlook = found(STEP, replace(STEP, horizon=2, **changed))
    assert why_off(outlook) == why
    assert as_tested(outlook) == (why == "")


def test_without_a_projection_there_is_nothing_to_draw():
    assert not as_tested(found())
    assert why_off(found()) == ""


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({}, "8 times in 10"),
        ({"coverage": 0.93}, "At least 8 times in 10"),
        ({"coverage": 0.5}, "Range made from past errors"),
        ({"starts": 2}, "Range made from past errors"),
        ({"coverage": 0.3, "widened": 2.0, "held": 0.8, "later": 4}, "8 times in 10"),
        ({"coverage": 0.3, "widened": 2.0, "held": 0.5, "later": 4}, "Range made from past errors"),
    ],
)
def test_a_band_is_called_what_its_tests_allow(changed, name):
    assert band_name(found(STEP, replace(STEP, horizon=2, **changed))) == name

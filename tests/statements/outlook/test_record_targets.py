"""Of several targets of an indicator the one due next is shown, and the last once all are past."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from dashboard.record_port import Goal
from dashboard.statements.outlook.record_targets import targets_of
from tests.statements.conftest import REGION, yearly


@pytest.mark.parametrize(
    ("dues", "shown"),
    [
        ((2013, 2016, 2019), 2016),  # the newest figure is of 2014
        ((2014, 2019), 2014),  # it is the one that tells whether that target was met
        ((2012, 2013), 2013),
    ],
)
def test_the_target_due_next_is_shown_and_the_last_once_all_are_past(told, dues, shown):
    here = told({REGION: yearly(50, 51, 52, 53, 54)})
    goals = [
        Goal(here.indicator.id, REGION, 60, date(due, 12, 31), 50, date(2010, 1, 1), "", "") for due in dues
    ]
    site = replace(here.site, record=SimpleNamespace(targets=lambda areas: goals))
    assert targets_of(site, REGION)[here.indicator.id].due == date(shown, 12, 31)

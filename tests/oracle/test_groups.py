"""Figures of groups, and gaps between groups, against the same worked out from the publishers' tables."""

import pandas as pd
import pytest

from tests.oracle.groups import (
    GROUPS,
    QUALIFIED,
    of_buses,
    of_healthy_life,
    of_pupils,
    of_qualified,
    of_traffic,
)
from tests.oracle.product import observed
from tests.oracle.test_observations import differences

SAMPLE = ("primary_free_meals", "attainment_8_black_gap", "persistent_absence_in_care_gap")
PUPILS = [pytest.param(name, marks=[] if name in SAMPLE else pytest.mark.full) for name in sorted(GROUPS)]


@pytest.mark.parametrize("name", PUPILS)
def test_no_figure_of_a_group_of_pupils_differs(store, indicators, name):
    _agree(store, indicators, f"inequality/{name}", of_pupils(name))


@pytest.mark.full
@pytest.mark.parametrize("name", sorted(QUALIFIED))
def test_no_gap_in_qualifications_differs(store, indicators, name):
    _agree(store, indicators, f"inequality/{name}", of_qualified(name))


def test_no_gap_in_years_of_healthy_life_nor_its_interval_differs(store, indicators):
    _agree(store, indicators, "inequality/healthy_life_men_gap", of_healthy_life())


def test_no_traffic_for_each_resident_differs(store, indicators):
    _agree(store, indicators, "transport/road_traffic_per_head", of_traffic())


@pytest.mark.parametrize("name", ["bus_journeys", "bus_journeys_per_head"])
def test_no_bus_figure_that_the_publisher_gives_differs(store, indicators, name):
    """Only places with a row of the publisher's; sums of such rows are not worked out a second time."""
    ours = of_buses(name)
    theirs = observed(store, indicators, f"transport/{name}")
    theirs = theirs[theirs.area_code.isin(ours.area_code)]
    given = pd.MultiIndex.from_frame(ours.dropna(subset="value")[["area_code", "period"]])
    theirs = theirs.set_index(["area_code", "period"]).reindex(given).reset_index()
    assert differences(ours, theirs, ["value"]) == []
    assert theirs.value.notna().sum() >= 40


def test_every_inequality_indicator_is_worked_out_a_second_time(indicators):
    here = {name.removeprefix("inequality/") for name in indicators if name.startswith("inequality/")}
    assert here - {*GROUPS, *QUALIFIED, "healthy_life_men_gap"} == set()


def _agree(store, indicators, name, ours):
    theirs = observed(store, indicators, name)
    assert differences(ours, theirs) == []
    assert theirs.value.notna().sum() >= 40  # an empty table would agree; gaps by age are few

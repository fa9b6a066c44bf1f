"""The product's figures against the same figures worked out a second time from the publishers' tables."""

import pandas as pd
import pytest

from tests.oracle.product import neighbourhoods, observed
from tests.oracle.reckoning.limits import from_counts
from tests.oracle.reckoning.observed import INDICATORS, SAMPLE, observations
from tests.oracle.reckoning.places import current, table

NEIGHBOURHOOD = ("E01", "E02", "E05")
NAMES = [
    pytest.param(name, marks=[] if name in (*SAMPLE, "people/crime") else pytest.mark.full)
    for name in sorted(INDICATORS)
]


def test_most_indicators_are_worked_out_a_second_time(indicators):
    assert len(INDICATORS) >= 80
    assert set(INDICATORS) <= set(indicators)


@pytest.mark.parametrize("name", NAMES)
def test_no_figure_of_a_district_or_a_wider_place_differs(store, indicators, name):
    ours = observations(name)
    ours = ours[~ours.area_code.str[:3].isin(NEIGHBOURHOOD)]
    theirs = observed(store, indicators, name)
    assert differences(_with_limits(name, ours, theirs), theirs) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_figure_of_a_neighbourhood_differs(store, indicators, name):
    ours = observations(name)
    ours = ours[ours.area_code.str.startswith("E01")]
    assert differences(ours, neighbourhoods(store, indicators, name), ["value"]) == []


def test_a_tenure_without_a_row_has_no_completions():
    """The file has no zeros, and its districts make England in every year: what has no row is none."""
    frame = table("affordable_homes_by_tenure")
    districts = frame[frame.area_code.isin(current("district"))].groupby(["series", "period"]).value.sum()
    england = frame[frame.area_code == "E92000001"].set_index(["series", "period"]).value
    assert (frame.value != 0).all()
    assert (districts == england.reindex(districts.index)).all()


def test_homes_filed_under_october_are_those_of_the_31_march_before():
    """Homes added in the year to March 2024 are the difference of those filed in 2024 and in 2023."""
    homes = table("vacant_homes")
    homes = homes[homes.series == "Dwellings"].pivot_table(
        index="area_code", columns="period", values="value"
    )
    filed = {day.year: day for day in homes.columns}
    gained = (homes[filed[2024]] - homes[filed[2023]]).dropna()
    added = table("net_additional_dwellings")
    added = added[[day.year == 2023 for day in added.period]].set_index("area_code").value
    assert (gained == added.reindex(gained.index)).mean() > 0.95


def _with_limits(name, ours, theirs):
    """Published limits; where the publisher gives none and the product does, those that the counts give."""
    if ours.lower.notna().any() or theirs.lower.isna().all():
        return ours
    pairs = zip(ours.numerator, ours.denominator, strict=True)
    limits = [from_counts(INDICATORS[name], *pair) for pair in pairs]
    return ours.assign(lower=[low for low, _ in limits], upper=[high for _, high in limits])


def differences(ours, theirs, columns=("value", "lower", "upper", "numerator", "denominator")):
    """What differs: (place, period, column, ours, theirs), the first ten."""
    key = ["area_code", "period"]
    ours, theirs = (frame.dropna(subset="value").set_index(key) for frame in (ours, theirs))
    both = ours.index.intersection(theirs.index)
    found = [(*at, "only ours") for at in ours.index.difference(theirs.index)]
    found += [(*at, "only the product's") for at in theirs.index.difference(ours.index)]
    for column in columns:
        mine = pd.to_numeric(ours.loc[both, column])
        its = pd.to_numeric(theirs.loc[both, column]) if column in theirs else mine * float("nan")
        apart = ~((mine - its).abs() <= 1e-9 * (1 + mine.abs())) & ~(mine.isna() & its.isna())
        found += [(*at, column, mine[at], its[at]) for at in both[apart]]
    return found[:10]

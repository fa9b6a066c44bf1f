"""Where first: the order of neighbourhoods by several measures, put together a second time."""

from math import exp, log

import pytest

from dashboard.pages.priority.recipe import Ingredient, Recipe
from tests.oracle.reckoning.neighbourhoods import one_column
from tests.oracle.reckoning.observed import INDICATORS
from tests.oracle.reckoning.places import parts, regions

MEASURES = ["economy/income_deprivation", "people/years_of_life_lost", "transport/connectivity"]
WEIGHTS = ["1", "2", "0.5"]
CASES = [
    ("E47000001", "rank"),
    pytest.param("E47000002", "exponential", marks=pytest.mark.full),
    *[pytest.param(region, "min-max", marks=pytest.mark.full) for region in regions()],
    *[pytest.param(region, "z", marks=pytest.mark.full) for region in regions()],
]


@pytest.mark.parametrize(("region", "scale"), CASES)
def test_the_order_of_need_is_that_of_the_plain_weighted_mean(site, region, scale):
    chosen = zip(MEASURES, WEIGHTS, strict=True)
    ingredients = tuple(Ingredient(site.indicators[name], weight) for name, weight in chosen)
    told = Recipe(site, site.geography[region], ingredients, scale, "arithmetic")
    codes = [area.code for area in told.areas]
    score = sum(
        float(weight) * scaled(need(name, codes), scale)
        for name, weight in zip(MEASURES, WEIGHTS, strict=True)
    ) / sum(map(float, WEIGHTS))
    score = score.round(10)  # a sum of decimals must not part what is equal
    ranks = score.rank(ascending=False, method="average")
    assert dict(zip(codes, told.index.rank, strict=True)) == pytest.approx(dict(ranks), nan_ok=True)
    worst = ranks <= ranks.count() / 10
    assert dict(zip(codes, told.index.worst, strict=True)) == dict(worst)


def need(name, codes):
    """The figures of a measure, turned so that more is more need, by neighbourhood of the region."""
    frame = one_column(INDICATORS[name]).set_index("area_code").value.reindex(codes)
    return -frame if INDICATORS[name]["better"] == "higher" else frame


def scaled(values, scale):
    """One of the four ways to bring measures onto one scale."""
    if scale == "min-max":
        return (values - values.min()) / (values.max() - values.min())
    if scale == "z":
        return (values - values.mean()) / values.std(ddof=0)
    ranks = values.rank(ascending=True) / values.count()
    if scale == "rank":
        return ranks
    return ranks.map(lambda r: -23 * log(1 - r * (1 - exp(-100 / 23))))


def test_the_neighbourhoods_are_those_of_the_region(site):
    inside = parts("lsoa")
    for region in regions():
        told = Recipe(site, site.geography[region], (), "rank", "arithmetic")
        assert {area.code for area in told.areas} == set(inside.part[inside.whole == region])

"""Every gap to England, and to the places most similar: on which side, and how sure that is."""

import pytest

from dashboard.statements.judgement.benchmark import judge_against
from dashboard.statements.judgement.neighbours import peers
from tests.oracle.cases import CASES
from tests.oracle.reckoning.figures import at, benchmark, counts_of, figures_of
from tests.oracle.reckoning.observed import INDICATORS
from tests.oracle.reckoning.place import against_neighbours, gap, good_or_bad
from tests.oracle.reckoning.places import counties_of, districts_of, most_similar

pytestmark = pytest.mark.core

WORDS = {1: "better", -1: "worse", 0: "similar"}
SIDES = {1: "higher", -1: "lower", 0: "similar"}


@pytest.mark.parametrize(("region", "names"), CASES)
def test_every_gap_is_the_naive_one(site, region, names):
    compared = 0
    for name in names:
        for place in (region, *districts_of(region), *counties_of(region)):
            expected = _expected(site.indicators[name], name, place)
            assert _told(site, name, place) == expected, (name, place)
            compared += expected is not None
    assert compared >= len(names)


@pytest.mark.parametrize(("region", "names"), CASES)
def test_every_comparison_with_the_places_most_similar_is_the_naive_one(site, region, names):
    for name in names:
        indicator, found = site.indicators[name], figures_of(name, region)
        told = site.observations(indicator).latest(region)
        told = told and peers(site, indicator, site.geography[region], told)
        told = told and (told.better, told.worse, told.similar, told.judged)
        assert told == _against_neighbours(indicator, name, region, found), name


def _against_neighbours(indicator, name, region, found):
    entry = INDICATORS[name]
    if not found or entry["kind"] == "count" or entry["better"] == "neither":
        return None
    others = [at(name, place, found[-1][0]) for place in most_similar(region)]
    others = [row for row in others if row]
    return against_neighbours(found[-1], others, entry["better"], indicator.decimals)


def _expected(indicator, name, place):
    found = figures_of(name, place)
    there = benchmark(name, place, found[-1][0]) if found else None
    if there is None:
        return None
    counts = counts_of(name).get((place, found[-1][0]))
    direction, chance, sure = gap(INDICATORS[name], found[-1], counts, there[1], indicator.decimals)
    good = good_or_bad(direction, INDICATORS[name]["better"])
    word = SIDES[direction] if good is None else WORDS[good]
    return there[0], pytest.approx(there[1]), word, direction, chance, sure


def _told(site, name, place):
    indicator, figures = site.indicators[name], site.observations(site.indicators[name])
    latest = figures.latest(place)
    found = judge_against(indicator, figures, place, latest) if latest else None
    return found and (found.name, found.value, found.verdict, found.direction, found.chance, found.confidence)

"""The table of a region's districts: each rank is the range that the intervals allow."""

import pytest

from dashboard.charts.mapped import mapped
from dashboard.statements.rank_words import rank_range_words
from tests.oracle.cases import CASES
from tests.oracle.reckoning.figures import at, newest_common
from tests.oracle.reckoning.place import rank_range
from tests.oracle.reckoning.places import districts_of


@pytest.mark.parametrize(("region", "names"), CASES)
def test_every_rank_in_the_table_of_districts_is_the_naive_one(site, region, names):
    told = 0
    for name in names:
        places = districts_of(region)
        period = newest_common(name, places)
        figures = {place: row for place in places if (row := at(name, place, period))}
        shown = mapped(site, site.indicators[name], site.geography[region], "district")
        words = rank_range_words([shown.figures.get(area.code) for area in shown.areas])
        said = {area.code: _numbers(word) for area, word in zip(shown.areas, words, strict=True)}
        assert said == {place: _expected(figures, place) for place in places}, name
        told += bool(figures)
    assert told >= len(names) / 2


def _expected(figures, place):
    found = rank_range(figures, place) if place in figures else None
    if found is None:
        return "–"
    best, worst, many = found
    return f"{best} of {many}" if best == worst else f"{best} to {worst} of {many}"


def _numbers(word):
    for ending in ("st", "nd", "rd", "th"):
        word = word.replace(f"{ending} ", " ")
    return word

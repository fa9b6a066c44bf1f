"""Maps of districts: every class holds what its bounds say, and no other cut keeps its classes more alike."""

from itertools import pairwise

import pytest

from dashboard.charts.mapped import mapped
from tests.oracle.cases import CASES
from tests.oracle.reckoning.figures import at, newest_common
from tests.oracle.reckoning.maps import least_spread, most_classes, spread_within
from tests.oracle.reckoning.places import districts_of
from tests.oracle.reckoning.written import as_shown


@pytest.mark.parametrize(("region", "names"), CASES)
def test_the_classes_of_every_map_of_districts_are_the_best_cut(site, region, names):
    drawn = 0
    for name in names:
        indicator = site.indicators[name]
        period = newest_common(name, districts_of(region))
        found = {place: at(name, place, period) for place in districts_of(region)}
        shown = {place: float(as_shown(row[1], indicator.decimals)) for place, row in found.items() if row}
        told = mapped(site, indicator, site.geography[region], "district")
        assert told.period == period, name
        values = {place: item.value for place, item in told.figures.items()}
        assert values == pytest.approx({place: found[place][1] for place in shown}), name
        if shown:
            drawn += 1
            _check(name, shown, told)
    assert drawn >= len(names) / 2


def _check(name, shown, told):
    tops, lowest = told.classes.tops, told.classes.lowest
    groups = [[] for _ in tops]
    for place, number in told.class_of().items():
        if number >= 0:
            groups[number].append(shown[place])
    assert list(told.classes.counts) == [len(group) for group in groups], name
    assert lowest == pytest.approx(min(shown.values())), name
    assert [max(group) for group in groups] == pytest.approx(list(tops)), name
    assert all(min(after) > max(before) for before, after in pairwise(groups)), name
    classes = min(most_classes(len(shown)), len(set(shown.values())))
    assert len(groups) == classes, name
    best = least_spread(list(shown.values()), classes)
    assert spread_within(groups) == pytest.approx(best, rel=1e-6, abs=1e-9), name

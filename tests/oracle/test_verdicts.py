"""Every verdict on a change, of all city regions and their local authorities, reckoned a second time."""

import pytest

from dashboard.statements.judgement.judgement import judgement
from tests.oracle.cases import CASES
from tests.oracle.reckoning.figures import figures_of
from tests.oracle.reckoning.moved import england_too, judged
from tests.oracle.reckoning.places import counties_of, districts_of

pytestmark = pytest.mark.core

RULES = {"xmr", "xmr after STL", "xmr on change from a year before"}


@pytest.mark.parametrize(("region", "names"), CASES)
def test_every_verdict_on_a_change_is_the_naive_one(site, region, names):
    compared = 0
    for name in names:
        for place in (region, *districts_of(region), *counties_of(region)):
            told = judgement(site, site.indicators[name], site.geography.areas[place])
            assert (told is None) == (not figures_of(name, place)), (name, place)
            if told:
                assert _told(told.change) == _expected(site.indicators[name], name, place), (name, place)
                assert told.benchmark_too == england_too(name, site.indicators[name], place), (name, place)
                compared += 1
    assert compared >= len(names)


def _told(change):
    rule = "chart" if change.method in RULES else change.method
    here = None if rule == "rare moves" else change.here  # the scope says it
    return rule, change.direction if change.scope else 0, change.scope, here


def _expected(indicator, name, place):
    found = judged(name, indicator, place)
    here = None if found.rule == "rare moves" else found.here
    return found.rule, found.direction if found.scope else 0, found.scope, here

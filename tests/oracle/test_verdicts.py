"""Every verdict on a change, of all city regions and their local authorities, reckoned a second time."""

import pytest

from dashboard.statements.judgement.judgement import judgement
from tests.oracle.figures import BENCHMARKS, at, figures_of
from tests.oracle.observed import INDICATORS, OF_PLACES, SAMPLE
from tests.oracle.places import counties_of, districts_of, regions
from tests.oracle.restless import widened
from tests.oracle.verdict import verdict

EVERYWHERE = [pytest.param(region, OF_PLACES, marks=pytest.mark.full) for region in regions()]
RULES = {"xmr", "xmr after STL", "xmr on change from a year before"}


@pytest.mark.parametrize(("region", "names"), [("E47000001", SAMPLE), *EVERYWHERE])
def test_every_verdict_on_a_change_is_the_naive_one(site, region, names):
    judged = 0
    for name in names:
        for place in (region, *districts_of(region), *counties_of(region)):
            told = judgement(site, site.indicators[name], site.geography.areas[place])
            assert (told is None) == (not figures_of(name, place)), (name, place)
            if told:
                assert _told(told.change) == _expected(site.indicators[name], name, place), (name, place)
                judged += 1
    assert judged >= len(names)


def _told(change):
    rule = "chart" if change.method in RULES else change.method
    here = None if rule == "rare moves" else change.here  # the scope says it
    return rule, change.direction if change.scope else 0, change.scope, here


def _expected(indicator, name, place):
    figures, kind = figures_of(name, place), INDICATORS[name]["kind"]
    england = next((code for code in BENCHMARKS if code != place and at(name, code, figures[-1][0])), None)
    breaks = [step.since for step in indicator.breaks]
    found = verdict(
        indicator.period,
        widened(name, place, breaks),
        figures_of(name, england) if england else [],
        breaks=breaks,
        relative=kind == "count",
        money=kind == "money",
        unit=10.0**-indicator.decimals,
        seasonal=indicator.seasonal,
    )
    here = None if found.rule == "rare moves" else found.here
    return found.rule, found.direction if found.scope else 0, found.scope, here

"""A target's path, reckoned again: what a straight line asks for now, and on which side the figure lies."""

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction

import pytest

from dashboard.methods.targets import Target
from dashboard.statements.outlook.target_words import target_status
from tests.oracle.cases import CASES
from tests.oracle.reckoning.figures import figures_of
from tests.oracle.reckoning.observed import INDICATORS
from tests.oracle.spoken import Speaker

MONTHS = {"calendar year": 12, "financial year": 12, "academic year": 12, "month": 1, "three years": 36}
MONTHS |= {"quarter": 3, "three months": 3}


@pytest.mark.parametrize(("region", "names"), CASES)
def test_every_figure_held_to_a_target_is_held_to_the_naive_path(site, region, names):
    """From each first figure to a tenth better than it by the end of 2030, and to one in the past."""
    read = 0
    for name in names:
        found, better = figures_of(name, region), INDICATORS[name]["better"]
        if (
            len(found) < 2
            or better == "neither"
            or not found[0][1]
            or site.indicators[name].period not in MONTHS
        ):
            continue
        for due in (date(2030, 12, 31), found[-1][0] - timedelta(days=1)):
            since = found[0][0] - timedelta(days=400)
            value = found[0][1] * (1.1 if better == "higher" else 0.9)
            _check(site, name, region, Target(value, due, found[0][1], since, better))
            read += 1
    assert read >= len(names) / 10


def _check(site, name, region, target):
    indicator, rows = site.indicators[name], figures_of(name, region)
    told = target_status(indicator, target, site.observations(indicator).latest(region))
    at = _last_day(rows[-1][0], MONTHS[indicator.period])
    gone = Fraction((at - target.since).days, (target.due - target.since).days)
    asked = target.baseline + float(min(max(gone, 0), 1)) * (target.value - target.baseline)
    value, sign = rows[-1][1], 1 if target.better == "higher" else -1
    assert told.progress.required == pytest.approx(asked), name
    met, on = sign * (value - target.value) >= 0, sign * (value - asked) >= 0
    assert told.status == ("on" if met or on else "off"), (name, value, asked)
    side = "at least" if sign > 0 else "at most"
    assert f"asks for {side} {Speaker(name, indicator).written(asked)} now." in told.reason
    missed = not met and at >= target.due
    word = "is met" if met else "was missed" if missed else "on track" if on else "off track"
    assert word in told.text


def _last_day(start, months):
    """The last day of so many months from the first of one."""
    at = start.year * 12 + start.month - 1 + months - 1
    return date(at // 12, at % 12 + 1, monthrange(at // 12, at % 12 + 1)[1])

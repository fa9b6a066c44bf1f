"""The ranking rule, targets in the list, and that what is read is what was worked out."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.methods.targets import Target
from dashboard.statements.attention import attention, attention_list, order, with_targets
from dashboard.statements.statement import Statement, statement
from dashboard.statements.tiers import TIERS

from .conftest import ENGLAND, REGION, yearly

LINE = Statement(
    "a/b", "a", REGION, "A: b.", "", "", "none", "similar", "unknown", "none", 4, 0.0, False, "A"
)
LEVEL = [50, 51, 49, 50, 51, 49, 50, 51, 49, 50, 51]


def test_lines_are_ranked_by_tier_then_headline_then_gap_then_title():
    ranked = [
        replace(LINE, tier=0, title="Z"),
        replace(LINE, tier=1, gap=-3.0),
        replace(LINE, headline=True, gap=0.1),
        replace(LINE, gap=2.0),
        replace(LINE, gap=1.0, title="B"),
        replace(LINE, gap=1.0, title="C"),
        replace(LINE, gap=-1.0),
        replace(LINE, tier=5, headline=True, gap=9.0),
    ]
    backwards = ranked[::-1]
    assert sorted(backwards, key=order) == ranked


LATELY = {REGION: yearly(*LEVEL, 90)}
FOR_YEARS = {REGION: yearly(*LEVEL, 90, 91, 90, 92)}


def england(value, year=2021):
    return {ENGLAND: yearly(value, first=year)}


@pytest.mark.parametrize(
    ("figures", "better", "tier"),
    [
        (LATELY | england(60), "lower", "Newly worse than before, and worse than England"),
        (LATELY | england(95), "lower", "Newly worse than before"),
        (LATELY, "lower", "Newly worse than before"),
        (FOR_YEARS | england(60, 2024), "lower", TIERS[3]),
        ({REGION: yearly(40, around=2, first=2021)} | england(50), "higher", TIERS[4]),
        (FOR_YEARS | england(95, 2024), "lower", "Worse than before for three years or more"),
        ({REGION: yearly(40, first=2021)} | england(50), "higher", TIERS[6]),
        (LATELY | england(95), "higher", TIERS[6]),
        (LATELY | england(80), "higher", "Better than before"),
        ({REGION: yearly(60, first=2021)} | england(50), "higher", "No sign of a problem"),
        (LATELY, "neither", "No sign of a problem"),
        ({REGION: yearly(50, 60)}, "higher", "Cannot be judged"),
    ],
)
def test_every_tier_is_reached_by_its_rule(told, figures, better, tier):
    here = told(figures, better=better)
    assert TIERS[statement(here.site, here.indicator, here.region).tier] == tier


def test_a_change_is_news_for_three_years_and_the_reason_says_when_it_is_none(told):
    """Ten level years, then a jump: 2022 is 2 periods old in 2023 (news) and 3 in 2024 (known)."""
    for later, known in (([90, 91], False), ([90, 91, 90], False), ([90, 91, 90, 92], True)):
        here = told({REGION: yearly(*LEVEL, *later)}, better="lower")
        line = statement(here.site, here.indicator, here.region)
        assert ("is real, but no news." in line.reason) is known
        assert line.change == "worsening"


def test_the_gap_is_how_far_on_the_worse_side_in_spreads_between_places(site):
    rate = site.indicators["employment/employment_rate"]
    found = statement(site, rate, site.geography[REGION])
    seen = site.observations(rate)
    latest = seen.latest(REGION)
    values = sorted(
        seen.at(area.code, latest.period).value
        for area in site.geography.regions
        if seen.at(area.code, latest.period)
    )
    spread = values[(3 * len(values)) // 4] - values[len(values) // 4]
    there = seen.at(ENGLAND, latest.period).value
    assert found.gap == pytest.approx((there - latest.value) / spread, abs=1e-6)
    assert found.gap > 0


def test_what_is_read_is_what_is_worked_out(site):
    region = site.geography[REGION]
    assert attention_list(site, region) == attention(site, region)


def test_an_off_target_line_comes_before_a_gap_and_after_a_change_for_the_worse(told):
    here = told({REGION: yearly(60), ENGLAND: yearly(50)})
    target = Target(value=80, due=date(2020, 12, 31), baseline=70, since=date(2005, 12, 31), better="higher")
    (line,) = attention(here.site, here.region, {here.indicator.id: target})
    assert line.text.endswith("only one period is published; off track for its target of 80.0% by 2020.")
    assert (line.target, TIERS[line.tier]) == ("off", "Off a target that was set")
    assert "asks for at least 73.3% now." in line.reason
    worsening = replace(LINE, indicator=here.indicator.id, tier=1)
    (kept,) = with_targets(here.site, here.region, [worsening], {here.indicator.id: target})
    assert (kept.target, kept.tier) == ("off", 1)


def test_a_target_that_is_met_or_of_another_indicator_moves_nothing(told):
    here = told({REGION: yearly(60), ENGLAND: yearly(50)})
    low = Target(value=55, due=date(2020, 12, 31), baseline=50, since=date(2005, 12, 31), better="higher")
    (line,) = attention_list(here.site, here.region, {here.indicator.id: low})
    assert (line.target, TIERS[line.tier]) == ("on", "No sign of a problem")
    (other,) = attention_list(here.site, here.region, {"housing/other": low})
    assert other.target == "none"

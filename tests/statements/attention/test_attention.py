"""The ranking rule, targets in the list, and that what is read is what was worked out."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.methods.targets import Target
from dashboard.statements.attention.attention import (
    attention,
    attention_list,
    order,
    standing_among,
    with_targets,
)
from dashboard.statements.attention.statement import Statement, statement
from dashboard.statements.attention.tiers import (
    AS_ENGLAND,
    TIERS,
    WORSE_AND_WORSENING,
    WORSE_FOR_YEARS,
    WORSENING,
)
from dashboard.statements.judgement.judgement import judgement
from tests.statements.conftest import ENGLAND, REGION, yearly

pytestmark = pytest.mark.core

LINE = Statement(
    "a/b", "a", REGION, "A: b.", "", "", "none", "similar", "unknown", "none", 4, 0.0, False, "A"
)


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


def test_a_gap_that_chance_could_make_among_so_many_comparisons_is_only_watched():
    worse = TIERS.index("Worse here: worse than England, surer than 99.8%")
    alone = replace(LINE, tier=worse, chances="0.0019", sure="Sure of the gap.")
    assert standing_among([alone]) == [alone]
    others = [replace(LINE, tier=12, chances="0.3 0.6 0.9") for _ in range(20)]
    (found, *rest) = standing_among([alone, *others])  # one in 61: the bar is 0.05 / 61
    assert TIERS[found.tier] == "Watch: worse than England, surer than 95%"
    assert "Among all comparisons made here" in found.sure
    assert rest == others


def test_what_rests_on_a_change_too_is_not_held_to_its_gap():
    changed = replace(LINE, tier=0, chances="0.04")
    others = [replace(LINE, tier=12, chances="0.3 0.6 0.9") for _ in range(20)]
    assert standing_among([changed, *others])[0] == changed


LEVEL = [50, 51, 49] * 8
LEAP = {REGION: yearly(*LEVEL, 70)}  # 23 moves of 1 and 2, then 21
SOON = {REGION: yearly(*LEVEL[:14], 70)}  # the same after 13
HALF_SOON = {REGION: yearly(*LEVEL[:7], 20, *LEVEL[7:14], 70)}  # a fall of 30, then the largest rise
TREND = {REGION: yearly(50, 51, 52, 53, 54, around=0.5)}


def england(*values, first=2010, then=None):
    """England level at one figure for all years, then another."""
    (level,) = values
    return {ENGLAND: yearly(*[level] * 24, level if then is None else then, first=first)}


@pytest.mark.parametrize(
    ("figures", "better", "tier"),
    [
        (LEAP | england(60), "lower", "Worse here: worsening, and worse than England"),
        (LEAP | england(95), "lower", "Worse here: worsening"),
        (LEAP | england(95, then=115), "lower", "Watch: worsening, the gap to England with no clear change"),
        (LEAP, "lower", "Cannot be judged"),
        (TREND, "lower", "Worse here: worsening"),
        (TREND | {ENGLAND: yearly(45, 46, 47, 48, 49)}, "lower", TIERS[4]),
        (
            TREND | {ENGLAND: yearly(60, 61, 62, 63, 64)},
            "lower",
            "Watch: worsening, the gap to England with no clear change",
        ),
        (
            {REGION: yearly(48, 49, 50, 51, 52, 53, 54, 55, around=0.5)} | england(95),
            "lower",
            "Worse here, and for three years or more",
        ),
        ({REGION: yearly(40, 40, around=2, first=2020)} | england(50), "higher", TIERS[5]),
        ({REGION: yearly(40, around=2, first=2021)} | england(50), "higher", TIERS[8]),  # measured once
        ({REGION: yearly(38, 44, around=2, first=2020)} | england(50), "higher", TIERS[8]),  # it closes
        ({REGION: yearly(40, around=2, first=2021)} | england(42.5), "higher", TIERS[8]),
        (SOON | england(95), "lower", "Watch: a rare move for the worse, which is not sure"),
        # Of few moves a rise has to be further from the usual one than every fall too.
        (HALF_SOON | england(95), "lower", "No sign of a problem"),
        (
            {REGION: yearly(40, first=2021)} | england(50),
            "higher",
            "Worse than England, chance or one year’s luck not ruled out",
        ),
        (LEAP | england(60), "higher", "Good news: better than before"),
        ({REGION: yearly(60, first=2021)} | england(50), "higher", "No sign of a problem"),
        (LEAP | england(60), "neither", "No sign of a problem"),
        ({REGION: yearly(50, 60)}, "higher", "Cannot be judged"),
    ],
)
def test_every_tier_is_reached_by_its_rule(told, figures, better, tier):
    here = told(figures, better=better)
    assert TIERS[statement(here.site, here.indicator, here.region).tier] == tier


def test_a_trend_of_three_years_ago_is_known_and_a_move_of_the_newest_figure_is_news(told):
    rising = [50, 51, 52, 53, 54, 55, 56, 57]
    for values, known in ((rising, True), ([50, 50, 50, *rising[:5]], False)):
        here = told({REGION: yearly(*values, around=0.5)}, better="lower")
        line = statement(here.site, here.indicator, here.region)
        assert ("it is real, but not new." in line.reason) is known
        assert line.change == "worsening"


def test_colour_is_for_what_is_sure(told):
    tones = {
        "worse": LEAP | england(95),
        "neutral": SOON | england(95),
    }
    for tone, figures in tones.items():
        here = told(figures, better="lower")
        assert statement(here.site, here.indicator, here.region).tone == tone


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


@pytest.mark.full
def test_what_is_read_is_what_is_worked_out(site):
    region = site.geography[REGION]
    assert attention_list(site, region) == attention(site, region)


def test_an_off_target_line_comes_before_a_gap_and_after_a_change_for_the_worse(told):
    here = told({REGION: yearly(60), ENGLAND: yearly(50)})
    target = Target(value=80, due=date(2020, 12, 31), baseline=70, since=date(2005, 12, 31), better="higher")
    (line,) = attention(here.site, here.region, {here.indicator.id: target})
    assert line.text.endswith("only one period is held; off track for its target of 80.0% by 2020.")
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


@pytest.mark.parametrize("region", ["E47000001", "E47000002", "E47000009"])
def test_every_gap_of_the_first_list_holds_a_false_discovery_rate_of_5_percent(site, region):
    found = attention_list(site, site.geography[region])
    p = sorted(chance for item in found for chance in item.by_chance)
    bar = max((p[k] for k in range(len(p)) if p[k] <= 0.05 * (k + 1) / len(p)), default=-1)
    first = [item for item in found if TIERS[item.tier].startswith("Worse here: worse than England")]
    assert first or region == "E47000009"
    assert all(max(item.by_chance) <= bar for item in first)


def test_a_worsening_by_margins_is_first_only_where_it_holds_among_all_changes():
    """Of 20 changes two at 0.001 hold (at most 0.05 x 2 / 20); one at 0.03 is only to be watched."""
    first = TIERS.index("Worse here: worsening")
    sure = [replace(LINE, title=name, tier=first, change_by_chance=0.001) for name in "AB"]
    chance = replace(LINE, title="C", tier=first, change_by_chance=0.03)
    rest = [replace(LINE, title=f"D{at}", tier=13, change_by_chance=0.5) for at in range(17)]
    found = {item.title: item for item in standing_among([*sure, chance, *rest])}
    assert found["A"].tier == found["B"].tier == first
    assert TIERS[found["C"].tier] == "Watch: worsening, surer than 95%"
    assert "chance alone could have made one as large" in found["C"].sure
    rare = replace(LINE, tier=first)  # rests on no margins
    assert standing_among([rare, *rest])[0].tier == first


@pytest.mark.full
def test_no_line_of_any_region_hides_a_turn_or_rests_on_a_chart_alone(site):
    """Of the lists “worse here” and “watch”, as a statistician would read them."""
    read = 0
    regions = [area for area in site.geography.areas.values() if area.level == "city_region"]
    for region in regions:
        for item in attention_list(site, region):
            judged = judgement(site, site.indicators[item.indicator], region)
            if judged is None or item.tier > AS_ENGLAND:
                continue
            change, read = judged.change, read + 1
            if change.chart and item.tier in (WORSE_AND_WORSENING, WORSENING, WORSE_FOR_YEARS):
                assert change.scope == "beyond chance", item.text
            before, now = judged.series.values[-2:] if len(judged.series.values) > 1 else (0, 0)
            turned = change.scope and (now - before) * change.direction < 0
            if turned and judged.shown.format(now) != judged.shown.format(before):
                assert "though it" in item.text or change.chart, item.text
    assert len(regions) == 20
    assert read > 100

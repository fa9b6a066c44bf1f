"""Cards: an arrow is for what moved, and half-yearly figures are not called annual."""

from datetime import date

import pytest

from dashboard.statements.headline import headline
from dashboard.statements.judgement.judgement import judgement

from .conftest import REGION, monthly, yearly

ARROWS = ("▲", "▼")


@pytest.mark.parametrize(
    ("values", "around", "fact"),
    [
        ((50, 51), 1, "No clear change from 50.0% in 2010"),
        ((50, 53), 1, "▲ Up from 50.0% in 2010"),
        ((53, 50), 1, "▼ Down from 53.0% in 2010"),
        ((50, 51), None, "▲ Up from 50.0% in 2010"),
        ((50, 50), 1, "▬ Same as in 2010"),
    ],
)
def test_figures_with_margins_of_error_get_an_arrow_only_beyond_chance(told, values, around, fact):
    here = told({REGION: yearly(*values, around=around)}, sampled=around is not None)
    assert headline(here.site, here.indicator, here.region).facts[0].text == fact


def test_a_survey_without_margins_of_error_gets_no_arrow(told):
    """Level 4 in the North East: "▼ Down from 40.3%", to 40.1, of a sample."""
    here = told({REGION: yearly(40.3, 40.1)}, sampled=True)
    fact = headline(here.site, here.indicator, here.region).facts[0].text
    assert fact == "It was 40.3% in 2010; without margins of error no change is told"


def test_figures_of_three_years_are_held_against_three_years_before(told):
    here = told({REGION: yearly(60, 58, 57, 56, around=1)}, period="three years")
    fact = headline(here.site, here.indicator, here.region).facts[0].text
    assert fact == "▼ Down from 60.0% in 2010 to 2012"


def test_no_card_of_a_survey_has_an_arrow_within_chance(site):
    """68 of 84 had one."""
    seen = 0
    for indicator in site.indicators.values():
        for region in site.geography.regions:
            rows = [row for row in site.observations(indicator).series(region.code) if row.value is not None]
            if len(rows) < 2 or None in (rows[-1].lower, rows[-2].lower) or indicator.period == "three years":
                continue
            if headline(site, indicator, region).facts[0].text.startswith(ARROWS):
                seen += 1
                widths = [row.upper - row.lower for row in rows[-2:]]
                half = (widths[0] ** 2 + widths[1] ** 2) ** 0.5 / 2  # of the difference, for even margins
                assert abs(rows[-1].value - rows[-2].value) > 0.9 * half, (indicator.id, region.name)
    assert seen > 10


def test_gigabit_coverage_has_five_half_yearly_figures_and_not_three_annual_ones(site):
    found = judgement(site, site.indicators["digital/gigabit_broadband"], site.geography[REGION])
    assert (found.frequency, found.periods_since_break) == ("half year", 5)
    assert (found.series.periods[0], found.series.periods[-1]) == (date(2024, 1, 1), date(2026, 1, 1))


def test_healthy_life_expectancy_fell_clearly_since_2011_in_27_of_30_cases(site):
    old = [region for region in site.geography.regions if region.code.startswith("E47")]
    fell = [
        judgement(site, site.indicators[f"people/healthy_life_expectancy_{sex}"], region).change.verdict
        for sex in ("male", "female")
        for region in old
    ]
    assert (fell.count("worsening"), len(fell)) == (27, 30)


def test_a_month_with_a_season_is_held_against_the_same_month_a_year_before(told):
    figures = monthly(50, *range(61, 72), 55)  # January 50, December 71, and January again
    card = {}
    for seasonal in (True, False):
        here = told({REGION: figures}, period="month", seasonal=seasonal, sampled=False)
        card[seasonal] = headline(here.site, here.indicator, here.region).facts[0].text
    assert card == {True: "▲ Up from 50.0% in Jan 2015", False: "▼ Down from 71.0% in Dec 2015"}

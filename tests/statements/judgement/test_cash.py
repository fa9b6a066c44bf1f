"""Money in the prices of its year: judged by its share of England's, never in pounds of different years."""

from dataclasses import replace

from dashboard.statements.attention.statement import statement
from dashboard.statements.headline import headline
from dashboard.statements.judgement.cash import in_cash, share_indicator
from tests.statements.conftest import ENGLAND, REGION, yearly

RISING = [100 * 1.03**year for year in range(25)]


def said(told, figures, **metadata):
    here = told(figures, prefix="£", suffix="", better="higher", **metadata)
    return statement(here.site, here.indicator, here.region)


def test_only_money_is_in_cash_terms_unless_it_says_otherwise(indicators):
    pay = indicators["employment/weekly_pay"]
    assert in_cash(pay)
    assert not in_cash(replace(pay, unit="£ a week in constant prices of 2020"))
    assert not in_cash(indicators["housing/affordability_ratio"])


def test_a_share_is_in_hundredths_of_the_benchmark_s_figure_and_no_money(indicators):
    share = share_indicator(indicators["employment/weekly_pay"], "England")
    assert (share.unit, share.format(49.96)) == ("% of the figure of England for the same period", "50.0%")


def test_pounds_that_rise_as_englands_do_have_not_changed(told):
    found = said(told, {REGION: yearly(*RISING), ENGLAND: yearly(*(2 * value for value in RISING))})
    assert found.change == "none"
    assert "as a share of England’s figure, the same as in 2033" in found.text
    assert "prices rise: 50.0%, 50.0% in 2010" in found.reason


def test_a_share_that_falls_is_for_the_worse_though_the_pounds_rise(told):
    """Twenty-three years at half of England's, give or take a point; then 44%, with more pounds than ever."""
    shares = [50, 51, 49] * 8
    here = [share * value / 100 for share, value in zip([*shares, 44], RISING, strict=True)]
    found = said(told, {REGION: yearly(*here), ENGLAND: yearly(*RISING)})
    assert found.change == "worsening"
    assert "as a share of England’s figure, the largest fall in 24 years (49.0% to 44.0%)" in found.text


def test_where_only_pounds_are_held_the_direction_is_told_in_cash_terms(told):
    found = said(told, {REGION: yearly(*RISING)})
    assert (found.change, found.text) == (
        "unknown",
        "Rate: up since 2010 in cash terms, but pounds of different years cannot be judged.",
    )
    assert "a rise is partly inflation" in found.reason


def test_the_same_figures_that_are_not_money_are_not_a_share(told):
    here = told({REGION: yearly(*RISING), ENGLAND: yearly(*RISING)}, better="higher")
    found = statement(here.site, here.indicator, here.region)
    assert "share" not in found.text + found.reason
    assert "cash" not in found.text + found.reason


def test_cards_of_money_say_that_it_is_cash(told):
    here = told({REGION: yearly(*RISING)}, prefix="£", better="higher", sampled=False)
    assert headline(here.site, here.indicator, here.region).facts[0].text.endswith(" in cash terms")

"""Money in the prices of its year: told in cash terms, and a rise is not an improvement."""

from dataclasses import replace

import pytest

from dashboard.statements.cash import in_cash, polarity
from dashboard.statements.charted import charted
from dashboard.statements.headline import headline
from dashboard.statements.judgement import judgement
from dashboard.statements.spc_words import warnings
from dashboard.statements.statement import statement

from .conftest import REGION, yearly

RISING = yearly(*range(20, 40))


def test_only_money_is_in_cash_terms_unless_it_says_otherwise(indicators):
    pay = indicators["employment/weekly_pay"]
    assert in_cash(pay)
    assert not in_cash(replace(pay, unit="£ a week in constant prices of 2020"))
    assert not in_cash(indicators["housing/affordability_ratio"])


def test_no_indicator_of_money_is_held_to_get_better_by_rising(indicators):
    for indicator in indicators.values():
        if in_cash(indicator) and indicator.better != "neither":
            assert polarity(indicator, 1) == "neither"


@pytest.mark.parametrize(
    ("series", "change", "words"),
    [
        (RISING, "rising", "rising|higher than"),
        (RISING[::-1], "worsening", "worse than|getting worse"),
    ],
)
def test_a_rise_of_money_is_rising_and_a_fall_is_for_the_worse(told, series, change, words):
    values = [value for _, value, _ in series]
    here = told({REGION: yearly(*values)}, prefix="£", better="higher")
    said = statement(here.site, here.indicator, here.region)
    assert said.change == change
    assert any(one in said.text for one in words.split("|"))
    assert "in cash terms" in said.text
    assert "a rise is partly inflation" in said.reason


def test_the_same_figures_that_are_not_money_are_improving(told):
    here = told({REGION: RISING}, better="higher")
    said = statement(here.site, here.indicator, here.region)
    assert said.change == "improving"
    assert "cash" not in said.text + said.reason


def test_control_charts_and_cards_of_money_say_so_too(told):
    here = told({REGION: RISING}, prefix="£", better="higher")
    drawn = charted(here.site, judgement(here.site, here.indicator, here.region))
    assert any("in cash terms" in text.lower() for text in warnings(drawn))
    assert headline(here.site, here.indicator, here.region).facts[0].text.endswith(" in cash terms")

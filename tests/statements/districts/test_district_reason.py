"""Why something is said of districts: their spread, who is left out, and the method that judged each."""

import pytest

from dashboard.statements.attention.statement import statement
from dashboard.statements.judgement.change_words import briefly
from dashboard.statements.judgement.judgement import judgement
from tests.statements.conftest import ASH, BEECH, COVE, ENGLAND, REGION, monthly, yearly

LEVEL = [50, 51, 49, 50, 51, 49, 50, 51, 49, 50, 51] * 2
BEGIN = "Not published for Here as a whole. "


@pytest.fixture
def reason(told):
    """reason(figures of each, England's) -> why that is said of the region."""

    def reason(*figures, england=(), **metadata):
        rows = dict(zip((ASH, BEECH, COVE), figures, strict=False))
        here = told(rows | {ENGLAND: england}, **metadata)
        return statement(here.site, here.indicator, here.region).reason

    return reason


@pytest.mark.parametrize(
    ("figures", "given", "method"),
    [
        (yearly(50), {}, "No trend can be judged from 1 period"),
        (yearly(50, 60, 70), {}, "The changes are not judged: 1 earlier move is too few to call one rare"),
        (yearly(50, 51, 52, 53, 54, around=0.5), {}, "Recent trend: the last five figures of each, with "
         "their margins of error"),
        (yearly(50, 54, around=0.5), {}, "The difference between 2010 and 2011, with its own margin of "
         "error"),
        (yearly(*LEVEL, 56), {"england": yearly(*[60] * 23)}, "Rare moves: the newest move of each against "
         "every earlier one, and that of its gap"),
        (monthly(*LEVEL[:13]), {"period": "month"}, "Control charts (XmR) of 13 monthly figures"),
    ],
)  # fmt: skip
def test_the_method_is_that_which_judged_each(reason, figures, given, method):
    newest = figures[-1][1]
    when = "Jan 2016" if "period" in given else str(figures[-1][0].year)
    beside = "; England 60.0%" if "england" in given else ""
    assert reason(figures, figures, figures, **given) == (
        f"{BEGIN}3 districts in {when}: {newest:.1f}%{beside}. Unit: % of people. {method}."
    )


def test_one_district_is_named_and_several_have_a_spread(reason):
    assert reason(yearly(40)).startswith(f"{BEGIN}Ash in 2010: 40.0%. Unit")
    assert reason(yearly(40), yearly(45.5)).startswith(f"{BEGIN}2 districts in 2010: 40.0 to 45.5%. Unit")


def test_those_with_another_period_are_left_out_by_name(reason):
    found = reason(yearly(40, first=2012), yearly(45), yearly(50, first=2012))
    assert found.startswith(
        f"{BEGIN}2 districts in 2012: 40.0 to 50.0%. Left out, as the newest figure is of another period: "
        "Beech (2010)"
    )


def test_what_was_so_three_years_before_is_real_and_not_new(reason):
    rising = yearly(*range(50, 58), around=0.5)
    assert reason(rising, rising, rising).endswith(
        "Three years before it was so already, so it is real, but not new."
    )
    news = yearly(50, 50, 50, 50, 51, 52, 53, 54, around=0.5)
    assert "not new" not in reason(news, news, news)


def test_of_one_period_there_is_nothing_to_say_in_a_title(told):
    for values, said in (((50,), ""), ((50, 60), ""), ((50, 60, 70), "up since 2010")):
        here = told({REGION: yearly(*values)})
        assert briefly(judgement(here.site, here.indicator, here.region)) == said

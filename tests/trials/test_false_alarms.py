"""The false alarms on /tested are those of the rules of today: a sample, and in soak all of them."""

import dataclasses
import tomllib
from types import SimpleNamespace

import pytest

from dashboard.address import address as addresses
from dashboard.methods.change.verdict import CHART_ALONE, Change
from dashboard.methods.parts import CHANCE, FALSE_ALARMS
from dashboard.pages.about import tested_page as page
from dashboard.pages.about.alarm_table import Alarm, cells, measured, summary
from dashboard.statements.attention.four_lists import list_of
from dashboard.statements.attention.tiers import CHARTED
from dashboard.statements.judgement.sure_words import sure_of
from tests.pages.testshire import words
from tests.trials.false_alarms import RULES, alarms, sweep
from tests.trials.files import alarms_file
from tests.trials.single_figures import sweep_of_figures

RATE = Alarm("rare moves", "independent", 25, 1000, 900, 45, 36, 270, 450)
SAMPLE = 100


def apart(fresh, kept, of_fresh, of_kept):
    """Whether two counts of so many differ by more than four standard errors and a count."""
    if not of_fresh or not of_kept:
        return False
    both = (fresh + kept + 1) / (of_fresh + of_kept + 2)
    error = (both * (1 - both) * (1 / of_fresh + 1 / of_kept)) ** 0.5
    return abs(fresh / of_fresh - kept / of_kept) > 4 * error + 1 / of_fresh


def unlike(fresh):
    """The rates that are not as they were measured, by rule, kind and length."""
    kept = {(rate.rule, rate.kind, rate.points): rate for rate in measured()}
    found = []
    for rate in fresh:
        was = kept[rate.rule, rate.kind, rate.points]
        pairs = [(rate.spoke, was.spoke, rate.tried, was.tried)]
        names = [name for name in ("worse", "better", "two", "three") if getattr(rate, name) is not None]
        pairs += [(getattr(rate, name), getattr(was, name), rate.spoke, was.spoke) for name in names]
        found += [(rate, was)] if any(apart(*pair) for pair in pairs) else []
    return found


def test_a_rate_is_of_the_series_on_which_the_rule_speaks():
    assert RATE.wrong == 0.05
    assert not RATE.too_often
    assert dataclasses.replace(RATE, worse=70).too_often
    assert cells(RATE)[3:] == ["90%", "5.0%", "4.0%", "30%", "50%"]


def test_what_errs_too_often_is_named_with_its_rate():
    wrong = dataclasses.replace(RATE, rule="control chart", worse=180)
    assert summary([RATE]).startswith("None of these 1 rates")
    assert "control chart: independent, 25 points (20%)." in summary([RATE, wrong])
    hardly = dataclasses.replace(wrong, tried=100, spoke=4, worse=4, better=0)
    assert "on which it hardly speaks (100%)" in summary([hardly])


def test_the_file_is_read_as_it_is_written():
    assert tuple(Alarm(**row) for row in tomllib.loads(alarms_file(measured()))["rates"]) == measured()


def test_the_page_shows_every_rate_and_names_what_errs(site):
    text = words(page.layout(site, addresses.read(site, (page.PAGE,), "/tested", "")))
    assert summary(measured()) in text
    assert "114 of 2,656" in text
    for rate in measured():
        assert all(cell in text for cell in cells(rate))


def test_no_verdict_of_the_attention_list_errs_more_than_one_time_in_twenty():
    """Watched ones too. What a chart finds alone errs more often, and is no verdict."""
    alone = {rule.name for rule in RULES if rule.scope == CHART_ALONE}
    assert [rate for rate in measured() if rate.too_often and rate.rule not in alone] == []
    assert {rate.rule for rate in measured() if rate.too_often} == alone


def test_what_a_chart_finds_alone_is_in_no_list_and_never_sure():
    assert list_of(SimpleNamespace(tier=CHARTED)) == ""
    found = Change("nothing unusual", 1, "xmr", "", 0, scope=CHART_ALONE)
    for chance in ("beyond", "within", None):
        assert "Sure of the change" not in sure_of(chance, CHART_ALONE, found)
        assert "No verdict on the change" in sure_of(chance, CHART_ALONE, found)


@pytest.mark.full
def test_the_rates_are_those_of_a_fresh_sample():
    fresh = [alarms(rule, "independent", rule.lengths[-1], SAMPLE, (0.0, 2.0, 3.0)) for rule in RULES]
    fresh += [alarms(rule, "random walk", rule.lengths[-1], SAMPLE) for rule in RULES[:5]]
    fresh += sweep_of_figures(SAMPLE)
    assert not unlike(fresh)


@pytest.mark.parametrize("rule", FALSE_ALARMS)
def test_what_parts_takes_for_the_false_alarms_of_a_rule_is_what_was_measured(rule):
    names = {"gap": "gap at 95%"}
    found = [rate for rate in measured() if rate.rule == names.get(rule, rule)]
    assert found
    taken = FALSE_ALARMS[rule]
    for rate in found:
        assert rate.wrong <= taken + 3 * (taken * (1 - taken) / rate.spoke) ** 0.5


@pytest.mark.soak
def test_every_rate_is_that_of_a_fresh_sweep():
    assert not unlike(sweep(400))


def test_a_third_of_the_districts_is_no_more_often_wrong_than_one_time_in_twenty():
    parts = [rate for rate in measured() if " in a third of " in rate.rule and rate.kind == "independent"]
    assert parts
    assert not [rate for rate in parts if rate.wrong > CHANCE and rate.too_often]

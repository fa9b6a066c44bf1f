"""What was recorded in one count is never held to figures of another, and what is shown says so.

Of tests/editions.py: Ash's output of 2019 was 35.1 on 1 June 2023, that of 2020 36.5 on 1 February 2024; on
25 June 2025 all were counted otherwise (36.0 for 2020, later revised to 36.2).
"""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.datastore.editions.change_days import counted_otherwise
from dashboard.datastore.published import promised
from dashboard.record.forms.lists import held_now, latest
from dashboard.record_port import Goal, StageAim
from dashboard.statements.judgement import effect_words
from dashboard.statements.judgement.judgement import judgement
from dashboard.statements.outlook.outlook import outlook
from dashboard.statements.outlook.promise_stages import stage_standing
from dashboard.statements.outlook.record_targets import target_of
from dashboard.statements.outlook.target_words import target_status
from tests.editions import revised_site
from tests.statements.conftest import ASH

OUTPUT = "economy/gva_per_hour"
PROMISED, TODAY, REBASED = date(2023, 6, 1), date(2026, 11, 29), date(2025, 6, 25)


@pytest.fixture
def site(given, indicators):
    """The region of tests/editions.py."""
    return revised_site(given, indicators)


def stage(value, due="2026-12-31", as_known_on=PROMISED):
    """A stage of Ash's output, from 35.1 in 2019."""
    return StageAim("More", date.fromisoformat(due), OUTPUT, ASH, value, 35.1, date(2019, 1, 1), as_known_on)


@pytest.mark.parametrize(
    ("known", "day"),
    [
        (date(2023, 6, 1), REBASED),
        (date(2025, 6, 24), REBASED),
        (REBASED, None),  # a revision since is no other count
        (date(2020, 1, 1), None),  # no figure of that day is held: none of it was recorded
    ],
)
def test_figures_count_otherwise_from_the_day_of_a_rebase_on(site, known, day):
    assert counted_otherwise(site.store, site.indicators[OUTPUT], known) == day
    assert counted_otherwise(site.store, site.indicators[OUTPUT], known, date(2025, 6, 24)) is None


@pytest.mark.parametrize(
    ("aim", "state", "words"),
    [
        (stage(36.4), "reached", "As counted until 24 June 2025: the newest figure is £36.5 in 2020."),
        (stage(36.6, "2020-12-31"), "missed", "As counted until 24 June 2025: the newest figure is £36.5"),
        (stage(36.6), "recounted", "As counted until 24 June 2025: the newest figure is £36.5 in 2020."),
    ],
)
def test_a_stage_is_held_to_the_last_figures_of_its_own_count_and_says_so(site, aim, state, words):
    found = stage_standing(site, aim, TODAY)
    assert found.state == state
    assert found.sentence.startswith(words)
    assert found.sentence.endswith(
        "Since 25 June 2025 the figures are counted otherwise, and none of them is held to it."
    )


def test_a_stage_set_in_todays_count_and_one_on_the_day_before_are_judged_as_any(site):
    assert stage_standing(site, stage(36.1, as_known_on=TODAY), TODAY).state == "reached"
    before = replace(site, as_of=date(2025, 6, 24))
    assert stage_standing(before, stage(36.4), before.as_of).sentence == "The newest figure is £36.5 in 2020."


def test_a_published_promise_of_before_counts_as_on_its_day():
    told = {"id": "p", "title": "P", "region": "E", "day": "2023-06-01", "stages": [
        {"name": "More", "due": "2026-12-31", "indicator": OUTPUT, "area_code": ASH, "value": 36.6,
         "baseline": {"period": "2019-01-01", "value": 35.1, "snapshot": "s"}}]}  # fmt: skip
    assert promised(told).stages[0].as_known_on == PROMISED
    told["stages"][0]["baseline"]["known"] = "2026-11-29"
    assert promised(told).stages[0].as_known_on == TODAY


def test_a_target_of_another_count_is_neither_met_nor_missed_nor_within_reach(site):
    goal = Goal(OUTPUT, ASH, 36.1, date(2022, 12, 31), 35.1, date(2019, 1, 1), "A", "", PROMISED)
    indicator, target = site.indicators[OUTPUT], target_of(site, goal)
    held = target_status(indicator, target, site.observations(indicator).latest(ASH))
    assert (held.status, held.recounted) == ("none", True)
    assert held.text == "its target of £36.1 by 2022 cannot be judged any more"
    assert held.reason == (
        "It was set from £35.1 in 2019. Since 25 June 2025 figures are counted otherwise, so none of them "
        "can be held to it."
    )
    assert "target" not in outlook(site, indicator, site.geography[ASH], target).text
    today = target_of(site, replace(goal, as_known_on=TODAY))
    assert target_status(indicator, today, site.observations(indicator).latest(ASH)).status == "on"


def test_a_figure_says_on_which_day_it_stood_so_and_one_set_anew_is_of_todays_count(site):
    then = latest(site, OUTPUT, ASH, PROMISED)
    assert (then.value, then.known) == (35.1, PROMISED)
    never_held = latest(site, OUTPUT, ASH, date(2020, 2, 1))
    assert (never_held.value, never_held.known) == (35.4, held_now(site, OUTPUT, ASH, date(2019, 1, 1)).known)
    assert held_now(site, OUTPUT, ASH, then.period).value == 35.4


def test_what_a_decision_expected_is_not_compared_across_two_counts(site):
    indicator = site.indicators[OUTPUT]
    judged = judgement(site, indicator, site.geography[ASH])
    said = effect_words.since(indicator, (date(2019, 1, 1), 35.1), judged, REBASED)
    assert said == (
        "It was £35.1 in 2019, as counted when it was decided. Since 25 June 2025 figures are counted "
        "otherwise: it is £36.2 in 2020. The two cannot be compared."
    )

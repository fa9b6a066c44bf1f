"""The stages of a promise: reached, late, fallen back, missed or awaited, up or down, each at its edge."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.record_port import StageAim
from dashboard.statements.outlook.promise_stages import STATES, StageStanding, stage_standing, stages_reached
from tests.statements.conftest import ASH, REGION, yearly

RATE = "employment/employment_rate"
# From 50% in 2020 to 60% by the end of 2024.
AIM = StageAim("Six in ten", date(2024, 12, 31), RATE, REGION, 60.0, 50.0, date(2020, 1, 1))
DOWN = replace(AIM, value=40.0)
TODAY = date(2025, 6, 1)


@pytest.fixture
def standing(told):
    """standing(figures from 2020 on, aim, today) -> where the stage stands."""

    def standing(*values, aim=AIM, today=TODAY):
        here = told({REGION: yearly(*values, first=2020)})
        return stage_standing(here.site, aim, today)

    return standing


@pytest.mark.parametrize(
    ("values", "aim", "state", "said"),
    [
        ((50, 55, 60), AIM, "reached", "The newest figure is 60.0% in 2022."),
        ((50, 55, 60, 61), AIM, "reached",
         "It was first reached with 60.0% in 2022. The newest figure is 61.0% in 2023."),
        ((50, 55, 59.9), AIM, "not yet", "The newest figure is 59.9% in 2022."),
        ((65, 55), AIM, "not yet", "The newest figure is 55.0% in 2021."),
        ((65,), AIM, "not yet", "The newest figure is 65.0% in 2020."),  # the period it began with, revised
        ((50, 61, 59), AIM, "back", "It was reached (61.0% in 2021), and is not any more: 59.0% in 2022."),
        ((50, 51, 52, 53, 59), AIM, "missed", "The newest figure is 59.0% in 2024."),
        ((50, 51, 52, 53, 60), AIM, "reached", "The newest figure is 60.0% in 2024."),
        ((50, 51, 52, 53, 59, 60), AIM, "late", "The newest figure is 60.0% in 2025."),
        ((50, 51, 52, 53, 59, 60, 61), AIM, "late", "It was first reached with 60.0% in 2025. The newest "
         "figure is 61.0% in 2026."),
        ((50, 45, 40), DOWN, "reached", "The newest figure is 40.0% in 2022."),
        ((50, 45, 40.1), DOWN, "not yet", "The newest figure is 40.1% in 2022."),
        ((50, 39, 45), DOWN, "back", "It was reached (39.0% in 2021), and is not any more: 45.0% in 2022."),
    ],
)  # fmt: skip
def test_a_stage_stands_where_the_figures_since_the_promise_put_it(standing, values, aim, state, said):
    found = standing(*values, aim=aim, today=date(2024, 12, 31))
    assert (found.state, found.sentence) == (state, said)
    side = "at least 60.0%" if aim is AIM else "at most 40.0%"
    assert found.goal == f"Rate, Here: {side}"


@pytest.mark.parametrize(("today", "state"), [(date(2024, 12, 31), "not yet"), (date(2025, 1, 1), "waiting")])
def test_a_figure_is_awaited_from_the_day_after_its_date(standing, today, state):
    found = standing(50, 51, today=today)
    assert found.state == state
    waiting = "The figure for its date is not held here yet. The newest is 51.0% in 2021."
    assert found.sentence == (waiting if state == "waiting" else "The newest figure is 51.0% in 2021.")


def test_a_stage_without_its_figure_says_so(standing):
    gone = standing(50, aim=replace(AIM, indicator="a/gone"))
    nowhere = standing(50, aim=replace(AIM, area_code="E99999999"))
    assert [(item.state, item.goal, item.sentence) for item in (gone, nowhere)] == [
        ("none", "", "Its figure is not held here.")
    ] * 2
    none = standing(50, aim=replace(AIM, area_code=ASH))
    assert (none.state, none.goal) == ("none", "Rate, Ash: at least 60.0%")
    assert (
        none.sentence == "Does not apply to Ash: it is a figure for Here as a whole, which has 50.0% (2020)."
    )


def stages(*states):
    return [
        StageStanding(replace(AIM, name=f"Stage {at}"), state, "", "") for at, state in enumerate(states, 1)
    ]


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([], "None of its stages has a public figure."),
        (stages("not yet"),
         "By published figures, none of 1 stage is reached. Next: Stage 1, by 31 December 2024."),
        (stages("reached"), "By published figures, 1 of 1 stage is reached."),
        (stages("reached", "late"), "By published figures, 2 of 2 stages are reached."),
        (stages("reached", "back", "not yet"), "By published figures, 1 of 3 stages is reached. Next: Stage "
         "2, by 31 December 2024."),
    ],
)  # fmt: skip
def test_the_stages_that_are_reached_are_counted_and_the_next_is_named(found, said):
    assert stages_reached(found) == said


def test_each_state_has_its_name():
    assert STATES == {
        "reached": "Reached",
        "late": "Reached late",
        "back": "Fallen back",
        "missed": "Not reached by its date",
        "waiting": "No figure yet",
        "not yet": "Not reached yet",
        "recounted": "Figures counted otherwise since",
        "none": "No figure here",
    }

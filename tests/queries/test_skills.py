"""Skills: school years begin in autumn, and years graded by teachers stand apart."""

from datetime import date

import pytest

from tests.observations import observe

LAIT = """
    area_code | series                | period     | duration | value | status
    E08000003 | 16-17 NEET            | 2025-01-01 | P1Y      | 5.3   |
    E08000003 | 16-17_not known_NEET  | 2025-01-01 | P1Y      | 7.6   |
    E08000003 | AVG_Attain8_Score     | 2025-01-01 | P1Y      | 44.8  |
    E08000003 | FSM_AVG_Attain8_Score | 2025-01-01 | P1Y      | 40.9  |
    E08000003 | Level3Age19           | 2025-01-01 | P1Y      |       | x
    E08000003 | FSP_NEW_GOODDEV       | 2025-01-01 | P1Y      | 61.0  |
    E08000003 | HE_19_All             | 2023-09-01 | P1Y      | 50.6  |
"""


@pytest.mark.parametrize(
    ("name", "value"),
    [("neet", 5.3), ("neet_or_not_known", 7.6), ("attainment_8", 44.8), ("school_readiness", 61.0)],
)
def test_a_school_year_dated_by_its_end_begins_the_september_before(given, indicators, name, value):
    indicator = indicators[f"skills/{name}"]
    found = observe(given(lait=LAIT), indicator)
    assert (found.period.tolist(), found.value.tolist()) == ([date(2024, 9, 1)], [value])
    assert indicator.period_label(found.period[0]) == "2024/25"


def test_a_split_year_is_left_as_it_is(given, indicators):
    found = observe(given(lait=LAIT), indicators["skills/higher_education_entry"])
    assert (found.period.tolist(), found.value.tolist()) == ([date(2023, 9, 1)], [50.6])


def test_a_missing_figure_stays_missing_with_its_reason(given, indicators):
    found = observe(given(lait=LAIT), indicators["skills/level_3_at_19"])
    assert found.value.isna().tolist() == [True]
    assert found.status.tolist() == ["x"]


def test_starts_and_achievements_of_apprentices_are_apart(given, indicators):
    store = given(
        apprenticeships="""
        area_code | series                                | period     | value | status
        E08000003 | Apprenticeship starts (England)       | 2024-08-01 | 724   |
        E08000003 | Apprenticeship achievements (England) | 2024-08-01 | 410   |
    """
    )
    names = ("starts", "achievements")
    assert [observe(store, indicators[f"skills/apprenticeship_{n}"]).value[0] for n in names] == [724, 410]


@pytest.mark.parametrize("name", ["gcse_english_maths", "attainment_8", "level_3_at_19"])
def test_grades_set_by_teachers_break_the_series(indicators, name):
    assert date(2019, 9, 1) in [item.since for item in indicators[f"skills/{name}"].breaks]


def test_the_return_of_exams_breaks_it_again(indicators):
    last = {n: indicators[f"skills/{n}"].breaks[-1].since for n in ("gcse_english_maths", "attainment_8")}
    assert last == {"gcse_english_maths": date(2024, 9, 1), "attainment_8": date(2021, 9, 1)}

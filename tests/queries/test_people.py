"""People: each measure is read from its own series, with the publisher's limits."""

import pytest

from tests.observations import observe

WELLBEING = """
    area_code | series       | period     | value | lower | upper | status
    E08000003 | Satisfaction | 2022-04-01 | 7.4   | 7.2   | 7.6   |
    E08000003 | Happiness    | 2022-04-01 | 7.3   | 7.1   | 7.5   |
    E08000003 | Worthwhile   | 2022-04-01 | 7.7   | 7.5   | 7.9   |
    E08000003 | Anxiety      | 2022-04-01 | 3.2   | 2.9   | 3.5   | u
"""


@pytest.mark.parametrize(
    ("name", "value", "better"),
    [
        ("life_satisfaction", 7.4, "higher"),
        ("happiness", 7.3, "higher"),
        ("worthwhile", 7.7, "higher"),
        ("anxiety", 3.2, "lower"),
    ],
)
def test_wellbeing_scores_are_apart_and_only_anxiety_is_better_low(given, indicators, name, value, better):
    indicator = indicators[f"people/{name}"]
    found = observe(given(personal_wellbeing_estimates=WELLBEING), indicator)
    assert (found.value.tolist(), indicator.better) == ([value], better)
    assert found.lower[0] < value < found.upper[0]


def test_healthy_life_expectancy_of_girls_and_boys_are_apart(given, indicators):
    store = given(
        healthy_life_expectancy="""
        area_code | series                        | period     | value | lower | upper | status
        E08000003 | Female healthy life expectancy | 2022-01-01 | 57.0 | 55.0  | 59.0  |
        E08000003 | Male healthy life expectancy   | 2022-01-01 | 56.0 | 54.0  | 58.0  |
    """
    )
    names = ("female", "male")
    values = [observe(store, indicators[f"people/healthy_life_expectancy_{n}"]).value[0] for n in names]
    assert values == [57.0, 56.0]
    assert (
        indicators["people/healthy_life_expectancy_male"].period_label(
            observe(store, indicators["people/healthy_life_expectancy_male"]).period[0]
        )
        == "2022 to 2024"
    )

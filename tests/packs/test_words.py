"""Words of packs: a unit beside its figure, and what a theme's title says."""

import pytest

from dashboard.packs.words import theme_message, unit_after


@pytest.mark.parametrize(
    ("indicator", "words"),
    [
        ("employment/weekly_pay", "a week before tax, median of residents in jobs"),  # £579
        ("employment/employment_rate", "of people aged 16 to 64"),  # 71.9%
        ("people/population", "people who usually live here, mid-year"),  # 2,991,000
    ],
)
def test_a_unit_after_its_figure_says_no_sign_twice(indicators, indicator, words):
    assert unit_after(indicators[indicator]) == words


def test_no_unit_begins_with_the_sign_of_its_figure(indicators):
    for item in indicators.values():
        last = item.format(1.0).split()[-1]
        assert unit_after(item)[:1] not in ("£", "%", ",", ""), item.id
        assert not unit_after(item).startswith(f"{last} "), item.id


def test_a_theme_whose_figures_all_stand_in_the_brief_is_not_said_to_have_none():
    assert theme_message("Housing", [], "else ") == "Housing: what is judged here stands in the brief"
    assert theme_message("Housing", []) == "There are no figures on housing here"

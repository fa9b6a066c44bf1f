"""A caveat says what is so of its own indicator: of what it is a figure, and what its changes can tell."""

import re


def test_only_of_percentages_is_it_said_that_they_are_not_averaged(indicators):
    wrong = [
        name
        for name, item in indicators.items()
        if "percentages" in item.caveat and not item.unit.startswith("%")
    ]
    assert wrong == []


def test_no_trend_can_be_said_only_of_one_period(site):
    """Two periods are held against each other, and the headline may be "worse than in 2022"."""
    said = [item for item in site.indicators.values() if "no trend can be said" in item.caveat]
    assert said
    several = [item.id for item in said if len(site.observations(item).periods) > 1]
    assert several == []


def test_gigabit_broadband_is_dated_as_its_caveat_says(site):
    item = site.indicators["digital/gigabit_broadband"]
    assert "Twice a year since January 2024, three times a year before" in item.caveat
    dates = sorted(site.observations(item).periods)
    assert {(day.month, day.day) for day in dates if day.year >= 2024} == {(1, 1), (7, 1)}
    before = {
        day.year: [other for other in dates if other.year == day.year] for day in dates if day.year < 2024
    }
    assert max(map(len, before.values())) == 3


def test_councils_without_a_figure_of_bed_and_breakfast_are_counted_as_the_caveat_counts_them(site):
    caveat = site.indicators["housing/families_in_bed_and_breakfast"].caveat
    told = [int(number) for number in re.findall(r"(\d+) (?:councils|made)", caveat)]
    sql = (
        "SELECT count(*), count(*) FILTER (all_ta.value IS NULL), count(*) FILTER (all_ta.value IS NOT NULL) "
        "FROM homelessness AS families JOIN homelessness AS all_ta USING (area_code, period) "
        "WHERE families.series = 'Families in bed and breakfast over six weeks' AND families.value IS NULL "
        "AND all_ta.series = 'Households in temporary accommodation' AND period = DATE '2025-10-01' "
        "AND area_code LIKE 'E0%'"
    )
    assert told == [*site.store.rows(sql)[0]]

"""How big a gap is said to be: of real published figures, and never where the rule forbids it."""

import pytest

from dashboard.datastore.observations import Observation
from dashboard.pages.indicator.size_of_gap import size_section
from dashboard.statements.attention.attention import attention
from dashboard.statements.judgement.judgement import judgement
from dashboard.statements.judgement.size_words import (
    BEST,
    FAR_OFF,
    NO_BASE,
    NO_MARGIN,
    SAME,
    WITHIN,
    base_of,
    size_said,
    size_sentence,
)
from tests.observations import observe
from tests.queries.places import REGION as PLACES

REGION = "E47000001"


@pytest.fixture
def said(public_site):
    """said("employment/employment_rate") -> all that a page says of that gap."""

    def said(key, code=REGION):
        judged = judgement(public_site, public_site.indicators[key], public_site.geography[code])
        return size_said(public_site, judged)

    return said


def test_employment_in_greater_manchester_in_people(said):
    # 71.9% (70.3 to 73.5) against 76.0%, of 1,899,474 aged 16 to 64 in mid-2023: 77,878; 47,487 to 108,270.
    assert said("employment/employment_rate")[0] == (
        "If Greater Manchester had England’s rate in 2023, there would be about 80,000 more people in work "
        "(45,000 to 110,000)."
    )


def test_a_gap_within_chance_is_not_put_into_numbers(said):
    assert said("skills/level_3") == (WITHIN,)


def test_two_figures_that_are_the_same_as_shown_leave_no_gap_and_no_chance(said):
    """York and North Yorkshire 8.82 a thousand, England 9 without decimals: no margin of either is held."""
    assert said("housing/net_additions_rate", "E47000012") == (SAME,)


def test_counts_without_a_margin_say_that_none_is_held(said):
    sentence, *notes = said("housing/temporary_accommodation")
    assert "more households in temporary accommodation" in sentence
    assert "(" not in sentence
    assert NO_MARGIN in notes


def test_nobody_of_another_year_is_counted(said, public_site):
    assert said("employment/claimants") == (NO_BASE,)
    indicator = public_site.indicators["employment/claimants"]
    figure = public_site.observations(indicator).latest(REGION)
    in_2023 = Observation(REGION, figure.period.replace(year=2023), 4.7, None, None, None, None, "")
    assert base_of(public_site, indicator, in_2023) == 1_899_474
    assert base_of(public_site, indicator, figure) is None


def test_a_survey_without_margins_says_nothing(public_site):
    indicator = public_site.indicators["employment/employment_2024_25"]
    assert size_sentence(public_site, judgement(public_site, indicator, public_site.geography[REGION])) == ""


def test_money_is_held_to_the_best_district_by_its_rule(said, public_site):
    sentence, assumed = said("economy/household_income")
    indicator = public_site.indicators["economy/household_income"]
    people = public_site.observations(public_site.indicators["people/population"])
    total = 0
    for place in public_site.geography.members(REGION):
        item = public_site.observations(indicator).latest(place.code)
        count = next(each for each in people.series(place.code) if each.period.year == item.period.year)
        total += (28_557 - item.value) * count.value
    assert 22.5e9 < total < 23.5e9
    assert "Trafford (£28,557 in 2023)" in sentence
    assert "about £23 billion more household income" in sentence
    assert assumed == BEST


def test_a_district_that_has_so_much_more_than_the_others_is_no_measure_for_a_region(said, public_site):
    """All of London at Kensington’s income would be £680 billion more, where London has £318 billion."""
    assert said("economy/household_income", "E12000007") == (FAR_OFF,)
    region = public_site.geography["E12000007"]
    line = next(
        item for item in attention(public_site, region) if item.indicator == "economy/household_income"
    )
    assert "Kensington" not in line.reason.partition("If all")[2]
    assert "billion" not in line.reason


def test_the_reason_of_a_line_the_page_and_the_api_say_the_same_sentence(public_site, said, client):
    key, region = "employment/inactivity_rate", public_site.geography[REGION]
    sentence = said(key)[0]
    line = next(item for item in attention(public_site, region) if item.indicator == key)
    assert sentence in line.reason
    assert sentence in str(size_section(public_site, public_site.indicators[key], region))
    answer = client.get(f"/api/v1/indicators/{key}/gap?place={REGION}").get_json()
    assert sentence in answer["text"]
    assert (answer["count"], answer["lower"], answer["upper"]) == (-70_000, -100_000, -40_000)


def test_at_least_twenty_indicators_say_what_one_more_is_and_each_base_is_a_count(public_site):
    found = [item for item in public_site.indicators.values() if item.gap_words]
    bases = {public_site.indicators[item.gap_base].statistic for item in found if item.gap_base}
    assert bases == {"count"}
    region = public_site.geography[REGION]
    sentences = [
        size_sentence(public_site, j) for item in found if (j := judgement(public_site, item, region))
    ]
    assert sum(map(bool, sentences)) >= 20


def test_working_age_is_all_less_the_young_and_the_old(given, indicators):
    row = "area_code | series | period | value | status\n E08000003 | {} | 2023-06-30 | {} |"
    store = given(
        **PLACES,
        population_count=row.format("Population count", 1000),
        broad_age_bands=row.format("Broad age bands", 20),
        percentage_of_the_population_aged_65_plus=row.format("65", 15),
    )
    assert observe(store, indicators["people/working_age"], ["E08000003"]).value.tolist() == [650]
    assert observe(store, indicators["people/children"], ["E08000003"]).value.tolist() == [200]

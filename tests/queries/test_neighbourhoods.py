"""Census counts and deprivation scores: counts are added up to larger areas, scores are not."""

from datetime import date

import pytest

from dashboard.datastore.observations import load
from tests.observations import observe

AREAS = """
    area_code | name               | level              | current
    E01000001 | Heaton 001A        | lsoa               | 1
    E01000002 | Heaton 001B        | lsoa               | 1
    E08000001 | Bolton             | district           | 1
    E47000001 | Greater Manchester | combined_authority | 1
    E47000099 | An ended one       | combined_authority | 0
    E92000001 | England            | country            | 1
    K02000001 | United Kingdom     | country            | 1
"""
MEMBERSHIP = "area_code | within\n" + "\n".join(
    f"{part} | {whole}"
    for part in ("E01000001", "E01000002")
    for whole in ("E08000001", "E47000001", "E47000099", "E92000001", "K02000001")
)
ROOMS = """
    lsoa21_code | occupancy_rating         | n   | total_households
    E01000001   | +1 (under-occupied)      | 70  | 100
    E01000001   | -1 (overcrowded)         | 20  | 100
    E01000001   | -2 or less (overcrowded) | 10  | 100
    E01000002   | +1 (under-occupied)      | 894 | 900
    E01000002   | -1 (overcrowded)         | 6   | 900
"""


@pytest.fixture
def crowded(given, indicators):
    store = given(areas=AREAS, membership=MEMBERSHIP, census_household_overcrowding=ROOMS)
    return store, indicators["housing/overcrowding"]


def test_both_degrees_of_overcrowding_count(crowded):
    found = load(*crowded, within="E08000001").latest("E01000001")
    assert (found.value, found.numerator, found.denominator, found.status) == (30.0, 30, 100, "")
    assert found.period == date(2021, 3, 21)


def test_a_larger_area_is_its_households_added_up_not_its_shares_averaged(crowded):
    found = observe(*crowded, ["E08000001", "E47000001", "E92000001"])
    assert found.value.tolist() == [3.6] * 3  # 36 of 1,000; the mean of 30% and 0.67% would be 15.3%
    assert set(found.status) == {"derived"}


def test_neither_an_ended_area_nor_the_uk_is_a_sum_of_english_neighbourhoods(crowded):
    assert observe(*crowded, ["E47000099", "K02000001"]).empty


@pytest.mark.parametrize(
    ("name", "table", "share"),
    [
        ("housing/private_renting", "census_household_tenure", 30.0),
        ("housing/social_renting", "census_household_tenure", 15.0),
        ("people/household_deprivation", "census_household_deprivation", 6.0),
        ("people/disabled_people", "census_disability", 17.0),
    ],
)
def test_a_share_counts_just_its_own_categories(given, indicators, name, table, share):
    store = given(areas=AREAS, membership=MEMBERSHIP, **{table: CATEGORIES[table]})
    assert load(store, indicators[name], within="E08000001").latest("E01000001").value == share


CATEGORIES = {
    "census_household_tenure": """
        lsoa21_code | tenure                                               | n  | total_households
        E01000001   | Private rented: Private landlord or letting agency   | 29 | 100
        E01000001   | Private rented: Other private rented                 | 1  | 100
        E01000001   | Social rented: Rents from council or Local Authority | 10 | 100
        E01000001   | Social rented: Other social rented                   | 5  | 100
        E01000001   | Lives rent free                                      | 2  | 100
        E01000001   | Owned: Owns outright                                 | 53 | 100
    """,
    "census_household_deprivation": """
        lsoa21_code | deprivation_dimensions                       | n  | total_households
        E01000001   | Household is not deprived in any dimension   | 50 | 100
        E01000001   | Household is deprived in one dimension       | 44 | 100
        E01000001   | Household is deprived in two dimensions      | 3  | 100
        E01000001   | Household is deprived in three dimensions    | 2  | 100
        E01000001   | Household is deprived in four dimensions     | 1  | 100
    """,
    "census_disability": """
        lsoa21_code | disability                          | n   | total_residents
        E01000001   | Disabled under the Equality Act     | 34  | 200
        E01000001   | Not disabled under the Equality Act | 166 | 200
    """,
}


def test_shares_of_the_index_become_percentages_and_scores_stay(given, indicators):
    store = given(
        membership=MEMBERSHIP,
        imd_2025="""
            lsoa21_code | imd_score | income_score | employment_score | environment_score
            E01000001   | 42.5      | 0.25         | 0.125            | 31.0
        """,
        imd_2025_indicators="""
            lsoa21_code | connectivity_score | adult_skills_and_english_language_proficiency_indicator
            E01000001   | 77.0               | 0.5
        """,
    )
    names = {
        "people/deprivation_score": 42.5,
        "economy/income_deprivation": 25.0,
        "employment/employment_deprivation": 12.5,
        "environment/living_environment": 31.0,
        "transport/connectivity": 77.0,
        "skills/adults_low_skills": 50.0,
    }
    for name, value in names.items():
        found = load(store, indicators[name], within="E08000001")
        assert found.latest("E01000001").value == value
        assert list(found.areas()) == ["E01000001"]  # and no district is made of them


def test_a_withheld_indicator_of_the_index_says_so(given, indicators):
    store = given(
        membership=MEMBERSHIP,
        imd_2025_indicators="""
            lsoa21_code | entry_to_higher_education_indicator
            E01000001   | 0.75
            E01000002   |
        """,
    )
    found = load(store, indicators["skills/not_entering_higher_education"], within="E08000001")
    assert [(item.value, item.status) for code in found.areas() for item in found.series(code)] == [
        (75.0, ""),
        (None, "x"),
    ]


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("burglary", "burglary_rate_per_1_000_at_risk_properties"),
        ("violence_with_injury", "violence_with_injury_rate_per_1_000_at_risk_population"),
        ("violence_without_injury", "violence_without_injury_rate_per_1_000_at_risk_population"),
        ("stalking_and_harassment", "stalking_and_harassment_rate_per_1_000_at_risk_population"),
        ("theft", "theft_rate_per_1_000_at_risk_population"),
        ("criminal_damage", "criminal_damage_rate_per_1_000_at_risk_population"),
        ("public_order", "public_order_and_possession_of_weapons_rate_per_1_000_at_risk_population"),
        ("antisocial_behaviour", "anti_social_behaviour_rate_per_1_000_at_risk_population"),
        ("patients_per_gp", "patient_to_gp_ratio"),
        ("emergency_illness", "acute_morbidity_indicator"),
        ("illness_and_disability", "comparative_illness_and_disability_ratio_indicator"),
        ("years_of_life_lost", "years_of_potential_life_lost_indicator"),
        ("mental_ill_health", "mental_health_indicator"),
    ],
)
def test_rates_and_scores_stand_as_the_index_has_them(given, indicators, name, column):
    store = given(membership=MEMBERSHIP, imd_2025_indicators=f"lsoa21_code | {column}\nE01000001 | 22.9")
    assert load(store, indicators[f"people/{name}"], within="E08000001").latest("E01000001").value == 22.9


def test_shares_of_households_become_percentages(given, indicators):
    store = given(
        membership=MEMBERSHIP,
        imd_2025_indicators="""
            lsoa21_code | household_overcrowding_indicator_rooms | household_overcrowding_indicator_bedrooms
            E01000001   | 0.25                                   | 0.125
        """,
    )
    for name, value in {"housing/too_few_rooms": 25.0, "housing/too_few_bedrooms": 12.5}.items():
        assert load(store, indicators[name], within="E08000001").latest("E01000001").value == value


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("economy/low_income_people", "income_domain_numerator"),
        ("employment/people_out_of_work", "employment_domain_numerator"),
    ],
)
def test_people_of_neighbourhoods_are_added_up_unless_a_number_is_missing(given, indicators, name, column):
    known = f"lsoa21_code | {column}\nE01000001 | 15\nE01000002 | 310"
    store = given(areas=AREAS, membership=MEMBERSHIP, imd_2025_indicators=known)
    found = observe(store, indicators[name], ["E08000001", "E47000001"])
    assert found.value.tolist() == [325.0] * 2
    assert set(found.status) == {"derived"}
    withheld = known.replace("310", "")
    store = given(areas=AREAS, membership=MEMBERSHIP, imd_2025_indicators=withheld)
    assert observe(store, indicators[name], ["E08000001", "E47000001"]).empty


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("housing/homelessness", "homelessness_indicator_rate_per_1_000_households"),
        ("housing/core_homelessness", "core_homelessness_rate_percent_of_households"),
    ],
)
def test_a_district_has_the_one_figure_that_its_neighbourhoods_carry(given, indicators, name, column):
    alike = f"lsoa21_code | {column}\nE01000001 | 3.5\nE01000002 | 3.5"
    store = given(areas=AREAS, membership=MEMBERSHIP, imd_2025_indicators=alike)
    assert load(store, indicators[name], within="E08000001").latest("E01000001").status == ""
    found = observe(store, indicators[name], ["E08000001", "E47000001"])
    assert found.area_code.tolist() == ["E08000001"]  # districts' rates are not averaged
    assert (found.value.tolist(), found.status.tolist()) == ([3.5], ["derived"])
    store = given(areas=AREAS, membership=MEMBERSHIP, imd_2025_indicators=alike.replace("2 | 3.5", "2 | 4"))
    assert observe(store, indicators[name], ["E08000001"]).value.isna().all()


def test_every_measure_of_the_index_is_offered(store, indicators):
    """All that the publisher gives for neighbourhoods but ranks and deciles, which scores make."""
    tables = ("imd_2025", "imd_2025_indicators", "imd_2025_subdomains")
    asked = set(" ".join(item.sql for item in indicators.values() if "imd_2025" in item.sql).split())
    given_by_publisher = {
        column
        for table in tables
        for column, *_ in store.rows(f"DESCRIBE {table}")
        if not column.endswith(("_code", "_rank", "_decile"))
    }
    assert len(given_by_publisher) == 28 + 8 + 6
    assert {column for column in given_by_publisher if column not in asked} == set()

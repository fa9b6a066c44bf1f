"""Figures anyone can look up, through the built-in snapshot and the app's own query."""

from datetime import date

import pytest

from tests.observations import observe

pytestmark = pytest.mark.core

MANCHESTER, BARNSLEY, GM, ENGLAND = "E08000003", "E08000038", "E47000001", "E92000001"

# indicator, area, first day of the period, figure rounded as published
KNOWN = [
    ("employment/claimants", MANCHESTER, date(2025, 1, 1), 6.0),
    ("employment/claimants", GM, date(2025, 1, 1), 4.9),
    ("employment/claimants", ENGLAND, date(2025, 1, 1), 4.0),
    ("employment/employment_rate", MANCHESTER, date(2023, 1, 1), 71.4),
    ("employment/employment_rate", GM, date(2023, 1, 1), 71.9),
    ("employment/employment_rate", ENGLAND, date(2023, 1, 1), 76.0),
    ("employment/weekly_pay", MANCHESTER, date(2025, 4, 30), 589.30),
    ("employment/weekly_pay", ENGLAND, date(2025, 4, 30), 648.40),
    ("skills/level_3", MANCHESTER, date(2023, 1, 1), 77.3),
    ("skills/level_3", ENGLAND, date(2023, 1, 1), 67.4),
    ("skills/apprenticeship_starts", MANCHESTER, date(2024, 8, 1), 724),
    ("skills/apprenticeship_starts", ENGLAND, date(2024, 8, 1), 959),
    ("economy/gva_per_hour", MANCHESTER, date(2023, 1, 1), 44.77),
    ("economy/gva_per_hour", GM, date(2023, 1, 1), 39.77),
    ("people/population", MANCHESTER, date(2024, 6, 30), 589670),
    ("people/population", GM, date(2024, 6, 30), 3009664),
    ("people/population", ENGLAND, date(2024, 6, 30), 58620101),
    ("transport/ev_chargers", MANCHESTER, date(2026, 4, 1), 116),
    ("transport/ev_chargers", ENGLAND, date(2026, 4, 1), 170),
    ("digital/gigabit_broadband", MANCHESTER, date(2026, 1, 1), 90.0),
    ("employment/employment_2024_25", ENGLAND, date(2024, 4, 1), 75.66),
    ("employment/employment_2024_25", MANCHESTER, date(2024, 4, 1), 69.1),
    ("transport/bus_punctuality", ENGLAND, date(2024, 2, 1), 60.7),
    ("transport/bus_punctuality", GM, date(2024, 2, 1), 61.6),
    ("transport/bus_coverage", ENGLAND, date(2024, 2, 1), 40.2),
    ("transport/bus_coverage", GM, date(2024, 2, 1), 42.2),
    # ORR's stations of Manchester in 2019/20: 56,948,058, of which Piccadilly has 32,198,704
    ("transport/rail_use", MANCHESTER, date(2019, 4, 1), 56.95),
    ("transport/rail_use", ENGLAND, date(2021, 4, 1), 1661.83),
    # ODWP01EW: 78,066 of 131,308 who travel; 106,896 of 184,962 who come to Manchester live elsewhere
    ("transport/work_where_they_live", MANCHESTER, date(2021, 3, 21), 59.5),
    ("transport/travel_in_to_work", MANCHESTER, date(2021, 3, 21), 57.8),
    ("inequality/attainment_8_free_meals", ENGLAND, date(2024, 9, 1), 35.0),
    ("inequality/attainment_8_free_meals_gap", ENGLAND, date(2024, 9, 1), 15.0),
    ("housing/temporary_accommodation_total", ENGLAND, date(2025, 10, 1), 134210),
    ("housing/temporary_accommodation_total", ENGLAND, date(2020, 1, 1), 93000),
    ("housing/temporary_accommodation_total", MANCHESTER, date(2025, 10, 1), 2865),
    ("housing/rough_sleeping_total", ENGLAND, date(2010, 1, 1), 1768),
    ("housing/rough_sleeping_total", ENGLAND, date(2017, 1, 1), 4751),
    ("transport/road_traffic", GM, date(2023, 1, 1), 11.4),
    ("housing/private_rent", ENGLAND, date(2026, 7, 1), 1451),
    ("housing/homes", ENGLAND, date(2024, 3, 31), 25562320),
    ("environment/home_emissions", ENGLAND, date(2023, 3, 31), 3.1),
    ("employment/inactive_long_term_sick", ENGLAND, date(2022, 1, 1), 24.6),
    ("employment/inactive_long_term_sick", GM, date(2022, 1, 1), 27.45),
    # tables P1 and R1: 18,870 of 34,250 and 18,570 of 52,600 households
    ("housing/homelessness_prevented", ENGLAND, date(2025, 10, 1), 55.1),
    ("housing/homelessness_relieved", ENGLAND, date(2025, 10, 1), 35.3),
    ("skills/free_school_meals_primary", ENGLAND, date(2024, 9, 1), 24.7),
    ("skills/suspensions", MANCHESTER, date(2023, 9, 1), 4.64),
    ("people/children_in_care", ENGLAND, date(2025, 3, 31), 67),
    ("inequality/attainment_8_disadvantaged_gap", ENGLAND, date(2024, 9, 1), 15.5),
]

# Bus journeys in the year ending March 2024, in millions: published, or the sum of the publisher's rows.
BUSES = {
    "E92000001": 3629.12,
    "E47000001": 163.51,
    "E47000002": 65.11,
    "E47000007": 235.99,
    "E47000003": 119.32,
    "E47000004": 92.54,
    "E47000014": 107.17,
    "E47000006": 23.44,
    "E47000008": 26.03,
    "E47000009": 56.78,
    "E47000012": 26.18,
    "E47000013": 96.87,
    "E47000015": 22.59,
    "E47000016": 22.36,
    "E47000017": 20.70,
    "E47000018": 49.76,
    "cumbria": 11.66,
}
KNOWN += [("transport/bus_journeys", area, date(2023, 4, 1), figure) for area, figure in BUSES.items()]


@pytest.mark.parametrize(("name", "area", "period", "figure"), KNOWN)
def test_a_known_figure_comes_out_as_published(store, indicators, name, area, period, figure):
    found = observe(store, indicators[name], [area])
    value = found[found.period == period].value.tolist()
    decimals = len(str(figure).partition(".")[2])
    assert [round(item, decimals) for item in value] == [figure]


@pytest.mark.parametrize(("name", "area", "period", "figure"), KNOWN)
def test_the_api_gives_the_known_figure(client, name, area, period, figure):
    address = f"/api/v1/indicators/{name}/observations?area={area}&period={period}"
    value = [item["value"] for item in client.get(address).json["items"]]
    decimals = len(str(figure).partition(".")[2])
    assert [round(item, decimals) for item in value] == [figure]


# indicator, area, first day of the period, the count behind the rate
COUNTED = [
    ("housing/temporary_accommodation", ENGLAND, date(2025, 10, 1), 134210),
    ("housing/temporary_accommodation", ENGLAND, date(2020, 1, 1), 93000),
    ("housing/temporary_accommodation", MANCHESTER, date(2025, 10, 1), 2865),
    ("housing/rough_sleeping", ENGLAND, date(2010, 1, 1), 1768),
    ("housing/rough_sleeping", ENGLAND, date(2017, 1, 1), 4751),
]


@pytest.mark.parametrize(("name", "area", "period", "count"), COUNTED)
def test_a_known_count_stands_behind_its_rate(store, indicators, name, area, period, count):
    found = observe(store, indicators[name], [area])
    assert found[found.period == period].numerator.tolist() == [count]


@pytest.mark.parametrize("quarter", [date(2018, 4, 1), date(2023, 4, 1)])
def test_a_quarter_without_a_return_from_manchester_has_no_figure_for_its_region(store, indicators, quarter):
    found = observe(store, indicators["housing/temporary_accommodation"], [MANCHESTER, GM])
    assert found[(found.period == quarter) & found.value.notna()].empty


@pytest.mark.parametrize("name", ["employment/claimants", "economy/gva_per_hour"])
def test_a_replaced_code_leaves_no_district_out(store, indicators, name):
    districts = "SELECT area_code FROM areas WHERE level = 'district' AND current"
    current = {row[0] for row in store.rows(districts)}
    assert len(current) == 296
    assert current <= set(observe(store, indicators[name]).dropna(subset="value").area_code)


def test_a_place_with_two_codes_is_one_series(store, indicators):
    found = observe(store, indicators["employment/claimants"])
    assert "E08000016" not in set(found.area_code)
    assert len(found[found.area_code == BARNSLEY]) == 25


def test_a_combined_authority_that_was_redrawn_does_not_inherit_the_old_ones_figure(store, indicators):
    # E47000010 covered four of the seven districts of the North East of today, E47000014.
    assert observe(store, indicators["housing/median_price"], ["E47000014"]).empty


def test_casualties_of_greater_manchester_are_those_of_the_police_file(store, indicators):
    found = observe(store, indicators["transport/road_casualties"], [GM])
    # Fatal and serious rows of the file by year; the half year of 2024 is left out.
    assert found.numerator.tolist() == [684, 516, 833, 851, 799]


def test_net_additional_homes_of_the_region_are_its_ten_districts_added_up(store, indicators):
    districts = [f"E080000{number:02d}" for number in range(1, 11)]
    homes = observe(store, indicators["housing/net_additional_dwellings"], [*districts, GM])
    latest = homes[homes.period == date(2023, 4, 1)].set_index("area_code")
    assert latest.value[GM] == latest.value[districts].sum()
    assert latest.value[MANCHESTER] == 2531
    assert latest.status[GM] == "derived"


@pytest.mark.parametrize(
    ("area", "year", "homes", "standing"),
    [("E47000012", 2023, 3506, 397303), ("E06000065", 2023, 2978, 305798), ("E47000014", 2004, 5217, 847459)],
)
def test_a_rate_is_worked_out_where_both_counts_are_held(store, indicators, area, year, homes, standing):
    """Nothing is published for York and North Yorkshire's year of merger, nor for the North East of 2004."""
    found = observe(store, indicators["housing/net_additions_rate"], [area])
    (row,) = found[found.period == date(year, 4, 1)].itertuples()
    assert (row.numerator, row.denominator, row.status) == (homes, standing, "derived")
    assert row.value == pytest.approx(1000 * homes / standing)


def test_the_districts_affordable_homes_make_englands(store, indicators):
    found = observe(store, indicators["housing/affordable_completions"])
    latest = found[found.period == date(2023, 4, 1)].set_index("area_code").value
    assert latest[ENGLAND] == 62239
    assert latest[[code for code in latest.index if code[:3] in ("E06", "E07", "E08", "E09")]].sum() == 62239


@pytest.mark.parametrize(
    "name",
    ["business_births", "business_deaths", "business_survival_one_year", "business_survival_five_year"],
)
def test_business_counts_got_back_from_rates_are_the_publishers_multiples_of_five(store, indicators, name):
    found = observe(store, indicators[f"employment/{name}"]).dropna(subset=["value", "numerator"])
    counts = found[found.status != "derived"]
    assert len(counts) > 300
    assert (counts.value * counts.denominator / 100 - counts.numerator).abs().max() < 1e-6
    assert (counts.numerator % 5 == 0).all()


@pytest.mark.parametrize(
    ("name", "figure"),
    [
        ("housing/overcrowding", 4.4),
        ("housing/private_renting", 20.5),
        ("housing/social_renting", 17.1),
        ("people/disabled_people", 17.3),
    ],
)
def test_englands_neighbourhoods_add_up_to_the_census_of_england(store, indicators, name, figure):
    found = observe(store, indicators[name], [ENGLAND])
    assert found.value.tolist() == [pytest.approx(figure, abs=0.06)]


def test_homicides_got_back_from_rates_are_whole_numbers_of_victims(store, indicators):
    """So there is no doubt of the rate's base; South Yorkshire's is not that of its four districts."""
    found = observe(store, indicators["people/homicides"]).dropna(subset=["value", "denominator"])
    counts = found.value * found.denominator / 1_000_000
    assert len(found) > 100
    assert (counts - found.numerator).abs().max() < 1e-6
    victims = found.set_index(["area_code", "period"]).numerator
    assert (victims[GM, date(2022, 4, 1)], victims[ENGLAND, date(2022, 4, 1)]) == (89, 1587)
    assert "E47000002" not in set(found.area_code)


@pytest.mark.parametrize(("name", "off"), [("economy/gdp_per_head", 35), ("economy/household_income", 6)])
def test_a_region_worked_out_from_its_districts_comes_near_what_is_published(store, indicators, name, off):
    """Where both are known: the way by which regions without a figure of their own get one."""
    given = observe(store, indicators[name]).set_index(["area_code", "period"])
    districts = [f"E080000{number:02d}" for number in range(1, 11)]
    for year in (2015, 2019, 2023):
        parts = given.loc[[(code, date(year, 1, 1)) for code in districts]]
        made = parts.numerator.sum() / parts.denominator.sum()
        assert made == pytest.approx(given.value[GM, date(year, 1, 1)], abs=off)


def test_households_on_universal_credit_of_the_districts_are_nearly_all_of_englands(store, indicators):
    found = observe(store, indicators["employment/universal_credit"], [ENGLAND, GM])
    assert found.numerator.tolist() == [5_678_884, 363_813]  # of Great Britain's 6,575,050
    assert found.status.tolist() == ["derived", "derived"]

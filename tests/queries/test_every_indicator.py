"""What holds for every indicator, whatever it measures, on the built-in snapshot."""

import re
from collections import Counter
from datetime import UTC, date, datetime

import pandas as pd
import pytest

from dashboard.catalogue.indicators import THEMES, load_indicators
from dashboard.catalogue.metadata_faults import LONGEST_TITLE
from dashboard.catalogue.periods import begins
from dashboard.catalogue.regions import load_regions
from dashboard.datastore.groups import COLUMNS as BOTH_GROUPS
from dashboard.datastore.observations import COLUMNS
from tests.conftest import ROOT

INDICATORS = load_indicators(ROOT / "queries")
SOME_REGIONS = {  # files that cover Greater Manchester alone, or the authorities that their publisher names
    "transport/road_casualties": {"E47000001"},
    "transport/road_casualties_count": {"E47000001"},
    "transport/households_without_car": {"E47000001"},
    "people/aged_65_neighbourhoods": {"E47000001"},
    "economy/research_business": {"E12000007"},
    "economy/research_public": {"E12000007"},
    "people/homicides": {  # where a police force has exactly the districts
        *("E12000007", "cumbria", "hampshire-and-the-solent", "sussex-and-brighton"),
        *(f"E470000{n:02}" for n in (1, 3, 7, 8, 12, 18)),
    },
    "economy/exports": {"E12000007", *(f"E4700000{n}" for n in (1, 2, 3, 4, 6, 7, 8, 9))},
    # a share is told only where none of the numbers it is made of is withheld
    **{
        f"inequality/{name}_older_gap": {f"E470000{n:02}" for n in (1, 2, 3, 4, 6, 7, 9, 13, 14, 17, 18)}
        for name in ("level_4", "no_qualifications")
    },
    "economy/inward_investment": {
        "E12000007",
        *(f"E470000{n:02}" for n in (1, 2, 3, 4, 6, 7, 8, 9, 12, 13, 14)),
    },
}
# Cumberland and Westmorland and Furness began in 2023: what ended before, or is published by schools' and bus
# authorities of before, has no figure for Cumbria.
NOT_IN_CUMBRIA = {
    *(f"employment/business_survival_{years}_year" for years in ("one", "three", "five")),
    *(f"people/{name}" for name in ("anxiety", "happiness", "life_satisfaction", "worthwhile")),
    *(f"skills/{name}" for name in ("higher_education_entry", "level_3_at_19", "english_maths_at_19")),
    *(f"transport/{way}_to_work" for way in ("cycle", "drive", "public_transport")),
    "transport/child_road_casualties",
    *(
        f"inequality/{name}_free_meals{end}"
        for name in ("higher_education", "level_2")
        for end in ("", "_gap")
    ),
    *(
        f"inequality/{name}_gap"
        for name in (
            "level_3_free_meals",
            "english_maths_19_free_meals",
            "level_3_special_needs",
            "level_4_men",
            "no_qualifications_men",
        )
    ),
    "environment/home_emissions",
    "employment/median_monthly_pay",
}
MARKS = {"", "x", "u", "c", "p", "low", "z", "derived"}
# What only DuckDB knows, or reads otherwise: the same files run on Spark.
NOT_ON_SPARK = {
    "a parameter": r"\$\d|\?|:[a-z_]+\b",
    "SELECT *": r"select\s+(distinct\s+)?\*|\.\*",
    "a cast by ::": r"::",
    "a list or struct literal": r"\[|\]|\{",
    "a lambda": r"->|\blambda\b",
    "GROUP BY ALL": r"group\s+by\s+all|order\s+by\s+all",
    "a construct of DuckDB alone": r"\b(quantile_cont|pivot|unpivot|asof|columns|exclude|replace|qualify"
    r"|read_parquet|read_csv|first|any_value|last|list|arg_max|arg_min|strptime|strftime|try_cast|ilike)\b",
}


@pytest.fixture(scope="module", params=sorted(INDICATORS))
def indicator(request):
    return INDICATORS[request.param]


@pytest.fixture(scope="module")
def found(store, indicator):
    """Every observation, neighbourhoods included, as one frame."""
    frame = store.arrow(indicator.sql).to_pandas()
    assert set(frame.columns) - set(COLUMNS) == (set(BOTH_GROUPS) if indicator.groups else set())
    numbers = {name: float for name in ("value", "numerator", "denominator") if name in frame}
    return frame.astype(numbers).assign(period=pd.to_datetime(frame.period).dt.date)


@pytest.fixture(scope="module")
def known(store):
    """The code of every area there is."""
    return {row[0] for row in store.rows("SELECT area_code FROM areas")}


@pytest.fixture(scope="module")
def parts(store):
    """(combined authority, an area in it)."""
    return store.rows(
        "SELECT within, membership.area_code FROM membership JOIN areas ON areas.area_code = within "
        "WHERE level = 'city_region' AND current"
    )


def test_there_are_enough_indicators_and_no_theme_is_thin():
    themes = Counter(item.theme for item in INDICATORS.values())
    assert len(INDICATORS) >= 45
    assert all(themes[theme] >= 5 for theme in ("transport", "housing", "employment", "skills"))
    assert set(themes) == set(THEMES)


@pytest.mark.parametrize("region", load_regions(ROOT / "data" / "regions"), ids=lambda region: region.name)
def test_transport_has_at_least_eight_figures_for_the_whole_of_every_region(site, region):
    transport = [item for item in site.indicators.values() if item.theme == "transport"]
    latest = [site.observations(item).latest(region.code) for item in transport]
    assert sum(found is not None and found.value is not None for found in latest) >= 8


def test_the_overview_is_led_by_a_few_headlines():
    headlines = Counter(item.theme for item in INDICATORS.values() if item.headline)
    assert all(3 <= headlines[theme] <= 5 for theme in ("transport", "housing", "employment", "skills"))
    assert all(headlines[theme] >= 1 for theme in THEMES)


def test_no_two_indicators_share_a_title():
    assert [title for title, n in Counter(item.title for item in INDICATORS.values()).items() if n > 1] == []


def test_titles_are_short_questions_ask_and_texts_end(indicator):
    assert len(indicator.title) <= LONGEST_TITLE
    assert indicator.question.endswith("?")
    assert indicator.method.endswith(".")
    assert indicator.caveat.endswith(".")
    assert "  " not in indicator.method + indicator.caveat
    assert "\n" not in indicator.method + indicator.caveat


def test_it_yields_figures(found):
    assert found.value.notna().any()


def test_an_area_has_one_figure_in_a_period(found):
    assert found[found.duplicated(["area_code", "period"])].empty


def test_every_area_is_known(known, found):
    assert set(found.area_code.unique()) - known == set()


def test_every_period_begins_when_its_kind_does(indicator, found):
    periods = found.period.unique()
    assert all(begins(indicator.period, day) for day in periods)
    assert all(date(1990, 1, 1) < day < datetime.now(tz=UTC).date() for day in periods)


def test_the_limits_hold_the_figure_between_them(found):
    if "lower" in found:
        both = found.dropna(subset=["value", "lower", "upper"])
        assert both[(both.lower > both.value) | (both.value > both.upper)].empty


def test_counts_make_the_figure_they_stand_beside(indicator, found):
    if "numerator" in found:
        known = found.dropna(subset=["value", "numerator", "denominator"])
        known = known[(known.denominator > 0) & (known.numerator != 0)]
        per = indicator.per or round((known.value * known.denominator / known.numerator).median())
        assert per in (1, 100, 1000, 100000, 1000000)
        assert ((per * known.numerator / known.denominator - known.value).abs() < 1e-6).all()


def test_a_missing_figure_says_why_and_marks_are_the_agreed_ones(found):
    status = found.status.fillna("")
    assert set(status.unique()) <= MARKS
    assert (status[found.value.isna()] != "").all()


def test_percentages_stay_between_0_and_100(indicator, found):
    if indicator.suffix == "%":
        values = found.value.dropna()
        assert values.between(0, 100).all()


def test_every_region_has_its_own_figure_or_those_of_its_districts(parts, indicator, found):
    held = set(found[found.value.notna()].area_code.unique())
    regions = {within for within, _ in parts}
    served = {within for within, part in parts if part in held} | held
    assert len(regions) == 20
    lacking = {"cumbria"} if indicator.id in NOT_IN_CUMBRIA else set()
    assert served & regions == SOME_REGIONS.get(indicator.id, regions - lacking)


def test_no_caveat_is_silent_about_regions_that_have_no_figure(store, indicator, found):
    held = set(found[found.value.notna()].area_code.unique())
    current = {
        row[0] for row in store.rows("SELECT area_code FROM areas WHERE level = 'city_region' AND current")
    }
    if not current & held and any(code[:3] in ("E06", "E07", "E08", "E09") for code in held):
        said = (indicator.caveat + indicator.method).lower()
        assert "combined authorit" in said or "city region" in said


def test_it_keeps_to_sql_that_spark_runs_too(indicator):
    sql = re.sub(r"--[^\n]*|'[^']*'", "''", indicator.sql).lower()
    assert [name for name, pattern in NOT_ON_SPARK.items() if re.search(pattern, sql)] == []


def test_divisions_are_guarded(indicator):
    sql = re.sub(r"--[^\n]*|'[^']*'", "''", indicator.sql)
    divisors = re.findall(r"/\s*(\w+)", sql)
    assert all(item == "NULLIF" or item.isdigit() for item in divisors)

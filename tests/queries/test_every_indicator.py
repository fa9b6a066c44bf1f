"""What holds for every indicator, whatever it measures, on the built-in snapshot."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pandas as pd
import pytest

from dashboard.catalogue.indicators import THEMES, Indicator, load_indicators
from dashboard.catalogue.metadata_faults import LONGEST_TITLE
from dashboard.catalogue.periods import begins
from dashboard.catalogue.regions import load_regions
from dashboard.datastore.groups import COLUMNS as BOTH_GROUPS
from dashboard.datastore.observations import COLUMNS
from tests.conftest import ROOT
from tests.queries.published import Published

pytestmark = pytest.mark.core

INDICATORS = load_indicators(ROOT / "queries")
FEWER_REGIONS = {  # than its tables have figures of
    # collisions of its neighbours' side of the border are in the file of Greater Manchester
    "transport/road_casualties": {"E47000001"},
    "transport/road_casualties_count": {"E47000001"},
    # a share is told only where none of the numbers that it is made of is withheld
    **{
        f"inequality/{name}_older_gap": {f"E470000{n:02}" for n in (1, 2, 3, 4, 6, 7, 9, 13, 14, 17, 18)}
        for name in ("level_4", "no_qualifications")
    },
}
WITHHELD_IN_CUMBRIA = {f"inequality/{name}_men_gap" for name in ("level_4", "no_qualifications")}
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


@dataclass(frozen=True)
class Found:
    """An indicator, every observation of it with neighbourhoods as one frame, and the areas there are."""

    indicator: Indicator
    rows: pd.DataFrame
    areas: "Areas"
    published: set[str]  # the regions of which its tables have figures

    @property
    def held(self) -> set[str]:
        """The codes of the areas that have a figure in some period."""
        return set(self.rows[self.rows.value.notna()].area_code.unique())


@dataclass(frozen=True)
class Areas:
    """The codes of all areas, of today's city regions, and (city region, an area in it)."""

    known: set[str]
    regions: set[str]
    parts: list[tuple[str, str]]


@pytest.fixture(scope="module")
def areas(store):
    """The areas of the built-in snapshot."""
    regions = {
        code for (code,) in store.rows("SELECT area_code FROM areas WHERE level = 'city_region' AND current")
    }
    parts = store.rows("SELECT within, area_code FROM membership")
    known = {code for (code,) in store.rows("SELECT area_code FROM areas")}
    return Areas(known, regions, [(within, part) for within, part in parts if within in regions])


@pytest.fixture(scope="module")
def published(store, areas):
    """The regions that the publishers' tables have figures of, by indicator."""
    return Published(store, areas.parts, areas.regions)


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


def test_titles_are_short_questions_ask_and_texts_end():
    assert [item.id for item in INDICATORS.values() if len(item.title) > LONGEST_TITLE] == []
    assert [item.id for item in INDICATORS.values() if not item.question.endswith("?")] == []
    texts = [(item.id, text) for item in INDICATORS.values() for text in (item.method, item.caveat)]
    assert [said for said in texts if not said[1].endswith(".") or re.search(r"  |\n", said[1])] == []


def test_all_keep_to_sql_that_spark_runs_too():
    def beyond(item):
        sql = re.sub(r"--[^\n]*|'[^']*'", "''", item.sql).lower()
        return [name for name, pattern in NOT_ON_SPARK.items() if re.search(pattern, sql)]

    assert {item.id: found for item in INDICATORS.values() if (found := beyond(item))} == {}


def test_divisions_are_guarded():
    def unguarded(item):
        sql = re.sub(r"--[^\n]*|'[^']*'", "''", item.sql)
        return [by for by in re.findall(r"/\s*(\w+)", sql) if by != "NULLIF" and not by.isdigit()]

    assert {item.id: found for item in INDICATORS.values() if (found := unguarded(item))} == {}


# What is wrong by each rule: empty where it is kept.


def no_figure(found):
    return [] if found.rows.value.notna().any() else ["all"]


def several_figures_of_an_area_in_a_period(found):
    return found.rows[found.rows.duplicated(["area_code", "period"])].area_code.tolist()


def areas_that_nobody_knows(found):
    return set(found.rows.area_code.unique()) - found.areas.known


def periods_that_begin_at_another_time_than_their_kind(found):
    today = datetime.now(tz=UTC).date()
    days = found.rows.period.unique()
    return [
        day for day in days if not (begins(found.indicator.period, day) and date(1990, 1, 1) < day < today)
    ]


def figures_outside_their_limits(found):
    if "lower" not in found.rows:
        return []
    both = found.rows.dropna(subset=["value", "lower", "upper"])
    return both[(both.lower > both.value) | (both.value > both.upper)].area_code.tolist()


def counts_that_do_not_make_the_figure_beside_them(found):
    if "numerator" not in found.rows:
        return []
    known = found.rows.dropna(subset=["value", "numerator", "denominator"])
    known = known[(known.denominator > 0) & (known.numerator != 0)]
    per = found.indicator.per or round((known.value * known.denominator / known.numerator).median())
    apart = (per * known.numerator / known.denominator - known.value).abs()
    return known[~(apart < 1e-6)].area_code.tolist() + [per] * (per not in (1, 100, 1000, 100000, 1000000))


def marks_that_are_not_agreed(found):
    return set(found.rows.status.fillna("").unique()) - MARKS


def missing_figures_that_do_not_say_why(found):
    return found.rows[found.rows.value.isna() & (found.rows.status.fillna("") == "")].area_code.tolist()


def percentages_outside_0_to_100(found):
    values = found.rows.value.dropna()
    return values[~values.between(0, 100)].tolist() if found.indicator.suffix == "%" else []


def regions_without_a_figure_of_theirs_or_of_a_district_or_with_one_unexpected(found):
    held = found.held
    served = {within for within, part in found.areas.parts if part in held} | held
    lacking = {"cumbria"} if found.indicator.id in WITHHELD_IN_CUMBRIA else set()
    expected = FEWER_REGIONS.get(found.indicator.id, found.published - lacking)
    return (served & found.areas.regions) ^ expected


def silence_about_regions_that_have_no_figure(found):
    held = found.held
    said = (found.indicator.caveat + found.indicator.method).lower()
    told = "combined authorit" in said or "city region" in said
    of_districts = any(code[:3] in ("E06", "E07", "E08", "E09") for code in held)
    return ["caveat"] if of_districts and not told and not found.areas.regions & held else []


RULES = (
    no_figure,
    several_figures_of_an_area_in_a_period,
    areas_that_nobody_knows,
    periods_that_begin_at_another_time_than_their_kind,
    figures_outside_their_limits,
    counts_that_do_not_make_the_figure_beside_them,
    marks_that_are_not_agreed,
    missing_figures_that_do_not_say_why,
    percentages_outside_0_to_100,
    regions_without_a_figure_of_theirs_or_of_a_district_or_with_one_unexpected,
    silence_about_regions_that_have_no_figure,
)


def swept():
    """The first of every theme and kind of period; in `make test` all."""
    seen = set()
    for name, item in sorted(INDICATORS.items()):
        first = item.theme not in seen or item.period not in seen
        seen |= {item.theme, item.period}
        yield pytest.param(item, id=name, marks=[] if first else pytest.mark.full)


@pytest.mark.parametrize("indicator", list(swept()))
def test_the_figures_of_an_indicator_keep_every_rule(store, areas, published, indicator):
    frame = store.arrow(indicator.sql).to_pandas()
    assert set(frame.columns) - set(COLUMNS) == (set(BOTH_GROUPS) if indicator.groups else set())
    numbers = {name: float for name in ("value", "numerator", "denominator") if name in frame}
    rows = frame.astype(numbers).assign(period=pd.to_datetime(frame.period).dt.date)
    found = Found(indicator, rows, areas, published.regions(indicator))
    assert len(areas.regions) == 20
    assert {rule.__name__: broken for rule in RULES if (broken := rule(found))} == {}


def test_a_broken_rule_is_found(areas):
    """One row for each rule that says what a row must be."""
    indicator = replace(
        INDICATORS["employment/employment_rate"], period="calendar year", suffix="%", caveat="", method=""
    )
    rows = pd.DataFrame(
        [
            ("E08000003", date(2024, 1, 1), 50.0, 40.0, 60.0, 1.0, 2.0, ""),
            ("E08000003", date(2024, 1, 1), 50.0, 51.0, 60.0, 1.0, 2.0, ""),
            ("nowhere", date(2024, 2, 1), 101.0, None, None, 1.0, 3.0, "odd"),
            ("E08000006", date(2024, 1, 1), None, None, None, None, None, ""),
        ],
        columns=COLUMNS,
    )
    found = Found(indicator, rows, areas, areas.regions)
    assert [rule.__name__ for rule in RULES if not rule(found)] == ["no_figure"]
    assert no_figure(Found(indicator, rows[3:], areas, set()))

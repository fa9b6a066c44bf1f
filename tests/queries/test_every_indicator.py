"""What holds for every indicator, whatever it measures, on the built-in snapshot."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from dashboard.catalogue.indicators import THEMES, load_indicators
from dashboard.catalogue.metadata_faults import LONGEST_TITLE
from dashboard.catalogue.regions import load_regions
from dashboard.datastore.groups import COLUMNS as BOTH_GROUPS
from tests.conftest import ROOT
from tests.observations import COLUMNS
from tests.queries.published import Published
from tests.queries.rules import RULES, Areas, Found, no_figure

pytestmark = pytest.mark.core
INDICATORS = load_indicators(ROOT / "queries")

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

"""What an indicator's SELECT gives is checked at build: what cannot be shown is refused in a sentence."""

from dataclasses import replace

import pytest

from dashboard.datastore.assembly.check import refuse_faults
from dashboard.datastore.store import DatastoreError

AREAS = """
    area_code | name
    E08000025 | Birmingham
    E08000026 | Coventry
"""
FIRMS = """
    area_code | series | period     | value
    E08000025 | Births | 2019-01-01 | 11.5
    E08000025 | Deaths | 2019-01-01 | 10.5
    E08000025 | Active | 2019-01-01 | 440
    E08000025 | Births | 2020-01-01 | 12.5
    E08000026 | Births | 2019-01-01 | 100
    E08000026 | Deaths | 2019-01-01 | 9.5
    E01000001 | Ten    | 2019-04-01 | -1
"""
SELECT = "SELECT area_code, period, value FROM firms"


@pytest.fixture
def refused(given, indicators):
    """refused(where) -> what is said of `SELECT` with that WHERE, "" where it passes."""

    def refused(where="", sql=SELECT, **changes):
        plain = replace(next(iter(indicators.values())), theme="economy", name="x", statistic="proportion")
        changes = {"period": "calendar year", "decimals": 0, "prefix": "", "suffix": "%"} | changes
        try:
            refuse_faults(store, [replace(plain, sql=f"{sql} {where}", **changes)])
        except DatastoreError as error:
            return str(error).removeprefix("queries/economy/x.sql: ")
        return ""

    store = given(areas=AREAS, firms=FIRMS)
    return refused


def test_one_figure_an_area_and_period_passes(refused):
    assert refused("WHERE series = 'Births'") == ""


@pytest.mark.parametrize(("where", "rows"), [("series IN ('Births', 'Active')", 2), ("series <> 'Ten'", 3)])
def test_an_area_with_several_rows_for_a_period_is_named_with_how_many(refused, where, rows):
    assert refused(f"WHERE {where}") == (
        f"Birmingham has {rows} rows for 2019; add a WHERE so that each area and period has one"
    )


@pytest.mark.parametrize(
    ("where", "changes", "said"),
    [
        ("WHERE series = 'Active'", {}, "Birmingham has 440% for 2019"),
        ("WHERE series = 'Active'", {"statistic": "rate"}, ""),
        ("WHERE series = 'Ten'", {"period": "financial year"}, "E01000001 has −1% for 2019/20"),
    ],
)
def test_a_proportion_outside_0_to_100_is_named(refused, where, changes, said):
    sentence = f"{said}; mend the value: a proportion is from 0 to 100" if said else ""
    assert refused(where, **changes) == sentence


def test_a_select_without_a_row_is_told_the_series_there_are_the_nearest_first(refused):
    assert refused("WHERE series = 'Death'") == (
        "its SELECT gives no row; the series of firms are: Deaths, Births, Ten, Active"
    )


def test_of_many_series_ten_are_named(given, indicators):
    rows = "\n".join(f"E08000025 | S{n:02} | 2019-01-01 | 1" for n in range(12))
    store = given(firms=f"area_code | series | period | value\n{rows}")
    item = replace(next(iter(indicators.values())), sql=f"{SELECT} WHERE series = 'S7'")
    with pytest.raises(DatastoreError, match=r"are: S07, .* and 2 more$") as refusal:
        refuse_faults(store, [item])
    assert str(refusal.value).count("S0") + str(refusal.value).count("S1") == 10


def test_a_select_without_a_row_and_without_series_is_told_where_to_look(refused):
    sql = "SELECT area_code, DATE '2019-01-01' AS period, 1 AS value FROM areas WHERE FALSE"
    assert refused(sql=sql) == "its SELECT gives no row; look at its WHERE and at what it joins"


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("calendar year", ""),
        ("month", ""),
        ("point in time", ""),
        ("financial year", "each financial year begins on 1 Apr, not on 2019-01-01"),
        ("academic year", "each academic year begins on 1 Aug or 1 Sep, not on 2019-01-01"),
    ],
)
def test_a_first_day_that_does_not_fit_the_period_is_named(refused, period, said):
    do = "; set period to what the figures are of, or let its SELECT give the first days"
    assert refused("WHERE series = 'Births'", period=period) == (said and said + do)


def test_a_row_without_its_area_or_period_is_refused(refused):
    sql = "SELECT NULL AS area_code, period, value FROM firms WHERE series = 'Ten'"
    assert refused(sql=sql) == "give each of its rows an area_code and a period"


def test_what_fails_only_when_it_runs_is_refused_by_name(refused):
    sql = "SELECT area_code, period, CAST(series AS DOUBLE) AS value FROM firms"
    assert refused(sql=sql).startswith("its SELECT does not run: Conversion Error: ")


def test_a_column_that_lacks_is_named(refused):
    assert refused(sql="SELECT area_code, value FROM firms") == "let its SELECT give period"


def test_every_bad_indicator_has_its_line(given, indicators):
    store = given(areas=AREAS, firms=FIRMS)
    item = replace(next(iter(indicators.values())), period="calendar year", statistic="rate", sql=SELECT)
    files = {"one": SELECT, "two": f"{SELECT} WHERE series = 'Births'", "three": f"{SELECT}s"}
    with pytest.raises(DatastoreError) as refusal:
        refuse_faults(store, [replace(item, name=name, sql=sql) for name, sql in files.items()])
    lines = str(refusal.value).splitlines()
    assert [line.partition(".sql: ")[0].partition("/")[2].partition("/")[2] for line in lines] == [
        "one",
        "three",
    ]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("value / 0", "has no finite number for 20"),
        ("0 * value / 0", "divide by NULLIF(base, 0)"),
        ("value / NULLIF(0, 0)", ""),
    ],
)
def test_a_division_by_zero_is_refused_and_the_mend_named(refused, value, said):
    answer = refused("WHERE series = 'Births'", SELECT.replace("value", f"{value} AS value"))
    assert said in answer
    assert bool(said) == bool(answer)


def test_bounds_that_are_not_finite_are_refused_too(refused):
    sql = SELECT.replace("value", "value, value / 0 AS upper")
    assert "its upper has no finite number" in refused("WHERE series = 'Births'", sql)


@pytest.mark.parametrize(
    ("base", "said"), [("-value", "its denominator is below 0"), ("0", ""), ("value", "")]
)
def test_a_base_below_nothing_is_refused(refused, base, said):
    sql = SELECT.replace("value", f"value, {base} AS denominator")
    answer = refused("WHERE series = 'Births'", sql)
    assert said in answer if said else answer == ""

"""What Spark cannot run is refused by name; what it can run means the same there."""

from dataclasses import replace

import pytest

from dashboard.engine.results import CannotRun
from tests.conftest import ROOT

pytest.importorskip("sqlglot", reason="requirements-spark.txt is not installed: run `make test-spark`")

from dashboard.catalogue.indicators import load_indicators
from dashboard.engine.dialect import tables, to_spark

ANY = next(iter(load_indicators(ROOT / "queries").values()))


def spoken(sql: str) -> str:
    return to_spark(replace(ANY, theme="housing", name="rents", sql=sql))


@pytest.mark.parametrize(
    ("sql", "construct"),
    [
        ("SELECT quantile_cont(value, 0.5) AS value FROM t", "quantile_cont()"),
        ("SELECT first(value) AS value FROM t", "first()"),
        ("SELECT any_value(value) AS value FROM t", "any_value()"),
        ("SELECT list(value ORDER BY period) AS value FROM t", "array_agg()"),
        ("SELECT * FROM t", "SELECT *"),
        ("SELECT COLUMNS('v.*') FROM t", "COLUMNS"),
        ("SELECT a.value FROM a ASOF JOIN b ON a.period >= b.period", "ASOF JOIN"),
        ("SELECT value FROM t PIVOT (sum(value) FOR series IN ('a', 'b'))", "PIVOT"),
        ("SELECT [x + 1 FOR x IN list_value(1, 2)] AS value FROM t", "list"),
        ("SELECT value FROM read_parquet('t.parquet')", "read_parquet()"),
        ("SELECT a / b AS value FROM t", "NULLIF"),
        ("SELECT a // b AS value FROM t", "//"),
        ("SELECT value FROM t WHERE area_code = ?", "a parameter"),
        ("SELECT sum(value) AS value FROM t GROUP BY ALL", "GROUP BY ALL"),
        ("SELECT value FROM t QUALIFY row_number() OVER (ORDER BY period) = 1", "QUALIFY"),
    ],
)
def test_it_is_refused_with_the_file_and_the_construct(sql, construct):
    with pytest.raises(CannotRun) as refused:
        spoken(sql)
    assert str(refused.value).startswith("queries/housing/rents.sql: ")
    assert construct in str(refused.value)


def test_a_guarded_division_and_a_count_of_rows_pass():
    assert "NULLIF(b, 0)" in spoken("SELECT 100.0 * a / NULLIF(b, 0) AS value, count(*) AS n FROM t")


def test_decimal_numbers_are_floating_point_as_in_duckdb():
    assert "CAST(100.0 AS DOUBLE)" in spoken("SELECT 100.0 * a AS value FROM t")


def test_the_tables_are_those_it_reads():
    indicator = replace(ANY, sql="WITH c AS (SELECT x FROM a) SELECT c.x FROM c JOIN b ON c.x = b.x")
    assert {"a", "b"} <= tables(indicator)

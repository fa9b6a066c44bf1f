"""A query that takes too long, or too much memory, is stopped; the next one is answered."""

import time

import duckdb
import pytest

ENDLESS = "SELECT sum(a.range * b.range) FROM range(1000000) AS a, range(1000000) AS b"


def test_a_query_that_takes_too_long_is_stopped(given):
    store = given(rates="area_code | value\nE1 | 1")
    store._deadlines._seconds = 0.2
    began = time.monotonic()
    with pytest.raises(duckdb.InterruptException):
        store.rows(ENDLESS)
    assert time.monotonic() - began < 5
    assert store.rows("SELECT value FROM rates") == [(1,)]


def test_nothing_is_written_beside_the_file_when_memory_runs_out(given):
    store = given(rates="area_code | value\nE1 | 1")
    settings = dict(store.rows("SELECT name, value FROM duckdb_settings()"))
    assert settings["temp_directory"] in ("", None)
    assert settings["memory_limit"] == "953.6 MiB"


def test_a_store_of_a_past_day_forgets_what_was_asked_long_ago(given):
    from datetime import date, timedelta

    store, made = given(rates="area_code | value\nE1 | 1"), []
    for number in range(1000):
        day = date(2000, 1, 1) + timedelta(days=number)
        store.remember(("figures", day), lambda day=day: made.append(day))
    assert len(store._memory._past) == 300
    assert len(made) == 1000

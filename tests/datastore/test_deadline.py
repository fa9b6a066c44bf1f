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

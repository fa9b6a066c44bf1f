"""What was known on a day: past editions, never a later one, never two bases in one series."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from dashboard.datastore.editions.past_editions import (
    curated,
    first_and_newest,
    rounded_on,
    select_curated_as_of,
    values_of,
)
from dashboard.datastore.editions.rounding import decimals_of
from dashboard.datastore.observations import load
from dashboard.ingest.adapters.ons_past_editions import changed, first_day
from dashboard.statements.as_of_words import figures_known
from dashboard.statements.revision_words import revisions

MANCHESTER, Y2019 = "E08000003", date(2019, 1, 1)
TABLE = """
    area_code | series | period     | duration | value | status
    E08000003 | Output | 2019-01-01 | P1Y      | 35.46 |
    E08000003 | Output | 2020-01-01 | P1Y      | 36.0  |
    E08000003 | Other  | 2019-01-01 | P1Y      | 1.0   |
"""
EDITIONS = """
    dataset | series | area_code | period     | seen       | base       | value
    output  | Output | E08000003 | 2018-01-01 | 2023-05-12 | 2023-05-12 | 30.0
    output  | Output | E08000003 | 2019-01-01 | 2023-05-12 | 2023-05-12 | 35.41
    output  | Output | E08000003 | 2019-01-01 | 2023-08-24 | 2023-05-12 | 35.14
    output  | Output | E08000003 | 2019-01-01 | 2025-06-25 | 2025-06-25 | 35.46
"""


@pytest.fixture
def output(indicators):
    sql = "SELECT area_code, period, value, status FROM output WHERE series = 'Output'"
    return replace(next(iter(indicators.values())), name="output", sql=sql)


def held(store, output, day):
    series = load(store, output, as_of=date.fromisoformat(day)).series(MANCHESTER)
    return {item.period.year: item.value for item in series}


def test_a_day_has_the_figures_that_the_files_held_then(given, output):
    store = given(output=TABLE, past_editions=EDITIONS)
    assert held(store, output, "2023-05-11") == {}
    assert held(store, output, "2023-05-12") == {2018: 30.0, 2019: 35.41}
    assert held(store, output, "2025-06-24") == {2018: 30.0, 2019: 35.14}


def test_figures_of_an_older_base_do_not_stand_beside_those_of_a_new_one(given, output):
    assert held(given(output=TABLE, past_editions=EDITIONS), output, "2025-06-25") == {2019: 35.46}


def test_a_series_without_past_editions_stays_as_it_was(given, output):
    store = given(output=TABLE, past_editions=EDITIONS)
    other = replace(output, sql=output.sql.replace("'Output'", "'Other'"))
    assert held(store, other, "2023-05-12") == {2019: 1.0}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019", "2019-01-01"),
        ("2018-20", "2018-01-01"),
        ("2022-04", "2022-04-01"),
        ("01/2022 - 12/2022", "2022-01-01"),
        ("2022-08-01T00:00:00/P1Y", "2022-08-01"),
    ],
)
def test_every_way_of_writing_a_period_is_read(text, day):
    assert first_day(text) == date.fromisoformat(day)


def test_two_years_in_full_may_begin_in_any_month_and_are_not_guessed():
    assert first_day("2021-2022") is None


def test_only_changes_are_kept_and_a_new_base_begins_anew():
    days = ["2023-01-01", "2024-01-01", "2025-01-01", "2026-01-01"]
    given = pd.DataFrame({"area_code": "E1", "period": 2019, "seen": days, "value": [1.0, 1.0, 1.0, 2.0]})
    assert changed(given, ["2025-01-01"])["seen"].tolist() == ["2023-01-01", "2025-01-01", "2026-01-01"]


@pytest.mark.parametrize(
    ("day", "value"),
    [("2023-05-12", 35.41), ("2023-08-24", 35.14), ("2024-07-15", 35.50), ("2025-06-25", 35.46)],
)
def test_output_per_hour_of_manchester_in_2019_is_what_it_was_on_each_day(site, day, value):
    past = site.at(date.fromisoformat(day))
    item = site.indicators["economy/gva_per_hour"]
    assert past.observations(item).at(MANCHESTER, Y2019).value == value
    said = "You see what was in the publisher’s files by"
    assert (said in figures_known(past, [item])) == (day != "2025-06-25")
    assert ("Nothing has come since the edition" in figures_known(past, [item])) == (day == "2025-06-25")


def test_the_values_that_a_figure_has_had_are_told_in_order(site):
    item = site.indicators["economy/gva_per_hour"]
    told = [each.value for each in values_of(site.store, item, MANCHESTER, Y2019)]
    assert told == [35.41, 35.14, 35.5, 35.46]
    assert len(values_of(site.store, item, MANCHESTER, Y2019, by=date(2024, 1, 1))) == 2


def test_no_day_reads_an_edition_that_appeared_later(store):
    """Every series on every day on which an edition appeared and on the day before, against pandas."""
    rows = pd.DataFrame(
        store.rows("SELECT dataset, series, area_code, period, seen, base, value FROM past_editions"),
        columns=["dataset", "series", "area_code", "period", "seen", "base", "value"],
    )
    for (dataset, series), mine in rows.groupby(["dataset", "series"]):
        assert series in curated(store, dataset)
        for day in sorted({*mine["seen"], *(each - pd.Timedelta(days=1) for each in mine["seen"])})[:12]:
            known = mine[mine["seen"] <= day]
            known = known[known["base"] == known["base"].max()].sort_values("seen")
            wanted = known.groupby(["area_code", "period"])["value"].last()
            past = select_curated_as_of(store, dataset, day)
            sql = f"SELECT count(*), sum(value) FROM ({past}) AS t WHERE series = ?"  # noqa: S608 - ours
            count, total = store.rows(sql, [series])[0]
            assert count == len(wanted)
            assert (total or 0) == pytest.approx(wanted.sum())


def test_an_indicator_says_how_its_figures_are_revised_and_what_one_was(site):
    said = revisions(site, site.indicators["economy/gva_per_hour"], site.geography[MANCHESTER])
    assert "figures were revised after the first edition held here" in said
    assert "by 25 June 2025" in said
    assert "may have been published before" in said


def test_an_indicator_without_past_editions_says_nothing_of_revisions(site):
    assert revisions(site, site.indicators["housing/median_price"], site.geography[MANCHESTER]) == ""


def test_an_edition_of_one_decimal_moves_figures_and_revises_none(given, output):
    names = [f"E0800{at:04}" for at in range(20)]
    row = "output | Output | {} | 2019-01-01 | {} | 2023-05-12 | {}"
    days = {"2023-05-12": 35.44, "2024-07-15": 35.4, "2025-06-25": 35.42}
    rows = [row.format(name, day, value) for name in names for day, value in days.items()]
    rows.append(row.format(MANCHESTER, "2025-06-25", 30.0).replace("2019-01-01", "2020-01-01"))
    head = "dataset | series | area_code | period | seen | base | value"
    store = given(output=TABLE, past_editions="\n".join([head, *rows]))
    seen = {day: date.fromisoformat(day) for day in days}
    assert decimals_of(store, "output", "Output") == dict(zip(seen.values(), (2, 1, 2), strict=True))
    assert rounded_on(store, output, seen["2024-07-15"]) == pytest.approx(0.05)
    assert rounded_on(store, output, seen["2025-06-25"]) == pytest.approx(0.005)
    assert set(first_and_newest(store, output)) == {(35.44, 35.42, 2)}
    assert set(first_and_newest(store, output, by=seen["2024-07-15"])) == {(35.44, 35.4, 1)}

"""`make indicator` says in seconds what would be wrong on every page, each fault with its mend."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.audit.query import findings
from dashboard.audit.query.check import checked
from dashboard.catalogue.indicator import UNSAID
from dashboard.catalogue.indicators import InvalidIndicator, load_indicators, out_of_place, read_indicator
from dashboard.datastore.areas import Geography

BLOCK = """/*
title = "{title}"
question = "How many?"
unit = "{unit}"
period = "{period}"
better = "higher"
audience = "public"
decimals = 1
owner = "Team"
reviewed = {reviewed}
method = "Counted."
caveat = "None."
suffix = "{suffix}"
{more}
*/
{sql}
"""
SIMPLE = "SELECT area_code, period, value, status FROM bins"
AREAS = """
area_code | name       | level    | current
E08000003 | Manchester | district | true
E08000006 | Salford    | district | true
"""
BINS = """
area_code | series | period     | duration | value | status
E08000003 | Bins   | 2023-01-01 | P1Y      | 0.4   |
E08000006 | Bins   | 2023-01-01 | P1Y      | 0.9   |
"""


@pytest.fixture
def query(tmp_path):
    """query(sql, title=..., ...) -> the path of a query file."""

    def query(sql=SIMPLE, name="housing/bins", **said):
        said = {"title": "Bins", "unit": "bins", "period": "calendar year", "suffix": "", "more": ""} | said
        path = tmp_path / f"{name}.sql"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(BLOCK.format(sql=sql, **{"reviewed": "2026-01-01"} | said), "utf-8")
        return path

    return query


def _found(given, path, bins=BINS, others=None):
    store = given(areas=AREAS, bins=bins)
    item = read_indicator(path)
    made = [*findings.unknown_codes(store, item), *findings.odd_statuses(store, item)]
    made += [*findings.odd_periods(store, item), *findings.same_title(item, others or {})]
    return [*made, *findings.odd_values(store, item), *findings.lost_areas(store, item)]


def test_rows_are_counted_by_level(given, query):
    store = given(areas=AREAS, bins=BINS)
    assert findings.rows_by_level(store, read_indicator(query())) == [("district", 2, 2, 2)]


@pytest.mark.parametrize(
    ("bins", "sentence"),
    [
        (BINS.replace("E08000006", "E08999999"), "a code is of no area: E08999999"),
        (BINS.replace("0.9   |", "0.9   | q"), "the status q is unknown; give x, u, c, p, low, z, derived"),
        (BINS.replace("P1Y", "P3M"), "its period is calendar year, those of bins last P3M"),
    ],
)
def test_what_a_table_has_wrong_is_named(given, query, bins, sentence):
    assert any(sentence in said for said in _found(given, query(), bins))


def test_shares_of_one_under_per_cent_are_asked_about(given, query):
    (said,) = _found(given, query(unit="% of bins", suffix="%"))
    assert said == "its unit is % and its values lie from 0.4 to 0.9: shares of one? multiply by 100"


def test_more_than_all_of_them_is_asked_about(given, query):
    (said,) = _found(given, query(SIMPLE.replace("value", "value * 1000 AS value"), suffix="%"))
    assert said.startswith("its unit is % and its values reach 900; more than all?")


def test_areas_that_the_query_leaves_out_are_counted(given, query):
    (said,) = _found(given, query(f"{SIMPLE} WHERE value > 0.5"))
    assert said.startswith(
        "bins has areas that the query leaves out: 1 of level district (such as Manchester)"
    )


def test_text_for_numbers_is_named(given, query):
    text = "SELECT area_code, period, 'n ' || value AS value, status FROM bins"
    assert any("2 values are text and no number" in said for said in _found(given, query(text)))


def test_a_title_that_another_has_is_named(given, query):
    path = query()
    other = read_indicator(query(name="housing/boxes", title="BINS"))
    (said,) = _found(given, path, others={other.id: other})
    assert said == "housing/boxes has the title “Bins” too; say in one of them what is different"


def test_an_owner_who_is_nearly_that_of_others_is_asked_about(query):
    item = read_indicator(query(name="housing/boxes"))
    others = {"bins": replace(item, owner="Research and insight team")}
    (said,) = findings.odd_owner(replace(item, owner="Research and insights"), others)
    assert said == "owner “Research and insights” has no other indicator: is it “Research and insight team”?"
    assert not [*findings.odd_owner(replace(item, owner="Fire and rescue service"), others)]  # a new team
    assert not [*findings.odd_owner(others["bins"], others)]


def test_a_clean_query_has_nothing_to_be_said_of(given, query):
    assert _found(given, query()) == []


def test_a_day_to_come_is_no_review(built_in, query):
    from dashboard.datastore.store import connect

    store = connect(built_in / "public" / "datastore.duckdb")
    path = query("SELECT area_code, period, value, status FROM bus_journeys", reviewed="2027-01-01")
    found = checked(path, store, Geography.of(store), {}, date(2026, 11, 29))
    assert any("reviewed is 2027-01-01, a day to come" in fault for fault in found.faults)


def test_a_caveat_that_nobody_has_written_is_asked_for(built_in, query):
    from dashboard.datastore.store import connect

    store = connect(built_in / "public" / "datastore.duckdb")
    path = query("SELECT area_code, period, value, status FROM bus_journeys")
    path.write_text(path.read_text("utf-8").replace('"None."', f'"{UNSAID}"'), "utf-8")
    found = checked(path, store, Geography.of(store), {}, date(2026, 11, 29))
    assert "the caveat is still that of a draft; say what a reader must not conclude" in found.doubts


def test_a_query_in_a_wrong_place_is_refused_by_name(query, tmp_path):
    query(name="bins")
    with pytest.raises(InvalidIndicator, match=r"queries/bins.sql: move the file into a theme"):
        load_indicators(tmp_path)


def test_a_query_that_no_folder_list_finds_is_named_where_another_is_checked(query, tmp_path):
    path = query(name="transport/bins")
    for wrong in (
        "transport/more/boxes.sql",
        "transport/Boxes.SQL",
        "transport/lids.sql.txt",
        "transport/bins.sql.txt",
    ):
        there = path.parents[1] / wrong
        there.parent.mkdir(exist_ok=True)
        there.write_text(path.read_text("utf-8"), "utf-8")
    assert list(out_of_place(path.parents[1])) == [
        "queries/transport/Boxes.SQL: rename the file to Boxes.sql",
        "queries/transport/lids.sql.txt: rename the file to lids.sql",  # of bins.sql.txt there is bins.sql
        "queries/transport/more/boxes.sql: move the file into a theme: queries/<theme>/boxes.sql",
    ]

"""The build: what is derived is there for each audience, and nothing of the office is in the public file."""

from dataclasses import replace

import duckdb
import pytest

from dashboard.build import datastores
from dashboard.build.datastores import derive
from dashboard.datastore.store import DatastoreError
from dashboard.settings import Settings
from dashboard.site import open_site
from tests.datastores import assemble
from tests.tables import publish

pytestmark = pytest.mark.full

DERIVED = ("statements", "projections", "unprojected", "coverage", "extents")
AREAS = """
    area_code | name | level | current
    E47000001 | Here | combined_authority | 1
    E08000001 | Ash  | district | 1
    E92000001 | England | country | 1
"""
MEMBERSHIP = """
    area_code | within
    E08000001 | E47000001
"""
FIGURES = """
    area_code | period | value
    E47000001 | 2023-01-01 | {value}
    E92000001 | 2023-01-01 | 60
"""
INDICATOR = """/*
title = "Rate"
question = "How many?"
unit = "% of people"
period = "calendar year"
better = "higher"
audience = "{audience}"
decimals = 0
suffix = "%"
owner = "Test team"
reviewed = 2026-11-23
method = "Published."
caveat = "None."
*/
SELECT area_code, period, value FROM {table}
"""


@pytest.fixture
def settings(tmp_path):
    """Settings of a small region with one public indicator."""
    queries = tmp_path / "queries" / "housing"
    queries.mkdir(parents=True)
    (queries / "rate.sql").write_text(INDICATOR.format(audience="public", table="figures"))
    return Settings(data=tmp_path / "data", queries=tmp_path / "queries", audience="public")


def built(settings, known=None, **tables):
    """What `derive` gives, by key, over `tables`, after the datastore that was there before."""
    plain = {"areas": AREAS, "membership": MEMBERSHIP, "figures": FIGURES.format(value=50.0)}
    peers = "area_code | basis | position | peer_code\nE47000001 | global | 1 | E08000001"
    folder = publish(settings.data / settings.audience, peers=peers, **plain | tables)
    found = {}
    assemble(folder, settings.datastore, finish=lambda path: found.update(derive(settings, path, known)))
    return found


def worked_out(monkeypatch):
    """The indicators that are worked out from here on."""
    names = []
    real = datastores.derived
    monkeypatch.setattr(datastores, "derived", lambda site, item: names.append(item.name) or real(site, item))
    return names


def texts(settings):
    site = open_site(settings)
    rows = site.store.rows("SELECT text FROM statements ORDER BY region, position")
    site.store.close()
    return [text for (text,) in rows]


def test_what_is_derived_is_written_beside_the_tables(settings):
    built(settings)
    assert texts(settings) == ["Rate: lower than England; only one period is held."]
    with duckdb.connect(str(settings.datastore.resolve()), read_only=True) as connection:
        assert {row[0] for row in connection.execute("SHOW TABLES").fetchall()} >= set(DERIVED)
        assert connection.execute("FROM unprojected").fetchall() == [
            ("housing/rate", "E47000001", "1 figure is too few to project")
        ]


def test_what_both_audiences_read_alike_is_worked_out_once(settings):
    known = built(settings)
    office = replace(settings, audience="office")
    again = built(office, known)
    assert again.keys() == known.keys()
    assert all(again[key] is known[key] for key in known)
    assert texts(office) == texts(settings)


def test_what_the_office_adds_to_is_worked_out_again(settings):
    known = built(settings)
    office = replace(settings, audience="office")
    again = built(office, known, figures=FIGURES.format(value=70.0))
    assert again.keys() > known.keys()
    assert texts(office) == ["Rate: higher than England; only one period is held."]


def test_the_next_build_works_out_only_what_a_changed_table_feeds(settings, monkeypatch):
    second = INDICATOR.format(audience="public", table="others").replace('"Rate"', '"Other"')
    (settings.queries / "housing" / "other.sql").write_text(second)
    others = FIGURES.format(value=55.0)
    first = built(settings, others=others)
    names = worked_out(monkeypatch)
    again = built(settings, others=others, figures=FIGURES.format(value=70.0))
    assert names == ["rate"]
    kept = first.keys() & again.keys()
    assert [again[key] for key in kept] == [first[key] for key in kept]
    assert len(kept) == 1
    assert texts(settings)[0] == "Other: lower than England; only one period is held."


def test_another_query_or_another_place_is_worked_out_again(settings, monkeypatch):
    built(settings)
    names = worked_out(monkeypatch)
    built(settings)
    assert names == []
    (settings.queries / "housing" / "rate.sql").write_text(
        INDICATOR.format(audience="public", table="figures").replace("decimals = 0", "decimals = 1")
    )
    built(settings)
    built(settings, areas=AREAS.replace("Ash", "Oak"))
    assert names == ["rate", "rate"]


def test_a_datastore_that_cannot_be_read_is_no_reason_not_to_build(settings):
    built(settings)
    settings.datastore.resolve().write_bytes(b"torn")
    assert built(settings)


@pytest.mark.parametrize("table", ["extents", "quality", "derivations"])
def test_a_datastore_of_before_a_table_was_derived_is_no_reason_not_to_build(settings, table):
    built(settings)
    connection = duckdb.connect(str(settings.datastore.resolve()))
    connection.execute(f"DROP TABLE {table}")
    connection.close()
    assert built(settings)
    assert texts(settings)


def test_an_indicator_of_the_office_leaves_no_trace_in_the_public_file(settings):
    secret = INDICATOR.format(audience="office", table="figures").replace('"Rate"', '"Secret"')
    (settings.queries / "housing" / "secret.sql").write_text(secret)
    built(settings)
    office = replace(settings, audience="office")
    built(office)
    assert [text.split(":")[0] for text in texts(settings)] == ["Rate"]
    assert sorted(text.split(":")[0] for text in texts(office)) == ["Rate", "Secret"]


def test_the_built_in_office_says_of_public_indicators_what_the_public_reads(built_in):
    public = open_site(Settings(data=built_in, audience="public"))
    office = open_site(Settings(data=built_in, audience="office"))
    marks = ", ".join("?" * len(public.indicators))
    names = list(public.indicators)
    for table in DERIVED:
        # The position of a line moves where the office has more of them.
        columns = "* EXCLUDE (position)" if table == "statements" else "*"
        query = f"SELECT {columns} FROM {table} WHERE indicator IN ({marks}) ORDER BY ALL"  # noqa: S608
        rows = public.store.rows(query, names)
        assert rows
        assert rows == office.store.rows(query, names)
    public.store.close()
    office.store.close()


def test_what_earlier_code_kept_in_another_shape_is_worked_out_again(settings, monkeypatch):
    built(settings)
    with duckdb.connect(str(settings.datastore.resolve())) as connection:
        connection.execute("ALTER TABLE statements DROP COLUMN chances")
    names = worked_out(monkeypatch)
    built(settings)
    assert names == ["rate"]


def test_a_bad_indicator_stops_itself_and_not_the_figures(settings):
    bad = INDICATOR.replace('title = "Rate"', 'title = "Share"').replace(
        "value FROM", "value * 3 AS value FROM"
    )
    (settings.queries / "housing" / "none.sql").write_text(
        bad.format(audience="public", table="figures WHERE value > 999")
    )
    (settings.queries / "housing" / "torn.sql").write_text("/* title = */ SELECT 1")
    withheld = {}
    plain = {"areas": AREAS, "membership": MEMBERSHIP, "figures": FIGURES.format(value=50.0)}
    peers = "area_code | basis | position | peer_code\nE47000001 | global | 1 | E08000001"
    folder = publish(settings.data / "public", peers=peers, **plain)
    office = replace(settings, audience="office")
    assemble(folder, office.datastore, finish=lambda path: derive(office, path, withheld=withheld))
    assert sorted(withheld) == ["housing/none", "housing/torn"]
    assert "its SELECT gives no row" in withheld["housing/none"]
    site = open_site(office, forgiving=True)
    assert sorted(site.indicators) == ["housing/rate"]
    assert sorted(site.withheld) == ["housing/none", "housing/torn"]
    public = open_site(replace(office, audience="public", data=_lent(office)), forgiving=True)
    assert sorted(public.withheld) == ["housing/none"]  # a file that may be the office's is nobody's business


def _lent(office):
    """A data folder whose public datastore is that of `office`."""
    home = office.data.parent / "lent"
    (home / "public").mkdir(parents=True)
    (home / "public" / "datastore.duckdb").symlink_to(office.datastore.resolve())
    return home


@pytest.mark.parametrize(
    ("select", "said"),
    [
        ("area_code, period, value, 'q' AS status FROM figures", "q"),
        ("'E99999999' AS area_code, period, value FROM figures WHERE area_code = 'E92000001'", "E99999999"),
    ],
)
def test_what_would_be_wrong_in_silence_is_refused(settings, select, said):
    text = INDICATOR.format(audience="public", table="figures")
    text = text.replace("area_code, period, value FROM figures", select)
    (settings.queries / "housing" / "rate.sql").write_text(text)
    with pytest.raises(DatastoreError, match=rf"queries/housing/rate.sql: .*{said}"):
        built(settings)


def test_a_title_that_another_has_is_refused(settings):
    text = INDICATOR.format(audience="public", table="figures")
    (settings.queries / "housing" / "same.sql").write_text(text)
    with pytest.raises(DatastoreError, match=r"housing/same.sql: .*housing/rate"):
        built(settings)

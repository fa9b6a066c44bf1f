"""What the build counts for the audit is what a page would count, and is counted once."""

import pytest

from dashboard.audit.measured import by_key, held_before, kept, measured
from dashboard.audit.quality import counted, dimensions
from dashboard.catalogue.register_view import registered
from dashboard.exports.of_dataset import held
from tests.audit.test_quality import GOOD, TODAY


@pytest.mark.parametrize("name", ["claimant_count", "road_casualties", "census_household_tenure"])
def test_the_datastore_holds_what_its_tables_give(public_site, name):
    source = registered(public_site.settings.data / "sources", name)
    scores = counted(public_site, held(public_site)[name], source)
    assert kept(public_site, name) == {score.dimension: score for score in scores}


def test_every_dataset_that_is_held_was_counted(site, public_site):
    for each in (site, public_site):
        assert all(len(kept(each, name)) == 4 for name in held(each))


def test_what_was_counted_is_not_counted_again(audited, monkeypatch):
    site, item = audited(GOOD.replace("|\n", "| p\n"))
    first = list(measured(site, {}))
    assert [score.dimension for score in first] == ["completeness", "uniqueness", "validity", "consistency"]
    monkeypatch.setattr("dashboard.audit.measured.counted", lambda *given: pytest.fail("counted again"))
    assert list(measured(site, by_key(first))) == first
    known = {score.dimension: score for score in first}
    assert dimensions(site, item, TODAY, known=known)["completeness"].share == 1


def test_a_table_with_a_broken_rule_is_counted_at_every_build(audited):
    site, _ = audited(GOOD.replace("|\n", "| p\n").replace("2023-01-01 | P1Y | 22", "2199-01-01 | P1Y | 22"))
    assert by_key(measured(site, {})) == {}


def test_another_table_or_another_entry_has_another_key(audited, tmp_path):
    site, _ = audited(GOOD.replace("|\n", "| p\n"))
    (tmp_path / "sources").mkdir()
    keys = {next(measured(site, {})).key}
    entry = tmp_path / "sources" / "jobs.toml"
    entry.write_text('[totals]\nareas = [{ series = "Jobs" }]\n')
    keys.add(next(measured(site, {})).key)
    other, _ = audited(GOOD.replace("|\n", "| p\n").replace("| 22 |", "| 23 |"))
    keys.add(next(measured(other, {})).key)
    assert len(keys) == 3


def test_where_no_datastore_was_nothing_was_counted(tmp_path):
    assert held_before(tmp_path / "none.duckdb") == {}

"""What the build counts for the audit is what a page would count, and is counted once."""

from pathlib import Path

import pandas as pd
import pytest

from dashboard.audit.measured import held_before, measured, stored_scores
from dashboard.audit.quality import counted, dimensions
from dashboard.catalogue.register_view import read_registered
from dashboard.exports.dataset import downloadable_datasets
from tests.audit.test_quality import GOOD, TODAY
from tests.datastores import assemble
from tests.tables import publish


@pytest.mark.parametrize("name", ["claimant_count", "road_casualties", "census_household_tenure"])
def test_the_datastore_holds_what_its_tables_give(public_site, name):
    source = read_registered(public_site.settings.data / "sources" / f"{name}.toml")
    scores = counted(public_site, downloadable_datasets(public_site)[name], source)
    assert stored_scores(public_site, name) == {score.dimension: score for score in scores}


def test_every_dataset_that_is_held_was_counted(site, public_site):
    for each in (site, public_site):
        assert all(len(stored_scores(each, name)) == 4 for name in downloadable_datasets(each))


NONE = Path("no/datastore.duckdb")
PLAIN = GOOD.replace("|\n", "| p\n")


def test_what_was_counted_is_not_counted_again(audited, monkeypatch):
    site, item = audited(PLAIN)
    known = {}
    first = measured(site, known, NONE)
    assert [score.dimension for score in first] == ["completeness", "uniqueness", "validity", "consistency"]
    monkeypatch.setattr("dashboard.audit.measured.counted", lambda *given: pytest.fail("counted again"))
    assert measured(site, known, NONE) == first
    scores = {score.dimension: score for score in first}
    assert dimensions(site, item, TODAY, known=scores)["completeness"].share == 1


def test_a_table_with_a_broken_rule_is_not_taken_from_the_build_before(given, audited, tmp_path):
    for table, taken in ((PLAIN, 1), (PLAIN.replace("2023-01-01 | P1Y | 22", "2199-01-01 | P1Y | 22"), 0)):
        site, _ = audited(table)
        rows = pd.DataFrame([vars(score) for score in measured(site, {}, NONE)])
        folder = publish(tmp_path / f"before{taken}", quality=rows)
        assemble(folder, folder / "datastore.duckdb")
        assert len(held_before(folder / "datastore.duckdb")) == taken


def test_another_table_or_another_entry_has_another_key(audited, tmp_path):
    site, _ = audited(PLAIN)
    (tmp_path / "sources").mkdir()
    keys = {measured(site, {}, NONE)[0].key}
    (tmp_path / "sources" / "jobs.toml").write_text('[totals]\nareas = [{ series = "Jobs" }]\n')
    keys.add(measured(site, {}, NONE)[0].key)
    other, _ = audited(PLAIN.replace("| 22 |", "| 23 |"))
    keys.add(measured(other, {}, NONE)[0].key)
    assert len(keys) == 3


def test_where_no_datastore_was_nothing_was_counted():
    assert held_before(NONE) == {}

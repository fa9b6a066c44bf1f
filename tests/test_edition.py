"""What is kept goes stale with whatever it rests on: a changed definition changes every tag."""

import shutil
from dataclasses import replace

import pytest

from dashboard.runtime import code_fingerprint
from dashboard.runtime.code_fingerprint import of_definitions, of_program
from dashboard.site import open_site

pytestmark = pytest.mark.core


def test_a_mended_query_is_another_edition_of_the_same_figures(site, tmp_path):
    queries = shutil.copytree(site.settings.queries, tmp_path / "queries")
    same = open_site(replace(site.settings, queries=queries))
    file = queries / "employment" / "employment_rate.sql"
    before = file.read_text("utf-8")
    after = before.replace(" value,", " value + 0.1 AS value,", 1)
    assert after != before
    file.write_text(after, "utf-8")
    mended = open_site(replace(site.settings, queries=queries))
    assert same.store.snapshot == mended.store.snapshot
    assert site.edition == same.edition != mended.edition
    for each in (same, mended):
        each.store.close()


def test_another_region_where_none_is_asked_for_is_another_edition(site):
    """What is at /download/employment/employment_rate.csv is of that region."""
    other = open_site(replace(site.settings, region="E47000002"))
    assert other.edition != site.edition
    other.store.close()


@pytest.mark.parametrize(
    "path",
    [
        "sources/bins.toml",
        "regions/E47000001.toml",
        "briefs/monthly.toml",
        "frameworks/local.toml",
        "needs.toml",
    ],
)
def test_whatever_people_write_in_the_data_folder_is_part_of_the_edition(path, tmp_path):
    file = tmp_path / path
    file.parent.mkdir(exist_ok=True)
    file.write_text("title = 'one'", "utf-8")
    (tmp_path / ".refresh").mkdir()
    before = of_definitions(tmp_path)
    (tmp_path / ".refresh" / "half.toml").write_text("of a refresh that runs", "utf-8")
    assert of_definitions(tmp_path) == before
    file.write_text("title = 'two'", "utf-8")
    changed = of_definitions(tmp_path)
    file.rename(file.with_name("another.toml"))
    assert len({before, changed, of_definitions(tmp_path)}) == 3


@pytest.mark.parametrize("path", ["dashboard/pages/page.py", "dashboard/packs/page.typ", "assets/app.css"])
def test_a_line_of_the_code_a_template_or_a_style_is_part_of_the_edition(path, tmp_path, monkeypatch):
    monkeypatch.setattr(code_fingerprint, "PACKAGE", tmp_path / "dashboard")
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    found = set()
    for text in ("one", "two"):
        file.write_text(text, "utf-8")
        found.add(of_program.__wrapped__())  # what is kept for the process stays
    assert len(found) == 2


def test_a_mended_entry_is_another_edition_of_the_same_figures(site, tmp_path):
    data = tmp_path / "data"
    shutil.copytree(
        site.settings.data, data, ignore=shutil.ignore_patterns("public", "office", ".*", "packs")
    )
    figures = site.settings.datastore
    same = open_site(replace(site.settings, data=data), figures)
    entry = data / "sources" / "bus_journeys.toml"
    entry.write_text(entry.read_text("utf-8").replace('cadence      = "', 'cadence      = "not ', 1), "utf-8")
    mended = open_site(replace(site.settings, data=data), figures)
    assert same.store.snapshot == mended.store.snapshot
    assert site.edition == same.edition != mended.edition
    for each in (same, mended):
        each.store.close()

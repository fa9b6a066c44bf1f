"""A build refuses a table out of which a hidden figure can be worked out, and asks it of each it must."""

from types import SimpleNamespace

import pandas as pd
import pytest

from dashboard.datastore.store import DatastoreError
from dashboard.ingest.disclosure import audited, check
from dashboard.settings import ROOT

RULE = "suppress below 5"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """folder(files, found): a data folder of those tables of the manifest; in each, `found` is disclosed."""

    def source(path):
        audience, rule = {"open": ("public", RULE), "free": ("public", ""), "own": ("office", RULE)}.get(
            path.stem, (None, None)
        )
        if audience is None:
            return None
        return SimpleNamespace(audience=audience, rule=rule, file=f"data/sources/{path.name}")

    def folder(files, found=(), places="areas"):
        monkeypatch.setattr(audited.manifest, "read_manifest", lambda folder: {"files": files})
        monkeypatch.setattr(audited, "_entry", source)
        monkeypatch.setattr(audited, "rule_name", lambda source: source.rule)
        monkeypatch.setattr(audited, "published_places", lambda folder: places)
        monkeypatch.setattr(audited.pd, "read_parquet", lambda path: path)

        def disclosed(table, source, areas):
            assert (table.parent.name, source.rule, areas) == ("public", RULE, places)
            return found

        monkeypatch.setattr(audited, "disclosed", disclosed)
        return tmp_path

    return folder


def entry(*sources, protected=None):
    return {"sources": list(sources), "protected": protected}


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (["Ash 2024"], "public/a: the hidden figure of Ash 2024 can be worked out from what is published"),
        (["Ash 2024", "Elm"], "public/a: the hidden figure of Ash 2024 and 1 more can be worked out from"),
        (
            ["Ash 2024", "Elm", "Oak"],
            "public/a: the hidden figure of Ash 2024 and 2 more can be worked out from",
        ),
    ],
)
def test_what_can_be_worked_out_is_named(folder, found, said):
    with pytest.raises(DatastoreError) as refused:
        audited.refuse_disclosures(folder({"a.parquet": entry("open")}, found), "public")
    assert str(refused.value).startswith(said)
    assert str(refused.value).endswith(
        "run `make refresh` so that the rule in data/sources/open.toml is applied again"
    )


def test_where_nothing_can_be_worked_out_nothing_is_refused(folder):
    audited.refuse_disclosures(folder({"a.parquet": entry("open")}), "public")


def test_without_places_a_table_with_a_rule_is_refused_and_one_without_is_not(folder):
    with pytest.raises(DatastoreError, match="public: no areas are published"):
        audited.refuse_disclosures(folder({"a.parquet": entry("open")}, places=None), "public")
    audited.refuse_disclosures(folder({"a.parquet": entry("free")}, places=None), "public")


def test_a_table_that_another_rule_made_is_refused(folder, monkeypatch):
    data = folder({"a.parquet": entry("open")})

    def cannot(*_):
        raise ValueError("no column")

    monkeypatch.setattr(audited, "disclosed", cannot)
    with pytest.raises(DatastoreError, match=r"public/a: it was not made by today's rule .* \(no column\)"):
        audited.refuse_disclosures(data, "public")


def test_every_table_is_audited_that_its_rule_has_not_stamped(folder):
    files = {
        "office.parquet": entry("own"),  # first, so that the rest is looked at too
        "gone.parquet": entry("nowhere"),
        "free.parquet": entry("free"),
        "stamped.parquet": entry("open", protected=RULE),
        "joined.parquet": entry("open", "free"),  # of several sources: each was protected before
        "other.parquet": entry("open", protected="suppress below 3"),
        "bare.parquet": entry("open"),
    }
    data = folder(files)
    asked = [path.relative_to(data).as_posix() for path, _ in audited._not_yet(data, "public")]
    assert asked == ["public/other.parquet", "public/bare.parquet"]
    assert [path.name for path, _ in audited._not_yet(data, "office")] == ["office.parquet"]


def test_an_entry_that_is_not_there_or_cannot_be_read_has_no_rule(tmp_path):
    assert audited._entry(next((ROOT / "data" / "sources").glob("*.toml"))) is not None
    assert audited._entry(tmp_path / "none.toml") is None
    (tmp_path / "bad.toml").write_text("adapter = 'no such'\n")
    assert audited._entry(tmp_path / "bad.toml") is None


@pytest.mark.parametrize(
    ("disclosure", "columns", "found"),
    [
        ("suppress", ["value", "status"], [" follows from its value"]),
        ("suppress", ["value"], []),  # nothing is hidden in it
        ("none", ["value", "status"], []),
        ("as published", ["value", "status"], []),
    ],
)
def test_a_table_with_a_rule_and_hidden_cells_is_looked_at(disclosure, columns, found, monkeypatch):
    table = pd.DataFrame({"value": [1.0], "status": ["c"]})[columns]
    source = SimpleNamespace(disclosure=disclosure, protection={}, options={})
    monkeypatch.setattr(check, "relations", lambda *_: [])
    assert check.disclosed(table, source, None) == found

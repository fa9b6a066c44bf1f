"""The entries of a run: one that nobody would look for is refused by its name."""

from types import SimpleNamespace

from dashboard.ingest.register.listing import entries


def test_an_entry_that_notepad_named_otherwise_is_refused(tmp_path):
    for name in ("bins.toml.txt", "Lids.TOML", "areas.toml", "areas.toml.txt"):
        (tmp_path / name).write_text("title =", "utf-8")
    outcome = SimpleNamespace(refused={})
    assert entries(SimpleNamespace(register=tmp_path, only={"bins"}, accept=set()), outcome) == []
    assert outcome.refused["bins"] == "bins.toml.txt: is not read as an entry, rename it to bins.toml"
    assert outcome.refused["Lids"] == "Lids.TOML: is not read as an entry, rename it to Lids.toml"
    assert outcome.refused["areas"].startswith("areas.toml: is not valid TOML")

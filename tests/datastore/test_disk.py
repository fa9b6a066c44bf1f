"""A disk that is full is said in one sentence, whichever library found out."""

import errno

import duckdb
import pytest

from dashboard.datastore.disk import of_the_disk
from dashboard.refresh import main

FULL = 'IO Error: Could not write file "/data/x.duckdb": No space left on device'


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (duckdb.IOException(FULL), "/data/x.duckdb: No space left on device; free some space"),
        (
            duckdb.TransactionException(f"Failed to commit: {FULL[10:]}"),
            "/data/x.duckdb: No space left on device",
        ),
        (OSError(errno.ENOSPC, "No space left on device", "/data/y"), "/data/y: No space left on device"),
        (OSError(errno.EROFS, "Read-only file system"), "give it a folder that can be written"),
    ],
)
def test_what_the_disk_refused_is_one_sentence(error, said):
    assert said in of_the_disk(error)


def test_a_refresh_without_room_ends_with_a_sentence(monkeypatch, capsys, tmp_path):
    def full(*_, **__):
        raise duckdb.IOException(FULL)

    monkeypatch.setattr("dashboard.refresh.refresh", full)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))  # how it ended is kept there
    assert main(["--from", str(tmp_path), "--no-packs"]) == 1
    assert capsys.readouterr().err.startswith("failed: /data/x.duckdb: No space left on device; free")

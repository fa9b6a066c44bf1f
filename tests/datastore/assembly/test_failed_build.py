"""A build that fails, on a full disk or for a fault in the figures, leaves no file behind."""

import pytest

from tests.datastores import assemble
from tests.tables import publish


def test_a_build_that_fails_leaves_neither_itself_nor_the_log_that_duckdb_keeps_of_it(tmp_path):
    folder = publish(tmp_path / "given", bins="area_code | value\nE08000001 | 1")

    def full(build):
        build.with_name(f"{build.name}.wal").touch()
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        assemble(folder, tmp_path / "datastore.duckdb", full)
    assert [path.name for path in tmp_path.rglob("*") if ".duckdb" in path.name] == []

"""A file is written whole, with its rights, or stays as it was."""

import os

import pytest

from dashboard.runtime.atomic_write import write_text


def test_a_file_is_written_with_its_folder_and_rights(tmp_path):
    path = tmp_path / "reports" / "last.json"
    write_text(path, "Tŷ\n", 0o600)
    assert path.read_bytes() == "Tŷ\n".encode()
    assert path.stat().st_mode & 0o777 == 0o600
    assert os.listdir(path.parent) == ["last.json"]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside(tmp_path, monkeypatch):
    path = tmp_path / "last.json"
    write_text(path, "old")

    def full(number):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match=rf"No space left on device: '{path}'"):
        write_text(path, "new")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["last.json"]

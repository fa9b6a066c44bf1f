"""A session that was ended stays so while its cookie could live, in a folder of this account alone."""

import os
import stat
import time

from dashboard.signin.ended import Ended

HOUR = 3600


def test_what_is_ended_is_ended_for_every_process_and_nothing_else_is(tmp_path):
    one, other = Ended(tmp_path / "ended", 8), Ended(tmp_path / "ended", 8)
    assert "a" not in one
    one.add("a")
    assert ("a" in other, "b" in other) == (True, False)


def test_neither_the_folder_nor_a_file_of_it_says_whose_session_it_was(tmp_path):
    Ended(tmp_path / "in" / "ended", 8).add("secret-session")
    folder = tmp_path / "in" / "ended"
    (file,) = folder.iterdir()
    assert "secret" not in file.name
    assert (stat.S_IMODE(folder.stat().st_mode), stat.S_IMODE(file.stat().st_mode)) == (0o700, 0o600)


def test_what_would_be_over_by_itself_is_forgotten_and_nothing_younger(tmp_path):
    ended = Ended(tmp_path, 8)
    for name, seconds in (("old", 8 * HOUR + 4), ("young", 8 * HOUR - 60)):
        ended.add(name)
        (newest,) = [path for path in tmp_path.iterdir() if time.time() - path.stat().st_mtime < HOUR]
        os.utime(newest, times=(time.time() - seconds,) * 2)
    ended.add("new")
    assert [name in ended for name in ("old", "young", "new")] == [False, True, True]


def test_what_another_process_forgets_at_the_same_time_is_no_failure(tmp_path, monkeypatch):
    seen = [tmp_path / "gone"]
    monkeypatch.setattr("pathlib.Path.iterdir", lambda folder: iter(seen))
    ended = Ended(tmp_path, 8)
    ended.add("a")
    assert "a" in ended

"""A session that was ended stays so while its cookie could live, in a folder of this account alone."""

import stat

import pytest

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


class Clocks:
    """The clock that somebody may set, and the one that counts from the start of the machine."""

    def __init__(self):
        self.wall, self.since_start = 1_800_000_000.0, 50 * HOUR

    def pass_by(self, seconds):
        self.wall += seconds
        self.since_start += seconds


@pytest.fixture
def clocks(monkeypatch):
    found = Clocks()
    monkeypatch.setattr("dashboard.signin.ended.time.time", lambda: found.wall)
    monkeypatch.setattr("dashboard.signin.ended.time.monotonic", lambda: found.since_start)
    return found


def test_what_would_be_over_by_itself_is_forgotten_and_nothing_younger(tmp_path, clocks):
    ended = Ended(tmp_path, 8)
    ended.add("old")
    clocks.pass_by(64)
    ended.add("young")
    clocks.pass_by(8 * HOUR)  # to the second as long as the younger one's cookie could live
    ended.add("new")
    assert [name in ended for name in ("old", "young", "new")] == [False, True, True]


def test_what_is_over_stays_so_while_the_clock_that_was_set_back_leaves_its_cookie_alive(tmp_path, clocks):
    ended = Ended(tmp_path, 8)
    ended.add("a")
    clocks.pass_by(9 * HOUR)
    clocks.wall -= 5 * HOUR
    ended.add("b")
    assert "a" in ended


def test_a_session_is_over_on_a_full_disk_too(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_text", full)
    ended = Ended(tmp_path, 8)
    ended.add("a")
    assert "a" in ended


def test_a_clock_that_is_set_forward_and_back_brings_no_session_to_life(tmp_path, clocks):
    ended = Ended(tmp_path, 8)
    ended.add("a")
    for jump in (9 * HOUR, -9 * HOUR):
        clocks.wall += jump
        Ended(tmp_path, 8).add(f"another {jump}")  # also of a process that began meanwhile
    assert "a" in ended


def test_after_a_restart_of_the_machine_what_is_over_is_forgotten_too(tmp_path, clocks):
    ended = Ended(tmp_path, 8)
    ended.add("a")
    clocks.wall, clocks.since_start = clocks.wall + 20 * HOUR, 1 * HOUR
    ended.add("b")
    assert "a" in ended  # for all that is known the machine has run for an hour since
    clocks.pass_by(7 * HOUR + 1)
    ended.add("c")
    assert ("a" in ended, "b" in ended) == (False, True)


def test_what_an_older_version_kept_is_forgotten_in_its_time(tmp_path, clocks):
    ended = Ended(tmp_path, 8)
    ended.add("a")
    (file,) = tmp_path.iterdir()
    file.write_text("")
    ended.add("b")
    assert "a" in ended
    clocks.pass_by(8 * HOUR + 1)
    ended.add("c")
    assert ("a" in ended, "b" in ended) == (False, False)


def test_what_another_process_forgets_at_the_same_time_is_no_failure(tmp_path, monkeypatch):
    seen = [tmp_path / "gone"]
    monkeypatch.setattr("pathlib.Path.iterdir", lambda folder: iter(seen))
    ended = Ended(tmp_path, 8)
    ended.add("a")
    assert "a" in ended

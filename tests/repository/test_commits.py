"""A commit says in a line what it does, and below it why."""

import subprocess

import pytest

from dashboard.settings import ROOT

LONGEST = 71  # letters of a subject: lists of commits show no more
SINCE = "35fa1db41bc80435d266cc1cbf9d8387473a2476"  # some before it are longer


def _subjects() -> list[str]:
    """The subjects of the commits since SINCE; skips where there is no history that goes so far back."""
    asked = ["git", "log", "--format=%s", f"{SINCE}..HEAD"]
    try:
        return subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("the history of this copy is not here")


def test_the_subject_of_a_commit_is_read_whole_in_a_list():
    subjects = _subjects()
    assert [each for each in subjects if len(each) > LONGEST] == []
    assert len(subjects) > 50

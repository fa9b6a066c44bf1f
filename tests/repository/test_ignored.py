"""What running the product writes is nobody's change to the repository."""

import shutil
import subprocess

import pytest

from dashboard.settings import ROOT

WRITTEN = (
    "data/public/decisions.json",
    "data/public/promises.json",
    "data/public/datastore.duckdb",
    "data/prerelease/under-embargo",
    "data/record.sqlite-wal",
    "data/reports/2026-11-23.md",
    "data/.refresh/lock",
)


@pytest.mark.skipif(not (ROOT / ".git").exists() or not shutil.which("git"), reason="no checkout of git's")
def test_git_is_told_to_ignore_what_running_writes_and_not_the_figures():
    asked = ["git", "check-ignore", "--no-index", *WRITTEN, "data/public/manifest.json"]
    said = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, timeout=30)
    assert said.stdout.split() == list(WRITTEN)

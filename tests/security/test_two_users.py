"""The public view runs as another user than the office's, and of the data folder has what is public alone."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from dashboard.settings import ROOT

DEPLOY = ROOT / "deploy"
OFFICE, PUBLIC = 61001, 61002  # numbers do: no account is made
AS_ROOT = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0 or not shutil.which("setpriv"), reason="needs root and setpriv"
)
SECRET = [
    "office/datastore.duckdb",
    "office/builds/a.duckdb.wal",
    "record.sqlite",
    "record.sqlite-wal",
    "record.sqlite-shm",
    "record.drafts.sqlite-wal",
    "packs/E47000001/mayor.pdf",
    "archive/objects/ab",
    ".ended-sessions/cafe",
    "prerelease/office/a.parquet",
    "reports/last.json",
    "indicators/office/a.parquet",
    "alerts.json",
]
OPEN = [
    "public/datastore.duckdb",
    "public/builds/a.duckdb",
    "public/decisions.json",
    "sources/a.toml",
    "ask.toml",
]


@pytest.fixture
def data():
    """A data folder as `cp -r` leaves it, readable by all, with the rights that deploy/rights.sh gives it."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    folder.chmod(0o755)
    data = folder / "dashboard"
    for name in [*SECRET, *OPEN, "inbox/questions.sqlite"]:
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text("x")
        (data / name).chmod(0o644)
    (data / "inbox" / "questions.sqlite").unlink()
    done = subprocess.run(
        [DEPLOY / "rights.sh", data, str(OFFICE), str(PUBLIC)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    yield data
    shutil.rmtree(folder)


def run_as(user: int, *command: object, groups: str = "") -> subprocess.CompletedProcess:
    more = [f"--groups={groups}"] if groups else ["--clear-groups"]
    who = ["setpriv", f"--reuid={user}", f"--regid={user}", *more]
    return subprocess.run([*who, *map(str, command)], capture_output=True, text=True, cwd=ROOT, umask=0o027)


def readable(user: int, data: Path, names: list[str]) -> list[str]:
    script = 'cd "$0"; for name; do head -c1 "$name" >/dev/null 2>&1 && echo "$name"; done; true'
    return run_as(user, "sh", "-c", script, data, *names).stdout.split()


@AS_ROOT
def test_the_public_user_reads_what_is_public_and_no_file_of_the_office(data):
    assert readable(PUBLIC, data, [*SECRET, *OPEN]) == OPEN
    assert readable(OFFICE, data, [*SECRET, *OPEN]) == [*SECRET, *OPEN]


@AS_ROOT
def test_the_public_user_changes_nothing_and_cannot_look_around(data):
    for name in ("public/decisions.json", "sources/a.toml"):
        assert run_as(PUBLIC, "sh", "-c", f"echo y > {data / name}").returncode != 0, name
    assert run_as(PUBLIC, "touch", data / "public" / "new.json").returncode != 0
    assert run_as(PUBLIC, "ls", data).returncode != 0


@AS_ROOT
def test_what_the_office_publishes_later_is_read_by_the_public_user_and_what_it_keeps_is_not(data):
    later = ["public/builds/b.duckdb", "packs/new/a.pdf", "record.sqlite-wal2"]
    for name in later:
        assert (
            run_as(OFFICE, "sh", "-c", f"mkdir -p {(data / name).parent}; echo y > {data / name}").returncode
            == 0
        )
    assert readable(PUBLIC, data, later) == later[:1]


ADD = """
import sys
from pathlib import Path
from dashboard.inbox.writer import for_adding
file = for_adding(Path(sys.argv[1]))
with file:
    marks = ", ".join("?" * int(sys.argv[2]))
    file.execute(f"INSERT INTO questions VALUES ({marks})", ["q"] * int(sys.argv[2]))
"""
FORGET = """
import sys
from pathlib import Path
from dashboard.inbox.writer import open_file
file = open_file(Path(sys.argv[1]))
with file:
    print(file.execute("DELETE FROM questions").rowcount)
"""


@AS_ROOT
def test_what_the_public_user_adds_to_the_inbox_the_office_takes_out(data):
    from dashboard.inbox.writer import COLUMNS

    inbox = data / "inbox" / "questions.sqlite"
    added = run_as(PUBLIC, sys.executable, "-c", ADD, inbox, len(COLUMNS))
    if "Permission denied" in added.stderr and "python" in added.stderr.lower():
        pytest.skip("this Python lies where another user cannot run it")
    assert added.returncode == 0, added.stderr
    taken = run_as(OFFICE, sys.executable, "-c", FORGET, inbox, groups=str(PUBLIC))
    assert (taken.returncode, taken.stdout.strip()) == (0, "1"), taken.stderr


def unit(view: str) -> dict[str, list[str]]:
    """The lines of a unit, by their names."""
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r"^(\w+)=(.*)$", (DEPLOY / f"dashboard-{view}.service").read_text(), re.M):
        found.setdefault(name, []).extend(value.split())
    return found


def test_the_two_views_run_as_two_users():
    assert (unit("public")["User"], unit("office")["User"]) == (["dashboard-public"], ["dashboard"])
    assert "SupplementaryGroups" not in unit("public")


def test_the_public_unit_is_given_no_more_than_the_image_of_the_public_view_holds():
    image = re.findall(r"\bdata/([\w.-]+)", (DEPLOY / "Containerfile").read_text("utf-8"))
    given = [path.removeprefix("/var/lib/dashboard/") for path in unit("public")["BindReadOnlyPaths"]]
    assert sorted(given) == sorted({name for name in image if name != "office"})
    assert unit("public")["TemporaryFileSystem"] == ["/var/lib/dashboard:ro"]
    assert unit("public")["BindPaths"] == unit("public")["ReadWritePaths"] == ["-/var/lib/dashboard/inbox"]


# What systemd does with those lines, in a mount namespace of this test's own.
MOUNTS = """
set -eu
data=$1; shift
cp -r "$data" "$data.behind"
mount -t tmpfs none "$data"
for name; do
    [ ! -d "$data.behind/$name" ] || mkdir -p "$data/$name"
    [ -d "$data.behind/$name" ] || touch "$data/$name"
    mount --bind "$data.behind/$name" "$data/$name"
done
cd "$data" && find . -type f
"""


@AS_ROOT
def test_behind_the_units_mounts_not_even_root_finds_a_file_of_the_office(data):
    if (
        not shutil.which("unshare")
        or subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode
    ):
        pytest.skip("no mount namespace can be made here")
    given = [path.removeprefix("/var/lib/dashboard/") for path in unit("public")["BindReadOnlyPaths"]]
    there = [name for name in given if (data / name).exists()]
    seen = subprocess.run(
        ["unshare", "-m", "sh", "-c", MOUNTS, "sh", data, *there], capture_output=True, text=True
    )
    assert sorted(seen.stdout.split()) == sorted(f"./{name}" for name in OPEN), seen.stderr

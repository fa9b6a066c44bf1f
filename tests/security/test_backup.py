"""What deploy/backup.sh keeps of a data folder, whatever it is called, and deploy/restore.sh brings back."""

import os
import shutil
import time
from datetime import date
from pathlib import Path

import pytest

from dashboard.record.kinds import Programme
from dashboard.record.store import Record
from dashboard.record.transfer import exported
from dashboard.settings import Settings
from tests.security.deploying import DEPLOY, needs, run


@needs("sqlite3")
def test_what_was_backed_up_while_in_use_is_all_there_after_a_restore(tmp_path):
    data, back = tmp_path / "data", tmp_path / "back"
    (data / "public" / "builds").mkdir(parents=True)
    (data / "public" / "manifest.json").write_text("{}")
    (data / "public" / "builds" / "large.duckdb").write_text("made anew")
    record = Record.open(Settings(data=data))
    record.add(
        "programme", "E47000001", Programme(date(2026, 11, 23), "Skills for all"), "Ada"
    )  # and it stays open
    made = run(DEPLOY / "backup.sh", data, tmp_path / "backups")
    assert made.returncode == 0, made.stderr
    archive = made.stdout.strip()
    assert run("stat", "-c", "%a", archive).stdout.strip() == "600"
    assert run(DEPLOY / "restore.sh", archive, back).returncode == 0
    assert exported(Record.open(Settings(data=back))) == exported(record)
    assert sorted(path.name for path in (back / "public").iterdir()) == ["manifest.json"]
    again = run(DEPLOY / "restore.sh", archive, back)
    assert (again.returncode, "is not empty" in again.stderr) == (1, True)


@needs("sqlite3")
@pytest.mark.parametrize("name", ["it's a [year] ü", "-year", "nas:year"])
def test_a_backup_takes_folders_of_any_name_and_no_earlier_backup(tmp_path, name):
    (tmp_path / name).mkdir()
    Record.open(Settings(data=tmp_path / name)).add(
        "programme", "E47000001", Programme(date(2026, 11, 23), "A"), "B"
    )
    how = {"cwd": tmp_path, "env": os.environ | {"TMPDIR": name}}
    inside = Path(name, "backups")
    first = run(DEPLOY / "backup.sh", name, inside, **how)
    assert first.returncode == 0, first.stderr
    earlier = Path(first.stdout.strip())
    earlier.rename(earlier.with_name("dashboard-earlier.tar.gz"))
    made = run(DEPLOY / "backup.sh", name, inside, **how)
    assert made.returncode == 0, made.stderr
    back = f"{name} back"
    assert run(DEPLOY / "restore.sh", inside / Path(made.stdout.strip()).name, back, **how).returncode == 0
    assert len(exported(Record.open(Settings(data=tmp_path / back)))) > 0
    assert list((tmp_path / back / "backups").iterdir()) == []


@needs("sqlite3")
def test_a_folder_without_a_record_is_backed_up_and_archives_that_are_too_old_are_deleted(tmp_path):
    data, backups = tmp_path / "data", tmp_path / "backups"
    (data / "public").mkdir(parents=True)
    (data / "public" / "manifest.json").write_text("{}")
    backups.mkdir()
    old, kept, other = (
        backups / name for name in ("dashboard-old.tar.gz", "dashboard-new.tar.gz", "mine.tar.gz")
    )
    for path, days in ((old, 40), (kept, 30), (other, 40)):
        path.touch()
        os.utime(path, times=(time.time() - days * 86_400,) * 2)
    made = run(DEPLOY / "backup.sh", data, backups, env=os.environ | {"NO_RECORD_YET": "yes"})
    assert made.returncode == 0, made.stderr
    there = [path.exists() for path in (Path(made.stdout.strip()), old, kept, other)]
    assert there == [True, False, True, True]


@pytest.mark.parametrize("told", ["", "yes"])
def test_an_archive_without_a_record_is_made_only_where_it_is_said_that_there_is_none(tmp_path, told):
    (tmp_path / "data").mkdir()
    data, backups = tmp_path / "data", tmp_path / "backups"
    made = run(DEPLOY / "backup.sh", data, backups, env={"PATH": os.environ["PATH"], "NO_RECORD_YET": told})
    archives = len(list(backups.glob("*")))
    assert (made.returncode, archives, made.stderr.count("\n")) == ((0, 1, 0) if told else (3, 0, 1))
    said = (f"{data}/record.sqlite", "DATABASE_URL", "NO_RECORD_YET=yes")
    assert [words for words in said if words in made.stderr] == ([] if told else [*said])


@pytest.fixture
def backed_up(tmp_path):
    """backed_up(code) -> how a backup went whose tar writes all and ends with that code; its folder."""

    def backed_up(code):
        programs, backups = tmp_path / "bin", tmp_path / "backups"
        for folder in (tmp_path / "data", programs, backups):
            folder.mkdir()
        (tmp_path / "data" / "alerts.json").write_text("{}")
        (programs / "tar").write_text(f'#!/bin/sh\n{shutil.which("tar")} "$@" || exit\nexit {code}\n')
        (programs / "tar").chmod(0o755)
        for name, days in (("dashboard-old.tar.gz.part", 2), ("dashboard-other.tar.gz.part", 0)):
            (backups / name).touch()
            os.utime(backups / name, times=(time.time() - days * 86_400,) * 2)
        found = {"PATH": f"{programs}:{os.environ['PATH']}", "NO_RECORD_YET": "yes"}
        return run(DEPLOY / "backup.sh", tmp_path / "data", backups, env=found), backups

    return backed_up


def test_a_file_that_changes_while_it_is_read_spoils_no_backup(backed_up):
    made, backups = backed_up(1)
    assert made.returncode == 0, made.stderr
    archive = Path(made.stdout.strip())
    # What another run has begun today is left to it; what one left behind long ago is deleted.
    assert sorted(backups.iterdir()) == sorted([archive, backups / "dashboard-other.tar.gz.part"])


def test_a_backup_that_fails_leaves_no_piece_of_an_archive(backed_up):
    made, backups = backed_up(2)
    assert (made.returncode, made.stdout) == (2, "")
    kept = ["dashboard-old.tar.gz.part", "dashboard-other.tar.gz.part"]
    assert sorted(path.name for path in backups.iterdir()) == kept


def test_the_password_of_the_database_stands_in_no_command(tmp_path):
    (tmp_path / "data").mkdir()
    programs = tmp_path / "bin"
    programs.mkdir()
    says = 'printf "%s\\n" "$@" "env $PGPASSWORD" > "$SEEN"; touch "${2#--file=}"'
    (programs / "pg_dump").write_text(f"#!/bin/sh\n{says}\n")
    (programs / "pg_dump").chmod(0o755)
    environment = {
        "PATH": f"{programs}:{os.environ['PATH']}",
        "SEEN": str(tmp_path / "seen"),
        "DATABASE_URL": "postgresql+psycopg://dash:s3cr%40t@db.example:5432/record",
    }
    made = run(DEPLOY / "backup.sh", tmp_path / "data", tmp_path / "backups", env=environment)
    assert made.returncode == 0, made.stderr
    *given, last = (tmp_path / "seen").read_text().splitlines()
    assert last == "env s3cr@t"
    assert not [word for word in given if "s3cr" in word]
    assert given[-1] == "postgresql://dash@db.example:5432/record"

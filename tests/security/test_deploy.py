"""What deploy/ holds is run, as far as a machine without systemd and a container daemon allows."""

import json
import os
import re
import shutil
import subprocess
import time
from datetime import date
from pathlib import Path

import pytest

from dashboard.record.kinds import Programme
from dashboard.record.store import Record
from dashboard.record.transfer import exported
from dashboard.settings import ROOT, Settings

DEPLOY = ROOT / "deploy"
UNITS = sorted(path.name for path in DEPLOY.glob("dashboard-*"))


def needs(program: str):
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


def run(*command, **how) -> subprocess.CompletedProcess:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=60, **how)


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


@needs("nginx")
@needs("openssl")
def test_nginx_takes_the_example(tmp_path):
    new = ["-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=x"]
    keys = ["-keyout", tmp_path / "privkey.pem", "-out", tmp_path / "fullchain.pem"]
    assert run("openssl", "req", "-x509", *new, *keys).returncode == 0
    text = (DEPLOY / "nginx.conf").read_text("utf-8")
    site = text.replace("/etc/letsencrypt/live/data.example.gov.uk", str(tmp_path))
    main = f"pid {tmp_path}/pid; error_log stderr; events {{}} http {{ access_log off; {site} }}"
    (tmp_path / "nginx.conf").write_text(main)
    tried = run("nginx", "-t", "-c", tmp_path / "nginx.conf")
    assert tried.returncode == 0, tried.stderr


@needs("systemd-analyze")
@pytest.mark.parametrize("unit", UNITS)
def test_systemd_understands_every_line_of_the_units(tmp_path, unit):
    for name in UNITS:  # those that one starts are looked for beside it
        text = (DEPLOY / name).read_text("utf-8")
        (tmp_path / name).write_text(text.replace("/opt/dashboard/.venv/bin/python", shutil.which("sh")))
    seen = run("systemd-analyze", "verify", tmp_path / unit)
    assert (seen.returncode, seen.stderr) == (0, "")


@needs("systemd-analyze")
@pytest.mark.parametrize("unit", [unit for unit in UNITS if unit.endswith(".service")])
def test_a_unit_may_do_little_besides_its_work(unit):
    seen = run("systemd-analyze", "security", "--offline=yes", "--threshold=20", DEPLOY / unit)
    assert seen.returncode == 0, seen.stdout.splitlines()[-1]  # the level is 2.0 at most


def test_a_file_that_is_mounted_by_itself_is_watched_since_a_new_one_in_its_place_is_not_seen():
    def named(unit, setting):
        text = (DEPLOY / unit).read_text("utf-8")
        return {name for line in re.findall(rf"^{setting}=(.*)$", text, re.M) for name in line.split()}

    mounted = {name for name in named("dashboard-public.service", "BindReadOnlyPaths") if Path(name).suffix}
    assert mounted == named("dashboard-public.path", "PathChanged")
    assert "/var/lib/dashboard/pre-election.toml" in mounted


def test_no_office_file_gets_into_the_image():
    lines = (DEPLOY / "Containerfile").read_text("utf-8").splitlines()
    copied = [line.split()[1:-1] for line in lines if line.startswith("COPY ")]
    assert not [name for names in copied for name in names if name in ("data", ".") or "office" in name]
    left_out = (ROOT / ".containerignore").read_text("utf-8").splitlines()
    assert left_out.index("data/office") > left_out.index("!data")


def test_what_people_wrote_for_the_office_gets_into_no_layer():
    left_out = (ROOT / ".containerignore").read_text("utf-8").splitlines()
    office = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / "data").rglob("*.toml"))
        if re.search(r'^audience *= *"office"', path.read_text("utf-8"), re.M)
    ]
    assert {path.split("/")[1] for path in office} >= {"sources", "briefs"}
    assert [path for path in office if path not in left_out] == []


def test_what_the_office_adds_later_is_taken_out_before_the_view_is_built(tmp_path):
    image = (DEPLOY / "Containerfile").read_text("utf-8")
    taken_out = re.search(r"^RUN (grep .+) && python -m dashboard\.build public$", image, re.M)[1]
    for name, audience in (("sources/a", "office"), ("briefs/b", "office"), ("briefs/c", "public")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / f"{name}.toml").write_text(f'audience     = "{audience}"')
    for _ in range(2):  # the second time there is nothing to take out
        assert run("sh", "-c", taken_out.replace(" /data ", f" {tmp_path} ")).returncode == 0
        assert [path.name for path in tmp_path.rglob("*.toml")] == ["c.toml"]


def test_the_commands_at_the_head_of_the_image_keep_its_health_check_and_start_it():
    image = (DEPLOY / "Containerfile").read_text("utf-8")
    build, start = (re.search(rf"^# podman {verb} (.+)$", image, re.M)[1] for verb in ("build", "run"))
    assert "\nHEALTHCHECK " in image
    assert "--format docker " in build  # OCI's format has none
    assert "--env CONTACT=mailto:" in start


def test_an_image_is_built_on_a_base_that_is_named_by_its_digest_alone():
    image = (DEPLOY / "Containerfile").read_text("utf-8")
    assert re.findall(r"^(?:ARG BASE.*|FROM .*)$", image, re.M) == [
        "ARG BASE", "FROM ${BASE} AS built", "ARG BASE", "FROM ${BASE}",
    ]  # fmt: skip
    check = re.search(r"^RUN (case .+)$", image, re.M)[1]
    for base, code in (("python:3.11-slim", 1), ("", 1), ("docker.io/library/python@sha256:ab12", 0)):
        assert subprocess.run(["sh", "-c", check], env={"BASE": base}, capture_output=True).returncode == code


def test_what_the_image_copies_is_there_and_is_all_that_the_public_view_reads_of_the_data_folder():
    text = (DEPLOY / "Containerfile").read_text("utf-8")
    copied = {name for name in re.findall(r"\b(data/[\w.-]+)", text) if (ROOT / name).exists()}
    office = {"data/office", "data/ready", "data/archive", "data/packs", "data/reports", "data/indicators"}
    office |= {"data/check.toml"}  # words by which drafts are read
    kept = subprocess.run(
        ["git", "ls-files", "data"], cwd=ROOT, capture_output=True, text=True
    ).stdout.split()
    assert {"/".join(name.split("/")[:2]) for name in kept} - office == copied


def test_neither_the_unit_nor_the_image_starts_without_somebody_to_write_to():
    unit = (DEPLOY / "dashboard-public.service").read_text("utf-8")
    image = (DEPLOY / "Containerfile").read_text("utf-8")
    before = re.search(r"^ExecStartPre=/bin/sh -c '(.+)'$", unit, re.M)[1]
    start = json.loads(re.search(r"^CMD (\[.+\])$", image, re.M)[1])[2].replace("exec python", "echo python")
    for script in (before, start):
        stopped = subprocess.run(["sh", "-c", script], env={}, capture_output=True, text=True)
        assert (stopped.returncode, "set CONTACT" in stopped.stderr) == (1, True)
        named = subprocess.run(["sh", "-c", script], env={"CONTACT": "mailto:a@b.example"})
        assert named.returncode == 0

"""What deploy/ holds is run, as far as a machine without systemd and a container daemon allows."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from dashboard.settings import ROOT
from tests.security.deploying import DEPLOY, needs, run

UNITS = sorted(path.name for path in DEPLOY.glob("dashboard-*"))


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

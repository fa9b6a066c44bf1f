"""The public process opens the public folder alone, and needs no other to be there."""

import json
import subprocess
import sys

import pytest

from dashboard.settings import ROOT

# Runs as the public process does, asks for pages and files, and says which files it opened and holds open.
PROGRAM = """
import json, os, sys, threading
LOOKS = ("open", "os.listdir", "os.scandir", "sqlite3.connect")
opened = set()
def watch(event, args):
    if event in LOOKS and isinstance(args[0], (str, bytes, os.PathLike)):
        opened.add(os.path.realpath(os.fsdecode(args[0])))
if "all that it opens" in sys.argv:
    sys.addaudithook(watch)
import app
client = app.server.test_client()
inputs = [{"id": "location", "property": name, "value": ""} for name in ("pathname", "search")]
outputs = {"id": "page", "property": "children"}
body = {"output": "page.children", "outputs": outputs, "inputs": inputs, "changedPropIds": []}
statuses = {}
for path in ("/", "/data", "/decisions", "/skills-pipeline", "/theme/housing", "/data/skills_imperative"):
    inputs[0]["value"] = path
    statuses[path] = client.post("/_dash-update-component", json=body).status_code
for path in ("/health", "/download/data/skills_imperative.csv", "/api/v1/datasets", "/catalogue.jsonld"):
    statuses[path] = client.get(path).status_code
for thread in threading.enumerate():
    if thread.name == "warm" and "all that it opens" in sys.argv:
        thread.join()  # what it opens counts too
for held in os.listdir("/proc/self/fd"):
    try:
        opened.add(os.readlink(f"/proc/self/fd/{held}"))
    except OSError:
        pass
mapped = {line.split()[-1] for line in open("/proc/self/maps") if "/" in line}
print(json.dumps({"statuses": statuses, "opened": sorted(opened | mapped)}), flush=True)
os._exit(0)  # what warms up need not end
"""


def run(data, *more: str) -> dict:
    environment = {"AUDIENCE": "public", "DATA_DIR": str(data), "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-c", PROGRAM, *more]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.full
def test_the_public_process_opens_nothing_of_the_office_beside_it(built_in):
    said = run(built_in, "all that it opens")
    assert set(said["statuses"].values()) == {200}
    office = [str(folder.resolve()) for folder in (built_in / "office", ROOT / "data" / "office")]
    assert any(path.endswith(".duckdb") for path in said["opened"])  # what it does open is seen
    assert [
        path for path in said["opened"] if path.startswith(tuple(office)) or "record.sqlite" in path
    ] == []


@pytest.mark.full
def test_the_public_process_serves_where_there_is_no_office_folder(built_in, tmp_path):
    for entry in built_in.iterdir():
        if entry.name not in ("office", "sources"):
            (tmp_path / entry.name).symlink_to(entry.resolve())
    (tmp_path / "sources").mkdir()
    for entry in (ROOT / "data" / "sources").glob("*.toml"):
        if 'audience     = "office"' not in entry.read_text("utf-8"):
            (tmp_path / "sources" / entry.name).symlink_to(entry)
    said = run(tmp_path)
    assert set(said["statuses"].values()) == {200}

"""One `python -m dashboard COMMAND`: what there is, each with help of its own, and help that does nothing."""

import builtins
import errno
import os
import re
import socket
import subprocess
import sys
import time
import types
import urllib.request
from io import BytesIO, TextIOWrapper

import pytest

from dashboard.__main__ import COMMANDS, main
from dashboard.settings import ROOT

_APP = "import runpy; runpy.run_path('app.py', run_name='__main__')"


def test_the_overview_lists_every_command(capsys):
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    wanted = ("run", "build", "refresh", "draft", "indicator", "pack", "audit", "record")
    assert [name for name in wanted if f"\n  {name} " not in said] == []


def test_the_readme_lists_every_command():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = re.search(r"lists every command \(([^)]+)\)", readme)
    assert listed is not None
    assert sorted(re.findall(r"\w+", listed[1])) == sorted(COMMANDS)


def test_a_command_that_is_not_there_is_named_with_those_that_are(capsys):
    assert main(["biuld"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("biuld: there is no such command")
    assert "\n  build " in said


@pytest.mark.parametrize("name", COMMANDS)
def test_help_says_how_it_is_used_and_writes_nothing(name, capsys, monkeypatch):
    monkeypatch.setattr("pathlib.Path.write_text", _never)
    monkeypatch.setattr("pathlib.Path.mkdir", _never)
    monkeypatch.setattr(subprocess, "run", _never)
    opened = builtins.open
    monkeypatch.setattr(builtins, "open", lambda *given, **more: _read_only(opened, *given, **more))
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert f"usage: python -m dashboard {name}" in capsys.readouterr().out


def test_a_letter_that_the_terminal_lacks_ends_no_command(monkeypatch):
    shown = TextIOWrapper(BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", shown)
    with pytest.raises(SystemExit) as ended:
        main(["pack", "--help"])
    shown.flush()
    assert (ended.value.code, rb"\u2019" in shown.buffer.getvalue()) == (0, True)


def _never(*given, **_):
    raise AssertionError(f"help did something: {given}")


def _read_only(opened, file, mode="r", *given, **more):
    assert not set("wax+") & set(mode), file
    return opened(file, mode, *given, **more)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EFBIG])
def test_a_disk_that_takes_nothing_is_one_sentence_of_any_command(number, capsys, monkeypatch, tmp_path):
    from dashboard.runtime.atomic_write import write_text

    def full(_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", full)
    file = tmp_path / "pack.pdf"
    module = types.SimpleNamespace(main=lambda given: write_text(file, "a pack"))
    monkeypatch.setattr("dashboard.__main__.import_module", lambda _: module)
    assert main(["pack"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"failed: {file}: {os.strerror(number)}; ")
    assert said.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_who_stops_a_command_reads_one_line(capsys, monkeypatch):
    def stopped(_):
        raise KeyboardInterrupt

    monkeypatch.setattr("dashboard.__main__.import_module", lambda _: types.SimpleNamespace(main=stopped))
    assert main(["pack"]) == 130
    assert capsys.readouterr().err.count("\n") == 1


def test_what_is_no_fault_of_the_disk_is_not_hidden(monkeypatch):
    def broken(_):
        raise ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused")

    monkeypatch.setattr("dashboard.__main__.import_module", lambda _: types.SimpleNamespace(main=broken))
    with pytest.raises(ConnectionRefusedError):
        main(["pack"])


@pytest.mark.full
def test_a_draft_leaves_no_half_file_where_files_may_not_grow(tmp_path):
    (tmp_path / "bins.csv").write_text(
        "code,2024\n" + "".join(f"E0800000{at},{at}\n" for at in range(1, 9)), "utf-8"
    )
    (tmp_path / "sources").mkdir()
    for name in ("public", "regions"):
        (tmp_path / name).symlink_to(ROOT / "data" / name)
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100));"
        "from dashboard.__main__ import main; sys.exit(main(sys.argv[1:]))"
    )
    given = ["draft", str(tmp_path / "bins.csv"), "--data", str(tmp_path), "--write"]
    ended = subprocess.run(
        [sys.executable, "-c", code, *given], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 1
    assert f"failed: {tmp_path}/sources/bins.toml: File too large; have the limit" in ended.stderr
    assert list((tmp_path / "sources").iterdir()) == []


@pytest.mark.full
@pytest.mark.parametrize(
    ("start", "server"),
    [
        (_APP, "gunicorn"),
        (f"from tests.windows import hide; hide(); {_APP}", ""),
        ("import sys; sys.argv = ['gunicorn', '-b', f'127.0.0.1:{PORT}', 'app:server'];"
         "from gunicorn.app.wsgiapp import run; run()", "gunicorn"),
        ("import sys; sys.argv = ['flask', '--app', 'app:server', 'run', '-p', str(PORT)];"
         "from flask.cli import main; main()", "Werkzeug"),
    ],
    ids=["python app.py", "python app.py without what Windows lacks", "gunicorn app:server", "flask run"],
)  # fmt: skip
def test_it_serves_as_people_start_it(start, server, built_in):
    port = _free()
    command = [sys.executable, "-c", f"PORT = {port}; {start}"]
    environment = os.environ | {"PORT": str(port), "DATA_DIR": str(built_in), "WORKERS": "1"}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        with _answer(f"http://127.0.0.1:{port}/health", process) as answer:
            assert b'"status":"ok"' in answer.read()
            assert server in (answer.headers["Server"] or "")
    finally:
        process.terminate()
        process.communicate(timeout=20)


@pytest.mark.full
def test_how_memory_is_kept_is_said_before_duckdb_is_loaded_whoever_serves(built_in):
    """`gunicorn app:server` and `flask --app app:server run` load app, and nothing of ours before it."""
    code = """
import os, sys
class Spy:
    def find_spec(self, name, *_):
        if name in ("duckdb", "pyarrow"):
            print(name, os.environ.get("DUCKDB_JE_MALLOC_CONF"), os.environ.get("ARROW_DEFAULT_MEMORY_POOL"))
sys.meta_path.insert(0, Spy())
import app
"""
    environment = {name: text for name, text in os.environ.items() if "JE_MALLOC" not in name}
    environment |= {"DATA_DIR": str(built_in), "ARROW_DEFAULT_MEMORY_POOL": "jemalloc"}
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )
    said = "dirty_decay_ms:0,muzzy_decay_ms:0 jemalloc"  # what somebody has said stays
    assert {*ended.stdout.splitlines()} <= {f"duckdb {said}", f"pyarrow {said}"}
    assert f"duckdb {said}" in ended.stdout


def _free():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _answer(url, process):
    until = time.monotonic() + 30
    while time.monotonic() < until and process.poll() is None:
        try:
            return urllib.request.urlopen(url, timeout=5)  # noqa: S310
        except OSError:
            time.sleep(0.2)
    process.kill()
    raise AssertionError(process.communicate()[1][-2000:])


@pytest.mark.full
def test_a_datastore_is_built_and_a_source_read_without_what_windows_lacks(tmp_path):
    """The lock, the view of a source's files and the swap all have another way."""
    code = """
import subprocess  # it asks for msvcrt
from tests.windows import hide
hide()
import sys
sys.modules["msvcrt"] = type(sys)("msvcrt")
sys.modules["msvcrt"].locking = lambda *given: None
sys.modules["msvcrt"].LK_NBLCK = 2
from pathlib import Path
from tests.datastores import assemble
from dashboard.ingest.inputs import Inputs
from dashboard.ingest.file_lock import exclusive
from tests.tables import publish
here = Path(sys.argv[1])
folder = publish(here / "given", bins="area_code | value\\nE08000001 | 1")
assemble(folder, here / "datastore.duckdb")
assemble(folder, here / "datastore.duckdb")
assert (here / "datastore.duckdb").stat().st_size
with exclusive(here / "work"), Inputs(folder, {"bins.parquet": ""}).view() as view:
    assert (view / "bins.parquet").read_bytes() == (folder / "bins.parquet").read_bytes()
"""
    ended = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 0, ended.stderr[-2000:]


def test_no_path_encoding_or_date_is_that_of_one_system():
    """Text is read and written as UTF-8 whatever the machine's own is, and no date asks the C library."""
    faults = []
    for path in sorted((ROOT / "dashboard").rglob("*.py")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            bare = any(call in line for call in (".read_text()", ".open()", ".open('r')", '.open("w")'))
            if bare or "%-d" in line or "%-m" in line:
                faults.append(f"{path.relative_to(ROOT)}:{number}")
    assert faults == []

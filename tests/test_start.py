"""Starting up: every mistake is one sentence that names what is wrong and what to do."""

import os
import shutil
import socket
import subprocess
import sys

import pytest

from dashboard.settings import ROOT, InvalidSetting, Settings


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"REGION": "Manchester"}, "REGION='Manchester': give the ONS code of a combined authority"),
        ({"AUDIENCE": "press"}, "AUDIENCE='press': set it to one of: public, office"),
        ({"PORT": "eighty"}, "PORT='eighty': give a whole number from 1 to 65535"),
        ({"WORKERS": "0"}, "WORKERS='0': give a whole number from 1 to 64"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(environment, sentence):
    with pytest.raises(InvalidSetting) as refusal:
        Settings.from_environment(environment)
    assert sentence in str(refusal.value)


def start(**environment):
    return subprocess.run(
        [sys.executable, "-m", "dashboard"],
        cwd=ROOT,
        env=os.environ | {"WORKERS": "1"} | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_a_port_in_use_is_said_before_anything_is_served(built_in):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ended = start(PORT=str(taken.getsockname()[1]), DATA_DIR=str(built_in))
    assert ended.returncode == 2
    assert "cannot be used (Address already in use)" in ended.stderr


def test_an_unknown_region_lists_the_ones_there_are(built_in):
    ended = start(REGION="E47000099", DATA_DIR=str(built_in))
    assert ended.returncode == 2
    assert "REGION='E47000099' is no combined authority; choose one of: " in ended.stderr
    assert "E47000006 Tees Valley" in ended.stderr


def test_a_corrupt_datastore_is_named_with_what_to_do(built_in, tmp_path):
    (tmp_path / "office").mkdir()
    shutil.copy(built_in / "office" / "datastore.duckdb", tmp_path / "office" / "datastore.duckdb")
    with (tmp_path / "office" / "datastore.duckdb").open("r+b") as file:
        file.write(b"torn" * 2000)
    ended = start(DATA_DIR=str(tmp_path))
    assert ended.returncode == 2
    assert "datastore.duckdb: the datastore cannot be read" in ended.stderr
    assert "run `make data`" in ended.stderr

"""Starting up: every mistake is one sentence that names what is wrong and what to do."""

import os
import shutil
import socket
import subprocess
import sys

import pytest

from dashboard.settings import ROOT, Settings
from dashboard.settings.environment import InvalidSetting
from dashboard.web.start import main

pytestmark = pytest.mark.core
SIGN_IN = {
    "OIDC_CLIENT_ID": "c",
    "OIDC_CLIENT_SECRET": "s",
    "PUBLIC_ADDRESS": "https://office.example",
    "SESSION_SECRET": "0123456789abcdef0123456789abcdef",
}


FOLDERS = ("DATA_DIR", "QUERIES_DIR", "PRERELEASE")


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"REGION": "Manchester"}, "REGION='Manchester': give the code of a city region"),
        ({"AUDIENCE": "press"}, "AUDIENCE='press': set it to one of: public, office"),
        ({"PORT": "eighty"}, "PORT='eighty': give a whole number from 1 to 65535"),
        ({"WORKERS": "0"}, "WORKERS='0': give a whole number from 1 to 64"),
        ({"PUBLIC_VIEW": "https://data.example.gov.uk]"}, "PUBLIC_VIEW='https://data.example.gov.uk]': give"),
        ({"PUBLIC_VIEW": "https://a.example?x=1"}, "PUBLIC_VIEW='https://a.example?x=1': give an address"),
        ({"PUBLIC_VIEW": "https://a.example:80a"}, "PUBLIC_VIEW='https://a.example:80a': give an address"),
        ({"PUBLIC_VIEW": "https://[2001:db8::zz]"}, "PUBLIC_VIEW='https://[2001:db8::zz]': give an address"),
        (
            {"HOST": "[::1]:8050"},
            "HOST='[::1]:8050': give a name or an address alone, such as ::1; the port is",
        ),
        ({"HOST": "2001:db8::zz"}, "HOST='2001:db8::zz': give a name or an address alone"),
        ({"PUBLIC_ADDRESS": "https://[::1"}, "PUBLIC_ADDRESS='https://[::1': give an address"),
        ({**SIGN_IN, "OIDC_ISSUER": "https://["}, "OIDC_ISSUER='https://[': give an address"),
        ({**SIGN_IN, "OIDC_ISSUER": "https://a b"}, "OIDC_ISSUER='https://a b': give an address"),
        ({**SIGN_IN, "OIDC_ISSUER": "https://a", "ROLE_CLAIM": " "}, "ROLE_CLAIM: it names no claim"),
        *(({name: "a\0b"}, f"{name}='a\\x00b': it cannot be used as a path") for name in FOLDERS),
        *(({name: "a" * 5000}, f"{name}='aaa") for name in FOLDERS),
        ({"DATA_DIR": "/a" * 2020}, "DATA_DIR='/a/a"),  # the path of no file in it could be named
        (
            {"DATA_DIR": "/year?"},
            "DATA_DIR='/year?': nothing in it can be opened (DuckDB takes a question mark",
        ),
        (
            {"DATA_DIR": "/y\udcff"},
            "DATA_DIR='/y\\udcff': nothing in it can be opened (DuckDB reads names in UTF-8)",
        ),
        ({"DATA_DIR": "/a" * 250}, "nothing in it can be opened (SQLite opens no file whose path is longer"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(environment, sentence):
    with pytest.raises(InvalidSetting) as refusal:
        Settings.from_environment(environment)
    assert sentence in str(refusal.value)
    assert len(str(refusal.value)) < 400


@pytest.mark.parametrize("name", ["DATA_DIR", "QUERIES_DIR"])
def test_a_path_that_is_too_long_is_one_sentence(built_in, start, name):
    code, said = start(**{"DATA_DIR": built_in, name: "a" * 300})
    assert (code, said.count("\n")) == (2, 1)
    assert said.startswith(f"{name}='aaa")


@pytest.fixture
def start(monkeypatch, capsys):
    """start(PORT="1", ...) -> the exit code of `python -m dashboard` and what it says to the person."""

    def start(**environment):
        for name, value in environment.items():
            monkeypatch.setenv(name, str(value))
        code, said = main(), capsys.readouterr()
        return code, said.out + said.err

    return start


def test_a_port_in_use_is_said_before_anything_is_served(built_in, start):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, said = start(PORT=taken.getsockname()[1], DATA_DIR=built_in)
    assert code == 2
    assert "cannot be used (Address already in use)" in said


def test_an_unknown_region_lists_the_ones_there_are(built_in, start):
    code, said = start(REGION="E47000099", DATA_DIR=built_in)
    assert code == 2
    assert "REGION='E47000099' is no city region here; choose one of: " in said
    assert "E47000006 Tees Valley" in said


@pytest.mark.parametrize(
    ("name", "there", "sentence"),
    [
        ("DATA_DIR", False, "there is no such folder; name that of the figures"),
        ("QUERIES_DIR", False, "there is no such folder; name that of the indicators"),
        ("QUERIES_DIR", True, "it holds no indicator, a file theme/name.sql; name the folder that does"),
    ],
)
def test_a_folder_with_nothing_to_serve_is_refused_before_anything_else_is_said(
    built_in, tmp_path, start, name, there, sentence
):
    folder = tmp_path / "folder"
    if there:
        folder.mkdir()
    given = {"DATA_DIR": built_in, name: folder}
    assert start(**given) == (2, f"{name}={str(folder)!r}: {sentence}\n")


def test_a_folder_that_is_set_to_nothing_is_the_usual_one():
    given = Settings.from_environment({"DATA_DIR": "", "QUERIES_DIR": ""})
    assert (given.data, given.queries) == (Settings.data, Settings.queries)


def test_a_corrupt_datastore_is_named_with_what_to_do(built_in, tmp_path, start):
    torn = tmp_path / "office" / "datastore.duckdb"
    torn.parent.mkdir()
    shutil.copy(built_in / "office" / "datastore.duckdb", torn)
    with torn.open("r+b") as file:
        file.write(b"torn" * 2000)
    code, said = start(DATA_DIR=tmp_path)
    assert code == 2
    assert "datastore.duckdb: the datastore cannot be read" in said
    assert "run `make data`" in said


@pytest.mark.full
def test_a_first_build_that_fails_is_said_once_and_nothing_is_served(tmp_path, monkeypatch, capfd):
    """It runs in a process of its own, so that workers do not carry what a build loads."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    assert main() == 2
    said = capfd.readouterr()
    assert said.err.count("\n") == 2
    assert said.err.startswith("Assembling the datastore from the built-in snapshot: once, in about a minute")
    assert "manifest.json: there is no manifest; run `make refresh` to publish the figures" in said.err
    assert said.out == ""  # a program may read it as JSON


def test_the_command_ends_with_the_code_and_one_sentence():
    command = [sys.executable, "-m", "dashboard"]
    ended = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"AUDIENCE": "press"}, capture_output=True, text=True, timeout=60
    )
    assert (ended.returncode, ended.stderr) == (2, "AUDIENCE='press': set it to one of: public, office\n")


@pytest.mark.parametrize(
    ("host", "bind"),
    [
        ("127.0.0.1", "127.0.0.1:80"),
        ("::1", "[::1]:80"),
        ("[::1]", "[::1]:80"),
        (" 0:0:0:0:0:0:0:1", "[::1]:80"),
        ("::ffff:127.0.0.1", "127.0.0.1:80"),
    ],
)
def test_an_address_of_ipv6_stands_in_brackets_before_its_port(host, bind):
    assert Settings.from_environment({"HOST": host, "PORT": "80"}).bind == bind


@pytest.mark.parametrize("address", ["https://[2001:db8::5]:8443", "http://[::1]:8050"])
def test_the_public_view_may_be_at_an_address_of_ipv6(address):
    assert Settings.from_environment({"PUBLIC_VIEW": f"{address}/"}).public_view == address


def test_a_host_at_which_nothing_can_listen_is_named_and_not_the_port(built_in, start):
    code, said = start(HOST="192.0.2.1", AUDIENCE="public", DATA_DIR=built_in)
    assert code == 2
    assert said.startswith(
        "HOST='192.0.2.1': nothing can listen there (Cannot assign requested address); give"
    )

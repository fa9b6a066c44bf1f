"""What is installed where it serves: pinned with hashes, nothing of the tests, free licences."""

import re
from importlib import metadata

import pytest

from dashboard.settings import ROOT

PIN = re.compile(r"^([\w.-]+)(?:\[\w+\])?==([\w.]+)", re.MULTILINE)
FREE = re.compile(
    r"MIT|BSD|Apache|PSF|ISC|Zlib|CC0|MPL[- ]2|Mozilla Public License 2|ZPL|Zope Public|"
    r"\bLGPL-3"  # psycopg, a library that is called as it is
)
UNNAMED = {"setuptools"}  # pinned because others ask for it, and not always installed


def pins(text: str) -> dict[str, str]:
    """Package -> version."""
    return {name.lower().replace("_", "-"): version for name, version in PIN.findall(text)}


RUNS, TESTS = map(pins, (ROOT / "requirements.txt").read_text("utf-8").split("# Tests and checks"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")


def test_the_lock_holds_what_runs_in_the_versions_asked_for():
    locked = pins(LOCK)
    assert {name: locked.get(name) for name in RUNS} == RUNS, "run `make lock`"


def test_nothing_of_the_tests_is_locked():
    assert set(TESTS) & set(pins(LOCK)) == set()


def test_every_package_of_the_lock_has_its_hashes():
    packages = re.split(r"\n(?=[\w.-]+==)", LOCK.strip())
    assert len(packages) == len(pins(LOCK))
    assert [package.split()[0] for package in packages if "--hash=sha256:" not in package] == []


@pytest.mark.parametrize("name", sorted(set(pins(LOCK)) - UNNAMED))
def test_its_licence_lets_a_council_use_it(name):
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        pytest.skip("not for this system")
    said = [
        about.get("License-Expression"),
        (about.get("License") or "")[:60],
        *(about.get_all("Classifier") or []),
    ]
    licences = [text for text in said if text and (text in said[:2] or text.startswith("License"))]
    assert any(FREE.search(text) for text in licences), licences
    assert not any(re.search(r"\b(AGPL|GPL-[23])|Affero", text) for text in licences), licences

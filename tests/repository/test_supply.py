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
ADDED = (ROOT / "requirements-mcp.lock").read_text("utf-8")


def test_the_lock_holds_what_runs_in_the_versions_asked_for():
    locked = pins(LOCK)
    assert {name: locked.get(name) for name in RUNS} == RUNS, "run `make lock`"


def test_nothing_of_the_tests_is_locked():
    assert set(TESTS) & set(pins(LOCK)) == set()


def test_what_assistants_need_is_locked_beside_it():
    asked = pins((ROOT / "requirements-mcp.txt").read_text("utf-8"))
    runs, added = pins(LOCK), pins(ADDED)
    assert {name: added.get(name) for name in asked} == asked, "run `make lock`"
    assert {name: version for name, version in added.items() if runs.get(name, version) != version} == {}


@pytest.mark.parametrize("page", ["deploy.md", "connect.md"])
def test_what_serves_is_installed_from_a_lock(page):
    told = re.findall(r"pip install [^`\n]*-r \S+", (ROOT / "docs" / page).read_text("utf-8"))
    assert told
    assert [line for line in told if "--require-hashes" not in line or ".lock" not in line] == []


@pytest.mark.parametrize("lock", [LOCK, ADDED], ids=["runs", "assistants"])
def test_every_package_of_the_lock_has_its_hashes(lock):
    packages = re.split(r"\n(?=[\w.-]+==)", lock.strip())
    assert len(packages) == len(pins(lock))
    assert [package.split()[0] for package in packages if "--hash=sha256:" not in package] == []


def test_what_browsers_get_beside_our_scripts_is_told_in_its_versions():
    (plotly,) = (ROOT / "assets/vendor").iterdir()
    bundle = re.search(r"(plotly.js) \(basic - minified\) v([\d.]+)\n", plotly.read_text("utf-8")[:200])
    dash = metadata.files("dash") or []
    used = [re.fullmatch(r"dash/deps/(react|prop-types)@([\d.]+)\.min\.js", str(path)) for path in dash]
    newest = {found[1]: found[2] for found in sorted(filter(None, used), key=lambda found: found[0])}
    told = (ROOT / "docs/deploy.md").read_text("utf-8").lower()
    for name, version in {bundle[1]: bundle[2], **newest}.items():
        assert f"{name} {version}" in told


def test_the_licence_of_each_lets_a_council_use_it():
    named = {name: _licences(name) for name in sorted(set(pins(LOCK)) - UNNAMED)}
    known = {name: found for name, found in named.items() if found is not None}
    assert len(known) > 0.9 * len(named), "not for this system: all others"
    assert {name: found for name, found in known.items() if not any(map(FREE.search, found))} == {}
    bound = re.compile(r"\b(AGPL|GPL-[23])|Affero")
    assert {name: found for name, found in known.items() if any(map(bound.search, found))} == {}


def _licences(name: str) -> list[str] | None:
    """What the package says of its licence; None where it is not for this system."""
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    named = [about.get("License-Expression"), (about.get("License") or "")[:60]]
    return [
        *filter(None, named),
        *(text for text in about.get_all("Classifier") or [] if text.startswith("License")),
    ]

"""README and docs name only what is there: files, commands, targets of make, and settings."""

import re
from itertools import chain

import pytest

from dashboard.settings import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
# What a running product writes, and is not in the repository.
WRITTEN = (
    "data/.refresh",
    "data/archive",
    "data/inbox",
    "data/packs",
    "data/prerelease",
    "data/record",
    "data/reports",
)
EXAMPLES = (
    "data/briefs/x.toml",
    "data/public/decisions.json",
    "data/public/answers.json",
    "data/public/pilots.json",
    "data/public/promises.json",
)
_PATH = re.compile(r"(?<![\w/.-])((?:dashboard|tests|assets|queries|data|docs|deploy)/[\w./-]+\w)")


def paths(text: str) -> set[str]:
    """The files and folders of this repository that `text` names outright."""
    whole = {
        found for found in _PATH.findall(re.sub(r"\S*[<*{]\S*", "", text)) if "." in found or "/" in found
    }
    return {path for path in whole if not path.startswith(WRITTEN) and path not in EXAMPLES}


# decisions.md is not asked: an entry tells of its day and is never edited.
@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.stem != "decisions"], ids=lambda page: page.name
)
def test_every_file_that_is_named_is_there(page):
    text = page.read_text("utf-8")
    assert [path for path in sorted(paths(text)) if not (ROOT / path).exists()] == []
    linked = re.findall(r"\]\((?!http|#)([^)#]+)", text)
    assert [link for link in linked if not (page.parent / link).exists()] == []


def test_every_target_of_make_is_there():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = chain.from_iterable(
        re.findall(r"(?:`|^)make ([a-z-]+)", page.read_text("utf-8"), re.MULTILINE) for page in PAGES
    )
    assert set(named) <= targets


def test_every_module_that_is_run_is_there():
    named = chain.from_iterable(
        re.findall(r"python -m ((?:dashboard|tests)[\w.]*)", page.read_text("utf-8")) for page in PAGES
    )
    for module in set(named):
        path = ROOT / module.replace(".", "/")
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), module


def test_every_setting_is_documented():
    code = "".join(path.read_text("utf-8") for path in (ROOT / "dashboard" / "settings").glob("*.py"))
    read = set(re.findall(r"\"([A-Z][A-Z_]{3,})\"", code)) - {"FLASK_DEBUG", "DASH_DEBUG"}
    said = (ROOT / "docs" / "deploy.md").read_text("utf-8")
    assert [name for name in sorted(read) if f"`{name}" not in said] == []

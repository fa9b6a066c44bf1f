"""README and docs name only what is there: files, commands, targets of make, and settings."""

import re
from itertools import chain
from pathlib import Path

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
# Endings of files, which dotted names of code have not.
ENDINGS = (".toml", ".json", ".jsonl", ".parquet", ".duckdb", ".lock")
# Dotted names that are no code: a claim of a token, a logger, a setting of Spark.
NO_CODE = ("realm_access.roles", "dashboard.security", "spark.sql.shuffle.partitions")
# A module, and what stands in it: `xmr.xmr`; a module by its folder: `attention.tiers`.
_DOTTED = re.compile(r"`((?:[a-z]\w*\.)+[a-z]\w*)`")
_CODE_FILE = re.compile(r"(?<![\w/.*>-])(\w[\w/]*\.py)\b")
_PATH = re.compile(r"(?<![\w/.-])((?:dashboard|tests|assets|queries|data|docs|deploy)/[\w./-]+\w)")


def paths(text: str) -> set[str]:
    """The files and folders of this repository that `text` names outright."""
    whole = {
        found for found in _PATH.findall(re.sub(r"\S*[<*{]\S*", "", text)) if "." in found or "/" in found
    }
    return {path for path in whole if not path.startswith(WRITTEN) and path not in EXAMPLES}


def ours() -> list[Path]:
    """The modules of the product and its tests."""
    return [path for folder in ("dashboard", "tests") for path in (ROOT / folder).rglob("*.py")]


def code_named(name: str) -> bool:
    """Whether the dotted `name` is a module or package of ours by its end, or something that one defines."""
    *module, last = name.split(".")
    defined = re.compile(rf"^ *(?:(?:def|class) {last}\b|{last}: |{last} = )", re.MULTILINE)
    for path in (ROOT / "dashboard").rglob("*.py"):
        parts = path.relative_to(ROOT).with_suffix("").parts
        parts = parts[:-1] if parts[-1] == "__init__" else parts
        if list(parts[-len(module) - 1 :]) == [*module, last]:
            return True
        if list(parts[-len(module) :]) == module and defined.search(path.read_text("utf-8")):
            return True
    return False


# decisions.md is not asked: an entry tells of its day and is never edited.
NOW = [page for page in PAGES if page.stem != "decisions"]


@pytest.mark.parametrize("page", NOW, ids=lambda page: page.name)
def test_every_file_that_is_named_is_there(page):
    text = page.read_text("utf-8")
    assert [path for path in sorted(paths(text)) if not (ROOT / path).exists()] == []
    linked = re.findall(r"\]\((?!http|#)([^)#]+)", text)
    assert [link for link in linked if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", NOW, ids=lambda page: page.name)
def test_every_name_of_code_is_there(page):
    text = page.read_text("utf-8")
    dotted = {name for name in _DOTTED.findall(text) if not name.endswith((".py", *ENDINGS))} - {*NO_CODE}
    assert [name for name in sorted(dotted) if not code_named(name)] == []
    files = {f"/{path.relative_to(ROOT).as_posix()}" for path in (*ROOT.glob("*.py"), *ours())}
    named = set(_CODE_FILE.findall(text))
    assert [name for name in sorted(named) if not any(file.endswith(f"/{name}") for file in files)] == []


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

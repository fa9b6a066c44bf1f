"""The layers of DESIGN.md: each may import what lies below it, never what lies above or beside."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "dashboard"

# What each part may import of ours. Whatever is not listed may not be imported.
ALLOWED = {
    "methods": set(),
    "catalogue": set(),
    "settings": {"catalogue"},
    "logs": set(),
    "recorded": set(),
    "reached": set(),
    "delivery": set(),
    "kept_answers": set(),
    "callback_json": {"markup"},
    "markup": set(),
    "security": {"settings"},
    "limits": {"refusals"},
    "refusals": {"components"},
    "callback_body": set(),
    "signin": {"settings"},
    "embargo": {"settings", "signin"},
    "datastore": {"catalogue", "settings", "methods"},
    "engine": {"catalogue", "datastore", "settings"},
    "ingest": {"catalogue", "methods", "datastore", "settings", "reached"},
    "site": {"recorded", "datastore", "catalogue", "settings"},
    "asked": {"catalogue"},
    "address": {"asked", "site", "datastore", "catalogue"},
    "figures": {"site", "datastore", "catalogue", "methods"},
    "record": {
        "signin",
        "recorded",
        "statements",
        "site",
        "address",
        "datastore",
        "catalogue",
        "settings",
    },
    "statements": {"recorded", "site", "datastore", "catalogue", "methods"},
    "components": {
        "markup",
        "record",
        "recorded",
        "exports",
        "statements",
        "figures",
        "site",
        "address",
        "datastore",
        "catalogue",
        "methods",
    },
    "pages": {
        "record",
        "recorded",
        "packs",
        "exports",
        "audit",
        "components",
        "statements",
        "figures",
        "site",
        "address",
        "datastore",
        "catalogue",
        "methods",
    },
    "packs": {
        "asked",
        "record",
        "exports",
        "components",
        "statements",
        "figures",
        "site",
        "address",
        "datastore",
        "catalogue",
        "methods",
        "settings",
    },
    "exports": {"statements", "figures", "site", "address", "datastore", "catalogue"},
    "audit": {"exports", "site", "datastore", "catalogue", "methods", "settings", "reached"},
    "api": {
        "asked",
        "components",
        "exports",
        "audit",
        "statements",
        "figures",
        "site",
        "address",
        "datastore",
        "catalogue",
    },
}
# The top, which puts the parts together, may import everything.
TOP = {"factory", "routes", "build", "derived", "refresh", "serve", "start", "warm", "__main__", "__init__"}


def _modules():
    for path in sorted(PACKAGE.rglob("*.py")):
        part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if part not in TOP:
            yield pytest.param(path, part, id=str(path.relative_to(PACKAGE)))


def _imports(path: Path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize(("path", "part"), list(_modules()))
def test_a_part_imports_only_what_lies_below_it(path, part):
    ours = {name.split(".")[1] for name in _imports(path) if name.startswith("dashboard.")}
    assert part in ALLOWED, f"{path.name}: say in this test where dashboard/{part} stands in the layers"
    assert ours <= ALLOWED[part] | {part}


def test_pages_do_not_know_each_other():
    pages = {path.stem for path in (PACKAGE / "pages").glob("*.py")} - {"__init__"}
    for path in (PACKAGE / "pages").glob("[!_]*.py"):
        named = {name.rsplit(".", 1)[-1] for name in _imports(path) if name.startswith("dashboard.pages.")}
        assert not named & pages, f"{path.name} imports another page"


def test_only_the_datastore_opens_duckdb():
    for path in PACKAGE.rglob("*.py"):
        if "datastore" not in path.parts and path.name != "build.py":
            text = path.read_text(encoding="utf-8")
            assert "duckdb.connect" not in text, f"{path}: go through dashboard.datastore"


def test_no_file_is_called_utils():
    assert not [path for path in PACKAGE.rglob("*") if path.stem in {"utils", "helpers", "common"}]

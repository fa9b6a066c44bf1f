"""The layers of DESIGN.md: each may import what lies below it, never what lies above or beside."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "dashboard"

# What each part may import of ours. Whatever is not listed may not be imported.
FIGURES = {"catalogue", "datastore"}
SITE = FIGURES | {"site"}
SAID = SITE | {"asked", "parameters", "address", "figures", "statements"}
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
    "refusals": {"asked", "components"},
    "callback_body": set(),
    "signin": {"settings"},
    "embargo": {"settings", "signin"},
    "datastore": {"catalogue", "settings", "methods"},
    "engine": FIGURES | {"settings"},
    "ingest": FIGURES | {"methods", "settings", "reached"},
    "site": FIGURES | {"recorded", "settings"},
    "asked": {"catalogue"},
    "parameters": {"asked", "site", "datastore"},
    "address": {"asked", "parameters", "site", "datastore"},
    "figures": SITE | {"methods"},
    "statements": SITE | {"recorded", "methods"},
    "record": SITE | {"statements", "asked", "parameters", "address", "signin", "recorded", "settings"},
    "exports": SITE | {"statements"},
    "audit": SITE | {"exports", "methods", "settings", "reached"},
    "search": SITE | {"address", "exports"},
    "components": SAID | {"search", "exports", "record", "recorded", "markup", "methods"},
    "pages": SAID | {"components", "packs", "exports", "audit", "record", "recorded", "methods"},
    "packs": SAID | {"components", "exports", "record", "methods", "settings"},
    "api": SAID | {"components", "exports", "audit", "search"},
}
# The top, which puts the parts together, may import everything.
TOP = {"factory", "callbacks", "routes", "serve", "start", "warm", "build", "derived", "refresh"}
TOP |= {"__main__", "__init__"}


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


def test_only_what_reads_ons_knows_its_level_for_combined_authorities():
    """Founded, they are city regions: code that asks for the level of before finds nothing, in silence."""
    for path in PACKAGE.rglob("*.py"):
        if "ingest" not in path.parts and path.name != "founding.py":
            assert '"combined_authority"' not in path.read_text(encoding="utf-8"), path

"""The layers of tests/architecture.py: each part imports what lies below it, never what lies above or
beside."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from dashboard.settings import ROOT
from tests.architecture import (
    DOCUMENT,
    LAYERS,
    PACKAGE,
    circle,
    document,
    imported,
    layer_of,
    main,
    modules,
    part_of,
    parts,
)

MOST_LINES = 250  # of one file, tests too
MOST_MODULES = 25  # of one folder: more than that nobody reads through

# What a part may not import although it lies below: from -> to, and why.
KEPT_APART = {
    ("ingest", "settings"): "a run is told its folders",
    ("exports", "address"): "a file is the same whatever address asks for it",
    ("charts", "address"): "a chart in a pack has no address",
    ("packs", "components"): "packs are printed: no Dash in them",
    ("packs", "address"): "a pack in a file has no address",
    ("audit", "statements"): "the audit counts, its page speaks",
    ("record", "charts"): "the record keeps, pages draw",
    ("components", "audit"): "only the data pages show it",
    ("statements", "settings"): "words depend on figures alone",
    ("datastore", "settings"): "a store is told its file",
}


def test_a_part_imports_only_what_lies_below_it():
    assert [said for module in modules() if part_of(module) for said in _not_below(module)] == []


def _not_below(module: str) -> list[str]:
    """What `module` imports and may not."""
    part = part_of(module)
    others = {part_of(name) for name in imported(module)} - {part, ""}
    above = [
        f"{module} imports {other}, not below it" for other in others if layer_of(other) >= layer_of(part)
    ]
    apart = {other: KEPT_APART[part, other] for other in others if (part, other) in KEPT_APART}
    return above + [f"{module} imports {other}: {why}" for other, why in apart.items()]


def test_every_part_stands_in_one_layer():
    assert sorted(parts()) == sorted(part for layer in LAYERS for part in layer)


def test_there_is_no_circle_of_imports():
    assert not circle(), " -> ".join(circle())


def test_no_file_is_longer_than_one_can_read_through():
    ours = ("*.py", "*.js", "*.css", "*.typ", "*.j2", "*.sql")
    folders = ("dashboard", "tests", "assets", "queries")
    files = [path for folder in folders for kind in ours for path in (ROOT / folder).rglob(kind)]
    files = [path for path in files if path.parent != ROOT / "assets" / "vendor"]  # a library's own
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in files}
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}
    assert len(lengths) > 1000


def test_no_folder_has_more_modules_than_one_can_read_through():
    held = Counter(path.parent for path in modules().values() if path.name != "__init__.py")
    assert {str(folder): count for folder, count in held.items() if count > MOST_MODULES} == {}


def test_pages_of_one_capability_do_not_know_those_of_another():
    for module in modules():
        if module.startswith("dashboard.pages."):
            own = ".".join(module.split(".")[:3])
            others = {name for name in imported(module) if name.startswith("dashboard.pages.")}
            assert not {name for name in others if not f"{name}.".startswith(f"{own}.")}, module


def test_charts_and_packs_hold_no_dash():
    for module, path in modules().items():
        if part_of(module) in ("charts", "packs", "statements", "methods"):
            assert not re.search(r"^(from|import) dash(\s|\.|_)", path.read_text("utf-8"), re.M), module


def test_an_http_route_stands_in_web():
    for module, path in modules().items():
        if part_of(module) != "web":
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"@server\.(get|post|route)|add_url_rule", text), module


def test_only_the_datastore_opens_duckdb():
    for path in PACKAGE.rglob("*.py"):
        if "datastore" not in path.parts and path != PACKAGE / "build" / "datastores.py":
            text = path.read_text(encoding="utf-8")
            assert "duckdb.connect" not in text, f"{path}: go through dashboard.datastore"


def test_no_file_is_called_utils():
    assert not [path for path in PACKAGE.rglob("*") if path.stem in {"utils", "helpers", "common"}]


def test_only_what_reads_ons_knows_its_level_for_combined_authorities():
    """Founded, they are city regions: code that asks for the level of before finds nothing, in silence."""
    for path in PACKAGE.rglob("*.py"):
        if "ingest" not in path.parts and path.name != "city_regions.py":
            assert '"combined_authority"' not in path.read_text(encoding="utf-8"), path


def test_every_package_says_what_it_is():
    for path in PACKAGE.rglob("__init__.py"):
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path


def test_the_document_says_what_the_code_does():
    assert DOCUMENT.read_text(encoding="utf-8") == document(), "run python -m tests.architecture"


def test_a_stale_document_is_named_with_what_mends_it_and_is_left_as_it_is(tmp_path, monkeypatch, capsys):
    stale = tmp_path / "architecture.md"
    stale.write_text(DOCUMENT.read_text("utf-8").replace("| 1 | `methods` |", "| 2 | `methods` |"), "utf-8")
    was = stale.read_bytes()
    monkeypatch.setattr("tests.architecture.DOCUMENT", stale)
    assert main(["--check"]) == 1
    assert "docs/architecture.md" in (said := capsys.readouterr().err)
    assert "make fix" in said
    assert stale.read_bytes() == was
    assert main([]) == 0
    assert main(["--check"]) == 0


@pytest.mark.parametrize("name", ["architecture.md", "contributing.md"])
def test_every_file_and_function_that_the_documents_lead_to_is_there(name):
    text = (DOCUMENT.parent / name).read_text(encoding="utf-8")
    named = re.findall(r"`((?:dashboard|queries|data|tests|docs|assets)/[\w./*<>-]+)(?:::(\w+))?`", text)
    assert named
    root = Path(PACKAGE.parent)
    assert not [(path, function) for path, function in named if not _there(root, path, function)]


def _there(root: Path, path: str, function: str) -> bool:
    """Whether there are files at `path`, and at least one of them holds `function`, where one is named."""
    pattern = re.sub(r"<[^>]+>", "*", path).rstrip("/")
    files = [*root.glob(pattern)]
    if not function:
        return bool(files)
    return any(re.search(rf"^def {function}\(", file.read_text(encoding="utf-8"), re.M) for file in files)

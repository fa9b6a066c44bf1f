"""Digests of what an answer depends on besides figures: modules and their imports, program, definitions."""

import ast
import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent  # dashboard/
_WRITTEN = ("assets", "briefs", "frameworks", "ready", "regions", "sources")  # by people, in the data folder
_PARTS = frozenset((".py", ".toml", ".typ", ".css", ".js", ".j2"))


@cache
def fingerprint(*modules: str) -> str:
    """A digest of `modules` ("dashboard.build.datastores") and of every module of ours that they import, far
    or near."""
    return _digest(files_reached(modules), PACKAGE)


@cache
def of_program() -> str:
    """A digest of all that this program is made of, templates and styles included, as it was first asked for.

    The first process asks before it forks (dashboard/web/start.py), so that a worker that takes another's
    place names the code that it runs, and not what lies on the disk by then.
    """
    return _on_disk(PACKAGE)


def another_on_disk() -> bool:
    """Whether the program on the disk is another than the one that runs, which then waits for a restart."""
    return _on_disk(PACKAGE) != of_program()


def _on_disk(package: Path) -> str:
    folders = (package, package.parent / "assets")
    parts = (path for folder in folders for path in folder.rglob("*") if path.suffix in _PARTS)
    return _digest(parts, package.parent)


def of_definitions(data: Path) -> str:
    """A digest of what people write in the data folder: register, regions, briefs, frameworks, needs.

    By the names of its folders: a search would open the office's too, which is nothing to a public process.
    """
    folders = (data, *(data / name for name in _WRITTEN))
    return _digest((path for folder in folders for path in folder.glob("*.toml")), data)


def _digest(files: Iterable[Path], root: Path) -> str:
    """Of the names of `files` below `root` and their bytes."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def files_reached(modules: Iterable[str]) -> set[Path]:
    """The files of `modules` and of all that they import of ours, also inside functions."""
    found: set[Path] = set()
    waiting = list(modules)
    while waiting:
        path = _file(waiting.pop())
        if path and path not in found:
            found.add(path)
            waiting += _imported(path)
    return found


@cache
def _imported(path: Path) -> list[str]:
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("dashboard"):
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            names += [alias.name for alias in node.names if alias.name.startswith("dashboard")]
    return names


def _file(module: str) -> Path | None:
    stem = PACKAGE.joinpath(*module.split(".")[1:])
    for path in (stem.with_suffix(".py"), stem / "__init__.py"):
        if path.is_file():
            return path
    return None

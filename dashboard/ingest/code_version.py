"""The version of the code that makes a source's tables: what is edited is made again, what is not is kept."""

import ast
import hashlib
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]  # dashboard/


@cache
def code_version(adapter: str) -> str:
    """A digest of the adapter's module and of every module of ours that it, or `taking`, imports."""
    files = _reached([f"dashboard.ingest.adapters.{adapter}", "dashboard.ingest.taking"])
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.relative_to(PACKAGE).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _reached(modules: list[str]) -> set[Path]:
    reached: set[Path] = set()
    waiting = list(modules)
    while waiting:
        path = _file(waiting.pop())
        if path and path not in reached:
            reached.add(path)
            waiting += _imported(path)
    return reached


@cache
def _imported(path: Path) -> list[str]:
    names = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("dashboard"):
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

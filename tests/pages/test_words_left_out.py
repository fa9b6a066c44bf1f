"""Words that no policy officer uses are in no sentence of ours."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
LEFT_OUT = re.compile(
    r"what chance allows|\bparked\b|as it begins|what to mind|made by themselves|^looked after by|no news",
    re.IGNORECASE,
)


def sentences(path: Path) -> list[str]:
    """The texts of a module that a reader may see: what is one word is a key, docstrings are for us."""
    tree = ast.parse(path.read_text())
    ours = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    found = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in ours)
    return [node.value for node in found if isinstance(node.value, str) and " " in node.value]


def test_words_of_nobody_are_in_no_sentence():
    paths = [path for path in (ROOT / "dashboard").rglob("*.py") if LEFT_OUT.search(path.read_text()) or
             "looked after by" in path.read_text().lower()]  # fmt: skip
    assert {path.name: said for path in paths for said in sentences(path) if LEFT_OUT.search(said)} == {}


def test_they_would_be_seen():
    assert all(
        LEFT_OUT.search(said) for said in ("It is parked until May.", "No news here", "Looked after by")
    )

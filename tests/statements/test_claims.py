"""No text that a reader may see claims more than a method bears: every string of the product is looked at."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# What no method here can know: a cause, that a choice is safe, what will be, and the jargon of tests.
TOO_MUCH = re.compile(
    r"made things|made the figure|safe choice|no real change|is to be expected|\bproves?\b|\bproven\b|"
    r"statistically|(?<!in)significant|\bp-value|guarantee",
    re.IGNORECASE,
)
SAID = [*ROOT.glob("dashboard/*/*.py"), *ROOT.glob("dashboard/*.py")]
OTHERS = ("ask.toml", "check.toml")  # the words of whoever asks or drafts: read, and never said
WRITTEN = [
    path
    for pattern in ("queries/*/*.sql", "data/*/*.toml", "data/*.toml")
    for path in ROOT.glob(pattern)
    if path.name not in OTHERS
]


def _strings(path):
    """The text of a module that is no documentation: strings outside docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    documented = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        if node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
            yield node.value


@pytest.mark.parametrize(
    "words", ["It made things better", "Those are the safe choices", "a significant rise"]
)
def test_the_words_that_were_said_are_found(words):
    assert TOO_MUCH.search(words)


def test_no_string_of_the_product_claims_too_much():
    found = {
        f"{path.relative_to(ROOT)}: {text[:80]}"
        for path in SAID
        if path.parent.name != "methods"  # whose reasons are for analysts
        for text in _strings(path)
        if TOO_MUCH.search(text)
    }
    assert not found


def test_no_method_caveat_or_brief_claims_too_much():
    assert not {str(path) for path in WRITTEN if TOO_MUCH.search(path.read_text("utf-8"))}

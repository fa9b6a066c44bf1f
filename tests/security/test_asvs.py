"""The table of ASVS names tests that there are."""

import re

from tests.conftest import ROOT

NAMED = re.compile(r"`([\w/]+\.py)::(test_\w+)`")


def test_every_test_that_the_table_names_is_there():
    named = set(NAMED.findall((ROOT / "docs" / "asvs.md").read_text("utf-8")))
    assert named
    files = {file: ROOT / "tests" / file for file, _ in named}
    texts = {file: path.read_text("utf-8") if path.exists() else "" for file, path in files.items()}
    assert [(file, test) for file, test in sorted(named) if f"def {test}(" not in texts[file]] == []

"""The document of every page is valid HTML by the Nu Html Checker, which the W3C's validator runs."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from dashboard.settings import ROOT
from tests.web.rendering.test_documents import ALL, clients, document  # noqa: F401 - a fixture

JAR = Path(os.environ.get("VNU_JAR", ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"))
# On a phone a place's table is laid out as cards, and some browsers then forget that it is a table: its roles
# say so again, which the checker holds to be too much.
_ROLES = re.compile(
    r"The “role” attribute must not be used on a “(tr|th|td)” element which has a “table” ances"
)

pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(
        not (shutil.which("java") and JAR.exists()),
        reason="npm install vnu-jar, or set VNU_JAR to its vnu.jar",
    ),
]


def errors(folder: Path) -> list[str]:
    """What the checker holds against the files in `folder`, each kind once, with the first page."""
    files = [str(path) for path in sorted(folder.glob("*.html"))]
    command = ["java", "-Xmx600m", "-jar", str(JAR), "--format", "json", "--errors-only", *files]
    told = subprocess.run(command, capture_output=True, text=True, timeout=120).stderr
    found: dict[str, str] = {}
    for each in json.loads(told)["messages"]:
        if not _ROLES.match(each["message"]):
            found.setdefault(each["message"], f"{Path(each['url']).name}: {each.get('extract', '')[:120]}")
    return [f"{message} {where}" for message, where in found.items()]


def test_every_page_of_both_audiences_is_valid(clients, tmp_path):  # noqa: F811
    for audience, path in ALL:
        name = re.sub(r"\W+", "_", f"{audience}{path}")
        (tmp_path / f"{name}.html").write_text(document(clients[audience], path), "utf-8")
    assert errors(tmp_path) == []


def test_what_is_not_valid_is_found(tmp_path):
    (tmp_path / "a.html").write_text(
        "<!DOCTYPE html><html lang=en><title>A</title><p><div></div></p>", "utf-8"
    )
    assert "No “p” element in scope" in errors(tmp_path)[0]

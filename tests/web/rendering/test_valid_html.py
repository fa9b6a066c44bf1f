"""The document of every page is valid HTML by the Nu Html Checker, which the W3C's validator runs."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from dashboard.settings import ROOT
from tests.web.rendering.test_documents import ALL, document

_INSTALLED = ROOT / "build/checker/node_modules/vnu-jar/build/dist/vnu.jar"  # make checker
JAR = Path(os.environ.get("VNU_JAR", _INSTALLED))
_LIGHT = ("-Xmx600m", "-Xss8m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")  # one process beside others

pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(
        not (shutil.which("java") and JAR.exists()),
        reason="make checker, or set VNU_JAR to a vnu.jar",
    ),
]


def errors(folder: Path) -> list[str]:
    """What the checker holds against the files in `folder`, each kind once, with the first page."""
    files = [str(path) for path in sorted(folder.glob("*.html"))]
    command = ["java", *_LIGHT, "-jar", str(JAR), "--format", "json", "--errors-only", *files]
    told = subprocess.run(command, capture_output=True, text=True, timeout=120).stderr
    found: dict[str, str] = {}
    for each in json.loads(told)["messages"]:
        found.setdefault(each["message"], f"{Path(each['url']).name}: {each.get('extract', '')[:120]}")
    return [f"{message} {where}" for message, where in found.items()]


def test_every_page_of_both_audiences_is_valid(clients, tmp_path):
    for audience, path in ALL:
        name = re.sub(r"\W+", "_", f"{audience}{path}")
        (tmp_path / f"{name}.html").write_text(document(clients[audience], path), "utf-8")
    assert errors(tmp_path) == []


def test_what_is_not_valid_is_found(tmp_path):
    (tmp_path / "a.html").write_text(
        "<!DOCTYPE html><html lang=en><title>A</title><p><div></div></p>", "utf-8"
    )
    assert "No “p” element in scope" in errors(tmp_path)[0]

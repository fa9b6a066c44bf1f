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


@pytest.fixture(scope="module")
def errors(clients, tmp_path_factory) -> dict[str, list[str]]:
    """What the checker holds against each page, and against one that is not valid ("bad.html"): one start of
    Java for all. The documents are those that test_documents.py has asked for in the same process."""
    folder = tmp_path_factory.mktemp("documents")
    for audience, path in ALL:
        name = re.sub(r"\W+", "_", f"{audience}{path}")
        (folder / f"{name}.html").write_text(document(clients[audience], path), "utf-8")
    bad = "<!DOCTYPE html><html lang=en><title>A</title><p><div></div></p>"
    (folder / "bad.html").write_text(bad, "utf-8")
    found: dict[str, list[str]] = {path.name: [] for path in folder.iterdir()}
    command = ["java", *_LIGHT, "-jar", str(JAR), "--format", "json", "--errors-only", *folder.glob("*.html")]
    told = subprocess.run(command, capture_output=True, text=True, timeout=120).stderr
    for each in json.loads(told)["messages"]:
        found[Path(each["url"]).name].append(f"{each['message']} {each.get('extract', '')[:120]}")
    return found


def test_every_page_of_both_audiences_is_valid(errors):
    assert len(errors) == len(ALL) + 1
    assert {name: said for name, said in errors.items() if said and name != "bad.html"} == {}


def test_what_is_not_valid_is_found(errors):
    assert "No “p” element in scope" in errors["bad.html"][0]

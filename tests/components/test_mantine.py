"""The controls are the package's own, although the package is not loaded whole."""

import subprocess
import sys

from dashboard.components import mantine
from dashboard.settings import ROOT

NAMES = {"MantineProvider", "MultiSelect", "SegmentedControl", "Select", "TextInput"}


def test_the_controls_are_known_to_the_packages_script():
    for name in NAMES:
        needed = {"data": []} if name == "SegmentedControl" else {}
        made = getattr(mantine, name)(**needed).to_plotly_json()
        assert (made["namespace"], made["type"]) == ("dash_mantine_components", name)


def test_every_file_takes_its_controls_from_here():
    whole = [
        path.name
        for path in (ROOT / "dashboard").rglob("*.py")
        if "import dash_mantine_components" in path.read_text(encoding="utf-8")
    ]
    assert whole == []


def test_the_browser_gets_the_packages_one_script(client):
    (address,) = [
        part for part in client.get("/about").text.split('"') if "/dash_mantine_components/" in part
    ]
    answer = client.get(address, headers={"Accept-Encoding": "identity"})
    assert answer.status_code == 200
    assert b"SegmentedControl" in answer.data


def test_only_the_components_in_use_are_loaded():
    code = (
        "import sys; from dashboard.components import mantine;"
        "print(*(n for n in sys.modules if n.startswith('dash_mantine_components.')))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {name.rpartition(".")[2] for name in run.stdout.split()} == NAMES

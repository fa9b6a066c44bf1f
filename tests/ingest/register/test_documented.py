"""docs/data.md: what it tells an analyst to write is what is read."""

import re
import tomllib
from dataclasses import fields
from importlib import import_module

import pytest

from dashboard.catalogue import assets, needs
from dashboard.catalogue.cadences import CADENCES
from dashboard.ingest import adapters
from dashboard.ingest.register.entry import Source
from dashboard.ingest.register.rules import DISCLOSURE, REQUIRED
from dashboard.ingest.tables import periods
from dashboard.settings import ROOT

TEXT = (ROOT / "docs" / "data.md").read_text("utf-8")
CSV, ENTRY = re.findall(r"```(?:toml)?\n(.*?)```", TEXT, re.DOTALL)[:2]


@pytest.fixture
def recycling(workshop):
    """The example as the page gives it, in a workshop."""
    workshop.source("council/bins.csv", CSV)
    (workshop.register / "recycling.toml").write_text(ENTRY, "utf-8")
    return workshop


def test_the_example_is_refused_in_the_sentence_that_the_page_quotes(recycling):
    assert f"`{recycling.only_refusal()}`" in TEXT.replace("\n", " ")


def test_the_example_with_the_period_put_right_needs_no_code(recycling):
    (recycling.register / "recycling.toml").write_text(ENTRY.replace("financial", "calendar"), "utf-8")
    assert recycling.run("recycling").refused == {}
    table = recycling.table("recycling")
    assert table[["area_code", "value"]].values.tolist() == [["E08000003", 41200], ["E08000003", 42950]]
    series = recycling.table("series").query("dataset == 'recycling'")
    assert series["unit"].tolist() == ["tonnes"]


def test_every_key_every_adapter_and_every_choice_is_named():
    rows = re.findall(r"^\| (`.*?) \| (yes)?", TEXT, re.MULTILINE)
    needed = {name for cell, yes in rows if yes for name in re.findall(r"`\[*(\w+)\]*`", cell)}
    named = set(re.findall(r"`\[*(\w+)\]*`", TEXT))
    assert needed == set(REQUIRED)
    assert {field.name for field in fields(Source)} - {"dataset", "text"} <= named
    assert set(periods._NAMED) <= set(re.findall(r"`([\w ]+)`", TEXT))
    for word in (*CADENCES, *DISCLOSURE):
        assert word in TEXT
    assert set(assets._TYPES) - {"name"} <= named
    assert named >= needs._KEYS


def test_the_entry_has_no_key_that_the_page_does_not_explain():
    given = tomllib.loads(ENTRY)
    assert all(f"`{key}`" in TEXT or f"`[{key}]`" in TEXT or f"`[[{key}]]`" in TEXT for key in given)


def test_each_adapter_in_python_says_what_it_does_that_is_no_reading():
    declared, python = TEXT.split("### Adapters\n")[1].split("Only what does something that is no reading")
    named = {"declared": _first_cells(declared), "python": _first_cells(python.partition("\n\n")[0])}
    assert named["declared"] == {"long_csv", "sheet", "counted", "area_table", "described"}
    assert named["python"] <= {*adapters.NAMES} - named["declared"]
    assert [name for name in adapters.NAMES if len(_first_line(name)) < 20] == []


def _first_line(adapter):
    """What its own file says that it reads: where it is one dataset's, no row of the page has to."""
    text = import_module(f"dashboard.ingest.adapters.{adapter}").__doc__ or ""
    return text.partition("\n")[0]


def _first_cells(text):
    return set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))

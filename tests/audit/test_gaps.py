"""Gaps and assets: what is needed, what meets it, and asset files that are refused with one sentence."""

import pytest

from dashboard.audit.gaps import Holding, standings
from dashboard.audit.words import about_asset
from dashboard.catalogue.assets import load_assets
from dashboard.catalogue.indicators import THEMES
from dashboard.catalogue.needs import InvalidNeed, Need, load_needs
from dashboard.settings import ROOT

ASSET = """
title = "Tram counts"
owner = "Transport team"
publisher = "The city"
description = "People who board at each stop."
theme = "transport"
status = "described"
licence = "not open"
format = "CSV"
cadence = "monthly"
audience = "public"
coverage = "Every stop"
meets = ["trams"]
"""
NEEDS = [
    Need("trams", "transport", "Trams", "Why", "The city"),
    Need("rents", "housing", "Rents", "Why", "ONS", met_by=("housing/rents",)),
    Need("plans", "housing", "Plans", "Why", "Councils", partly_by=("plans",), lacking="only 2020"),
    Need("buses", "transport", "Buses", "Why", "The operator"),
]


def assets(folder, text, name="trams"):
    (folder / f"{name}.toml").write_text(text)
    return load_assets(folder, {"trams"})


def standing(present, assets=(), away=None):
    held = Holding(present, assets, away or {}, "West Midlands")
    return {item.need.name: item for item in standings(NEEDS, held)}


def states(present, assets=(), away=None):
    return {name: item.state for name, item in standing(present, assets, away).items()}


def test_a_need_is_met_partly_met_known_of_or_missing(tmp_path):
    found, _ = assets(tmp_path, ASSET)
    assert states({"housing/rents", "plans"}, found) == {
        "trams": "described", "rents": "met", "plans": "partly", "buses": "missing",
    }  # fmt: skip


def test_an_asset_that_is_held_closes_its_gap(tmp_path):
    found, _ = assets(tmp_path, ASSET.replace('"described"', '"held"'))
    assert states(set(), found)["trams"] == "met"


@pytest.mark.parametrize(("more", "said"), [("", True), ("checked = 2026-11-01\n", False)])
def test_a_description_that_nobody_checked_says_so(tmp_path, more, said):
    (asset,), _ = assets(tmp_path, ASSET + more)
    found = standing(set(), [asset])["trams"]
    sentence = "escribed by us and not checked with its publisher"
    assert (sentence in about_asset(asset), sentence in found.sentence) == (said, said)


@pytest.mark.parametrize(
    ("regions", "words"),
    [
        (("Greater Manchester",), "Greater Manchester only."),
        (("A", "B", "C"), "3 city regions."),
        ((), "no city region."),
    ],
)
def test_what_is_held_for_other_regions_only_is_a_gap_that_says_for_whom_it_is_held(regions, words):
    found = standing({"housing/rents"}, away={"housing/rents": regions})["rents"]
    assert (found.state, found.gap) == ("elsewhere", True)
    assert found.sentence == f"Not held for West Midlands: what there is covers {words} Ask: ONS."


def test_one_source_with_figures_for_the_region_is_enough():
    need = Need("rents", "housing", "Rents", "Why", "ONS", met_by=("housing/rents", "housing/prices"))
    held = Holding(set(need.met_by), (), {"housing/rents": ()}, "West Midlands")
    assert [(item.state, item.by) for item in standings([need], held)] == [("met", ("housing/prices",))]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('owner = "Transport team"\n', "", "data/assets/trams.toml: add owner"),
        ('"transport"', '"trams"', "data/assets/trams.toml: set theme to one of: transport, housing"),
        (
            '"described"',
            '"lost"',
            "data/assets/trams.toml: set status to one of: held, described; it says 'lost'",
        ),
        (
            '["trams"]',
            '["ships"]',
            "data/assets/trams.toml: ships in meets is no need of data/needs.toml; correct it",
        ),
        ('title = "Tram counts"', "title = 5", "data/assets/trams.toml: write title as str, not 5"),
        ('title = "Tram counts"', 'title = ""', "data/assets/trams.toml: fill in title"),
        ("meets", "colour", "data/assets/trams.toml: remove colour, which is not among"),
        ("title = ", "title ", "data/assets/trams.toml: mend its TOML:"),
    ],
)
def test_a_bad_asset_file_is_refused_with_one_sentence_and_hides_only_itself(tmp_path, old, new, sentence):
    assets(tmp_path, ASSET, "other")
    found, refused = assets(tmp_path, ASSET.replace(old, new, 1))
    assert [asset.name for asset in found] == ["other"]
    assert len(refused) == 1
    assert refused[0].startswith(sentence)


def test_a_need_that_is_partly_met_says_what_is_lacking(tmp_path):
    path = tmp_path / "needs.toml"
    path.write_text('[a]\ntheme="housing"\ntitle="A"\nwhy="B"\nholder="C"\npartly_by=["x"]\n')
    with pytest.raises(InvalidNeed, match=r"needs.toml: say in \[a\] what is lacking"):
        load_needs(path)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('met_by=["x"]', 'met_by="a/b"', r"write met_by of \[a\] as a list of texts"),
        ('met_by=["x"]', "met_by=[1]", r"write met_by of \[a\] as a list of texts"),
        ('why="B"', "why=5", r"write why of \[a\] as a text"),
        ('title="A"', 'title={ x = "A" }', r"write title of \[a\] as a text"),
        ('theme="housing"', 'theme=["housing"]', r"write theme of \[a\] as a text"),
        ('met_by=["x"]', "lacking=1", r"write lacking of \[a\] as a text"),
    ],
)
def test_a_need_with_an_answer_of_another_kind_is_refused_by_its_key(tmp_path, old, new, said):
    path = tmp_path / "needs.toml"
    good = '[a]\ntheme="housing"\ntitle="A"\nwhy="B"\nholder="C"\nmet_by=["x"]\n'
    path.write_text(good)
    assert load_needs(path)["a"].met_by == ("x",)
    path.write_text(good.replace(old, new))
    with pytest.raises(InvalidNeed, match=f"^needs.toml: {said}"):
        load_needs(path)


@pytest.mark.parametrize(
    ("text", "said"),
    [(b"a = 5\n", r"write a as a table, \[a\]"), (b"# \xe9\n", "mend its TOML")],
    ids=["no table", "bytes"],
)
def test_needs_that_are_no_tables_are_refused_in_a_sentence(tmp_path, text, said):
    path = tmp_path / "needs.toml"
    path.write_bytes(text)
    with pytest.raises(InvalidNeed, match=f"^needs.toml: {said}"):
        load_needs(path)


def test_the_product_s_own_needs_and_assets_can_be_used(indicators):
    needs = load_needs(ROOT / "data" / "needs.toml")
    _, refused = load_assets(ROOT / "data" / "assets", set(needs))
    assert refused == []
    assert set(THEMES) == {need.theme for need in needs.values()}  # a mayor answers for every one
    named = {name for need in needs.values() for name in (*need.met_by, *need.partly_by)}
    register = {path.stem for path in (ROOT / "data" / "sources").glob("*.toml")}
    assert named <= set(indicators) | register

"""City regions are files: what one says is read, and what is wrong with it is one sentence."""

import pytest

from dashboard.catalogue.region_words import decider, leadership, noun_phrase, office
from dashboard.catalogue.regions import InvalidRegion, load_regions, read_region
from dashboard.settings import ROOT

OURS = """
name = "Our travel-to-work area"
kind = "travel-to-work area"
districts = ["E08000001", "E08000002"]
"""


def written(tmp_path, text, name="our-area"):
    path = tmp_path / f"{name}.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_region_without_an_ons_code_has_its_files_name_as_its_code(tmp_path):
    found = read_region(written(tmp_path, OURS))
    assert (found.code, found.level, found.parts) == ("our-area", "own_area", ("E08000001", "E08000002"))


def test_a_region_that_notepad_named_otherwise_is_not_left_out_without_a_word(tmp_path):
    written(tmp_path, OURS).rename(tmp_path / "our-area.toml.txt")
    with pytest.raises(InvalidRegion, match=r"our-area.toml.txt: rename it to our-area.toml, else it is not"):
        load_regions(tmp_path)


@pytest.mark.parametrize(
    ("text", "name", "sentence"),
    [
        ("kind = 'x'", "a", "data/regions/a.toml: add name"),
        (OURS + "mayor = 'yes'", "a", "mayor = 'yes' is not of its kind"),
        (OURS + "towns = []", "a", "remove towns"),
        (OURS + "first_election = 'May\u202e2027'", "a", "'May\\u202e2027' of first_election is not a text"),
        (OURS + 'source = "SI\\u0007"', "a", "'SI\\x07' of source is not a text"),
        (OURS + "other_names = ['Fylde', 7]", "a", "7 of other_names is not a text"),
        (OURS + "counties = ['Kent']", "a", "'Kent' is no ONS code"),
        (OURS + "code = 'kent'", "a", "'kent' is no ONS code"),
        (OURS + "mayor = true\nfirst_election = 'May 2027'", "a", "it has a mayor; remove first_election"),
        ("name = 'A'\nkind = 'x'", "a", "list the codes"),
        (OURS + "counties = ['E08000001']", "a", "each once"),
        (OURS, "e47000019", "call the file by the region's name"),
        (OURS, "Our Area", "call the file by the region's name"),
        ("name =", "a", "mend its TOML"),
    ],
)
def test_what_is_wrong_with_a_file_is_one_sentence(tmp_path, text, name, sentence):
    with pytest.raises(InvalidRegion) as refusal:
        read_region(written(tmp_path, text, name))
    assert sentence in str(refusal.value)
    assert f"data/regions/{name}.toml" in str(refusal.value)


def test_two_files_cannot_be_the_same_region(tmp_path):
    written(tmp_path, OURS)
    written(tmp_path, OURS, "zweite")
    with pytest.raises(InvalidRegion, match=r"zweite\.toml: our-area\.toml has the name"):
        load_regions(tmp_path)


def test_twenty_city_regions_come_with_the_product():
    found = {region.code: region for region in load_regions(ROOT / "data" / "regions")}
    assert len(found) == 20
    assert {code for code in found if code.startswith("E47")} == {
        *(f"E4700000{n}" for n in (1, 2, 3, 4, 6, 7, 8, 9)), *(f"E470000{n}" for n in range(12, 19)),
    }  # fmt: skip
    waiting = {code: region.first_election for code, region in found.items() if region.first_election}
    assert waiting == {
        "cheshire-and-warrington": "May 2027", "cumbria": "May 2027",
        "hampshire-and-the-solent": "May 2028", "sussex-and-brighton": "May 2028",
    }  # fmt: skip
    never = {region.name for region in found.values() if not region.mayor and not region.first_election}
    assert never == {"Devon and Torbay", "Lancashire"}
    assert len(found["E12000007"].districts) == 33
    assert found["E47000014"].name == "North East Mayoral Strategic Authority"


def test_each_is_called_by_what_it_is():
    found = {region.code: noun_phrase(region) for region in load_regions(ROOT / "data" / "regions")}
    assert found["E12000007"] == "Greater London"
    assert found["E47000014"] == "the North East Mayoral Strategic Authority"
    assert found["E47000006"] == "the Tees Valley combined authority"
    assert found["E47000018"] == "the Lancashire combined county authority"


@pytest.mark.parametrize(
    ("code", "said", "whose", "who"),
    [
        (
            "E47000001",
            "A combined authority since 2011, with an elected mayor.",
            "the mayor’s office",
            "a mayor",
        ),
        (
            "E47000018",
            "A combined county authority since 2025, without a mayor.",
            "the combined county authority’s office",
            "a combined county authority",
        ),
        (
            "cumbria",
            "A combined authority since 24 February 2026; it has no elected mayor yet: "
            "the first is elected in May 2027.",
            "the combined authority’s office",
            "a combined authority",
        ),
        (
            "E12000007",
            "The Greater London Authority since 2000, with an elected mayor.",
            "the mayor’s office",
            "a mayor",
        ),
    ],
)
def test_a_mayor_is_spoken_of_only_where_there_is_one(code, said, whose, who):
    region = {each.code: each for each in load_regions(ROOT / "data" / "regions")}[code]
    assert (leadership(region), office(region), decider(region)) == (said, whose, who)


def test_nobody_answers_for_an_area_that_was_made_here(tmp_path):
    region = read_region(written(tmp_path, OURS))
    assert leadership(region) == "An area made here (travel-to-work area): no authority answers for it."
    assert (noun_phrase(region), decider(region)) == ("Our travel-to-work area", "whoever decides here")

"""Who decides about a theme: facts with a source, the right ones for each kind of region."""

from dataclasses import replace

import pytest

from dashboard.catalogue.indicators import THEMES
from dashboard.catalogue.powers import Deciders, InvalidPower, Power, load_powers
from dashboard.catalogue.regions import load_regions
from dashboard.settings import ROOT

POLICE = Power("The mayor plans for the police.", "https://a", only=("E47000001",))
BUSES = Power("The mayor may run buses.", "https://b")
TUBE = Power("The Mayor runs the Tube.", "https://c")
FOUND = Deciders(mayor=(BUSES, POLICE), london=(TUBE,))


@pytest.fixture(scope="module")
def regions():
    return {region.code: region for region in load_regions(ROOT / "data" / "regions")}


def test_a_mayor_has_what_all_have_and_what_only_that_one_has(regions):
    assert FOUND.of(regions["E47000001"]) == (BUSES, POLICE)
    assert FOUND.of(regions["E47000006"]) == (BUSES,)
    assert FOUND.of(regions["E12000007"]) == (TUBE,)


def test_where_nobody_is_elected_no_mayor_decides(regions):
    assert FOUND.of(replace(regions["E47000001"], mayor=False)) == ()
    assert FOUND.of(replace(regions["E47000001"], mayor=None)) == ()


def test_every_theme_says_whom_to_ask_and_every_sentence_has_a_source(regions):
    found = load_powers(ROOT / "data" / "powers.toml")
    assert found.keys() == THEMES.keys()
    assert all(item.ask for item in found.values())
    named = {code for item in found.values() for power in item.mayor for code in power.only}
    assert named <= {code for code, region in regions.items() if region.mayor}


def test_every_sentence_rests_on_words_that_were_read():
    found = load_powers(ROOT / "data" / "powers.toml")
    said = [power for item in found.values() for power in (*item.mayor, *item.london, *item.ask)]
    assert [power.summary for power in said if not power.read] == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[magic.ask]]\n", "magic is no theme"),
        ('[[housing.ask]]\nsaid = "x"\nsource = "https://a"\n', "add who to"),
        ('[[housing.mayor]]\nsaid = "x"\n', "add source to"),
        ('[[housing.mayor]]\nsaid = "x"\nsource = "a"\n', "begins with https://"),
        ('[[housing.mayor]]\nsaid = "x"\nsource = "https://a"\nread = "yes"\n', "what was read"),
        ('[[housing.mayor]]\nsaid = "x"\nsource = "https://a"\nread_at = "b"\n', "give the read_at"),
        ('[[housing.king]]\nsaid = "x"\n', "remove king"),
        ("[[", "mend its TOML"),
        ("housing = 5\n", r"powers.toml: write housing as tables \[\[housing.mayor\]\]"),
        ("[housing]\nmayor = 5\n", r"powers.toml: write each housing.mayor as a table \[\[housing.mayor\]\]"),
        ('[housing]\nmayor = ["x"]\n', "write each housing.mayor as a table"),
        (
            '[[housing.mayor]]\nsaid = 5\nsource = "https://a"\n',
            r"write said in \[\[housing.mayor\]\] as a text",
        ),
        ('[[housing.mayor]]\nsaid = "x"\nsource = ["https://a"]\n', "write source in .* as a text"),
        ('[[housing.mayor]]\nsaid = "x"\nsource = "https://a"\nread = []\n', "write read in .* as a text"),
        ('[[housing.mayor]]\nsaid = "x"\nsource = "https://a"\nonly = "E1"\n', "write only in .* as a list"),
        ('[[housing.mayor]]\nsaid = "x"\nsource = "https://a"\nonly = [1]\n', "write only in .* as a list"),
    ],
)
def test_an_entry_that_cannot_be_used_is_refused_with_what_to_do(tmp_path, text, sentence):
    (tmp_path / "powers.toml").write_text(text, "utf-8")
    with pytest.raises(InvalidPower, match=sentence):
        load_powers(tmp_path / "powers.toml")

"""Short forms are explained on the page where they stand."""

from dataclasses import replace
from datetime import date

import pytest
from dash import html

from dashboard.catalogue.glossary import InvalidGlossary, load_glossary
from dashboard.components.frame.short_forms import short_forms
from dashboard.settings import ROOT
from tests.pages.testshire import read, words


@pytest.fixture
def glossary(tmp_path):
    path = tmp_path / "glossary.toml"
    path.write_text('NEET = "not in work or learning"\nONS = "the statistics office"\n', "utf-8")
    return load_glossary(path)


def test_a_form_is_found_as_a_word_of_its_own_and_in_the_plural(glossary):
    assert list(glossary.forms_in(["<b>ONS</b> counts NEETs"])) == ["NEET", "ONS"]
    assert glossary.forms_in(["NEETLY and sons, consONS"]) == {}


def test_what_has_no_meaning_is_refused(tmp_path):
    (tmp_path / "glossary.toml").write_text('ONS = ""\n', "utf-8")
    with pytest.raises(InvalidGlossary, match="say what ONS means"):
        load_glossary(tmp_path / "glossary.toml")
    assert load_glossary(tmp_path / "none.toml").forms_in(["ONS"]) == {}


@pytest.mark.parametrize("form", ["", " "])
def test_a_meaning_without_a_short_form_is_refused(tmp_path, form):
    (tmp_path / "glossary.toml").write_text(f'ONS = "statistics"\n"{form}" = "nothing"\n', "utf-8")
    with pytest.raises(InvalidGlossary, match=r"glossary.toml: give each meaning its short form"):
        load_glossary(tmp_path / "glossary.toml")


def test_the_one_of_the_product_explains_what_its_indicators_are_written_with(indicators):
    glossary = load_glossary(ROOT / "data" / "glossary.toml")
    assert glossary.forms_in(item.unit for item in indicators.values()).keys() >= {"NEET", "CO2"}


def test_a_page_explains_its_own_and_no_other(public_site):
    site = replace(public_site, as_of=date(2026, 1, 1))  # what is kept of a page is kept for a day
    said = words(short_forms(site, read(site, "/about"), [html.P("From ONS"), html.Div(html.B("12 GCSEs"))]))
    assert "GCSE , the exams that most pupils take at 16 ;  ONS , the Office for National Statistics" in said
    assert "NEET" not in said


def test_short_forms_of_one_search_do_not_stand_under_the_next(public_site):
    one, other = (read(public_site, "/search", f"?q={typed}") for typed in ("gcse", "rent"))
    assert "GCSE" in words(short_forms(public_site, one, [html.P("GCSE points")]))
    assert short_forms(public_site, other, [html.P("Average rent")]) is None

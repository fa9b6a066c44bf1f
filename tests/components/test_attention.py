"""The attention list on the overview, kept to a theme, and on every theme's own page."""

import pytest

from dashboard.address.query_params import BadAddress
from dashboard.pages.overview import page as overview
from dashboard.pages.theme import page as theme
from dashboard.statements.attention.attention import attention_list
from dashboard.statements.attention.four_lists import GOOD, NAMES, WATCH, WORSE_HERE, four_lists
from tests.pages.testshire import read, words

GM = "E47000001"


def texts(site, key):
    return [item.text for item in attention_list(site, site.geography[GM]) if item.theme == key]


def stands(text, shown):
    return " ".join(text.split()) in " ".join(shown.split()).replace(" : ", ": ")


@pytest.mark.parametrize("key", ["employment", "housing"])
def test_what_needs_attention_in_a_theme_stands_on_its_page_and_all_of_it_when_asked_for(site, key):
    few = words(theme.layout(site, read(site, f"/theme/{key}")))
    everything = words(theme.layout(site, read(site, f"/theme/{key}", "?list=all")))
    said = texts(site, key)
    found = four_lists(item for item in attention_list(site, site.geography[GM]) if item.theme == key)
    for name in (WORSE_HERE, WATCH, GOOD):
        assert f"{NAMES[name]}: {len(found.lists[name])}" in few
        assert all(f"{item.title} " in few for item in found.lists[name][:2])
    assert not any(stands(text, few) for text in said)
    assert f"Show all {len(said)}, with why" in few
    assert all(stands(text, everything) for text in said)


def test_the_overview_keeps_one_theme_when_asked_for(site):
    address = read(site, "/", "?about=housing&list=all")
    shown = words(overview.parts(site, address).children["attention"])
    for item in attention_list(site, site.geography[GM]):
        assert stands(item.text, shown) == (item.theme == "housing"), item.text


def test_a_theme_and_a_direction_are_kept_together_and_nothing_left_is_said(site):
    address = read(site, "/", "?about=digital&show=worsening")
    shown = words(overview.parts(site, address).children["attention"])
    assert "Nothing here: no statement on digital is “worse than before”." in shown


def test_a_theme_that_does_not_exist_is_refused(site):
    with pytest.raises(BadAddress, match="There is no theme called “nothing”"):
        read(site, "/", "?about=nothing")

"""Any place of England is found by its name, as people write it."""

import pytest

from dashboard.datastore.place_names import search, similar_names
from dashboard.pages.find_my_place.search import places_found
from tests.pages.testshire import words

pytestmark = pytest.mark.core


def names(store, text):
    return [place.name for place in search(store, text, 20)[0]]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("manchester", "Manchester"),
        ("kings lynn", "King's Lynn and West Norfolk"),
        ("St Helens", "St. Helens"),
        ("stockton on tees", "Stockton-on-Tees"),
        ("bolton 005", "Bolton 005"),
        ("bolton and slyne", "Bolton & Slyne"),
        ("CAMBRIDGESHIRE", "Cambridgeshire"),
        ("undercliffe bolton", "Bolton and Undercliffe"),
    ],
)
def test_the_whole_name_comes_first_however_it_is_written(store, typed, first):
    assert names(store, typed)[0] == first


@pytest.mark.parametrize("typed", ["", " ", "%", "_", "'; DROP TABLE areas; --", "x" * 60, "xyzzy"])
def test_what_is_no_name_finds_nothing(store, typed):
    assert search(store, typed, 20) == ([], 0)


def test_numbered_neighbourhoods_are_looked_for_only_where_a_number_is_typed(store):
    assert {place.level for place in search(store, "Bolton", 50)[0]} == {"district", "ward"}
    assert {place.level for place in search(store, "Bolton 005", 50)[0]} == {"msoa", "lsoa"}


def test_a_slip_of_the_pen_is_understood(store):
    assert [place.name for place in similar_names(store, "Manchestr", 3)] == ["Manchester"]


@pytest.mark.parametrize(
    ("typed", "href", "said"),
    [
        ("tees valley", "/?region=E47000006", "city region"),
        ("rochdale", "/place/E08000005?region=E47000001", "council area in Greater Manchester"),
        ("bolton 005a", "/neighbourhoods?region=E47000001&place=E01004766", "neighbourhood in Bolton"),
        ("falmouth boslowick", "/ward/E05013839?region=E47000001", "ward in Cornwall"),
    ],
)
def test_a_result_leads_to_the_page_that_there_is_of_it(site, typed, href, said):
    _, found = places_found(site, site.geography["E47000001"], typed)
    link = found.children[0].children[0]
    assert link.href.startswith(href)
    assert said in words(found)


def test_the_count_says_how_many_more_there_are(site):
    told, found = places_found(site, site.geography["E47000001"], "abbey")
    assert len(found.children) == 20
    assert "have “abbey” in the name. These are the first 20" in words(told)

"""The search finds what people look for, by kind, and says so where it finds nothing."""

import time
from dataclasses import replace

import pytest

from dashboard.pages import pages_for
from dashboard.search.found import MOST_OF_A_KIND, find
from tests.speed import allowed

pytestmark = pytest.mark.core


@pytest.fixture(scope="module")
def search(site):
    region = site.geography["E47000001"]
    listed = tuple(filter(None, (page.listed for page in pages_for("office"))))
    return lambda text: find(replace(site, pages=listed), region, text)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("bolton", "place", "Bolton"),
        ("manchster", "place", "Manchester"),
        ("newcasle", "place", "Newcastle upon Tyne"),  # a slip in the first word of a long name
        ("homlessness", "indicator", "Homelessness"),  # nearer to homelessness than to joblessness
        ("Bolton 005A", "place", "Bolton 005A"),
        ("london", "place", "London"),
        ("unemplyment", "indicator", "Unemployment (modelled)"),
        ("bus", "indicator", "Bus journeys"),
        ("bury", "place", "Bury"),
        ("wolverh", "place", "Wolverhampton"),
        ("productivity", "indicator", "Output per hour worked"),
        ("rents", "indicator", "Average private rent"),
        ("house price", "indicator", "Average house price"),
        ("housing", "page", "Housing"),
        ("tested", "page", "How the rules were tested"),
        ("stats19", "dataset", "Road casualties in Greater Manchester"),
    ],
)
def test_the_first_that_is_found_is_what_is_meant(search, text, kind, name):
    hit = search(text).hits[0]
    assert (hit.kind, hit.name) == (kind, name)


def one_of_each_kind(hits):
    """The last hit of each kind; `make sweeps` opens all."""
    return {hit.kind: hit for hit in hits}.values()


@pytest.mark.parametrize(
    "chosen",
    [pytest.param(one_of_each_kind, marks=pytest.mark.full), pytest.param(list, marks=pytest.mark.soak)],
)
def test_each_hit_leads_to_a_page_for_the_region_that_one_looks_at(search, client, chosen):
    for hit in chosen(search("bus").hits):
        assert client.get(hit.address).status_code == 200, hit


def test_a_postcode_gets_a_kind_sentence_and_no_guess(search):
    for text in ("M1 1AE", "m11ae", "OL9", "SW1A 2AA", "M1 1", "m1 1a"):
        found = search(text)
        assert not found.hits
        assert "council area or ward" in found.sentence


def test_a_name_that_looks_like_a_postcode_and_is_none_is_looked_for(search):
    assert search("ol").hits


def test_nothing_found_says_what_to_do(search):
    assert search("qqqqqqqq").sentence == (
        "Nothing here is called “qqqqqqqq”. Try one word, or another word for the same thing."
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("life expectancy women", "Healthy life expectancy, female"),
        ("bus journeys in rotherham last year", "Bus journeys"),
    ],
)
def test_words_of_a_whole_question_lead_to_what_has_most_of_them(search, text, name):
    assert name in [hit.name for hit in search(text).hits]


def test_what_has_most_of_the_words_is_said_to_have_no_more(search):
    assert search("bus journeys in rotherham last year").sentence == (
        "Nothing has all of “bus journeys in rotherham last year” in its name. These have most of it."
    )


def test_no_kind_hides_another(search):
    kinds = [hit.kind for hit in search("home").hits]
    assert max(kinds.count(kind) for kind in kinds) <= MOST_OF_A_KIND
    assert len(set(kinds)) > 1


@pytest.mark.parametrize("audience", ["office", "public"])
def test_every_page_without_a_thing_of_its_own_can_be_found(audience):
    there = {page.path for page in pages_for(audience) if "<" not in page.path} - {"/search"}
    listed = {page.listed.path for page in pages_for(audience) if page.listed}
    assert there <= listed
    assert not [path for path in listed if "<" in path]


@pytest.mark.full
def test_an_answer_takes_less_than_100_milliseconds_for_any_kind(search):
    texts = ("bolton", "unemplyment", "bolton 005a", "north ward", "zzzz", "stats19", "data audit")
    texts += ("hoseing bennefit claimints in manchestre", "life expectancy in the north east for women")
    search("x")

    def seconds(text):
        began = time.process_time()
        search(text)
        return time.process_time() - began

    assert max(min(seconds(text) for _ in range(3)) for text in texts) < allowed(0.1)


def test_the_api_gives_the_same_hits_and_refuses_what_is_too_long(client, search):
    answer = client.get("/api/v1/search?q=bolton").json
    assert [item["name"] for item in answer["items"]] == [hit.name for hit in search("bolton").hits]
    assert client.get(f"/api/v1/search?q={'b' * 121}").status_code == 400
    assert client.get("/api/v1/search?q=bus&region=E08000001").status_code == 404


def test_markup_that_is_typed_is_text(client):
    answer = client.get("/api/v1/search", query_string={"q": "<script>alert(1)</script>"})
    assert answer.json["items"] == []
    assert answer.mimetype == "application/json"

"""The data pages: what is found, what is offered, and what a public visitor does not see."""

import json
import re
from dataclasses import replace
from html import unescape

import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard.address import address
from dashboard.datastore.datasets import datasets
from dashboard.pages import PAGES
from dashboard.site import visible


def page(site, path, search=""):
    where = address.read(site, PAGES, path, search)
    return where.page, where


def shown(site, path, search=""):
    """Everything the page holds, as the text that is sent."""
    module, where = page(site, path, search)
    return json.dumps(module.layout(site, where), cls=PlotlyJSONEncoder, ensure_ascii=False)


def found(site, search):
    module, where = page(site, "/data", search)
    return json.dumps(module.parts(site, where).children["found"], cls=PlotlyJSONEncoder, ensure_ascii=False)


def test_the_page_lists_every_dataset_with_publisher_licence_and_vintage(public_site):
    text = shown(public_site, "/data")
    for item in visible(public_site).values():
        assert json.dumps(item.title, ensure_ascii=False)[1:-1] in text
    assert "Office for National Statistics. Open Government Licence v3.0. Edition: 16 April 2024" in text


def test_a_search_finds_by_title_publisher_and_the_indicators_that_read_it(public_site):
    assert "/data/gigabit_capable_broadband?" in found(public_site, "?q=OFCOM+gigabit")
    assert "/data/claimant_count?" in found(public_site, "?q=claimants")
    assert "/data/claimant_count?" not in found(public_site, "?q=gigabit")


def test_a_search_that_finds_nothing_says_what_to_do(public_site):
    text = found(public_site, "?q=zzzz")
    assert "0 datasets and 0 indicators match “zzzz”." in text
    assert "Try a shorter or more general word" in text


def test_the_indicators_are_a_list_of_their_own(public_site):
    text = found(public_site, "?q=claimants&show=indicators")
    assert "/download/employment/claimants.xlsx?region=E47000001" in text


def test_a_dataset_says_what_it_covers_and_who_reads_it(public_site):
    text = shown(public_site, "/data/claimant_count")
    assert "296 districts" in text
    assert "city regions" in text
    assert "2001 to 2025" in text
    assert "/indicator/employment/claimants" in text


def test_an_unknown_dataset_is_a_404_with_a_sentence(client):
    answer = client.get("/data/nothing")
    assert answer.status_code == 404
    assert "There is no dataset called “nothing”." in answer.text


def test_every_file_that_the_page_offers_is_there(public_site, client):
    tag = client.get("/datapackage.json").headers["ETag"]
    text = shown(public_site, "/data")
    files = {unescape(file) for file in re.findall(r'href(?:": "|=\\")(/download/[^"\\]+)', text)}
    assert len(files) > 200
    for file in files:
        assert client.get(file, headers={"If-None-Match": tag}).status_code == 304, file


def test_a_public_visitor_sees_public_datasets_only(public_site):
    register = datasets(public_site.store)
    mixed = register | {"secret": replace(register["claimant_count"], dataset="secret", audience="office")}

    class Store:
        def __getattr__(self, name):
            return getattr(public_site.store, name)

        def remember(self, key, make):
            return mixed if key == "datasets" else make()

    site = replace(public_site, store=Store())
    assert "secret" not in visible(site)
    assert "secret" in visible(replace(site, settings=replace(site.settings, audience="office")))


@pytest.mark.parametrize("region", ["E47000006", "E47000007", "E47000008"])
def test_the_pages_open_for_other_regions(public_site, region):
    for path in ("/data", "/data/lait", "/data/road_casualties", "/audit"):
        assert len(shown(public_site, path, f"?region={region}")) > 1000

"""The document of every page, of both audiences, says what its live page says, and is taken over by it."""

import json
import re
from html import unescape

import pytest

from dashboard.pages import pages_for
from tests.callbacks import post_page
from tests.page_examples import example_of
from tests.web.rendering.reading import Read, as_html

REGION = "E47000008"
BLOCK = re.compile(r'<script type="application/(?:ld\+)?json" id="([\w-]+)">(.*?)</script>', re.DOTALL)
TABLE = re.compile(r'data-table="([^"]*)"')
NUMBER = re.compile(r'"data-svg":"#(\d+)"')
ALL = [(audience, page.path) for audience in ("public", "office") for page in pages_for(audience)]
FEW = [
    ("public", "/"),
    ("public", "/indicator/<theme>/<name>"),
    ("office", "/"),
    ("office", "/theme/<theme>"),
]


def document(client, path, query=f"region={REGION}"):
    answer = client.get(f"{example_of(path)}?{query}")
    assert answer.status_code == 200
    return answer.text


def callback(client, path):
    return post_page(client, example_of(path), f"?region={REGION}").json


def blocks(text):
    return dict(BLOCK.findall(text))


def served(text):
    return text[text.index('<div id="served">') : text.index('<script type="application/json" id="first-')]


def says_the_same(client, path):
    text = served(document(client, path))
    page, live = Read(text), Read(as_html(callback(client, path)["response"]["page"]["children"]))
    assert page.headings == live.headings
    assert page.headings[0][0] == "h1"
    assert page.tables == live.tables
    assert set(live.links) <= set(page.links)
    figures = [json.loads(unescape(content)) for content in TABLE.findall(text)]
    cells = [cell for each in figures for row in (each["header"], *each["rows"]) for cell in row]
    assert sorted(page.of_charts) == sorted([*cells, *(each["caption"] for each in figures)])


@pytest.mark.parametrize(("audience", "path"), FEW)
def test_a_document_has_the_headings_tables_and_links_of_its_page(clients, audience, path):
    says_the_same(clients[audience], path)


def others():
    """Each page once in `make test`: one that both audiences have as the office sees it."""
    for audience, path in ALL:
        if (audience, path) not in FEW:
            again = audience == "public" and ("office", path) in ALL
            yield pytest.param(audience, path, marks=pytest.mark.soak if again else pytest.mark.full)


@pytest.mark.parametrize(("audience", "path"), list(others()))
def test_every_document_has_the_headings_tables_and_links_of_its_page(clients, audience, path):
    says_the_same(clients[audience], path)


@pytest.mark.parametrize(("audience", "path"), FEW)
def test_the_answer_in_a_document_is_that_of_its_callback(clients, audience, path):
    # Code to embed has its host in a document; in a callback's answer chart_copy.js puts it there.
    text = document(clients[audience], path).replace('iframe src="http://localhost/', 'iframe src="/')
    inside = Read(served(text)).inside
    tables = re.compile(
        r'(<div data-table="[^"]*">).*?</div></div>', re.DOTALL
    )  # the server's, beside its JSON
    given = blocks(text)["first-answer"]
    filled = NUMBER.sub(lambda n: '"data-svg":' + json.dumps(tables.sub(r"\1</div>", inside[n[1]])), given)
    assert json.loads(filled) == callback(clients[audience], path)


def test_a_document_says_no_version_of_what_it_is_made_with(clients):
    text = document(clients["public"], "/")
    assert "dash_version" not in text
    assert "python_version" not in text
    scripts = re.findall(r'<script defer src="([^"]+)"', text)
    assert not [address for address in scripts if re.search(r"@|v\d+_\d|\d\.\d+\.\d", address)]
    for address in scripts:
        answer = clients["public"].get(address)
        assert (answer.status_code, answer.mimetype) == (200, "text/javascript"), address
        answer.close()


@pytest.mark.full
def test_every_page_has_a_title_a_description_and_an_address_of_its_own(clients):
    titles = set()
    paths = ("/", "/indicator/employment/employment_rate", "/place/E07000008", "/theme/housing")
    for path in paths:
        text = document(clients["public"], path)
        titles.add(re.search(r"<title>(.*?)</title>", text)[1])
        assert f'<link rel="canonical" href="http://localhost{path}?region={REGION}">' in text
        assert f'<meta property="og:url" content="http://localhost{path}?region={REGION}">' in text
        assert re.search(r'<meta name="description" content="[^"]{40,}">', text)
        assert '<html lang="en-GB">' in text
    assert len(titles) == len(paths)


def test_the_picture_of_an_indicator_is_its_chart(clients):
    text = document(clients["public"], "/indicator/<theme>/<name>")
    address = unescape(re.search(r'<meta property="og:image" content="http://localhost([^"]*)">', text)[1])
    picture = clients["public"].get(address)
    assert (picture.mimetype, picture.data[:4]) == ("image/png", b"\x89PNG")
    assert int.from_bytes(picture.data[16:20], "big") == pytest.approx(1200, abs=2)
    assert "og:image" not in document(clients["office"], "/indicator/<theme>/<name>")


@pytest.mark.full
def test_an_indicator_is_a_dataset_and_a_place_a_place(clients):
    about = json.loads(blocks(document(clients["public"], "/indicator/<theme>/<name>"))["linked-data"])
    assert (about["@type"], about["spatialCoverage"]["identifier"]) == ("Dataset", REGION)
    assert about["license"].startswith("https://")
    where = json.loads(blocks(document(clients["public"], "/place/E08000003"))["linked-data"])
    assert (where["name"], where["containedInPlace"]["name"]) == ("Manchester", "Greater Manchester")


@pytest.mark.full
def test_the_office_is_in_no_index_and_in_no_shared_cache(clients):
    answer = clients["office"].get("/theme/housing")
    assert '<meta name="robots" content="noindex">' in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert "noindex" not in document(clients["public"], "/theme/housing")


def test_who_has_a_document_is_told_that_it_still_holds(clients):
    first = clients["public"].get("/theme/housing")
    again = clients["public"].get("/theme/housing", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_what_is_typed_into_an_address_is_no_markup(clients):
    text = document(
        clients["public"], "/search", "q=%3C/script%3E%3Cimg src=x onerror=alert(1)%3E{%25config%25}"
    )
    assert "<img src=x" not in text
    assert text.count('id="_dash-config"') == 1

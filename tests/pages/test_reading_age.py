"""Every public page reads at grade 6 at most (Flesch-Kincaid): a child of eleven can follow it.

Names are left out, as nobody can shorten them: of places and publishers (capital letters inside a sentence),
of indicators and jobs, and what publishers say of their own data.
"""

import re

import pytest
from flask import Flask

from dashboard.address import address as addresses
from dashboard.pages import pages_for
from tests.page_examples import example_of
from tests.pages.testshire import rows

MOST = 6.0
PAGES = pages_for("public")
LISTS = {"/data": "names of datasets", "/data/<dataset>": "the publisher's own words"}  # not our sentences
_NOT_OURS = re.compile(r"Source:|Ask: |Held: |Read by |Most are needed as|Open Government Licence")


def prose(page, site) -> str:
    """The sentences of a page, each once, names left out."""
    address = addresses.read(site, PAGES, example_of(page.path), "?region=E47000001")
    with Flask("reading").test_request_context("/"):
        said = [re.sub(r"\s+", " ", text).strip() for text in rows(page.layout(site, address), "P")]
    names = sorted((item.title for item in site.indicators.values()), key=len, reverse=True)
    ours = [text for text in dict.fromkeys(said) if re.search(r"[.?!]$", text) and not _NOT_OURS.search(text)]
    text = " ".join(ours)
    for name in names:
        text = text.replace(name, "This").replace(name.lower(), "this")
    return re.sub(r"(?<=[a-z,;:] )(?:[A-Z][\w’'-]+ ?)+", "", text)


@pytest.fixture(scope="module")
def grade():
    """The Flesch-Kincaid grade of a text."""
    from textstat import flesch_kincaid_grade  # takes half a second to load, in every test process

    return flesch_kincaid_grade


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.path not in LISTS], ids=lambda page: page.path
)
def test_a_public_page_is_read_by_a_child_of_eleven(page, public_site, grade):
    text = prose(page, public_site)
    if len(text.split()) < 30:
        return  # a heading and a line: there is nothing to measure
    hardest = max(re.split(r"(?<=[.?!]) ", text), key=grade)
    assert grade(text) <= MOST, f"the hardest sentence is: {hardest}"


def test_hard_words_would_be_seen(grade):
    assert grade("Statistical significance necessitates methodological rigour.") > MOST

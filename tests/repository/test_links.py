"""Unknown parameters are refused everywhere, and no address that the product makes is."""

import re
from html import unescape

import pytest

from dashboard.address import address as addresses
from dashboard.address.query_params import EVERY_PAGE_PARAMETERS
from dashboard.components.frame import shell
from dashboard.pages import pages_for
from dashboard.web.callback_json import to_json
from tests.page_examples import example_of

REGION = "E47000008"
HREF = re.compile(r'(?:href=\\"|"href":"|"data-pack":"|"data-keeps":")(/[^"\\]*)')
CODE = re.compile(r"[EW]\d{8}|\d{4}-\d{2}(-\d{2})?|(?<=^/data/)\w+")  # and the name of a dataset
CONTROL = re.compile(r'"control":"([^"]*)"')


@pytest.fixture(scope="module", params=["public", "office"])
def view(request):
    """The Site, pages and application of one audience."""
    shared = {"public": ("keeper", "wsgi"), "office": ("office_keeper", "office_wsgi")}[request.param]
    keeper, server = map(request.getfixturevalue, shared)
    return keeper.current(), pages_for(request.param), server


def kind(href):
    """What is alike in addresses that are made at one place: the first steps of the path, the parameters."""
    path, _, query = CODE.sub("*", href).partition("?")
    return *path.split("/")[:3], path.rpartition(".")[2][:5], *sorted(re.findall(r"(\w+)=", query))


def of_each_kind(hrefs):
    """One address of each kind; `make sweeps` asks for all."""
    groups = {}
    for href in sorted(hrefs):
        groups.setdefault(kind(href), []).append(href)
    return [group[len(group) // 2] for group in groups.values()]


@pytest.mark.parametrize(
    "chosen",
    [pytest.param(of_each_kind, marks=pytest.mark.full), pytest.param(sorted, marks=pytest.mark.soak)],
)
def test_every_address_that_a_page_makes_is_taken(view, chosen):
    site, pages, server = view
    found = set()
    with server.test_request_context("/"):
        for page in pages:
            address = addresses.read(site, pages, example_of(page.path), f"?region={REGION}")
            text = to_json(shell.frame(site, address, page.layout(site, address)))
            for name in set(CONTROL.findall(text)):
                assert name in (*EVERY_PAGE_PARAMETERS, *page.parameters), (
                    f"{page.path}: its control {name} is no parameter"
                )
            found.update(unescape(href) for href in HREF.findall(text))
    assert len(found) > 500
    client = server.test_client()
    known = {"If-None-Match": client.get("/datapackage.json").headers["ETag"]}  # no file is made for it
    for href in chosen(found):
        if not href.startswith("/pack/"):  # these have no answer but the pack itself
            answer = client.get(href.replace("{code}", "E07000008"), headers=known)
            assert answer.status_code < 400, href


@pytest.mark.parametrize(
    ("path", "audience"),
    [
        ("/", ""),
        ("/packs", "office"),
        ("/decisions", ""),
        ("/download/employment/employment_rate.csv", ""),
        ("/download/place/E07000008.csv", ""),
        ("/download/data/employment_rate.csv", ""),
        ("/download/priority.csv", ""),
        ("/download/journeys.csv", ""),
        ("/pack/mayor-monthly.pdf", "office"),
        ("/pack/mayor-monthly.progress", "office"),
        ("/embed/employment/employment_rate", "public"),
        ("/maps/E47000008/district.json", ""),
        ("/catalogue.jsonld", ""),
        ("/audit.json", ""),
    ],
)
def test_an_unknown_parameter_is_refused_everywhere(view, path, audience):
    site, _, server = view
    if audience in ("", site.settings.audience):
        answer = server.test_client().get(f"{path}?colour=red", headers={"Accept": "application/json"})
        assert answer.status_code == 400
        assert "There is no parameter called “colour” here" in answer.get_json()["detail"]


def test_a_person_who_is_refused_is_led_to_the_page_as_it_begins(view):
    answer = view[2].test_client().get("/theme/housing?colour=red", headers={"Accept": "text/html"})
    assert answer.status_code == 400
    assert '<a href="/theme/housing">Open this page without its settings</a>' in answer.text

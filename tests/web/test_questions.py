"""Anybody can ask, as a plain form; nothing that was meant ill is kept as markup, and nothing breaks."""

import re
from dataclasses import replace

import pytest
from dash import html

from dashboard.address import address as addresses
from dashboard.components.frame import shell
from dashboard.inbox.reader import questions
from dashboard.pages import pages_for
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app
from dashboard.web.writing.questions import BURST
from tests.built import link_into
from tests.inbox.hostile import REGION, forms

FORM = {"region": REGION, "about": "/theme/housing", "sort": "right", "words": "Is this figure right?"}
_TAG = re.compile(r"<[A-Za-z/!?]")


@pytest.fixture(scope="module")
def settings(served, tmp_path_factory):
    """The public view over the built-in snapshot, with an inbox of its own."""
    return replace(served, data=link_into(tmp_path_factory.mktemp("asked")))


@pytest.fixture(scope="module")
def app(settings):
    """Its application."""
    return create_app(SiteKeeper(settings)).server


@pytest.fixture
def ask(app, settings):
    """ask(form) -> the answer, from this machine, which no limit holds back."""
    client = app.test_client()
    settings.inbox.unlink(missing_ok=True)

    def ask(form, address="127.0.0.1", **more):
        return client.post("/questions", data=form, environ_base={"REMOTE_ADDR": address}, **more)

    return ask


def test_a_question_is_kept_and_the_page_says_so_without_a_cookie(ask, settings):
    answer = ask(FORM | {"name": "Ann"})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/questions?region={REGION}&sent=yes")
    assert "Set-Cookie" not in answer.headers
    (kept,) = questions(settings)
    assert (kept.about, kept.words, kept.name) == ("/theme/housing", FORM["words"], "Ann")


def test_the_form_stands_in_the_document_itself(app):
    text = app.test_client().get(f"/questions?region={REGION}&about=/theme/housing&sort=look").get_data(True)
    assert '<form method="post" action="/questions"' in text
    assert re.search(r'id="ask-look"[^>]*checked', text)
    assert "Thank you" in app.test_client().get(f"/questions?region={REGION}&sent=yes").get_data(True)


def test_under_figures_there_is_the_way_to_ask(app):
    client = app.test_client()
    for path, there in (
        ("/theme/housing", True),
        ("/indicator/employment/employment_rate", True),
        ("/about", False),
    ):
        assert ("Is this right?" in client.get(path).get_data(True)) is there


def test_the_live_page_is_one_row_of_parts(app, keeper):
    """Dash draws no list within a list: the page that takes the document over would never come."""
    site = keeper.current()
    pages = pages_for("public")
    for path in ("/theme/housing", "/about", "/questions"):
        address = addresses.read(site, pages, path, "")
        with app.test_request_context(path):
            frame = shell.frame(site, address, address.page.layout(site, address))
        (main,) = [part for part in frame.children if isinstance(part, html.Main)]
        assert not [part for part in main.children if isinstance(part, list)]


def test_the_page_about_which_is_asked_is_one_of_ours(ask, settings):
    for about in (
        "https://evil.example/",
        "//evil.example",
        "/no/such",
        "/search?q=<script>",
        "javascript:1",
    ):
        assert ask(FORM | {"about": about}).status_code == 303
    assert {item.about for item in questions(settings)} == {"", "/search?q=%3Cscript%3E"}


@pytest.mark.parametrize(
    ("changed", "status"),
    [({"words": ""}, 422), ({"sort": "x"}, 422), ({"region": "E99"}, 404), ({"words": "x" * 20_000}, 413)],
)
def test_what_cannot_be_taken_is_refused_in_words(ask, settings, changed, status):
    answer = ask(FORM | changed, headers={"Accept": "text/html"})
    assert answer.status_code == status
    assert "<h1>" in answer.get_data(True)
    assert not settings.inbox.exists() or questions(settings) == []


def test_another_sites_form_and_another_kind_are_refused(ask):
    assert ask(FORM, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert ask(None, json=FORM).status_code == 415


def test_one_address_may_ask_a_few_times_and_then_waits(ask):
    answers = [ask(FORM, "192.0.2.7") for _ in range(int(BURST) + 1)]
    assert [item.status_code for item in answers] == [303] * int(BURST) + [429]
    assert int(answers[-1].headers["Retry-After"]) <= 60
    assert ask(FORM, "192.0.2.8").status_code == 303


def test_an_inbox_that_is_away_says_so_and_the_figures_stand(ask, settings, app):
    settings.inbox.parent.mkdir(exist_ok=True)
    settings.inbox.unlink(missing_ok=True)
    settings.inbox.mkdir()
    assert ask(FORM).status_code == 503
    assert app.test_client().get("/theme/housing").status_code == 200
    settings.inbox.rmdir()


def check_hostile(ask, settings, count: int) -> None:
    statuses = {ask(form).status_code for form in forms(count)}
    assert statuses <= {303, 400, 404, 413, 422}, statuses
    kept = questions(settings)
    assert len(kept) > count / 10
    for item in kept:
        whole = "\n".join((item.words, item.name, item.contact, item.about))
        assert not _TAG.search(whole)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u200b\u202a-\u202e\ud800-\udfff\ufffe]", whole)


def test_hostile_questions_leave_no_markup_and_break_nothing(ask, settings):
    check_hostile(ask, settings, 150)


@pytest.mark.soak
def test_ten_thousand_hostile_questions_leave_no_markup_and_break_nothing(ask, settings):
    check_hostile(ask, settings, 10_000)

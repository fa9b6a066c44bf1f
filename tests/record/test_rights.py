"""Forms are shown to those alone who may use them; whoever may not is told why, once."""

from contextlib import contextmanager

import pytest
from flask import g

from dashboard.signin.person import Person
from tests.record.forms.test_decisions import FILLED as DECISION

LISTS = ("/decisions", "/targets", "/pilots", "/task-force")
FORMS = (
    "/decision/new",
    "/targets?form=target",
    "/targets?form=event",
    "/pilot/new",
    "/task-force?form=action",
)
WHY = "Your role here is viewer: you can read the record, and an editor can change it."


@pytest.fixture
def seen_by(office_app, page):
    """seen_by(role, view) -> the page's text as somebody of that role reads it."""

    @contextmanager
    def being(role: str):
        with office_app[0].server.test_request_context():
            g.person = Person("p", "Pat", role)
            yield

    def seen(role: str, view: str) -> str:
        with being(role):
            return page(view)

    return seen


@pytest.mark.parametrize("view", [*LISTS, *FORMS, "/decisions?view=/compare"])
def test_a_viewer_sees_no_form_and_no_way_to_one_but_why(seen_by, view):
    text = seen_by("viewer", view)
    assert WHY in text
    for hint in ('"action":"/record', "/decision/new", "form=", "edit=", "/pilot/new", "export.json"):
        assert hint not in text, hint


@pytest.mark.parametrize("view", [*LISTS, *FORMS])
def test_an_editor_sees_them(seen_by, view):
    text = seen_by("editor", view)
    assert WHY not in text
    assert any(hint in text for hint in ('"action":"/record', "/decision/new", "form=", "/pilot/new"))


def test_publishing_is_offered_to_a_publisher_alone(seen_by):
    assert "Publish this decision" in seen_by("publisher", "/decision/new")
    text = seen_by("editor", "/decision/new")
    assert "Publish this decision" not in text
    assert "Publishing a decision is for a publisher; your role here is editor." in text


def test_a_published_decision_is_a_publishers_to_change(seen_by, post):
    _, answer = post("decision", DECISION | {"published": True})
    view = f"/decision/{answer['id']}"
    assert "Change or review" in seen_by("publisher", view)
    assert "Withdraw this decision" in seen_by("publisher", view)
    text = seen_by("editor", view)
    assert "This is published, and your role here is editor: a publisher can change it." in text
    assert "Change or review" not in text
    assert "Withdraw this decision" not in text
    assert '"action":"/record' not in seen_by("editor", f"{view}?edit=yes")
    post(f"decision/{answer['id']}/withdraw", version=1)

"""What each role may do, where a role is found, and what somebody is told who may not: without a server."""

import pytest
from flask import Flask, g
from werkzeug.exceptions import Forbidden

from dashboard.record import rights
from dashboard.record.kinds import Answer
from dashboard.record.versions import Author
from dashboard.signin.person import AT_THIS_MACHINE, AccessDenied, Person, claim_at, person, require, role_of

MAY = {
    "viewer": {"read"},
    "editor": {"read", "write", "export"},
    "publisher": {"read", "write", "export", "publish"},
}
EVERY = ("read", "write", "export", "publish")


@pytest.fixture
def asked_by():
    """asked_by(Person | None): a request of theirs goes on; None for nobody that is signed in."""
    server = Flask("office")
    contexts = []

    def asked_by(who):
        context = server.test_request_context("/record/decision")
        context.push()
        contexts.append(context)
        g.pop("person", None)
        if who:
            g.person = who

    yield asked_by
    for context in reversed(contexts):
        context.pop()


@pytest.mark.parametrize("role", MAY)
def test_a_role_may_do_its_own_and_nothing_else(asked_by, role):
    asked_by(Person("1", "Ada", role))
    assert {right for right in EVERY if person().may(right)} == MAY[role]
    assert (rights.may_write(), rights.may_publish()) == ("write" in MAY[role], "publish" in MAY[role])
    refused = set()
    for right in EVERY:
        try:
            require(right)
        except Forbidden as answer:
            refused.add((right, answer.description.partition(":")[0]))
    assert refused == {(right, f"Your role here is {role}") for right in set(EVERY) - MAY[role]}


@pytest.mark.parametrize(
    ("role", "published", "said"),
    [
        ("viewer", None, "Your role here is viewer: you can read the record, and an editor can change it."),
        ("viewer", True, "Your role here is viewer: you can read the record, and an editor can change it."),
        ("editor", None, ""),
        ("editor", False, ""),
        ("editor", True, "This is published, and your role here is editor: a publisher can change it."),
        ("publisher", True, ""),
    ],
)
def test_what_is_published_is_a_publishers_to_change(asked_by, role, published, said):
    asked_by(Person("1", "Ada", role))
    item = None if published is None else Answer(("q",), None, "/", "w", "answered", published=published)
    assert rights.refusal(item) == said


def test_the_record_keeps_who_is_signed_in_and_that_nobody_in_particular_is(asked_by):
    asked_by(Person("1", "Ada", "editor"))
    assert rights.author() == Author("Ada", "1")
    asked_by(None)
    assert (person(), rights.author()) == (AT_THIS_MACHINE, Author(AT_THIS_MACHINE.name))


def test_without_a_request_it_is_whoever_runs_the_command():
    assert (rights.author().subject, rights.may_publish()) == ("", True)


@pytest.mark.parametrize(
    ("claimed", "role"),
    [
        ("viewer", "viewer"),
        ("editor,viewer", "editor"),
        ("viewer publisher", "publisher"),
        (["editor", "other"], "editor"),
        ({"publisher": {}}, "publisher"),
        ("publishers", None),
        (["Publisher"], None),
        ("", None),
        (None, None),
        (7, None),
    ],
)
def test_the_highest_role_of_ours_counts_and_no_other_word(claimed, role):
    assert role_of(claimed) == role


@pytest.mark.parametrize(
    ("claim", "path", "found"),
    [
        ({"roles": "editor"}, "roles", "editor"),
        ({"realm_access": {"roles": ["viewer"]}}, "realm_access.roles", ["viewer"]),
        ({"https://a.gov.uk/roles": "viewer"}, "https://a.gov.uk/roles", "viewer"),
        ({"a.b": {"c": "viewer"}}, "a.b.c", "viewer"),
        ({"a": {"c": "wrong"}, "a.b": {"c": "viewer"}}, "a.b.c", "viewer"),
        ({"roles": {"x": 1}}, "roles.y", None),
        ("text", "roles", None),
        (None, "roles", None),
    ],
)
def test_a_claim_is_found_by_its_name_or_the_way_to_it(claim, path, found):
    assert claim_at(claim, path) == found


def test_a_right_that_is_refused_is_in_the_security_log_with_who_was_refused_what(asked_by, caplog):
    asked_by(Person("1", "Ada", "viewer"))
    with caplog.at_level("INFO", "dashboard.security"), pytest.raises(Forbidden):
        require("publish")
    (line,) = caplog.records
    told = {name: line.fields[name] for name in ("subject", "role", "right", "path")}
    assert line.getMessage() == "right refused"
    assert told == {"subject": "1", "role": "viewer", "right": "publish", "path": "/record/decision"}


def test_who_is_not_let_in_is_told_a_sentence_and_the_log_the_detail():
    denied = AccessDenied("You have no role here.", "roles: none")
    assert (str(denied), denied.detail) == ("You have no role here.", "roles: none")

"""A callback is taken as our own page sends it, and refused in every other way."""

import copy
import json

import pytest
from flask import Flask, request

from dashboard.web.callback_body import check_callbacks
from dashboard.web.past_day import PAGE_UPDATE as PATH

PAGE = {
    "output": "page.children",
    "outputs": {"id": "page", "property": "children"},
    "inputs": [
        {"id": "location", "property": "pathname", "value": "/"},
        {"id": "location", "property": "search", "value": None},
    ],
    "changedPropIds": ["location.pathname"],
}
OUTPUT = '..{"part":["ALL"]}.children...{"canvas-data":["ALL"]}.data-figure...{"map-data":["ALL"]}.data-map..'
EVERY = PAGE | {"state": [], "parsedChangedPropsIds": ["location.pathname"]}
PARTS = {
    "output": OUTPUT,
    "outputs": [
        [{"id": {"part": "a"}, "property": "children"}] * 200,
        [{"id": {"canvas-data": "b"}, "property": "data-figure"}],
        [{"id": {"map-data": "c"}, "property": "data-map"}],
    ],
    "inputs": [{"id": "search", "property": "data", "value": "?a=b"}],
    "state": [{"id": "location", "property": "pathname", "value": "/"}],
}
GONE = object()
LARGEST = 65_536  # bytes


@pytest.fixture(scope="module")
def client():
    server = Flask("door")
    check_callbacks(server)
    for path in (PATH, "/record/decision", "/elsewhere"):
        server.add_url_rule(path, path, lambda: request.get_data() or "taken", methods=["POST", "GET"])
    return server.test_client()


def changed(body, *path_and_value):
    """`body` with another value at a path; GONE takes it out."""
    *path, last, value = path_and_value
    made = copy.deepcopy(body)
    inner = made
    for step in path:
        inner = inner[step]
    if value is GONE:
        del inner[last]
    else:
        inner[last] = value
    return made


def test_what_our_pages_send_is_taken(client):
    for body in (PAGE, PARTS, changed(PAGE, "changedPropIds", GONE), changed(PAGE, "state", []), EVERY):
        answer = client.post(PATH, json=body)
        assert (answer.status_code, json.loads(answer.data)) == (200, body)  # what comes after reads it too
    assert client.get(PATH).status_code == 200


BAD = [
    changed(PAGE, "output", "other.children"),
    changed(PAGE, "output", ["page.children"]),
    changed(PAGE, "output", GONE),
    changed(PAGE, "more", 1),
    changed(PAGE, "outputs", {"id": "page", "property": "title"}),
    changed(PAGE, "outputs", GONE),
    changed(PAGE, "changedPropIds", "location.pathname"),
    changed(PAGE, "changedPropIds", ["location.hash"]),
    changed(PAGE, "changedPropIds", ["location.pathname", "x"]),
    changed(PAGE, "inputs", {}),
    changed(PAGE, "inputs", GONE),
    changed(PAGE, "inputs", PAGE["inputs"][:1]),
    changed(PAGE, "inputs", PAGE["inputs"] * 2),
    changed(PAGE, "inputs", PAGE["inputs"][::-1]),
    changed(PAGE, "inputs", 0, "text"),
    changed(PAGE, "inputs", 0, "id", "search"),
    changed(PAGE, "inputs", 0, "property", "hash"),
    changed(PAGE, "inputs", 0, "value", 7),
    changed(PAGE, "inputs", 1, "value", ["x"]),
    changed(PAGE, "inputs", 0, "other", 1),
    changed(PAGE, "state", [{"id": "location", "property": "pathname", "value": "/"}]),
    changed(PAGE, "inputs", 0, "value", "\ud800"),
    changed(PARTS, "state", GONE),
    changed(PARTS, "outputs", PARTS["outputs"][:2]),
    changed(PARTS, "outputs", PARTS["outputs"][::-1]),
    changed(PARTS, "outputs", {"a": 1}),
    changed(PARTS, "outputs", 0, {}),
    changed(PARTS, "outputs", 0, PARTS["outputs"][0] + PARTS["outputs"][0][:1]),
    changed(PARTS, "outputs", 0, 0, "text"),
    changed(PARTS, "outputs", 0, 0, "id", "part"),
    changed(PARTS, "outputs", 0, 0, "id", {"part": 7}),
    changed(PARTS, "outputs", 0, 0, "id", {"part": "a", "more": "b"}),
    changed(PARTS, "outputs", 1, 0, "id", {"part": "a"}),
    changed(PARTS, "outputs", 0, 0, "property", "title"),
    changed(PARTS, "outputs", 0, 0, "more", 1),
    [PAGE],
    "text",
]


@pytest.mark.parametrize("body", BAD, ids=range(len(BAD)))
def test_what_they_do_not_send_is_refused(client, body):
    assert client.post(PATH, json=body).status_code == 400


def test_what_is_no_json_or_too_large_is_refused(client):
    good = {"content_type": "application/json"}
    assert client.post(PATH, data=b"null", **good).status_code == 400
    assert client.post(PATH, data=b"{", **good).status_code == 400
    assert client.post(PATH, data=b"\xff{}", **good).status_code == 400
    assert client.post(PATH, data=b"[" * 60_000, **good).status_code == 400
    assert client.post(PATH, data=b"{}", content_type="text/plain").status_code == 415
    assert client.post(PATH, data=b" " * (LARGEST + 1), **good).status_code == 413
    assert client.post(PATH, data=b" " * LARGEST, **good).status_code == 400  # as large as may be


def test_a_form_of_the_record_holds_whole_letters_and_no_lists_without_end(client):
    assert client.post("/record/decision", json={"values": {"title": "\u0175"}}).status_code == 200
    assert client.post("/record/decision", json={"values": {"title": "\ud800"}}).status_code == 400
    deep = b"[" * 100_000
    assert client.post("/record/decision", data=deep, content_type="application/json").status_code == 400
    broken = client.post("/record/decision", data=b"{", content_type="application/json")
    assert (broken.status_code, broken.data) == (200, b"{")  # what takes the form says what is wrong
    assert client.post("/elsewhere", json={"title": "\ud800"}).status_code == 200

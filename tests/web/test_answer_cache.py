"""The same request over the same file is answered from memory; nothing else is."""

import pytest
from flask import Flask, g

from dashboard.web.answer_cache import AnswerCache, cache_answers
from dashboard.web.past_day import PAGE_UPDATE as UPDATE
from dashboard.web.static_files import serve_static_files


@pytest.fixture
def counted():
    """A server that counts how often it was really asked, and the name of the file it serves."""
    server, made, served = Flask("counted"), [], {"file": "one"}
    cache_answers(server, lambda: served["file"])
    serve_static_files(server)

    @server.post(UPDATE)
    def update():
        made.append(1)
        g.live = served.get("live", False)
        return {"answer": "a figure " * 200}

    return server.test_client(), made, served


def ask(client, body="x"):
    return client.post(UPDATE, data=body, headers={"Accept-Encoding": "gzip"})


def test_a_repeated_request_is_answered_from_memory_with_the_same_bytes(counted):
    client, made, _ = counted
    first, second = ask(client), ask(client)
    assert len(made) == 1
    assert (first.data, first.headers["Content-Encoding"]) == (
        second.data,
        second.headers["Content-Encoding"],
    )


def test_a_new_file_or_another_request_is_asked_anew(counted):
    client, made, served = counted
    ask(client)
    ask(client, "y")
    served["file"] = "two"
    ask(client)
    assert len(made) == 3


def test_a_live_page_is_never_kept(counted):
    client, made, served = counted
    served["live"] = True
    ask(client)
    ask(client)
    assert len(made) == 2


@pytest.mark.parametrize(
    ("accepted", "encoded"),
    [
        (["gzip", "gzip, x-ray", f"gzip, {'x' * 4000}", "gzip;q=0.9, br;q=0.1"], "gzip"),
        (["br", "gzip, deflate, br, zstd", "*", "BR"], "br"),
        (["", "identity", "deflate", "gzip;q=0, br;q=0, identity"], None),
    ],
)
def test_an_answer_is_kept_once_for_each_encoding_whatever_else_a_client_takes(counted, accepted, encoded):
    client, made, _ = counted
    for header in accepted:
        answer = client.post(UPDATE, data="x", headers={"Accept-Encoding": header})
        assert answer.headers.get("Content-Encoding") == encoded
    assert len(made) == 1


@pytest.mark.parametrize("odd", ["br;q=0", "gzip;q=0", "br;q=nan", "identity;q=0.1, br;q=0", "br; q=0.0"])
def test_who_takes_no_encoding_gets_none_whatever_was_answered_before(counted, odd):
    client, _, _ = counted
    client.post(UPDATE, data="x", headers={"Accept-Encoding": odd})
    answer = client.post(UPDATE, data="x", headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in answer.headers
    assert b"a figure" in answer.data


def test_answers_with_nothing_in_them_weigh_what_their_keys_do():
    answers = AnswerCache(most=80_000)
    for number in range(100):
        answers.put(("f" * 1000, "br", b"%d" % number), b"", {})
    assert answers.get(("f" * 1000, "br", b"0")) is None
    assert answers.get(("f" * 1000, "br", b"99")) is not None


def test_the_least_recently_used_answer_goes_first():
    answers = AnswerCache(most=80_000)
    for name in (b"a", b"b"):
        answers.put(("f", "br", name), b"x" * 9000, {})
    answers.get(("f", "br", b"a"))
    for name in (b"c", b"d", b"e", b"f", b"g", b"h", b"i"):
        answers.put(("f", "br", name), b"x" * 9000, {})
    assert answers.get(("f", "br", b"b")) is None
    assert answers.get(("f", "br", b"i")) is not None


@pytest.mark.parametrize(
    ("shared", "live", "said"),
    [
        (True, False, "public, max-age=3600, s-maxage=0"),  # a reader's own browser alone opens it unasked
        (True, True, "no-cache"),
        (False, False, "private, no-cache"),
    ],
)
def test_who_may_keep_a_document_and_for_how_long(shared, live, said):
    server = Flask("documents")
    cache_answers(server, lambda: "one", shared=shared)

    @server.get("/")
    def page():
        g.live = live
        return "a page"

    assert server.test_client().get("/").headers["Cache-Control"] == said


def test_pages_of_past_days_push_out_nothing_of_today():
    answers = AnswerCache(most=80_000, aside=8_000)
    answers.put(("file", "br", b"/?region=a"), b"x" * 8000, {})
    for day in range(10, 30):
        answers.put(("file", "br", b"/?as_of=2024-01-%d" % day), b"x" * 5000, {})
    assert answers.get(("file", "br", b"/?region=a")) is not None
    assert answers.get(("file", "br", b"/?as_of=2024-01-29")) is not None
    assert answers.get(("file", "br", b"/?as_of=2024-01-28")) is None


def test_answers_that_are_not_compressed_push_out_nothing_that_browsers_get():
    answers = AnswerCache(most=80_000, aside=16_000)
    answers.put(("file", "br", b"/?region=a"), b"x" * 8000, {})
    for number in range(30):
        answers.put(("file", "", b"/?region=%d" % number), b"x" * 9000, {})
    assert answers.get(("file", "br", b"/?region=a")) is not None
    assert answers.get(("file", "", b"/?region=29")) is not None
    assert answers.get(("file", "", b"/?region=28")) is None

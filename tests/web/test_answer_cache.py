"""The same request over the same file is answered from memory; nothing else is."""

import brotli
import pytest
from flask import Flask, g, request

from dashboard.web.answer_cache import AnswerCache, cache_answers
from dashboard.web.past_day import PAGE_UPDATE as UPDATE
from dashboard.web.static_files import serve_static_files
from dashboard.web.warm_up import answer_ahead


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


def test_what_is_asked_for_most_comes_first_and_is_forgotten_by_halves():
    answers = AnswerCache()
    for name, times in ((b"once", 1), (b"thrice", 3), (b"twice", 2)):
        answers.put(("one", "br", name), b"x", {})
        for _ in range(times - 1):
            answers.get(("one", "br", name))
    answers.put(("one", "br", b"/?as_of=2024-01-10"), b"x", {})
    answers.put(("one", "", b"a program"), b"x", {})
    answers.put(("one", "br", b"nobody"), b"x", {}, ahead=True)
    assert answers.most_asked() == [("br", b"thrice"), ("br", b"twice"), ("br", b"once")]
    answers.put(("two", "br", b"once"), b"x", {})
    answers.get(("two", "br", b"once"))
    assert answers.most_asked() == [("br", b"once"), ("br", b"thrice"), ("br", b"twice")]
    assert answers.most_asked() == [("br", b"once")]


def test_a_page_that_is_never_kept_is_made_ahead_as_often_as_readers_ask_for_it(counted):
    client, made, served = counted
    served["live"] = True
    ask(client)
    for count in (2, 2):  # once more for the reader; nobody has asked since
        answer_ahead(client.application)
        assert len(made) == count
    client.post(UPDATE, data="x", headers={"Accept-Encoding": "identity"})
    client.post(UPDATE, data='{"as_of": "2024-01-10"}', headers={"Accept-Encoding": "gzip"})
    answer_ahead(client.application)
    assert len(made) == 4


def test_what_readers_ask_for_is_answered_ahead_under_the_key_of_the_new_file(counted):
    client, made, served = counted

    @client.application.get("/")
    def page():
        made.append(1)
        return f"{served['file']}: a page of {request.host_url}" * 20

    def asked():
        page = client.get(
            "/?region=a&q=h%C3%A9%20b", base_url="https://one.example", headers={"Accept-Encoding": "br"}
        )
        return page, client.post(
            UPDATE, data='{"a": 1}', content_type="application/json", headers={"Accept-Encoding": "br"}
        )

    asked()
    served["file"] = "two"
    answer_ahead(client.application)
    assert len(made) == 4
    served["file"] = "one"  # which is served meanwhile
    assert brotli.decompress(asked()[0].data).startswith(b"one: a page of https://one.example/")
    served["file"] = "two"
    assert brotli.decompress(asked()[0].data).startswith(b"two: a page of https://one.example/")
    assert len(made) == 4


def test_answering_ahead_ends_in_time_and_at_no_failure(counted, monkeypatch):
    client, made, served = counted
    for body in "xyz":
        ask(client, body)
    served["file"] = "two"
    answer_ahead(client.application, seconds=0)
    assert len(made) == 3
    served["live"] = None  # wanted by nobody; the next line has every request fail
    monkeypatch.setattr(client.application, "full_dispatch_request", lambda *_: 1 / 0)
    client.application.config["PROPAGATE_EXCEPTIONS"] = True
    answer_ahead(client.application)


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

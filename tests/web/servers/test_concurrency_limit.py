"""One client has one costly request worked on at a time; others never wait for it."""

import threading

import pytest
from flask import Flask

from dashboard.runtime.query_priority import QUERY_PRIORITY
from dashboard.web.rate_limit import limit_rates
from dashboard.web.servers.concurrency_limit import ConcurrencyLimit, Turn, limit_concurrency


def test_a_second_request_waits_and_a_third_is_refused():
    limit, order = ConcurrencyLimit(seconds=5), []
    assert limit.acquire("a")
    second = threading.Thread(target=lambda: order.append(("second", limit.acquire("a"))))
    second.start()
    while not limit._waiting:
        pass
    assert not limit.acquire("a")
    assert limit.acquire("b")
    limit.release("a")
    second.join(5)
    assert order == [("second", True)]


def test_who_waits_too_long_is_refused_and_may_wait_again():
    limit = ConcurrencyLimit(seconds=0.02)
    assert limit.acquire("a")
    assert not limit.acquire("a")
    assert not limit.acquire("a")
    limit.release("a")
    assert limit.acquire("a")


def test_one_request_of_all_waits_since_each_that_does_holds_a_thread():
    limit = ConcurrencyLimit(seconds=5)
    assert limit.acquire("a")
    assert limit.acquire("b")
    waiting = threading.Thread(target=lambda: limit.acquire("a"))
    waiting.start()
    while not limit._waiting:
        pass
    assert not limit.acquire("b")
    limit.release("a")
    waiting.join(5)
    assert not limit._waiting


def test_nobody_waits_while_others_need_the_threads():
    crowd = [2]
    limit = ConcurrencyLimit(seconds=5, crowd=lambda: crowd[0])
    assert limit.acquire("a")
    assert not limit.acquire("a")
    crowd[0] = 1
    answers = []
    waiting = threading.Thread(target=lambda: answers.append(limit.acquire("a")))
    waiting.start()
    while not limit._waiting:
        pass
    crowd[0] = 2
    waiting.join(2)
    assert answers == [False]


def test_a_client_may_have_as_many_as_are_said_and_nothing_is_kept_of_who_has_none():
    limit = ConcurrencyLimit(seconds=0, most=2)
    assert [limit.acquire("a") for _ in range(3)] == [True, True, False]
    assert limit.acquire("b")
    limit.release("a")
    assert limit.acquire("a")
    for client in "aab":
        limit.release(client)
    assert not limit._working


def test_two_files_are_sent_to_a_client_at_once_and_another_when_one_has_arrived_or_was_given_up():
    server = Flask("files")
    limit_rates(server, proxied=False)
    limit_concurrency(server)
    server.add_url_rule("/download/data/large.csv", "large", lambda: (piece for piece in [b"1", b"2"]))
    server.add_url_rule("/page", "page", lambda: (piece for piece in [b"1", b"2"]))

    def ask(path="/download/data/large.csv", address="192.0.2.1"):
        return server.test_client().get(path, environ_base={"REMOTE_ADDR": address}, buffered=False)

    first, second = ask(), ask()
    refused = ask()
    assert (first.status_code, second.status_code, refused.status_code) == (200, 200, 429)
    assert b"Two files are on their way" in refused.data
    assert ask(address="192.0.2.2").status_code == 200
    assert ask("/page").status_code == 200
    assert first.data == b"12"
    first.close()
    assert (ask().status_code, ask().status_code) == (200, 429)
    second.close()  # half of it not taken
    assert ask().status_code == 200


def test_what_fails_after_a_file_was_admitted_keeps_no_turn():
    server = Flask("failing")

    @server.after_request
    def fails(answer):
        if answer.is_streamed and answer.status_code == 200:
            raise ValueError
        return answer

    limit_rates(server, proxied=False)
    limit_concurrency(server)
    server.add_url_rule("/download/data/large.csv", "large", lambda: (piece for piece in [b"1"]))
    ask = lambda: server.test_client().get(  # noqa: E731
        "/download/data/large.csv", environ_base={"REMOTE_ADDR": "192.0.2.1"}
    )
    assert [ask().status_code for _ in range(4)] == [500] * 4  # and not 429


def test_a_turn_is_given_back_once():
    limit = ConcurrencyLimit(seconds=0, most=2)
    assert limit.acquire("a")
    assert limit.acquire("a")
    turn = Turn(limit, "a")
    turn.give_back()
    turn.give_back()
    assert [limit.acquire("a"), limit.acquire("a")] == [True, False]


@pytest.fixture
def asking():
    """ask(path, address) of a server whose pages of the past fail, and the others do not."""
    server = Flask("turns")
    limit_rates(server, proxied=False)
    limit_concurrency(server, ConcurrencyLimit(seconds=0.02))
    began, end = threading.Event(), threading.Event()

    @server.get("/slow")
    def slow():
        began.set()
        end.wait(5)
        return "slow"

    server.add_url_rule("/", "page", lambda: "page")
    server.add_url_rule("/fails", "fails", lambda: 1 / 0)

    def ask(path, address="192.0.2.1"):
        return server.test_client().get(path, environ_base={"REMOTE_ADDR": address}).status_code

    working = threading.Thread(target=lambda: ask("/slow?as_of=2024-01-01"))
    working.start()
    assert began.wait(5)
    yield ask
    end.set()
    working.join(5)


def test_others_and_what_costs_little_are_answered_meanwhile(asking):
    assert asking("/?as_of=2024-01-01") == 429
    assert asking("/") == 200
    assert asking("/?as_of=2024-01-01", "192.0.2.2") == 200
    assert asking("/?as_of=2024-01-01", "127.0.0.1") == 200


def test_a_turn_is_given_back_after_a_failure(asking):
    for _ in range(3):
        assert asking("/fails?as_of=2024-01-01", "192.0.2.3") == 500
    assert asking("/?as_of=2024-01-01", "192.0.2.3") == 200


def test_a_page_of_a_past_day_gives_way_and_one_of_today_does_not():
    begun = []
    server = Flask("priority")
    limit_rates(server, proxied=False)
    limit_concurrency(server)
    server.add_url_rule("/", "page", lambda: begun.append(QUERY_PRIORITY._quick) or "page")
    client = server.test_client()
    for path in ("/", "/?as_of=2024-01-01", "/download/data/areas.xlsx"):
        client.get(path)
    assert begun == [1, 0]
    assert QUERY_PRIORITY._quick == 0

"""Whose turn it is, by a clock that is told of seconds, and what of a server counts as a turn."""

import json
import threading

import pytest
from flask import Flask, Response

from dashboard.runtime.query_priority import QUERY_PRIORITY
from dashboard.web.past_day import PAGE_UPDATE
from dashboard.web.rate_limit import limit_rates
from dashboard.web.servers import concurrency_limit
from dashboard.web.servers.concurrency_limit import ConcurrencyLimit, limit_concurrency
from dashboard.web.static_files import AHEAD


class Changed:
    """A lock whose waiting moves a clock, and what happens at which second of it."""

    def __init__(self, happens):
        self.now, self.waited, self._happens = 0.0, [], dict(happens)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def wait(self, seconds):
        self.waited.append(seconds)
        assert len(self.waited) < 1_000
        self.now += seconds
        for second in [second for second in self._happens if second <= self.now]:
            self._happens.pop(second)()

    def notify_all(self):
        pass

    def monotonic(self):
        return self.now


@pytest.fixture
def waiting(monkeypatch):
    """waiting(limit, happens) -> (whether client a has a turn beside another of its own, the clock)."""

    def waiting(limit, happens=()):
        limit._changed = clock = Changed(happens)
        monkeypatch.setattr(concurrency_limit, "time", clock)
        assert limit.acquire("a")
        return limit.acquire("a"), clock

    return waiting


def test_the_second_of_a_client_waits_ten_seconds_and_looks_four_times_in_each(waiting):
    free, clock = waiting(ConcurrencyLimit(crowd=lambda: 1))
    assert (free, clock.now, concurrency_limit.WAIT) == (False, 10.0, 10.0)
    assert clock.waited == [0.25] * 40


def test_the_last_look_is_no_later_than_the_end(waiting):
    free, clock = waiting(ConcurrencyLimit(seconds=0.6, crowd=lambda: 0))
    assert (free, clock.waited) == (False, pytest.approx([0.25, 0.25, 0.1]))


def test_its_turn_comes_with_the_look_after_the_first_is_done(waiting):
    limit = ConcurrencyLimit(crowd=lambda: 0)
    free, clock = waiting(limit, {3.9: lambda: limit.release("a")})
    assert (free, clock.now) == (True, 4.0)
    assert (limit._working, limit._waiting) == ({"a": 1}, set())


def test_it_is_woken_when_the_first_is_done_and_does_not_sleep_on_until_its_next_look(monkeypatch):
    monkeypatch.setattr(concurrency_limit, "_SLICE", 30.0)
    limit, turns = ConcurrencyLimit(seconds=30, crowd=lambda: 0), []
    assert limit.acquire("a")
    second = threading.Thread(target=lambda: turns.append(limit.acquire("a")), daemon=True)
    second.start()
    while not limit._waiting:
        pass
    limit.release("a")
    second.join(5)
    assert turns == [True]


@pytest.mark.parametrize(("others", "seconds"), [(1, 10.0), (2, 0.0), (3, 0.0)])
def test_it_gives_its_thread_up_to_two_quick_requests(waiting, others, seconds):
    assert waiting(ConcurrencyLimit(crowd=lambda: others))[1].now == seconds


def test_without_seconds_nobody_waits(waiting):
    free, clock = waiting(ConcurrencyLimit(seconds=0, crowd=lambda: 0))
    assert (free, clock.waited) == (False, [])


def test_of_all_clients_one_waits(waiting):
    limit, asked = ConcurrencyLimit(crowd=lambda: 0), []
    limit.acquire("b")

    def another():
        asked.append((limit.acquire("b"), limit._changed.now, set(limit._waiting)))

    waiting(limit, {1.0: another})
    assert asked == [(False, 1.0, {"a"})]
    assert (limit._waiting, limit._working) == (set(), {"a": 1, "b": 1})


def test_the_quick_requests_are_those_of_this_process(waiting):
    begun = waiting(ConcurrencyLimit())[1].now
    QUERY_PRIORITY.begin(costly=False)
    QUERY_PRIORITY._quick += 1  # of another thread
    try:
        crowded = waiting(ConcurrencyLimit())[1].now
    finally:
        QUERY_PRIORITY._quick -= 1
        QUERY_PRIORITY.end()
    assert (begun, crowded) == (10.0, 0.0)


TODAY, PAST = ({"inputs": [{"id": "url", "value": value}]} for value in ("", "?as_of=2024-01-01"))


@pytest.fixture
def server():
    """A server whose answers say how many turns are taken meanwhile, and how many requests count as quick."""
    server = Flask("turns", static_folder=None)
    limit_rates(server, proxied=False)
    server.limit = ConcurrencyLimit(seconds=0)
    limit_concurrency(server, server.limit)

    def answer(name=""):
        return json.dumps([dict(server.limit._working), QUERY_PRIORITY.quick])

    for path in ("/", "/pack/<name>", "/api/<name>", "/download/data/<name>", "/check", PAGE_UPDATE):
        server.add_url_rule(path, path, answer, methods=["GET", "POST"])
    server.closed = []

    def pieces(name):
        answer = Response(piece for piece in ["1", "2"])
        answer.call_on_close(lambda: server.closed.append(name))
        return answer

    server.add_url_rule("/download/<name>", "pieces", pieces)
    server.add_url_rule("/catalogue.json", "missing", lambda: (Response(piece for piece in ["1"]), 404))
    return server


def ask(server, path, body=None, address="192.0.2.1"):
    method = "POST" if body else "GET"
    environ = {"REMOTE_ADDR": address}
    return server.test_client().open(path, method=method, json=body, environ_base=environ)


@pytest.mark.parametrize(
    ("path", "body", "costly"),
    [
        ("/", None, False),
        ("/?as_of=2024-01-01", None, True),
        ("/api/a", None, False),  # three tokens
        ("/check", None, True),  # ten, as a past day
        ("/download/data/a.csv", None, True),
        ("/pack/a", None, True),
        (PAGE_UPDATE, TODAY, False),
        (PAGE_UPDATE, PAST, True),
    ],
)
def test_what_takes_long_needs_a_turn_and_is_not_quick(server, path, body, costly):
    found = json.loads(ask(server, path, body).data)
    assert found == ([{"192.0.2.1": 1}, 0] if costly else [{}, 1])
    assert (dict(server.limit._working), QUERY_PRIORITY.quick) == ({}, 0)
    assert json.loads(ask(server, path, body, "127.0.0.1").data) == [{}, 0 if costly else 1]


def test_what_is_asked_ahead_keeps_no_costly_work_waiting(server):
    """Scripts are compressed after a start, while figures are read ahead."""
    answer = server.test_client().get("/", environ_base={AHEAD: True})
    assert json.loads(answer.data) == [{}, 0]


def test_who_has_no_turn_is_told_so_and_to_come_back(server):
    server.limit.acquire("192.0.2.1")
    refused = ask(server, "/check")
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "2")
    assert "still being worked out" in refused.text
    assert ask(server, "/").status_code == 200
    assert server.limit._working == {"192.0.2.1": 1}  # of the other, which goes on
    server.limit.release("192.0.2.1")
    assert ask(server, "/check").status_code == 200


def test_only_what_takes_long_and_is_found_is_one_of_two_files_on_their_way(server, monkeypatch):
    waited, here, wait = [], threading.get_ident(), threading.Condition.wait

    def noted(condition, seconds=None):
        if threading.get_ident() != here:  # of another test's server
            return wait(condition, seconds)
        return waited.append(seconds)

    monkeypatch.setattr(threading.Condition, "wait", noted)

    def kept(path, address="192.0.2.1"):
        environ = {"REMOTE_ADDR": address}
        return server.test_client().get(path, environ_base=environ, buffered=False)

    assert [kept("/download/a.csv").status_code for _ in range(4)] == [200] * 4  # five tokens
    assert [kept("/catalogue.json").status_code for _ in range(4)] == [404] * 4
    past = "/download/b.csv?as_of=2024-01-01"
    assert [kept(past, "127.0.0.1").status_code for _ in range(4)] == [200] * 4
    answers = [kept(past) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2].headers["Retry-After"] == "2"
    assert "already" in answers[2].text
    assert waited == []  # a third is refused at once
    assert server.closed == ["b.csv"]  # and what it was made of is closed

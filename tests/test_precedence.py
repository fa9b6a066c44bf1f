"""What takes seconds gives way to what takes milliseconds, for a while and not for ever."""

import threading
import time

import pytest

from dashboard.precedence import Precedence


@pytest.fixture
def waited(monkeypatch):
    """waited(precedence) -> the seconds for which costly work in another thread waits before one query."""
    monkeypatch.setattr("dashboard.precedence.AT_ONCE", 0.02)
    monkeypatch.setattr("dashboard.precedence.ALTOGETHER", 0.05)

    def waited(precedence, queries=1, costly=True):
        seconds = []

        def work():
            precedence.begin(costly=costly)
            began = time.monotonic()
            for _ in range(queries):
                precedence.give_way()
            seconds.append(time.monotonic() - began)
            precedence.end()

        thread = threading.Thread(target=work)
        thread.start()
        thread.join(5)
        return seconds[0]

    return waited


def test_costly_work_waits_before_each_query_while_something_quick_is_answered(waited):
    precedence = Precedence()
    precedence.begin(costly=False)
    assert waited(precedence) >= 0.02
    assert waited(precedence, costly=False) < 0.02  # quick ones never wait for each other
    precedence.end()
    precedence.end()  # as after a request that was answered before it began
    assert waited(precedence) < 0.02


def test_costly_work_goes_on_in_the_end_beside_others_that_never_pause(waited):
    precedence = Precedence()
    precedence.begin(costly=False)
    assert 0.05 <= waited(precedence, queries=100) < 0.5


def test_costly_work_goes_on_as_soon_as_the_quick_is_done(monkeypatch):
    monkeypatch.setattr("dashboard.precedence.AT_ONCE", 5.0)
    precedence, done = Precedence(), threading.Event()
    precedence.begin(costly=False)

    def work():
        precedence.begin(costly=True)
        precedence.give_way()
        done.set()

    threading.Thread(target=work).start()
    assert not done.wait(0.02)
    precedence.end()
    assert done.wait(1)


def test_what_holds_nothing_waits_until_the_quick_is_done(monkeypatch):
    monkeypatch.setattr("dashboard.precedence.AT_ONCE", 0.0)
    precedence, passed = Precedence(), threading.Semaphore(0)
    precedence.begin(costly=False)

    def work():
        precedence.begin(costly=True)
        for longest in (None, 5.0):
            precedence.give_way(longest)
            passed.release()

    threading.Thread(target=work).start()
    assert passed.acquire(timeout=5)  # before a query
    assert not passed.acquire(timeout=0.1)  # between two things that it does
    precedence.end()
    assert passed.acquire(timeout=5)

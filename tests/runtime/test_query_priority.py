"""What takes seconds gives way to what takes milliseconds, for a while and not for ever."""

import threading
import time

import pytest

from dashboard.runtime.query_priority import QueryPriority


@pytest.fixture
def waited(monkeypatch):
    """waited(priority) -> the seconds for which costly work in another thread waits before one query."""
    monkeypatch.setattr("dashboard.runtime.query_priority.AT_ONCE", 0.02)
    monkeypatch.setattr("dashboard.runtime.query_priority.ALTOGETHER", 0.05)

    def waited(priority, queries=1, costly=True):
        seconds = []

        def work():
            priority.begin(costly=costly)
            began = time.monotonic()
            for _ in range(queries):
                priority.give_way()
            seconds.append(time.monotonic() - began)
            priority.end()

        thread = threading.Thread(target=work)
        thread.start()
        thread.join(5)
        return seconds[0]

    return waited


def test_costly_work_waits_before_each_query_while_something_quick_is_answered(waited):
    priority = QueryPriority()
    priority.begin(costly=False)
    assert waited(priority) >= 0.02
    assert waited(priority, costly=False) < 0.02  # quick ones never wait for each other
    priority.end()
    priority.end()  # as after a request that was answered before it began
    assert waited(priority) < 0.02


def test_costly_work_goes_on_in_the_end_beside_others_that_never_pause(waited):
    priority = QueryPriority()
    priority.begin(costly=False)
    assert 0.05 <= waited(priority, queries=100) < 0.5


def test_costly_work_goes_on_as_soon_as_the_quick_is_done(monkeypatch):
    monkeypatch.setattr("dashboard.runtime.query_priority.AT_ONCE", 5.0)
    priority, done = QueryPriority(), threading.Event()
    priority.begin(costly=False)

    def work():
        priority.begin(costly=True)
        priority.give_way()
        done.set()

    threading.Thread(target=work).start()
    assert not done.wait(0.02)
    priority.end()
    assert done.wait(1)


def test_what_holds_nothing_waits_until_the_quick_is_done(monkeypatch):
    monkeypatch.setattr("dashboard.runtime.query_priority.AT_ONCE", 0.0)
    priority, passed = QueryPriority(), threading.Semaphore(0)
    priority.begin(costly=False)

    def work():
        priority.begin(costly=True)
        for longest in (None, 5.0):
            priority.give_way(longest)
            passed.release()

    threading.Thread(target=work).start()
    assert passed.acquire(timeout=5)  # before a query
    assert not passed.acquire(timeout=0.1)  # between two things that it does
    priority.end()
    assert passed.acquire(timeout=5)

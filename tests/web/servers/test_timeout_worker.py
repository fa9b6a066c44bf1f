"""What gunicorn's worker does with a connection before and while a thread has it."""

from types import SimpleNamespace

import pytest
from gunicorn.config import Config

gthread = pytest.importorskip("dashboard.web.servers.slow_clients")


class Socket:
    """A socket as far as it is looked at before anything is read."""

    def setblocking(self, flag):
        pass

    def fileno(self):
        return 0


class Connection:
    """gunicorn's TConn: of this client, and whether bytes of it are there."""

    def __init__(self, address="192.0.2.1", *, there=True, initialized=False, ready=False):
        self.client, self.sock = (address, 40_000), Socket()
        self.initialized, self.data_ready, self._there = initialized, ready, there
        self.waited = []

    def wait_for_data(self, seconds):
        self.waited.append(seconds)
        return self._there


@pytest.fixture
def worker(monkeypatch):
    """A worker whose requests are answered with "answered" and the second at which they began."""
    clock = SimpleNamespace(now=5.0)
    monkeypatch.setattr(gthread, "time", SimpleNamespace(monotonic=lambda: clock.now))
    monkeypatch.setattr(
        gthread.gthread.ThreadWorker, "handle", lambda self, conn: ("answered", conn.sock.since)
    )
    found = gthread.TimeoutWorker(1, 1, [], SimpleNamespace(), 30, Config(), None)
    found.clock = clock
    yield found
    found.tmp.close()


def test_a_connection_is_wrapped_once_and_each_request_of_it_begins_anew(worker):
    connection = Connection()
    assert worker.handle(connection) == ("answered", 5.0)
    first = connection.sock
    assert (type(first), first.client) == (gthread.TimedSocket, "192.0.2.1")
    worker.clock.now = 7.0
    assert worker.handle(connection) == ("answered", 7.0)
    assert connection.sock is first


@pytest.mark.parametrize(
    ("address", "client"), [("127.0.0.1", "this machine"), ("2001:db8:1:2:3::4", "2001:db8:1:2::/64")]
)
def test_a_client_of_a_connection_is_a_household_or_this_machine(worker, address, client):
    connection = Connection(address)
    worker.handle(connection)
    assert connection.sock.client == client


@pytest.mark.parametrize(
    ("there", "initialized", "ready", "answered"),
    [
        (False, False, False, False),  # nothing has come: the poller waits for it, and no thread
        (True, False, False, True),
        (False, False, True, True),  # the poller has seen it
        (False, True, False, True),  # a kept connection, which the poller gave back
    ],
)
def test_for_the_first_byte_no_thread_waits(worker, there, initialized, ready, answered):
    connection = Connection(there=there, initialized=initialized, ready=ready)
    found = worker.handle(connection)
    assert found == (("answered", 5.0) if answered else gthread.gthread._DEFER)
    assert isinstance(connection.sock, gthread.TimedSocket) is answered
    assert set(connection.waited) <= {0}


def test_a_request_wants_a_thread_from_when_it_waits_for_one_until_it_has_it(worker, monkeypatch):
    given = []

    def give(self, conn):
        given.append((conn, self._slow._wanting))

    monkeypatch.setattr(gthread.gthread.ThreadWorker, "enqueue_req", give)
    connection, other = Connection(), Connection(there=False)
    worker.enqueue_req(connection)
    worker.enqueue_req(other)
    assert given == [(connection, 1), (other, 2)]
    worker.handle(connection)
    worker.handle(other)  # and is put back
    assert worker._slow._wanting == 0


@pytest.mark.parametrize(
    ("app", "proxied"), [({}, False), ({"proxied": False}, False), ({"proxied": True}, True)]
)
def test_the_application_says_whether_a_proxy_stands_in_front(app, proxied):
    worker = gthread.TimeoutWorker(1, 1, [], SimpleNamespace(**app), 30, Config(), None)
    worker.tmp.close()
    assert worker._slow._proxied is proxied


def test_connections_of_a_worker_know_of_each_other(worker):
    one, two = Connection(), Connection()
    worker.handle(one)
    worker.handle(two)
    assert one.sock._slow is two.sock._slow is worker._slow

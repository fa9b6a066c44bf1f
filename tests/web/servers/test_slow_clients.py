"""A client that is slow on purpose is let go: its thread is somebody else's again."""

import http.client
import socket
import threading
import time

import pytest
from gunicorn.util import close_graceful

from tests.bench.served import product

gthread = pytest.importorskip("dashboard.web.servers.slow_clients")


@pytest.fixture
def pair(monkeypatch):
    """The server's end and the client's end of a connection; seconds are tenths here."""
    monkeypatch.setattr(gthread, "ARRIVE", 0.5)
    monkeypatch.setattr(gthread, "IDLE", 0.2)
    monkeypatch.setattr(gthread, "TAKE", 0.2)
    monkeypatch.setattr(gthread, "SLOWEST", 10_000_000)
    ours, theirs = socket.socketpair()
    timed = gthread.TimedSocket(ours, "a", gthread.SlowClients())
    timed.begin()
    yield timed, theirs
    ours.close()
    theirs.close()


def test_what_comes_in_time_is_read(pair):
    ours, theirs = pair
    theirs.sendall(b"GET / HTTP/1.1\r\n")
    assert ours.recv(100) == b"GET / HTTP/1.1\r\n"


def test_who_sends_nothing_is_let_go(pair):
    with pytest.raises(ConnectionResetError, match="too slow"):
        pair[0].recv(100)


def test_who_sends_a_letter_now_and_then_has_no_longer_than_others(pair):
    ours, theirs = pair

    def drip():
        for _ in range(20):
            time.sleep(0.1)
            try:
                theirs.sendall(b"x")
            except OSError:
                return

    threading.Thread(target=drip, daemon=True).start()
    began = time.monotonic()
    with pytest.raises(ConnectionResetError):
        read = [ours.recv(1) for _ in range(1000)]  # noqa: F841
    assert time.monotonic() - began < 1.5


def test_who_never_takes_an_answer_is_let_go(pair):
    began = time.monotonic()
    with pytest.raises(ConnectionResetError):
        pair[0].sendall(bytes(50_000_000))
    assert 0.2 < time.monotonic() - began < 1.5


def test_who_takes_an_answer_slowly_has_a_second_more_for_each_so_many_bytes(pair, monkeypatch):
    monkeypatch.setattr(gthread, "SLOWEST", 1_000_000)  # four seconds more for 4 MB
    ours, theirs = pair
    taken = []

    def take():
        while piece := theirs.recv(100_000):
            taken.append(len(piece))
            time.sleep(0.02)  # all of it takes more than 0.2 seconds

    thread = threading.Thread(target=take, daemon=True)
    thread.start()
    ours.sendall(bytes(4_000_000))
    ours.sendall(b"and more")  # of the same answer
    ours.shutdown(socket.SHUT_WR)
    thread.join(10)
    assert sum(taken) == 4_000_008
    assert ours._waited > 0.2


class Clock:
    """A clock that stands still until it is told of seconds."""

    def __init__(self):
        self.now = 0.0

    def monotonic(self):
        return self.now


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(gthread, "time", clock)
    return clock


def waited_for(slow, client, since):
    """A connection of `client` that a thread waits for since then, and what closes it."""
    inner, other = socket.socketpair()
    found = gthread.TimedSocket(inner, client, slow)
    found.since = since
    slow.begin(found)
    return found, (inner, other)


@pytest.fixture
def waiting(clock):
    """waiting(proxied) -> two connections of client a and one of b, a second apart, all waited for long."""
    ends = []

    def waiting(proxied=False):
        slow = gthread.SlowClients(proxied)
        found = {"a first": ("a", 0.0), "a second": ("a", 1.0), "b first": ("b", 2.0)}
        for name, (client, since) in found.items():
            found[name], pair = waited_for(slow, client, since)
            ends.extend(pair)
        clock.now = 12.0
        return slow, found

    yield waiting
    for end in ends:
        end.close()


def given_up(slow, connections):
    return [name for name, each in connections.items() if each in slow._began and slow.give_up(each)]


def test_everybody_is_waited_for_while_no_request_wants_a_thread(waiting):
    slow, connections = waiting()
    assert given_up(slow, connections) == []
    slow.want(1)
    slow.want(-1)
    assert given_up(slow, connections) == []


def test_of_a_client_one_is_waited_for_when_a_request_wants_a_thread(waiting):
    slow, connections = waiting()
    slow.want(1)
    assert given_up(slow, connections) == ["a second"]
    slow.end(connections["a first"])
    assert given_up(slow, connections) == []


def test_behind_a_proxy_everybody_is_one_client_and_is_waited_for(waiting):
    slow, connections = waiting(proxied=True)
    slow.want(1)
    assert given_up(slow, connections) == []


@pytest.mark.parametrize(("wanting", "seconds"), [(1, 3.0), (2, 1.5), (10, 0.3)])
def test_the_more_want_a_thread_the_sooner_it_is_theirs(waiting, clock, wanting, seconds):
    slow, connections = waiting()
    slow.want(wanting)
    clock.now = 0.99 + seconds
    assert given_up(slow, connections) == []
    clock.now += 0.02
    assert given_up(slow, connections) == ["a second"]


def test_an_answer_in_pieces_is_waited_for_since_its_first(pair, monkeypatch):
    monkeypatch.setattr(gthread, "TAKE", 5.0)
    ours, theirs = pair
    began = []
    monkeypatch.setattr(ours._slow, "begin", lambda each: began.append(each.since))
    monkeypatch.setattr(ours._slow, "end", lambda each: None)
    thread = threading.Thread(target=lambda: [theirs.recv(10_000, socket.MSG_WAITALL) for _ in range(600)])
    thread.start()
    for _ in range(3):
        ours.sendall(bytes(2_000_000))
    thread.join(10)
    first, *others = began
    assert set(others) == {first}
    ours.begin()  # the next request of this connection
    assert ours.since > first


def test_a_socket_that_is_told_not_to_wait_does_not(pair):
    ours, theirs = pair
    ours.setblocking(False)
    with pytest.raises(BlockingIOError):
        ours.recv(1)
    theirs.sendall(b"1")
    assert (ours.gettimeout(), ours.recv(1)) == (0.0, b"1")
    assert ours.fileno() > 0


def test_its_own_timeout_counts_where_it_is_shorter(pair):
    pair[0].settimeout(0.05)
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        pair[0].recv(1)
    assert time.monotonic() - began < 0.15  # a client that sends nothing has 0.2


def test_who_does_not_close_keeps_nobody_waiting(pair):
    ours, theirs = pair
    theirs.sendall(b"unread")
    began = time.monotonic()
    close_graceful(ours)  # gunicorn's own: it waits for two seconds, in the thread that takes connections
    assert time.monotonic() - began < 0.1
    assert theirs.recv(1) == b""


def seconds_until_answered(address) -> float:
    """Until somebody who asks for a small thing has it."""
    began = time.monotonic()
    connection = http.client.HTTPConnection(*address, timeout=60)
    connection.request("GET", "/health", headers={"Connection": "close"})
    assert connection.getresponse().status == 200
    return time.monotonic() - began


def connections(address, number, text):
    """So many connections that have sent `text`, and read as little as the system lets them."""
    for _ in range(number):
        each = socket.socket()
        each.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        each.connect(address)
        each.sendall(text)
        yield each


@pytest.mark.soak  # a minute and more of waiting
@pytest.mark.parametrize(
    "text",
    [
        b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ",
        b"GET /download/data/prices_by_lsoa.csv HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /assets/plotly.min.js HTTP/1.1\r\nHost: x\r\n\r\n",
    ],
    ids=["headers", "file", "asset"],
)
def test_others_are_answered_while_twenty_connections_of_a_client_are_slow(text):
    with product(AUDIENCE="public", WORKERS="1") as server:
        host, _, port = server.url.removeprefix("http://").partition(":")
        slow = list(connections((host, int(port)), 20, text))
        time.sleep(3)
        waited = [seconds_until_answered((host, int(port))) for _ in range(5)]
        print("answered after", [f"{seconds:.1f} s" for seconds in waited])
        assert max(waited) < 8
        for each in slow:
            each.close()

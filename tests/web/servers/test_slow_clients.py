"""A client that is slow on purpose is let go: its thread is somebody else's again."""

import http.client
import socket
import threading
import time

import pytest

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
    timed = gthread.TimedSocket(ours, "a", gthread.Takers())
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


@pytest.fixture
def takers(clock):
    """Two connections of client a, then one of b, begun a second apart; each is waited for ten seconds."""
    takers = gthread.Takers()
    made = {}
    for name in ("a first", "a second", "b first"):
        inner, made[name, "other end"] = socket.socketpair()
        made[name] = gthread.TimedSocket(inner, name[0], takers)
        takers.begin(made[name])
        clock.now += 1
    clock.now += 10
    yield takers, made
    for each in made.values():
        each.close()


def given_up(takers):
    takers, made = takers
    return [name for name, each in made.items() if each in takers._began and takers.give_up(each)]


def test_everybody_is_waited_for_while_no_request_wants_a_thread(takers):
    assert given_up(takers) == []
    takers[0].want(1)
    takers[0].want(-1)
    assert given_up(takers) == []


def test_of_a_client_one_is_waited_for_when_a_request_wants_a_thread(takers):
    takers[0].want(1)
    assert given_up(takers) == ["a second"]
    takers[0].end(takers[1]["a first"])
    assert given_up(takers) == []


def test_the_more_want_a_thread_the_sooner_it_is_theirs(clock):
    takers = gthread.Takers()
    ends = [socket.socketpair() for _ in range(2)]
    first, second = [gthread.TimedSocket(inner, "a", takers) for inner, _ in ends]
    takers.begin(first)
    clock.now = 1.0
    takers.begin(second)
    found = []
    for wanting in (1, 2, 10):  # 5, 2.5 and 0.5 seconds
        takers.want(wanting)
        for waited in (0.4, 0.6, 2.6, 5.1):
            clock.now = 1.0 + waited
            if takers.give_up(second):
                found.append((wanting, waited))
                break
        takers.want(-wanting)
    assert found == [(1, 5.1), (2, 2.6), (10, 0.6)]
    for pair in ends:
        for end in pair:
            end.close()


def test_a_socket_is_otherwise_what_it_was(pair):
    ours, _ = pair
    ours.setblocking(False)
    assert ours.fileno() > 0
    with pytest.raises(ConnectionResetError):
        ours.recv(1)
    assert ours.gettimeout() == 0.0


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

"""A client that is slow on purpose is let go: its thread is somebody else's again."""

import socket
import threading
import time

import pytest

gthread = pytest.importorskip("dashboard.web.servers.slow_clients")


@pytest.fixture
def pair(monkeypatch):
    """The server's end and the client's end of a connection; seconds are tenths here."""
    monkeypatch.setattr(gthread, "ARRIVE", 0.5)
    monkeypatch.setattr(gthread, "IDLE", 0.2)
    monkeypatch.setattr(gthread, "TAKE", 0.2)
    ours, theirs = socket.socketpair()
    timed = gthread.TimedSocket(ours)
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
    with pytest.raises(ConnectionResetError):
        pair[0].sendall(bytes(50_000_000))


def test_a_socket_is_otherwise_what_it_was(pair):
    ours, _ = pair
    ours.setblocking(False)
    assert ours.fileno() > 0
    with pytest.raises(ConnectionResetError):
        ours.recv(1)
    assert ours.gettimeout() == 0.0


@pytest.mark.soak  # a minute and more of waiting
def test_others_are_answered_while_twenty_clients_send_their_headers_slowly():
    import http.client

    from tests.bench.served import product

    with product(AUDIENCE="public", WORKERS="1") as server:
        host, _, port = server.url.removeprefix("http://").partition(":")
        slow = []
        for _ in range(20):
            each = socket.create_connection((host, int(port)))
            each.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")
            slow.append(each)
        began = time.monotonic()
        connection = http.client.HTTPConnection(host, int(port), timeout=60)
        connection.request("GET", "/health")
        assert connection.getresponse().status == 200
        print(f"answered after {time.monotonic() - began:.1f} s")
        assert time.monotonic() - began < 40

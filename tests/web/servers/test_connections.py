"""Connections to the real server: kept for the next request, and never all of one client's."""

import http.client
import socket
import subprocess
import sys
import time

import pytest

from tests.browser.site import free_port
from tests.conftest import ROOT

WORKER = "dashboard.web.servers.slow_clients.TimeoutWorker"


@pytest.fixture(scope="module")
def address():
    """Where one process with four threads answers."""
    pytest.importorskip("gunicorn")
    port = free_port()
    options = ["--worker-class", WORKER, "--threads", "4", "--no-sendfile", "--no-control-socket"]
    command = [sys.executable, "-m", "gunicorn", *options, "--log-level", "error"]
    process = subprocess.Popen(
        [*command, "--bind", f"127.0.0.1:{port}", "tests.web.servers.small:app"], cwd=ROOT
    )
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.05)
    yield "127.0.0.1", port
    process.kill()
    process.wait()


def test_a_connection_is_kept_for_the_next_request(address):
    connection = http.client.HTTPConnection(*address, timeout=5)
    for method, body in (("GET", None), ("POST", b"nobody reads this"), ("GET", None)):
        connection.request(method, "/", body)
        kept = connection.sock
        assert connection.getresponse().read() == b"small"
        assert connection.sock is kept


def seconds_until_answered(address) -> float:
    began = time.monotonic()
    connection = http.client.HTTPConnection(*address, timeout=60)
    connection.request("GET", "/", headers={"Connection": "close"})
    assert connection.getresponse().read() == b"small"
    return time.monotonic() - began


@pytest.mark.full
@pytest.mark.parametrize(
    ("sent", "most"),
    [
        (b"", 0.5),  # waited for by no thread
        (b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 0.5),  # and does not close it
        (b"GET / HTTP/1.1\r\nHost: x\r\nX-Half", 5),  # one thread is kept for it
        (b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n", 5),  # and not read
    ],
    ids=["nothing", "closing", "half", "not taken"],
)
def test_twelve_slow_connections_of_a_client_leave_threads_to_others(address, sent, most):
    slow = []
    for _ in range(12):
        each = socket.socket()
        each.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        each.connect(address)
        each.sendall(sent)
        slow.append(each)
    time.sleep(0.3)  # all are there
    assert seconds_until_answered(address) < most
    assert seconds_until_answered(address) < 0.5
    for each in slow:
        each.close()

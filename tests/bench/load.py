"""Load: many clients post callbacks again and again for a fixed time; counts, rate and p95."""

import itertools
import json
import socket
import threading
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from tests.bench.table import Measured

_NUMBERS = itertools.count()


@dataclass(frozen=True)
class Load:
    """Answers a second and the 95th percentile of the time for one, in milliseconds."""

    rate: float
    p95: float
    answered: int


def load(url: str, bodies: list[dict], clients: int, seconds: float, distinct: bool = False) -> Load:
    """Post `bodies` in turn to the update route at `url` from `clients` threads for `seconds`.

    With `distinct` no two requests are the same bytes (blanks and tabs that count, after the JSON), so
    that no kept answer serves them. Raises RuntimeError for an answer other than 200.
    """
    times: list[float] = []
    wrong: list[bytes] = []
    until = time.perf_counter() + seconds
    numbers = _NUMBERS if distinct else None
    threads = [
        threading.Thread(target=_client, args=(url, bodies[at:] + bodies[:at], until, numbers, times, wrong))
        for at in (number % len(bodies) for number in range(clients))
    ]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - began
    if wrong or not times:
        raise RuntimeError(f"{url} answered {wrong[:1] or 'nothing'} (build/bench/servers.log)")
    times.sort()
    return Load(len(times) / took, 1000 * times[int(len(times) * 0.95)], len(times))


def once(url: str, bodies: list[dict]) -> None:
    """Post each of `bodies` one time, one after the other."""
    host, _, port = urlsplit(url).netloc.partition(":")
    with socket.create_connection((host, int(port)), timeout=180) as connection:
        for request in itertools.islice(_requests(bodies, host, None), len(bodies)):
            connection.sendall(request)
            if (status := _answer(connection)) != b"200":
                raise RuntimeError(f"{url} answered {status}")


def repeated(server, bodies: list[dict], clients: int, seconds: float, times: int, distinct: bool = False):
    """(answers a second, p95 in ms, processor ms an answer) over `times` runs, each a Measured."""
    found: list[tuple[float, float, float]] = []
    for _ in range(times):
        before = server.cpu()
        one = load(server.url, bodies, clients, seconds, distinct)
        found.append((one.rate, one.p95, 1000 * (server.cpu() - before) / one.answered))
    return tuple(Measured(values) for values in zip(*found, strict=True))


def _requests(bodies: list[dict], host: str, numbers: Iterator[int] | None) -> Iterator[bytes]:
    # Written by hand: http.client would use more of the two cores than the server that is measured.
    head = f"POST /_dash-update-component HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip, br\r\n"
    for body in itertools.cycle(bodies):
        text = json.dumps(body) + ("" if numbers is None else _blank(next(numbers)))
        kind = f"Content-Type: application/json\r\nContent-Length: {len(text)}\r\n\r\n"
        yield f"{head}{kind}{text}".encode()


def _blank(number: int) -> str:
    return f"{number:032b}".replace("0", " ").replace("1", "\t")


def _client(url: str, bodies: list[dict], until: float, numbers, times: list, wrong: list) -> None:
    host, _, port = urlsplit(url).netloc.partition(":")
    with socket.create_connection((host, int(port)), timeout=180) as connection:
        for request in _requests(bodies, host, numbers):
            start = time.perf_counter()
            if start > until:
                return
            connection.sendall(request)
            status = _answer(connection)
            times.append(time.perf_counter() - start)
            if status != b"200":
                wrong.append(status)
                return


def _answer(connection: socket.socket) -> bytes:
    """Read one answer that says its length; its status."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += connection.recv(65536)
    head, _, body = data.partition(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n", 1)[0])
    left = length - len(body)
    while left > 0:
        left -= len(connection.recv(min(left, 1 << 20)))
    return head.split(b" ", 2)[1]


def wait(url: str, seconds: float = 60) -> None:
    """Wait until `url` answers. Its first answer may take long: Panel makes a whole page for it."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(url, timeout=until - time.monotonic()).close()  # noqa: S310 - loopback
            return
        except OSError:
            time.sleep(0.02)
    raise TimeoutError(f"{url} did not answer")

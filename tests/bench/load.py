"""Load: many clients post one callback again and again for a fixed time; counts, rate and p95."""

import json
import threading
import time
import urllib.request
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import cycle
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Load:
    """Answers a second and the 95th percentile of the time for one, in milliseconds."""

    rate: float
    p95: float
    failed: int


def load(url: str, bodies: list[dict], clients: int, seconds: float = 4.0) -> Load:
    """Post `bodies` in turn to the update route at `url` from `clients` threads for `seconds`."""
    times: list[float] = []
    failed: list[int] = []
    until = time.perf_counter() + seconds
    threads = [
        threading.Thread(target=_client, args=(url, bodies[at:] + bodies[:at], until, times, failed))
        for at in range(clients)
    ]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - began
    times.sort()
    return Load(len(times) / took, 1000 * times[int(len(times) * 0.95)], len(failed))


def _client(url: str, bodies: list[dict], until: float, times: list, failed: list) -> None:
    connection = HTTPConnection(urlsplit(url).netloc, timeout=30)
    headers = {"Content-Type": "application/json", "Accept-Encoding": "gzip, br"}
    for body in cycle([json.dumps(body) for body in bodies]):
        if time.perf_counter() > until:
            return
        start = time.perf_counter()
        connection.request("POST", "/_dash-update-component", body, headers)
        answer = connection.getresponse()
        answer.read()
        times.append(time.perf_counter() - start)
        if answer.status != 200:
            failed.append(answer.status)


def wait(url: str, seconds: float = 60) -> None:
    """Wait until `url` answers."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(url, timeout=2).close()  # noqa: S310 - loopback
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(f"{url} did not answer")

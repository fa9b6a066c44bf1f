"""A worker that has answered for months is no larger than after its first day."""

import http.client
import itertools
import os

import pytest

from tests.bench.served import product
from tests.soak.varied import Varied

pytestmark = pytest.mark.soak

REQUESTS = int(os.environ.get("REQUESTS", "50000"))
PAST = float(os.environ.get("PAST", "0.1"))  # share of the pages that are of a past day: seconds each
FIRST = REQUESTS // 10  # until every cache is full
LARGEST, GROWTH = 300, 1.05  # megabytes, at any moment; times


def test_resident_memory_stays_flat_over_varied_requests(built_in, public_site):
    wanted = Varied(public_site).addresses(PAST)
    with product(AUDIENCE="public", DATA_DIR=str(built_in), WORKERS="1") as server:
        connection = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=120)
        peaks = []
        for number, address in enumerate(itertools.islice(wanted, REQUESTS), 1):
            connection.request("GET", address)
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200, address
            if number % max(REQUESTS // 50, 1) == 0:
                peaks.append((number, max(server.peaks())))
                print(*peaks[-1], max(server.workers()), flush=True)
    early = max(peak for number, peak in peaks if number <= FIRST)
    assert max(peak for _, peak in peaks[-10:]) <= GROWTH * early
    assert max(peak for _, peak in peaks) <= LARGEST

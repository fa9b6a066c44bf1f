"""A worker that has answered for months is no larger than after its first day."""

import http.client
import itertools
import os
from statistics import median

import pytest

from tests.bench.served import product
from tests.soak.varied import Varied

pytestmark = pytest.mark.soak

REQUESTS = int(os.environ.get("REQUESTS", "50000"))
PAST = float(os.environ.get("PAST", "0.1"))  # share of the pages that are of a past day: seconds each
FIRST = 5  # of the fifty looks: until every cache is full
LARGEST, GROWTH = 300, 1.05  # megabytes, at any moment; times


def test_resident_memory_stays_flat_over_varied_requests(built_in, public_site):
    wanted = Varied(public_site).addresses(PAST)
    with product(AUDIENCE="public", DATA_DIR=str(built_in), WORKERS="1") as server:
        connection = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=120)
        peaks, resident = [], []
        for number, address in enumerate(itertools.islice(wanted, REQUESTS), 1):
            connection.request("GET", address)
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200, address
            if number % max(REQUESTS // 50, 1) == 0:
                peaks.append(max(server.peaks()))
                resident.append(max(server.workers()))
                print(number, peaks[-1], resident[-1], flush=True)
    # Between requests: a peak is that of one dear page, and the more requests the dearer the dearest of them.
    assert median(resident[-10:]) <= GROWTH * median(resident[FIRST : FIRST + 10])
    assert max(peaks) <= LARGEST

"""A worker that has answered for months is no larger than after its first day."""

import http.client
import itertools
import os

import pytest

from dashboard.settings import Settings
from dashboard.site import open_site
from tests.bench.served import product
from tests.soak.varied import Varied

pytestmark = pytest.mark.soak

REQUESTS = int(os.environ.get("REQUESTS", "50000"))
FIRST = REQUESTS // 10  # until every cache is full
LARGEST, GROWTH = 300, 1.05  # megabytes; times


def test_resident_memory_stays_flat_over_varied_requests():
    wanted = Varied(open_site(Settings(audience="public"))).addresses()
    with product(AUDIENCE="public", WORKERS="1") as server:
        connection = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=120)
        sizes = []
        for number, address in enumerate(itertools.islice(wanted, REQUESTS), 1):
            connection.request("GET", address)
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200, address
            if number % max(REQUESTS // 50, 1) == 0:
                sizes.append((number, max(server.workers())))
                print(*sizes[-1], flush=True)
    early = max(size for number, size in sizes if number <= FIRST)
    late = max(size for _, size in sizes[-10:])
    assert late <= GROWTH * early
    assert late <= LARGEST

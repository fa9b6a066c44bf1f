"""One client that asks for all that is dear, over twenty connections, costs the others next to nothing."""

import os
import time
from contextlib import ExitStack

import pytest

from dashboard.settings import Settings
from dashboard.site import open_site
from tests.bench.served import product
from tests.soak.readers import CONNECTIONS, HOSTILE, PROXY, dear, pages_of_today, reading, together

pytestmark = pytest.mark.soak

SECONDS = float(os.environ.get("SECONDS", "60"))
READERS = 5
SLOWEST, TIMES = 0.25, 2.0  # seconds of a quiet machine; times what the same machine takes without the attack


@pytest.fixture(scope="module")
def site():
    return open_site(Settings(audience="public"))


def honest(stack, url, site, seed):
    """Five readers of today's pages until `stack` ends; what each sees."""
    each = [(f"203.0.113.{number}", pages_of_today(site, seed + number)) for number in range(READERS)]
    return [stack.enter_context(reading(url, pages, client)) for client, pages in each]


def test_readers_of_today_are_as_fast_beside_a_hostile_client(site):
    with product(AUDIENCE="public", **PROXY) as server:
        server.settle()
        with ExitStack() as stack:
            alone = honest(stack, server.url, site, 0)
            time.sleep(SECONDS / 2)
        used, before, began = server.cpu(), together(alone), time.monotonic()
        with ExitStack() as stack:
            beside = honest(stack, server.url, site, 100)
            hostile = [
                stack.enter_context(reading(server.url, dear(site, number), HOSTILE, 0))
                for number in range(CONNECTIONS)
            ]
            time.sleep(SECONDS)
            used, seconds = server.cpu() - used, time.monotonic() - began
        after, attack = together(beside), together(hostile)
        print(f"\nalone p95 {before.p95():.3f} s of {len(before.answers)} {before.statuses()}")
        print(f"beside it p95 {after.p95():.3f} s of {len(after.answers)} {after.statuses()}")
        print(
            f"the attack {attack.statuses()}; all used {used / seconds:.2f} processors; {server.workers()} MB"
        )
        print("slowest:", sorted(((round(s, 2), a) for _, s, a in after.answers), reverse=True)[:8])
    assert before.wrong(200) == after.wrong(200) == []
    assert attack.wrong(200, 404, 429) == []
    assert after.p95() < max(SLOWEST, TIMES * before.p95())

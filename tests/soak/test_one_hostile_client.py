"""One client that asks for all that is dear, over twenty connections, costs the others next to nothing."""

import os
import time
from contextlib import ExitStack

import pytest

from tests.bench.served import product
from tests.soak.readers import (
    CONNECTIONS,
    HOSTILE,
    PROXY,
    again_and_again,
    dear,
    open_all,
    pages_of_today,
    reading,
    together,
)

pytestmark = pytest.mark.soak

SECONDS = float(os.environ.get("SECONDS", "60"))
READERS = 5
SLOWEST, TIMES = 0.25, 2.0  # seconds of a quiet machine; times what the same machine takes without the attack


def honest(stack, url, pages, seed):
    """Readers of `pages`, each from an address of their own, until `stack` ends; what each sees."""
    each = [
        (f"203.0.113.{number}", again_and_again(pages, seed + number)) for number in range(1, READERS + 1)
    ]
    return [stack.enter_context(reading(url, addresses, client)) for client, addresses in each]


def test_readers_of_today_are_as_fast_beside_a_hostile_client(built_in, public_site):
    site, pages = public_site, pages_of_today(public_site)
    with product(AUDIENCE="public", DATA_DIR=str(built_in), **PROXY) as server:
        server.settle()
        open_all(server.url, pages * 3)  # by both workers
        with ExitStack() as stack:
            alone = honest(stack, server.url, pages, 0)
            time.sleep(SECONDS / 2)
        used, before, began = server.cpu(), together(alone), time.monotonic()
        with ExitStack() as stack:
            beside = honest(stack, server.url, pages, 100)
            clients = [reading(server.url, dear(site, each), HOSTILE, 0) for each in range(CONNECTIONS)]
            hostile = [stack.enter_context(client) for client in clients]
            time.sleep(SECONDS)
            used, seconds = server.cpu() - used, time.monotonic() - began
        after, attack = together(beside), together(hostile)
        print(f"\nalone {before}\nbeside it {after}\nthe attack {attack}")
        print(f"all used {used / seconds:.2f} processors; workers {server.workers()} MB")
    assert before.wrong(200) == after.wrong(200) == []
    assert attack.wrong(200, 404, 429) == []
    assert after.p95() < max(SLOWEST, TIMES * before.p95())

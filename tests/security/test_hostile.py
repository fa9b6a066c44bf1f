"""Ten thousand hostile requests: none is answered 5xx, none shows a traceback, none leaves the audience."""

import logging
from collections import Counter

import pytest

from tests.security.hostile import hostile

TELLTALES = (b"Traceback", b"site-packages", b"duckdb.duckdb", b'File "/')


def storm(client, seed: int, count: int) -> Counter:
    """The answers by status; fails at the first that is an error of ours or says too much."""
    seen: Counter = Counter()
    for asked in hostile(seed, count):
        answer = client.open(**asked)
        body = answer.get_data()
        where = f"{asked['method']} {asked['path']!r} {asked.get('environ_overrides')} {asked.get('data')!r}"
        assert answer.status_code < 500, f"{answer.status_code}: {where[:600]}"
        assert not any(telltale in body for telltale in TELLTALES), where[:600]
        assert answer.headers["X-Content-Type-Options"] == "nosniff", where[:600]
        seen[answer.status_code] += 1
    return seen


def test_two_hundred_hostile_requests_to_the_public_view_give_no_failure(client):
    seen = storm(client, seed=8, count=200)
    assert seen[400] > 20
    assert seen[404] > 20
    assert seen[405] > 2


@pytest.mark.full
def test_ten_thousand_hostile_requests_give_no_failure(client):
    logging.disable(logging.ERROR)
    try:
        seen = storm(client, seed=2026, count=10_000)
    finally:
        logging.disable(logging.NOTSET)
    assert sum(seen.values()) == 10_000

"""`python -m tests.bench.crowd --users 200 --minutes 5`: a crowd on the public view of two workers.

Each person has an address of their own (X-Forwarded-For) and a connection for each request, as nginx passes
them on, and thinks for two to six seconds after each page. Every half minute a line: callbacks answered, p50,
p95 and p99 of their time, errors, and the resident memory of each worker. Ends with 1 where p95 is over
250 ms, anything was answered wrongly, or memory grew by more than a tenth after the first minute.
"""

import argparse
import asyncio
import json
import random
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tests.bench.asking import ask
from tests.bench.browsing import FILE, Visitor
from tests.bench.served import product
from tests.bench.table import Measured, Row

EVERY = 30
SLOWEST = 0.250
GROWTH = 1.10
_SERVED = {"AUDIENCE": "public", "WORKERS": "2", "TRUSTED_PROXY": "1", "CONTACT": "us@example.org"}


@dataclass
class Tally:
    """Seconds of the callbacks of the present half minute and of all, and what went wrong."""

    now: list[float] = field(default_factory=list)
    all: list[float] = field(default_factory=list)
    files: int = 0
    errors: list[str] = field(default_factory=list)


async def person(number: int, url: str, tally: Tally, seen: dict, until: float) -> None:
    """One visitor until the time is up."""
    visitor = Visitor(random.Random(number), seen)  # noqa: S311 - a bench's own dice
    where = urlsplit(url)
    await asyncio.sleep(visitor.chance.uniform(0, 8))  # nobody arrives at the same moment
    for kind, address, body in visitor.asks():
        if time.monotonic() >= until:
            break
        began = time.perf_counter()
        try:
            status, answer = await asyncio.wait_for(ask(where, number, address, body), 60)
        except (OSError, EOFError, ValueError, TimeoutError) as error:
            status, answer = 0, b""
            tally.errors.append(f"{address}: {type(error).__name__}")
        took = time.perf_counter() - began
        if status not in (0, 200):
            tally.errors.append(f"{address}: {status} {json.dumps(body)[:900]}")
        if kind == FILE:
            tally.files += 1
            continue
        tally.now.append(took)
        if status == 200:
            visitor.learn(answer)
        await asyncio.sleep(visitor.chance.uniform(2, 6))


async def crowd(server, users: int, minutes: float) -> tuple[Tally, list[list[float]]]:
    """The crowd's tally, and the workers' resident megabytes at each half minute."""
    tally, seen, memory = Tally(), {}, []
    until = time.monotonic() + 60 * minutes
    people = [asyncio.create_task(person(number, server.url, tally, seen, until)) for number in range(users)]
    for tick in range(1, int(60 * minutes / EVERY) + 1):
        await asyncio.sleep(max(until - 60 * minutes + EVERY * tick - time.monotonic(), 0))
        memory.append(server.workers())
        print(_line(EVERY * tick, tally, memory[-1]), flush=True)
        tally.all += tally.now
        tally.now = []
    with suppress(TimeoutError):
        await asyncio.wait_for(asyncio.gather(*people), 70)
    tally.all += tally.now
    return tally, memory


def _line(seconds: int, tally: Tally, memory: list[float]) -> str:
    said = " ".join(f"p{at} {1000 * percentile(tally.now, at):.0f} ms" for at in (50, 95, 99))
    workers = ", ".join(f"{size:.0f}" for size in memory)
    return (
        f"{seconds:4d} s: {len(tally.now)} callbacks ({len(tally.now) / EVERY:.0f} a second), {said}, "
        f"{tally.files} files so far, {len(tally.errors)} errors, workers {workers} MB"
    )


def percentile(times: list[float], at: int) -> float:
    """The nearest-rank percentile; 0 of nothing."""
    return sorted(times)[min(len(times) * at // 100, len(times) - 1)] if times else 0.0


def rows(quick: bool) -> Iterator[Row]:
    """200 people for a minute or two: the slowest twentieth of their callbacks, errors, and memory after."""
    with product(**_SERVED) as server:
        server.settle()
        tally, memory = asyncio.run(crowd(server, 200, 1 if quick else 2))
        own = server.memory(shared=False)
    for name, unit, figure, goal in (
        ("200 people, their callbacks: p95", "ms", 1000 * percentile(tally.all, 95), "<= 250"),
        ("200 people, answered wrongly", "requests", len(tally.errors), "0"),
        ("largest worker after them", "MB", max(memory[-1]), "<= 250"),
        ("of that, its share of what processes have in common (PSS)", "MB", own, ""),
    ):
        yield Row(name, unit, Measured([figure]), goal=goal)


def main(arguments: list[str] | None = None) -> int:
    """Serve, send the crowd, say whether it held."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.crowd", description=__doc__)
    parser.add_argument("--users", type=int, default=200)
    parser.add_argument("--minutes", type=float, default=5)
    given = parser.parse_args(arguments)
    with product(**_SERVED) as server:
        server.settle()
        tally, memory = asyncio.run(crowd(server, given.users, given.minutes))
    slow = percentile(tally.all, 95)
    after = memory[1] if len(memory) > 2 else memory[0]
    grew = max(last / first for first, last in zip(after, memory[-1], strict=True))
    print(
        f"{len(tally.all)} callbacks of {given.users} people: p95 {1000 * slow:.0f} ms (<= 250 wanted), "
        f"{len(tally.errors)} errors (0 wanted), memory times {grew:.2f} since the first minute (<= {GROWTH})"
    )
    for error in sorted(set(tally.errors))[:10]:
        print(f"  {error}")
    return int(slow > SLOWEST or bool(tally.errors) or grew > GROWTH)


if __name__ == "__main__":
    sys.exit(main())

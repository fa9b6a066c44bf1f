"""`python -m tests.bench.crowd --users 200 --minutes 5`: a crowd on the public view of two workers.

Each person has an address of their own (X-Forwarded-For) and a connection for each request, as nginx passes
them on, and thinks for two to six seconds after each page. Every half minute a line: callbacks answered, p50,
p95 and p99 of their time, errors, and the resident memory of each worker. Ends with 1 where p95 is over
250 ms, anything was answered wrongly, or memory grew by more than a tenth after the first minute.
"""

import argparse
import asyncio
import gzip
import json
import random
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from tests.bench.browsing import FILE, Visitor
from tests.bench.served import product

EVERY = 30
SLOWEST = 0.250
GROWTH = 1.10


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
            status, answer = await asyncio.wait_for(_ask(where, number, address, body), 60)
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


async def _ask(where: SplitResult, number: int, address: str, body: dict | None) -> tuple[int, bytes]:
    reader, writer = await asyncio.open_connection(where.hostname, where.port, limit=2**24)
    data = json.dumps(body).encode() if body else b""
    head = [
        f"{'POST' if body else 'GET'} {address} HTTP/1.1",
        "Host: data.example.gov.uk",
        f"X-Forwarded-For: 203.0.{number // 250}.{number % 250 + 1}",
        "X-Forwarded-Proto: https",
        "Accept-Encoding: gzip",
        "Connection: close",
    ]
    if body:
        head += ["Content-Type: application/json", f"Content-Length: {len(data)}"]
    writer.write("\r\n".join([*head, "", ""]).encode() + data)
    try:
        return await _answered(reader)
    finally:
        writer.close()


async def _answered(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
    status = int(lines[0].split()[1])
    length = headers.get("content-length")
    body = await reader.readexactly(int(length)) if length else await reader.read()
    return status, gzip.decompress(body) if headers.get("content-encoding") == "gzip" else body


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


def main(arguments: list[str] | None = None) -> int:
    """Serve, send the crowd, say whether it held."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.crowd", description=__doc__)
    parser.add_argument("--users", type=int, default=200)
    parser.add_argument("--minutes", type=float, default=5)
    given = parser.parse_args(arguments)
    with product(AUDIENCE="public", WORKERS="2", TRUSTED_PROXY="1") as server:
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

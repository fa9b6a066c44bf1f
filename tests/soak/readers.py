"""Readers who ask for page after page, each with an address of their own as a proxy names them: honest ones,
who think between two pages, and one hostile client, who asks over twenty connections for all that is dear."""

import http.client
import itertools
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import urlsplit

from dashboard.site import Site, visible
from tests.soak.varied import DAYS, FIRST, Varied, two_days

PROXY = {"TRUSTED_PROXY": "1", "CONTACT": "us@example.org"}  # the server takes a proxy's word for the client
HOSTILE = "198.51.100.7"
CONNECTIONS = 20
THINK = 0.4  # seconds


@dataclass
class Seen:
    """What readers got: (status, seconds, address) of each request."""

    answers: list[tuple[int, float, str]] = field(default_factory=list)

    def p95(self) -> float:
        """The seconds within which 19 of 20 answers came; 0 of none."""
        times = sorted(seconds for _, seconds, _ in self.answers)
        return times[len(times) * 95 // 100] if times else 0.0

    def statuses(self) -> dict[int, int]:
        """How many answers had each status; 0 for none at all."""
        codes = [status for status, _, _ in self.answers]
        return {code: codes.count(code) for code in sorted(set(codes))}

    def __str__(self) -> str:
        half = sorted(seconds for _, seconds, _ in self.answers)[len(self.answers) // 2 :][:1]
        said = f"p95 {1000 * self.p95():.0f} ms, p50 {1000 * sum(half):.0f} ms"
        return f"{said}, {len(self.answers)} answers {self.statuses()}"

    def wrong(self, *allowed: int) -> list[tuple[int, float, str]]:
        """The answers with another status than `allowed`."""
        return [answer for answer in self.answers if answer[0] not in allowed]


def pages_of_today(site: Site, count: int = 40) -> list[str]:
    """What honest readers open: pages, places and maps of every kind, as they are today."""
    others = ("/download", "/api", "/whats-new?since")
    today = (address for address in Varied(site).addresses(past=0) if not address.startswith(others))
    return list(itertools.islice(today, count))


def again_and_again(pages: list[str], seed: int) -> Iterator[str]:
    """Endless addresses out of `pages`, in an order of the reader's own."""
    chance = random.Random(seed)  # noqa: S311
    while True:
        yield chance.choice(pages)


def dear(site: Site, seed: int) -> Iterator[str]:
    """What costs most: pages of random past days, whole datasets, spreadsheets, packs, maps, catalogues."""
    chance = random.Random(seed)  # noqa: S311 - which address comes next is no secret
    names, regions = list(site.indicators), [region.code for region in site.geography.regions]
    pages = Varied(site, seed).addresses(past=0)
    while True:
        region, day = chance.choice(regions), FIRST + timedelta(chance.randrange(DAYS))
        name = chance.choice(names)
        yield from (
            f"/theme/{name.split('/')[0]}?region={region}&as_of={day}",
            f"/?region={region}&as_of={day}",
            f"/compare?region={region}&as_of={day}",
            f"/whats-new?region={region}&{two_days(chance)}",
            f"/api/v1/changes?region={region}&{two_days(chance)}",
            f"/download/data/{chance.choice(list(visible(site)))}.{chance.choice(('xlsx', 'csv'))}",
            f"/download/{name}.xlsx",
            f"/pack/public-summary.{chance.choice(('pdf', 'pptx', 'xlsx'))}?region={region}",
            f"/maps/{region}/lsoa.json",
            "/datapackage.json",
            next(pages),
        )


@contextmanager
def reading(url: str, addresses: Iterator[str], client: str, think: float = THINK) -> Iterator[Seen]:
    """One reader who asks `url` for `addresses` until the block ends; what was seen."""
    seen, over = Seen(), threading.Event()
    thread = threading.Thread(target=_read, args=(url, addresses, client, think, seen, over), daemon=True)
    thread.start()
    try:
        yield seen
    finally:
        over.set()
        thread.join(90)


def open_all(url: str, addresses: list[str]) -> None:
    """Ask for each of `addresses` once, as a reader who is not counted."""
    for address in addresses:
        _status(url, address, "203.0.113.250")


def _read(url: str, addresses: Iterator[str], client: str, think: float, seen: Seen, over: threading.Event):
    for address in addresses:
        if over.is_set():
            return
        began = time.monotonic()
        status = _status(url, address, client)
        seen.answers.append((status, time.monotonic() - began, address))
        over.wait(think if status < 400 or think > THINK else 0.1)


def _status(url: str, address: str, client: str) -> int:
    """The status of a request over a connection of its own, as nginx passes it on; 0 without an answer."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
    try:
        encoding = (
            "identity" if client == HOSTILE else "br"
        )  # as browsers do; what is not compressed is larger
        headers = {"X-Forwarded-For": client, "X-Forwarded-Proto": "https", "Accept-Encoding": encoding}
        connection.request("GET", address, headers=headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()


def together(seen: list[Seen]) -> Seen:
    """What several readers saw."""
    return Seen(list(itertools.chain.from_iterable(each.answers for each in seen)))

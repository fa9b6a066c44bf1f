"""Limits: how often one client may ask, how large a request may be. Bounded memory, in this process alone.

A token bucket for each client: each request takes one token, one that has a file or a page of the API made
takes more, and each second of a processor that its answers took is paid for afterwards. Tokens come back at a
steady rate, so that one client has for long a quarter of a processor in each process, which is a quarter of a
machine with a process for each core. This machine itself is not limited, and never what a proxy on it passes
on: with TRUSTED_PROXY nobody is this machine; without, all that shows a proxy is one client.
"""

import math
import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache
from ipaddress import ip_address, ip_network

from flask import Flask, Response, abort, current_app, g, request

from dashboard.signin.proxied import comes_through_proxy
from dashboard.web.error_handlers import refusal
from dashboard.web.past_day import ASSISTANTS, PAGE_UPDATE, address_names_past_day, is_of_past_day
from dashboard.web.static_files import AHEAD

PER_SECOND = 20.0
BURST = 400.0  # a first visit takes about thirty
PER_CPU_SECOND = 80.0  # four seconds of waiting for one of work
# A page of today costs at most a second: the first reader of a process that has just started has six worked
# out, for everybody who comes after.
MOST_OF_A_PAGE = PER_CPU_SECOND
COSTLY = {
    "/download/data/": 10.0,  # a whole dataset
    "/download/": 5.0,
    "/api/": 3.0,
    "/odata/": 3.0,
    ASSISTANTS: 5.0,  # one of the API, in a loop of its own
    "/pack/": 40.0,
    "/catalogue.": 10.0,
    "/datapackage.": 10.0,
    "/audit.json": 10.0,
    "/check": 10.0,
}
_COSTLY = tuple(COSTLY)
PAST_DAY = 10.0  # what is worked out now, for one reader, and not at build
CLIENTS = 20_000
LARGEST = 256 * 1024  # bytes of a body; the longest form of the record is a fifth of it
# Programs are told how much they may still ask (draft-ietf-httpapi-ratelimit-headers, as most write it).
_TOLD = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")
_BUCKETS = "rate limit"  # an extension of the server
_PREFIX = 64  # bits of an IPv6 address that name one household
# A port and brackets, which some proxies (Azure's gateway, IIS) leave on the address in X-Forwarded-For.
_WITH_PORT = re.compile(r"\[(?P<six>[^]]*)\](?::\d+)?|(?P<four>[\d.]+):\d+")


class Buckets:
    """Tokens by client; the client that has been away longest is forgotten first."""

    def __init__(
        self,
        rate: float = PER_SECOND,
        burst: float = BURST,
        most: int = CLIENTS,
        clock: Callable[[], float] = time.monotonic,
    ):
        self._rate, self._burst, self._most, self._clock = rate, burst, most, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._left)

    def wait(self, client: str, cost: float = 1.0) -> float:
        """Take `cost` tokens of `client`: 0, or the seconds until there are enough (none is taken then)."""
        now = self._clock()
        with self._lock:
            tokens = self._tokens(client, now)
            short = max(cost - tokens, 0.0)
            self._left[client] = (tokens if short else tokens - cost, now)
        return short / self._rate

    def left(self, client: str) -> tuple[int, int, int]:
        """What a client is told of its bucket: how much it holds, what is in it now, and the seconds until it
        is full again."""
        with self._lock:
            tokens, since = self._left.get(client, (self._burst, self._clock()))
        now = min(self._burst, tokens + (self._clock() - since) * self._rate)
        return int(self._burst), max(0, int(now)), math.ceil((self._burst - now) / self._rate)

    def charge(self, client: str, cost: float) -> None:
        """Take `cost` tokens of `client` for what was done already, also such as it has not got yet."""
        now = self._clock()
        with self._lock:
            self._left[client] = (self._tokens(client, now) - cost, now)

    def _tokens(self, client: str, now: float) -> float:
        """What `client` has now; it becomes the one that was here last."""
        tokens, since = self._left.pop(client, (self._burst, now))
        if len(self._left) >= self._most:
            self._left.popitem(last=False)
        return min(self._burst, tokens + (now - since) * self._rate)


@lru_cache(1024)  # asked four times in a request
def client_of(address: str | None) -> str | None:
    """The client behind a network address: IPv6 by its /64. None for this machine, which is not limited."""
    text = (address or "").strip('"')
    if ported := _WITH_PORT.fullmatch(text):
        text = ported["six"] or ported["four"] or ""
    try:
        found = ip_address(text.split("%")[0])
    except ValueError:
        return "unknown"
    found = getattr(found, "ipv4_mapped", None) or found
    if found.is_loopback:
        return None
    return str(found) if found.version == 4 else str(ip_network((found, _PREFIX), strict=False))


def client_here() -> str | None:
    """The client of this request; None for this machine where no proxy stands in front, and for what this
    process asks itself."""
    if AHEAD in request.environ:
        return None
    client = client_of(request.remote_addr)
    proxied = client is None and (current_app.config["PROXIED"] or comes_through_proxy())
    return "loopback" if proxied else client


def too_many_requests(seconds: float, sentence: str) -> Response:
    """The refusal of a client that asks too often, with when to come back."""
    answer = refusal(429, sentence)
    answer.headers["Retry-After"] = str(math.ceil(seconds))
    return answer


def price() -> float:
    """The tokens that the request which is being answered takes ahead."""
    cost = 1.0
    if request.path.startswith(_COSTLY):
        cost = next(cost for path, cost in COSTLY.items() if request.path.startswith(path))
        if request.path.endswith(".xlsx") and "areas" in request.args:  # of every area of England
            cost = max(cost, PAST_DAY)
    return max(cost, PAST_DAY) if address_names_past_day() else cost


def _is_page_of_today(answer: Response) -> bool:
    """Whether `answer` is a page, or what its callback fills it with, as everybody gets it today."""
    page = request.path == PAGE_UPDATE or answer.mimetype == "text/html"
    return answer.status_code == 200 and page and price() == 1 and not is_of_past_day()


def charge_afterwards() -> Callable[[float], None]:
    """What charges the client of this request for so many seconds of a processor, also when it is over: for
    work in a thread of its own."""
    client, buckets = client_here(), current_app.extensions.get(_BUCKETS)

    def charge(seconds: float) -> None:
        if client is not None and buckets is not None:
            buckets.charge(client, seconds * PER_CPU_SECOND)

    return charge


def limit_rates(server: Flask, *, proxied: bool, buckets: Buckets | None = None) -> None:
    """Refuse bodies over LARGEST with 413 and whoever asks too often with 429. Register it first.

    `proxied` says that a trusted proxy names the clients.
    """
    buckets = Buckets() if buckets is None else buckets
    server.config["PROXIED"] = proxied
    server.extensions[_BUCKETS] = buckets
    server.config.update(MAX_CONTENT_LENGTH=LARGEST, MAX_FORM_MEMORY_SIZE=LARGEST, MAX_FORM_PARTS=100)

    @server.before_request
    def too_often() -> Response | None:
        client = client_here()
        g.begun = time.thread_time()
        cost = price()
        seconds = buckets.wait(client, cost) if client else 0.0
        if not seconds:
            return None
        return too_many_requests(
            seconds, "Too many requests came from your address; wait a little and try again."
        )

    @server.before_request
    def unreadable() -> None:
        try:
            request.query_string.decode("utf-8")
        except UnicodeDecodeError:
            abort(400, "This address is not written in UTF-8.")

    @server.before_request
    def without_length() -> None:
        # No browser sends a body in chunks; each limit of a route is one of its length.
        if "Transfer-Encoding" in request.headers:
            abort(411, "Say how long what you send is (Content-Length), rather than sending it in chunks.")

    @server.after_request
    def paid(answer: Response) -> Response:
        if client := client_here():
            begun = g.get("begun", time.thread_time())
            most = MOST_OF_A_PAGE if _is_page_of_today(answer) else math.inf

            def charge() -> None:
                buckets.charge(client, min(most, (time.thread_time() - begun) * PER_CPU_SECOND))

            if answer.is_streamed:  # most of its work is still to come, in this thread
                answer.call_on_close(charge)
            else:
                charge()
            if answer.status_code == 429 or request.path.startswith(_COSTLY):
                for name, label in zip(_TOLD, buckets.left(client), strict=True):
                    answer.headers[name] = str(label)
        return answer

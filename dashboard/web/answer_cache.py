"""The same request over the same datastore file has the same answer, so it is made once.

The key is the file's identity, the encoding and the request's own bytes; a swap of the datastore makes every
key new.
Answers are kept as they left, compressed. Pages that show what people write (not `cacheable`) are never kept.
What is asked for most is known too, so that it can be answered from new figures before these are served.
"""

import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from flask import Flask, Response, g, request

from dashboard.runtime.lru_cache import LruCache, entry_weight
from dashboard.web.past_day import PAGE_UPDATE, names_past_day
from dashboard.web.static_files import AHEAD, wanted_encoding

MOST_BYTES = 6 * 1024 * 1024  # five hundred pages
# Of it, each: of past days, of which anybody may ask for any, and of what is not compressed, for which no
# browser asks and which take seven times the room. Neither pushes out what browsers get of today.
ASIDE_BYTES = MOST_BYTES // 8
LARGEST_REQUEST = 16 * 1024
# Without a script, which asks behind the page, a reader is at most this far behind.
SHARED_SECONDS = 3600
PAGE_RULES = ("/", "/<path:path>")  # the rules by which Dash answers 200 to whatever no other route takes
_HEADERS = ("Content-Type", "Content-Encoding", "Vary", "Cache-Control", "ETag")
_EXTENSION = "answer_cache"  # of the server


@dataclass(slots=True)
class _Kept:
    """An answer, and how often readers have asked for it of late."""

    body: bytes
    headers: dict[str, str]
    asked: int


class AnswerCache:
    """Answers by key, the least recently used dropped when together they pass `most` bytes, or `aside` those
    of past days and those that are not compressed."""

    def __init__(self, most: int = MOST_BYTES - 2 * ASIDE_BYTES, aside: int = ASIDE_BYTES):
        self._today: LruCache[_Kept] = LruCache(weight=most, largest=most // 8)
        self._past: LruCache[_Kept] = LruCache(weight=aside, largest=most // 8)
        self._plain: LruCache[_Kept] = LruCache(weight=aside, largest=most // 8)
        self._live: LruCache[_Kept] = LruCache(weight=aside // 8)  # without what was answered

    def get(self, key: tuple) -> tuple[bytes, dict[str, str]] | None:
        """The body and headers kept for `key`, or None."""
        kept = self._of(key).get(key)
        if kept is None:
            return None
        kept.asked += 1
        return kept.body, kept.headers

    def put(self, key: tuple, body: bytes, headers: dict[str, str], *, ahead: bool = False) -> None:
        """Keep an answer, which weighs what was asked and what was answered; `ahead` says that nobody has
        asked for it yet."""
        answer = _Kept(body, headers, 0 if ahead else 1)
        self._of(key).put(key, answer, entry_weight(key, answer))

    def note(self, key: tuple) -> None:
        """A page that is never kept was asked for. What it is made of is remembered beside the figures."""
        _, encoding, asked = key
        if encoding and not names_past_day(asked):
            kept = self._live.get((encoding, asked)) or _Kept(b"", {}, 0)
            kept.asked += 1
            self._live.put((encoding, asked), kept, entry_weight(key, kept))

    def most_asked(self) -> list[tuple[str, bytes]]:
        """The encoding and the request of each compressed answer of today, of whichever file, kept or noted:
        what was asked for most comes first. Half of that is forgotten, so that what nobody asks for any more
        is soon left out."""
        counts: Counter[tuple[str, bytes]] = Counter()
        for (*_, encoding, asked), kept in [*self._today.items(), *self._live.items()]:
            counts[encoding, asked] += kept.asked
            kept.asked //= 2
        return [request for request, count in counts.most_common() if count]

    def _of(self, key: tuple) -> LruCache[_Kept]:
        _, encoding, asked = key
        if names_past_day(asked):
            return self._past
        return self._today if encoding else self._plain


def cache_answers(server: Flask, identity: Callable[[], str], *, shared: bool = False) -> None:
    """Answer a repeated callback or document of `server` from memory. Call before compression is added.

    `identity` names the datastore file that is served now. A browser keeps a document too and asks whether it
    still holds; with `shared` it opens one at once for SHARED_SECONDS and asks behind the page, which says
    what it finds (assets/hydrate.js), and a cache that others use may keep it too, but has to ask each time.
    """
    answers = server.extensions[_EXTENSION] = AnswerCache()
    cache_control = f"public, max-age={SHARED_SECONDS}, s-maxage=0" if shared else "private, no-cache"

    @server.before_request
    def from_memory() -> Response | None:
        asked = _request_key()
        if asked is None:
            return None
        g.answer_key = (identity(), wanted_encoding(), asked)
        found = answers.get(g.answer_key)
        g.from_memory = found is not None
        return None if found is None else _again(*found)

    # Registered first, so it runs last: after the answer has been compressed.
    @server.after_request
    def remember(response: Response) -> Response:
        key = g.pop("answer_key", None)
        if not key or g.from_memory or response.status_code != 200 or response.is_streamed:
            return response  # what comes from memory is kept, with all its headers
        document = request.method == "GET"
        if document:
            response.headers["Cache-Control"] = "no-cache" if shared and g.get("live") else cache_control
        if g.get("live"):
            if AHEAD not in request.environ:
                answers.note(key)
            return response
        if response.content_encoding not in (None, key[1]):
            return response  # what compresses has read an odd header otherwise: others could not read it
        if document:
            response.set_etag(hashlib.sha256(response.get_data()).hexdigest()[:24])
        headers = {name: response.headers[name] for name in _HEADERS if name in response.headers}
        answers.put(key, response.get_data(), headers, ahead=AHEAD in request.environ)
        return response


def requests_most_asked(server: Flask) -> list[dict[str, Any]]:
    """What readers of `server` ask for most, the most first, as a client of it (`open`) would ask again."""
    answers: AnswerCache = server.extensions[_EXTENSION]
    return [_again_asked(*kept) for kept in answers.most_asked()]


def _again_asked(encoding: str, asked: bytes) -> dict[str, Any]:
    """A request with the key of the one that was `asked`: a document's address, or the JSON of a callback."""
    again: dict[str, Any] = {"headers": {"Accept-Encoding": encoding}, "environ_base": {AHEAD: True}}
    if asked.startswith(b"http"):
        return again | {"path": asked.decode()}
    sent = {"method": "POST", "data": asked, "content_type": "application/json"}
    return again | {"path": PAGE_UPDATE} | sent


def _request_key() -> bytes | None:
    """What tells this request from others with another answer; None where its answer is not kept."""
    if request.path == PAGE_UPDATE:
        return request.get_data(cache=True) if (request.content_length or 0) <= LARGEST_REQUEST else None
    rule = request.url_rule.rule if request.url_rule else ""
    if request.method != "GET" or rule not in PAGE_RULES or len(request.query_string) > LARGEST_REQUEST:
        return None
    # With the host, for a document names its own address; encoded, for `request.url` takes %2530 for %30.
    where = f"{request.host_url.rstrip('/')}{quote(request.script_root + request.path)}".encode()
    return where + b"?" + request.query_string if request.query_string else where


def _again(body: bytes, headers: dict) -> Response:
    response = Response(body, headers=headers)
    if "ETag" in headers and request.if_none_match.contains_weak(response.get_etag()[0]):
        response.status_code = 304
        response.set_data(b"")
    return response

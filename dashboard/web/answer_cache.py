"""The same request over the same datastore file has the same answer, so it is made once.

The key is the file's identity and the request's own bytes; a swap of the datastore makes every key new.
Answers are kept as they left, compressed. Pages that show what people write (not `cacheable`) are never kept.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable

from flask import Flask, Response, g, request

UPDATE = "/_dash-update-component"
MOST_BYTES = 16 * 1024 * 1024  # fifteen hundred pages
LARGEST_REQUEST = 16 * 1024


class AnswerCache:
    """Answers by key, the least recently used dropped when together they pass `most` bytes."""

    def __init__(self, most: int = MOST_BYTES):
        self._most = most
        self._size = 0
        self._kept: OrderedDict[tuple, tuple[bytes, dict]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: tuple) -> tuple[bytes, dict] | None:
        """The body and headers kept for `key`, or None."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: tuple, body: bytes, headers: dict) -> None:
        """Keep an answer."""
        with self._lock:
            if key in self._kept or len(body) > self._most // 8:
                return
            self._kept[key] = (body, headers)
            self._size += len(body) + len(key[-1])
            while self._size > self._most:
                dropped, (old, _) = self._kept.popitem(last=False)
                self._size -= len(old) + len(dropped[-1])


def cache_answers(server: Flask, identity: Callable[[], str]) -> None:
    """Answer a repeated callback of `server` from memory. Call before compression is added.

    `identity` names the datastore file that is served now.
    """
    answers = AnswerCache()

    @server.before_request
    def from_memory() -> Response | None:
        if request.path != UPDATE or (request.content_length or 0) > LARGEST_REQUEST:
            return None
        encoding = request.headers.get("Accept-Encoding", "")
        g.answer_key = (identity(), encoding, request.get_data(cache=True))
        found = answers.get(g.answer_key)
        return None if found is None else Response(found[0], headers=found[1])

    # Registered first, so it runs last: after the answer has been compressed.
    @server.after_request
    def remember(response: Response) -> Response:
        key = g.pop("answer_key", None)
        if key and response.status_code == 200 and not g.get("live") and not response.is_streamed:
            headers = {
                name: response.headers[name]
                for name in ("Content-Type", "Content-Encoding", "Vary")
                if name in response.headers
            }
            answers.put(key, response.get_data(), headers)
        return response

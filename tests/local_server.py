"""A server on this machine that publishes files and is told things: for fetches and webhooks."""

import http.server
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Answer = tuple[int, bytes]  # status code and body


def _nothing(_: str, __: Any) -> Answer:
    return 404, b"no"


@contextmanager
def local_server(
    answer: Callable[[str, Any], Answer] = _nothing, told: list | None = None, **headers: str
) -> Iterator[tuple[str, list]]:
    """(its address, `told`: the JSON of each POST). `answer(path, headers)` answers a GET; every answer
    has `headers` too, whose names are written with _ for -."""
    said: list = [] if told is None else told

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._say(*answer(self.path, self.headers))

        def do_POST(self) -> None:
            said.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self._say(204, b"")

        def _say(self, code: int, body: bytes) -> None:
            self.send_response(code)
            for name, text in headers.items():
                self.send_header(name.replace("_", "-"), text)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing of each request."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", said
    finally:
        server.shutdown()
        server.server_close()

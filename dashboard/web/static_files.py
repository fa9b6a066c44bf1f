"""Delivery: what never changes is compressed hard, once, and kept for good; documents harder than answers."""

import hashlib
import pkgutil
import re
from pathlib import Path
from queue import SimpleQueue

import brotli
from dash import Dash
from flask import Flask, Response, abort, request
from flask_compress import Compress

AHEAD = "dashboard.ahead"  # in the environment of a request that nobody waits for
_ENCODINGS = ("br", "gzip")
_TYPES = (
    "text/html", "text/css", "text/csv", "text/plain", "text/javascript", "application/javascript",
    "application/json", "application/geo+json", "image/svg+xml",
)  # fmt: skip
_IMMUTABLE = ("/_dash-component-suites/", "/assets/")
_NAMED = re.compile(r'(?:src|href)="(/(?:_dash-component-suites|assets)/[^"]+)"')
STYLES = "/assets/page.css"
LIBRARIES = "/assets/vendor/dash/"  # what Dash runs on in a browser
_EXTENSION = "compressed_files"  # of the server
_YEAR = 365 * 24 * 3600
# A page's files are 483 kB after 0.4 seconds at 5, for which a visitor waits; at 10 439 kB after 5 seconds.
_QUICK, _HARD = 5, 10
# A theme's document is 13% smaller than at 3, for 1.7 ms once: its first words come earlier on a slow line.
_DOCUMENT_QUALITY = 5


class CompressedFiles:
    """Files as they are sent, by what they hold, not by address: a file answers to any query string.

    Whoever asks first gets it compressed quickly, and all others hard, as soon as somebody took the time.
    """

    def __init__(self) -> None:
        self._kept: dict[bytes, bytes] = {}
        self._quick: SimpleQueue[bytes] = SimpleQueue()

    def compressed(self, body: bytes) -> bytes:
        """`body` in brotli, as small as it is by now."""
        key = hashlib.sha256(body).digest()
        if key not in self._kept:
            self._kept[key] = brotli.compress(body, quality=_QUICK)
            self._quick.put(body)
        return self._kept[key]

    def waiting(self) -> int:
        """How many files have been compressed quickly only."""
        return self._quick.qsize()

    def next_waiting(self) -> bytes:
        """The next of them; where there is none, this waits until one is asked for."""
        return self._quick.get()

    def compress_hard(self, body: bytes) -> None:
        """Make of `body` what everybody gets from now on."""
        self._kept[hashlib.sha256(body).digest()] = brotli.compress(body, quality=_HARD)


def serve_static_files(server: Flask) -> None:
    """Compress every answer of `server`: immutable files once and for good, the rest quickly."""
    server.config["COMPRESS_MIMETYPES"] = list(_TYPES)
    server.config["COMPRESS_ALGORITHM"] = list(_ENCODINGS)
    # A page takes 0.14 ms, a quarter of what the default takes, for 3% more bytes.
    server.config["COMPRESS_BR_LEVEL"] = 3
    Compress(server)
    files = CompressedFiles()
    server.extensions[_EXTENSION] = files

    # Both run before flask-compress, which leaves an answer alone that is encoded already.
    @server.after_request
    def compress_document(response: Response) -> Response:
        fit = response.mimetype == "text/html" and not response.is_streamed
        if fit and wanted_encoding() == "br" and "Content-Encoding" not in response.headers:
            _encoded(response, brotli.compress(response.get_data(), quality=_DOCUMENT_QUALITY))
        return response

    @server.after_request
    def compress_once(response: Response) -> Response:
        if not request.path.startswith(_IMMUTABLE) or response.status_code != 200:
            return response
        versioned = bool(request.args.get("m")) or "/vendor/" in request.path or "/fonts/" in request.path
        if versioned:
            response.cache_control.no_cache = None
            response.cache_control.public = True
            response.cache_control.max_age = _YEAR
            response.cache_control.immutable = True
        if response.mimetype in _TYPES and wanted_encoding() == "br":
            response.direct_passthrough = False
            _encoded(response, files.compressed(response.get_data()))
        return response


def wanted_encoding() -> str:
    """The encoding in which whoever asks here wants an answer; "" for none."""
    return request.accept_encodings.best_match(_ENCODINGS, "")


def serve_styles(server: Flask, folder: Path, left_out: re.Pattern[str]) -> None:
    """The style sheets in `folder` as one file, in the order of their names; ten requests become one."""
    found = [path for path in sorted(folder.glob("*.css")) if not left_out.fullmatch(path.name)]
    whole = "\n".join(path.read_text("utf-8") for path in found)

    @server.get(STYLES)
    def styles() -> Response:
        return Response(whole, mimetype="text/css")


def serve_libraries(app: Dash) -> None:
    """The scripts on which `app` runs in a browser, by their names without a version."""

    @app.server.get(f"{LIBRARIES}<name>.js")
    def library(name: str) -> Response:
        named = re.compile(rf"deps/{re.escape(name)}@[\d.]+\.min\.js")
        path = next(filter(named.fullmatch, sorted(app.registered_paths["dash"])), None)
        content = path and pkgutil.get_data("dash", path)
        return Response(content or abort(404), mimetype="text/javascript")


def files_of_a_page(app: Dash) -> CompressedFiles:
    """The files of `app`, after those that a page loads have been asked for."""
    with app.server.test_request_context("/"):
        page = app.index()
    client = app.server.test_client()
    for address in _NAMED.findall(page):
        client.get(address, headers={"Accept-Encoding": "br"}, environ_base={AHEAD: True}).close()
    files: CompressedFiles = app.server.extensions[_EXTENSION]
    return files


def _encoded(response: Response, body: bytes) -> None:
    response.set_data(body)
    response.headers["Content-Encoding"] = "br"
    response.vary.add("Accept-Encoding")

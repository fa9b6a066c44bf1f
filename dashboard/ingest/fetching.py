"""Fetches the publishers' files to a folder; what cannot be had is one sentence per source."""

import http.client
import json
import os
import re
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from dashboard.ingest import adapters
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.entry import Source, load_source
from dashboard.runtime.public_web import is_public

SILENT_SECONDS = 30  # without a byte
WAITS = (2.0, 8.0, 30.0)  # seconds before a server that is busy is asked again, unless it says how long
LONGEST_WAIT = 60.0
DOWNLOAD_SECONDS = 600.0  # seconds for a whole file
MB = 1_000_000
LARGEST_DOWNLOAD = 500 * MB
BLOCK = 1 << 20
_PATTERN = re.compile(r"[*?\[]")
_ANY_PACKING = zlib.MAX_WBITS | 32  # gzip and zlib both
AGENT = "city-region-dashboard (open source; reads official statistics)"


def fetch(
    register: Path, into: Path, only: frozenset[str], progress: Callable[..., Any] = iter
) -> tuple[Path, dict[str, str]]:
    """Brings every file that the register gives an address for to `into`, laid out as `path` says.

    A file that the publisher says has not changed is not fetched again. Returns the folder and, per
    dataset that could not be had, the reason. One without a `download` is such a one where `only` names it.
    """
    into.mkdir(parents=True, exist_ok=True)
    failed: dict[str, str] = {}
    closed: dict[str, str] = {}
    for source in progress(list(_sources(register, only))):
        try:
            _fetch_source(source, into, closed)
        except Refused as refusal:
            failed[source.dataset] = str(refusal)
    return into, failed


def _sources(register: Path, only: frozenset[str]) -> Iterator[Source]:
    for path in sorted(register.glob("*.toml")):
        try:
            source = load_source(path, adapters.NAMES)
        except Refused:
            continue  # the run itself says what is wrong with it
        if source.adapter != "described" and (source.dataset in only if only else source.download):
            yield source


def addressed(register: Path) -> tuple[frozenset[str], frozenset[str]]:
    """The datasets whose files have an address, and those that have none."""
    sources = []
    for path in sorted(register.glob("*.toml")):
        try:
            sources.append(load_source(path, adapters.NAMES))
        except Refused:
            continue  # the run itself says what is wrong with it
    having = frozenset(source.dataset for source in sources if source.download)
    return having, frozenset(s.dataset for s in sources if s.adapter != "described") - having


def _fetch_source(source: Source, into: Path, closed: dict[str, str]) -> None:
    if not source.download:
        by_hand = f"get it from {source.address or 'its publisher'} and give FROM=folder"
        raise Refused(source.file, f"no download is registered, {by_hand}")
    for url, name in zip(source.download, names_of(source), strict=True):
        host = urllib.parse.urlsplit(url).netloc
        if host in closed:
            raise Refused(source.file, f"{host} was not reached ({closed[host]}), {_ADVICE}")
        try:
            _fetch(url, into / Path(source.path).parent / name)
        except urllib.error.HTTPError as error:
            raise Refused(source.file, f"{url} answered {error.code}, correct download there") from error
        except BadDownload as error:  # this file; the publisher's others may be well
            raise Refused(source.file, f"{url} {error}, try again later or correct download there") from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            closed[host] = " ".join(str(getattr(error, "reason", error)).split())
            raise Refused(source.file, f"{url} was not reached ({closed[host]}), {_ADVICE}") from error


def names_of(source: Source) -> list[str]:
    """What each file that `source` fetches is called: one alone as `path` says, several by their addresses.

    Addresses may differ in their query alone (Nomis): the second file of a name is numbered.
    """
    wanted = Path(source.path).name
    if len(source.download) == 1 and not _PATTERN.search(wanted):
        return [wanted]
    names, taken = [], set()
    for url in source.download:
        path = Path(urllib.parse.unquote(Path(urllib.parse.urlsplit(url).path).name) or "file")
        name, number = path.name, 1
        while name in taken:
            number += 1
            name = f"{path.stem}-{number}{path.suffix}"
        taken.add(name)
        names.append(name)
    return names


class BadDownload(ValueError):
    """What came is not the file that was asked for; the message says what came."""


_ADVICE = "check the network, or give FROM=folder"


def _fetch(url: str, path: Path) -> None:
    if not url.startswith(("https://", "http://")):
        raise ValueError("not a web address")
    path.parent.mkdir(parents=True, exist_ok=True)
    seen = path.with_name(f".{path.name}.seen.json")
    known = json.loads(seen.read_text("utf-8")) if seen.exists() and path.exists() else {}
    headers = (
        {"User-Agent": AGENT, **known.get("ask", {})} if known.get("url") == url else {"User-Agent": AGENT}
    )
    try:
        with _open_with_retries(urllib.request.Request(url, headers=headers)) as answer:  # noqa: S310
            _save(answer, path)
            asks = {
                "If-None-Match": answer.headers["ETag"],
                "If-Modified-Since": answer.headers["Last-Modified"],
            }
    except urllib.error.HTTPError as error:
        if error.code == 304:
            return
        raise
    ask = {name: value for name, value in asks.items() if value}
    seen.write_text(json.dumps({"url": url, "ask": ask}), "utf-8")


class _PublicRedirects(urllib.request.HTTPRedirectHandler):
    """Follows a publisher to another address of the web, and never into this machine or its network."""

    def redirect_request(
        self, req: urllib.request.Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        """As the handler does. Raises BadDownload where it leads from a public address to one that is not."""
        to = urllib.parse.urlsplit(newurl)
        if to.scheme not in ("http", "https") or (is_public(req.host) and not is_public(to.netloc)):
            raise BadDownload("led to an address that is not of the public web")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


_OPENER = urllib.request.build_opener(_PublicRedirects)


def _open_with_retries(request: urllib.request.Request) -> http.client.HTTPResponse:
    """The answer; asked again after a while where the server says that it is busy (429, 503)."""
    for wait in (*WAITS, None):
        try:
            answer: http.client.HTTPResponse = _OPENER.open(request, timeout=SILENT_SECONDS)
            return answer
        except urllib.error.HTTPError as error:
            if error.code not in (429, 503) or wait is None:
                raise
            header = error.headers.get("Retry-After", "")
            time.sleep(min(float(header), LONGEST_WAIT) if header.isdecimal() else wait)
    raise AssertionError("the last try returns or raises")


def _save(answer: http.client.HTTPResponse, path: Path) -> None:
    """Writes what comes to `path`, in one step at the end.

    Raises BadDownload where that is not the whole file.
    """
    length = answer.headers["Content-Length"]
    if answer.headers.get_content_type() == "text/html" and path.suffix != ".html":
        raise BadDownload(f"answered with a web page instead of {path.name}")
    if length and int(length) > LARGEST_DOWNLOAD:
        raise BadDownload(f"is larger than {LARGEST_DOWNLOAD // MB} MB")
    beside = path.with_name(f".{path.name}.part")
    size, until = 0, time.monotonic() + DOWNLOAD_SECONDS
    unpack = _unpacking(answer.headers.get("Content-Encoding", ""))
    with beside.open("wb") as file:
        while block := answer.read1(BLOCK):
            size += len(block)
            if size > LARGEST_DOWNLOAD or file.tell() > LARGEST_DOWNLOAD:
                raise BadDownload(f"is larger than {LARGEST_DOWNLOAD // MB} MB")
            if time.monotonic() > until:
                raise BadDownload(f"did not come within {DOWNLOAD_SECONDS:g} seconds")
            file.write(unpack(block))
    if not unpack.whole:
        raise BadDownload("was cut short within its packing")
    if length and int(length) != size:
        raise BadDownload(f"was cut short at {size} of {length} bytes")
    os.replace(beside, path)


class _Unpacker:
    """Takes off the packing that some servers put on unasked: unpacker(block) -> what stood in it.

    Packed text may come in several parts, each whole, one after the other; `whole`: none is cut short.
    """

    def __init__(self, encoding: str):
        self._encoding, self._inflate = encoding, zlib.decompressobj(_ANY_PACKING)

    def __call__(self, block: bytes) -> bytes:
        """Raises BadDownload for what cannot be unpacked, or unpacks to too much."""
        found = []
        while block:
            if self._inflate.eof:
                self._inflate = zlib.decompressobj(_ANY_PACKING)
            try:
                found.append(self._inflate.decompress(block, LARGEST_DOWNLOAD))
            except zlib.error as error:
                raise BadDownload(f"came packed as {self._encoding} and cannot be unpacked") from error
            if self._inflate.unconsumed_tail:
                raise BadDownload(f"unpacks to more than {LARGEST_DOWNLOAD // MB} MB")
            block = self._inflate.unused_data.lstrip(b"\0")  # some pad what they pack
        return b"".join(found)

    @property
    def whole(self) -> bool:
        return self._inflate.eof


class _AsItComes:
    whole = True

    def __call__(self, block: bytes) -> bytes:
        return block


def _unpacking(encoding: str) -> "_Unpacker | _AsItComes":
    """What reads the blocks of an answer. Raises BadDownload for a packing that is unknown."""
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        return _AsItComes()
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise BadDownload(f"came packed as {encoding}, which was not asked for")
    return _Unpacker(encoding)

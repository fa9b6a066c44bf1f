"""Hostile requests from a seed: the same seed gives the same requests."""

import json
import random
from collections.abc import Iterator
from functools import cache
from typing import Any

from dashboard.address.query_params import EVERY_PAGE_PARAMETERS
from dashboard.pages import pages_for
from tests.security.hostile_values import GOOD, HEADERS, METHODS, NAMES, ODD, PATHS

PAGE = "page.children"
PARTS = '..{"part":["ALL"]}.children...{"canvas-data":["ALL"]}.data-figure...{"map-data":["ALL"]}.data-map..'
CALLBACK = "/_dash-update-component"


def hostile(seed: int, count: int) -> Iterator[dict[str, Any]]:
    """`count` requests as keyword arguments of Flask's test client."""
    chance = random.Random(seed)  # noqa: S311 - a test's own dice
    for _ in range(count):
        yield _callback(chance) if chance.random() < 0.4 else _request(chance)


def _request(chance: random.Random) -> dict[str, Any]:
    path = chance.choice(PATHS)
    if chance.random() < 0.4:
        parts = path.split("/")
        parts[chance.randrange(len(parts))] = _text(chance)
        path = "/" + "/".join(parts).lstrip("/")
    query = _query(chance, path, chance.randrange(4))
    raw = query.encode("utf-8", "surrogateescape").decode("latin-1")
    asked = {"path": path.replace("\udcff", "%FF"), "environ_overrides": {"QUERY_STRING": raw}}
    asked |= {"method": chance.choice(METHODS), "headers": _headers(chance)}
    if asked["method"] in ("POST", "PUT", "PATCH"):
        asked["data"] = chance.choice([b"", b"{", b"\xff" * 50, b"[" * 5000, b'{"a":1}', b"x" * 300_000])
    return asked


def _query(chance: random.Random, path: str, count: int) -> str:
    """`count` parameters with values that may be good ones, now and then the same one twice."""
    pairs = [_pair(chance, path) for _ in range(count)]
    given = pairs if chance.random() < 0.1 else dict(pairs).items()
    return "&".join(f"{name}={value}" for name, value in given)


def _pair(chance: random.Random, path: str) -> tuple[str, str]:
    """Nearly always a parameter that the page takes: it refuses all others before anything else happens."""
    taken = _taken(path)
    if chance.random() < 0.8:
        name = chance.choice([name for name in GOOD if name in taken] or list(GOOD))
        return name, chance.choice(GOOD[name])
    return chance.choice([*NAMES, *taken, *taken, *taken]), _text(chance)


@cache
def _taken(path: str) -> tuple[str, ...]:
    """The parameters that the page at `path` takes; none where there is no page."""
    if path not in PATHS[:15]:
        return ()
    starts = {page.path.partition("<")[0]: page for page in pages_for("office")}
    page = starts[max(filter(path.startswith, starts), key=len)]
    return (*EVERY_PAGE_PARAMETERS, *getattr(page, "PARAMETERS", {}))


def _headers(chance: random.Random) -> dict[str, str]:
    names = [chance.choice(HEADERS) for _ in range(chance.randrange(3))]
    return {name: _in_a_header(_text(chance)) for name in names}


def _in_a_header(text: str) -> str:
    """As the web server lets it through: bytes without line ends."""
    return " ".join(text.encode("latin-1", "replace").decode("latin-1").splitlines())


def _text(chance: random.Random) -> str:
    if chance.random() < 0.8:
        return chance.choice(ODD)
    return "".join(chr(chance.randrange(1, 0x2FF)) for _ in range(chance.randrange(1, 30)))


def _callback(chance: random.Random) -> dict[str, Any]:
    body = _good(chance)
    for _ in range(chance.randrange(3)):  # none: a callback as our own page sends it, of an odd address
        _spoil(chance, body)
    data = json.dumps(body).encode()
    if chance.random() < 0.1:
        data = chance.choice(
            [data[:-7], b"\xef\xbb\xbf" + data, data.decode().encode("utf-16"), b"[" * 90_000, b"1"]
        )
    kind = (
        "application/json"
        if chance.random() < 0.9
        else chance.choice(["text/plain", "application/json; charset=x"])
    )
    return {
        "path": CALLBACK,
        "method": "POST",
        "data": data,
        "content_type": kind,
        "headers": _headers(chance),
    }


def _good(chance: random.Random) -> dict[str, Any]:
    path = {"id": "location", "property": "pathname", "value": chance.choice(PATHS[:15])}
    search = "?" + _query(chance, path["value"], chance.randrange(1, 4))
    if chance.random() < 0.5:
        where = {"id": "location", "property": "search", "value": search}
        outputs = {"id": "page", "property": "children"}
        return {
            "output": PAGE,
            "outputs": outputs,
            "inputs": [path, where],
            "changedPropIds": ["location.pathname"],
        }
    part = {"id": {"part": chance.choice(["attention", "found", "secret"])}, "property": "children"}
    inputs = [{"id": "search", "property": "data", "value": search}]
    return {
        "output": PARTS,
        "outputs": [[part], [], []],
        "inputs": inputs,
        "state": [path],
        "changedPropIds": [],
    }


def _spoil(chance: random.Random, node: Any) -> None:
    """Change something somewhere in `node`: a value, a key, its type, how deep it goes."""
    while isinstance(node, dict | list) and node:
        key = chance.choice(list(node) if isinstance(node, dict) else range(len(node)))
        if not isinstance(node[key], dict | list) or chance.random() < 0.3:
            node[key] = chance.choice(
                [_text(chance), None, 1e308, -1, True, [], {}, [[[]]], {"id": {"part": {}}}]
            )
            return
        node = node[key]

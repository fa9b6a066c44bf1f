"""What a callback may be sent: checked before Dash reads it, so that nothing malformed gets further.

The page has two server callbacks (dashboard/web/callbacks.py). Whatever else a body names, or names
otherwise than our own page does, is answered 400 here: Dash itself fails on it.
"""

import json
from typing import Any

from flask import Flask, abort, request

from dashboard.web.past_day import PAGE_UPDATE

LARGEST = 64 * 1024
_KEYS = {"output", "outputs", "inputs", "state", "changedPropIds", "parsedChangedPropsIds"}
_PARTS = ("part", "canvas-data", "map-data")
_PROPERTIES = {"part": "children", "canvas-data": "data-figure", "map-data": "data-map"}
_MOST = 200  # parts on a page; the fullest has a dozen
_OUTPUTS = {
    "page.children": ([("location", "pathname"), ("location", "search")], []),
    '..{"part":["ALL"]}.children...{"canvas-data":["ALL"]}.data-figure...{"map-data":["ALL"]}.data-map..': (
        [("search", "data")],
        [("location", "pathname")],
    ),
}


def check_callbacks(server: Flask) -> None:
    """Refuse every callback of `server` that our own page would not send."""

    @server.before_request
    def check() -> None:
        if request.method == "POST" and request.path.startswith("/record/"):
            _whole(_json())
        if request.path == PAGE_UPDATE and request.method == "POST":
            if (request.content_length or 0) > LARGEST:
                abort(413, "What was sent is too large.")
            _check(_body())


def _json() -> Any:
    """What a form of the record sent; 400 for lists within lists until the reader gives up."""
    try:
        return request.get_json(silent=True)
    except RecursionError:
        abort(400, "What was sent cannot be read.")


def _body() -> dict[str, Any]:
    if request.mimetype != "application/json":
        abort(415, "A callback is sent as JSON.")
    try:
        body = json.loads(request.get_data(cache=True).decode("utf-8"))
        _whole(body)
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict) or set(body) - _KEYS:
        _bad()
    return body


def _whole(body: Any) -> None:
    """400 for text that is no text: half of a surrogate pair, which JSON can write and nothing can store."""
    try:
        json.dumps(body, ensure_ascii=False).encode("utf-8")
    except (UnicodeEncodeError, RecursionError):
        abort(400, "What was sent holds characters that do not exist.")


def _check(body: dict[str, Any]) -> None:
    output = body.get("output")
    if not isinstance(output, str) or output not in _OUTPUTS:
        abort(400, "There is no such output.")
    inputs, state = _OUTPUTS[output]
    _check_values(body.get("inputs"), inputs)
    _check_values(body.get("state", []), state)
    changed = body.get("changedPropIds", [])
    if not isinstance(changed, list) or any(item not in [f"{i}.{p}" for i, p in inputs] for item in changed):
        _bad()
    outputs = body.get("outputs")
    if output == "page.children":
        if outputs != {"id": "page", "property": "children"}:
            _bad()
    else:
        _check_groups(outputs)


def _check_values(given: Any, wanted: list[tuple[str, str]]) -> None:
    if not isinstance(given, list) or len(given) != len(wanted):
        _bad()
    for item, (name, prop) in zip(given, wanted, strict=True):
        if not isinstance(item, dict) or set(item) - {"id", "property", "value"}:
            _bad()
        if item.get("id") != name or item.get("property") != prop:
            _bad()
        if not isinstance(item.get("value"), str | None):
            abort(400, "The address is not text.")


def _check_groups(outputs: Any) -> None:
    if not isinstance(outputs, list) or len(outputs) != len(_PARTS):
        _bad()
    for group, key in zip(outputs, _PARTS, strict=True):
        if not isinstance(group, list) or len(group) > _MOST:
            _bad()
        for item in group:
            if not isinstance(item, dict) or set(item) != {"id", "property"}:
                _bad()
            named = item["id"]
            good = isinstance(named, dict) and set(named) == {key} and isinstance(named[key], str)
            if not good or item["property"] != _PROPERTIES[key]:
                _bad()


def _bad() -> None:
    abort(400, "This callback is not one that our pages send.")

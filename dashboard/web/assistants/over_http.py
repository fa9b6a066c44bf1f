"""/mcp: the tools over streamable HTTP, in this process, so that the limits of the API hold for it too.

Each request is whole in itself: no session is kept, nothing is streamed, no worker needs another's memory.
"""

import time
from collections.abc import Callable
from typing import Any

from flask import Flask, Response, abort, request

from dashboard.runtime.query_priority import QUERY_PRIORITY
from dashboard.site import SiteKeeper
from dashboard.web.past_day import ASSISTANTS, is_of_past_day
from dashboard.web.rate_limit import charge_afterwards
from dashboard.web.same_origin import require_same_origin

LARGEST_REQUEST = 64 * 1024  # bytes of a request
LONGEST_WAIT = 20  # seconds of waiting; what a tool works out ends with its queries, after as many each
MISSING = "This site does not answer assistants: the package mcp (requirements-mcp.txt) is not installed."


def register(server: Flask, keeper: SiteKeeper) -> None:
    """Add the route to `server`; without the package it says so."""

    @server.route(ASSISTANTS, methods=["GET", "POST", "DELETE"])
    def assistants() -> Response:
        if request.method != "POST":
            abort(405)
        require_same_origin("A page of another site cannot ask here.")  # through its reader's browser
        if (request.content_length or 0) > LARGEST_REQUEST:
            abort(413, "What was sent is too large.")
        try:
            from anyio.from_thread import start_blocking_portal

            from dashboard.web.assistants.server import server_of  # loads the package: 40 MB
        except ModuleNotFoundError:
            abort(404, MISSING)
        tools = server_of(keeper.current, request.url_root.rstrip("/"))
        with start_blocking_portal() as portal:  # a loop of its own, whatever else this thread is in
            asked = (tools, _scope(), request.get_data())
            return _response(portal.call(_paid, charge_afterwards(), is_of_past_day(), *asked))


def _scope() -> dict[str, Any]:
    """This request as ASGI describes it."""
    headers = [(name.lower().encode(), value.encode("latin-1", "replace")) for name, value in request.headers]
    return {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST",
        "scheme": request.scheme, "path": ASSISTANTS, "raw_path": ASSISTANTS.encode(), "query_string": b"",
        "root_path": "", "headers": headers, "server": (request.host, None), "client": None, "state": {},
    }  # fmt: skip


async def _paid(charge: Callable[[float], None], costly: bool, *asked: Any) -> list[dict[str, Any]]:
    """What `_answer` gives for `asked`. It is all worked out in the loop's own thread, of which the request's
    knows nothing: neither how long it takes nor what it gives way to."""
    began = time.thread_time()
    if costly:
        QUERY_PRIORITY.begin(costly=True)
    try:
        return await _answer(*asked)
    finally:
        QUERY_PRIORITY.end()
        charge(time.thread_time() - began)


async def _answer(tools: Any, scope: dict[str, Any], body: bytes) -> list[dict[str, Any]]:
    import anyio
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

    manager = StreamableHTTPSessionManager(
        tools, json_response=True, stateless=True, max_request_body_size=LARGEST_REQUEST
    )
    sent, asked = list[dict](), [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> dict[str, Any]:
        return asked.pop() if asked else await anyio.sleep_forever()  # the client is still there

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    with anyio.move_on_after(LONGEST_WAIT):
        async with manager.run():
            await manager.handle_request(scope, receive, send)
    return sent


def _response(sent: list[dict[str, Any]]) -> Response:
    start = next((item for item in sent if item["type"] == "http.response.start"), None)
    if start is None:
        abort(503, "This took longer than we allow.")
    body = b"".join(item.get("body", b"") for item in sent if item["type"] == "http.response.body")
    headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in start["headers"]]
    answer = Response(
        body, start["status"], [item for item in headers if item[0].lower() != "content-length"]
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer

"""/api/v1: the operations as routes of the server."""

from datetime import UTC, datetime
from urllib.parse import urlencode

import orjson
from flask import Flask, Response, abort, request

from dashboard.address.api_parameters import read_query
from dashboard.site import Site, SiteKeeper
from dashboard.web.api.openapi import document
from dashboard.web.api.operations import OPERATIONS, Operation
from dashboard.web.api.records import BASE
from dashboard.web.responses import cached_response

NO_CACHE = {"Cache-Control": "no-store"}


def register(server: Flask, keeper: SiteKeeper) -> None:
    """Add every operation, the OpenAPI document and the refusal of all other addresses below /api/."""
    for operation in OPERATIONS:
        rule = f"{BASE}{operation.path}".replace("{", "<").replace("}", ">")
        server.add_url_rule(rule, f"api {operation.name}", _view(keeper, operation), methods=["GET"])

    @server.get(f"{BASE}/openapi.json")
    def openapi() -> Response:
        return cached_response(
            keeper.current(),
            "application/json",
            lambda: orjson.dumps(document(keeper.current().settings.base)),
        )

    @server.get("/api/", defaults={"rest": ""})
    @server.get("/api/<path:rest>")
    def unknown(rest: str) -> Response:
        listed = f"{request.script_root}{BASE}/openapi.json"
        abort(404, f"There is nothing at this address; {listed} lists what there is.")


def _view(keeper: SiteKeeper, operation: Operation):
    def view(**path: str) -> Response:
        site = keeper.current()
        given = read_query(operation.parameters, request.args) | path
        found = operation.give(site, given)
        if operation.live:  # no edition tells what the office has published since, or taken back
            return Response(orjson.dumps(found), mimetype="application/json", headers=NO_CACHE)
        if not operation.paged:
            return cached_response(site, "application/json", lambda: orjson.dumps(found))
        following = _next(found, given)
        response = cached_response(
            site,
            "application/json",
            lambda: _page(site, operation, found, given, following),
            day=datetime.now(UTC).date() if operation.daily else None,
        )
        if following:
            response.headers["Link"] = f'<{request.script_root}{following}>; rel="next"'
        return response

    return view


def _page(site: Site, operation: Operation, found: list, given: dict, following: str | None) -> bytes:
    items = found[given["offset"] : given["offset"] + given["limit"]]
    page = {
        "snapshot": site.store.snapshot,
        "total": len(found),
        "items": [operation.say(*item) for item in items],
        "next": following,
    }
    return orjson.dumps(page)


def _next(found: list, given: dict) -> str | None:
    """The address of the page after this one: the same question, further on."""
    offset = given["offset"] + given["limit"]
    if offset >= len(found):
        return None
    query = {**request.args.to_dict(), "limit": given["limit"], "offset": offset}
    return f"{request.path}?{urlencode(query, safe=',')}"

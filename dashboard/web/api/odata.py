"""/odata/v4/: the tables of dashboard.odata as routes, with the limits, ETags and refusals of the API."""

import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote, urlencode

import orjson
from flask import Flask, Response, request

from dashboard.address.query_params import APPENDED, no_parameter
from dashboard.exports.sheet import Column
from dashboard.exports.text_files import json_number
from dashboard.odata.entity_set import EntitySet
from dashboard.odata.errors import ODataError
from dashboard.odata.model import metadata, service
from dashboard.odata.options import KNOWN, options
from dashboard.odata.pages import ResultPage, count_rows, page_of
from dashboard.odata.resource import Resource, resource
from dashboard.site import Site, SiteKeeper
from dashboard.web.error_handlers import refusal
from dashboard.web.responses import cached_response, known_then

BASE = "/odata/v4"
JSON = "application/json"
_AS_OF = "as_of"
_PAGE = re.compile(r"(?:odata\.)?maxpagesize=(\d{1,9})")


def register(server: Flask, keeper: SiteKeeper) -> None:
    """Add the service to `server`."""

    @server.get(f"{BASE}/", defaults={"path": ""}, strict_slashes=False)
    @server.get(f"{BASE}/<path:path>")
    def odata(path: str) -> Response:
        try:
            answer = _answer(keeper.current(), path)
        except ODataError as refused:
            answer = refusal(refused.status, str(refused))
        answer.headers["OData-Version"] = "4.0"
        answer.headers["Vary"] = "Accept, Prefer"
        return answer


def _answer(site: Site, path: str) -> Response:
    given = _given()
    if path in ("", "$metadata"):
        return _document(site, path)
    asked = resource(path)
    then = known_then(site)
    if asked.key is not None:
        return _one(then, asked, given)
    if asked.count:
        wanted = options(asked.entity_set, given, takes=("$filter", "$format"))
        return cached_response(
            site, "text/plain", lambda: str(count_rows(then, asked.entity_set, wanted)).encode()
        )
    return _table(then, asked.entity_set, given)


def _document(site: Site, path: str) -> Response:
    if path:
        return cached_response(site, "application/xml", lambda: metadata().encode())
    return _json(site, lambda: orjson.dumps(service(_root())))


def _given() -> dict[str, str]:
    """The query, each name once. Raises ODataError."""
    for name in request.args:
        if not name.startswith("$") and name != _AS_OF and not APPENDED.fullmatch(name):
            raise ODataError(no_parameter(name, [*KNOWN, _AS_OF]))
        if len(request.args.getlist(name)) > 1:
            raise ODataError(f"Give {name[:30]} once.")
    return request.args.to_dict()


def _table(site: Site, entity_set: EntitySet, given: dict[str, str]) -> Response:
    size = _PAGE.search(request.headers.get("Prefer", ""))
    wanted = options(entity_set, given, int(size[1]) if size else None)
    return _json(site, lambda: _body(entity_set, page_of(site, entity_set, wanted), wanted.select))


def _body(entity_set: EntitySet, page: ResultPage, select: tuple[str, ...]) -> bytes:
    fields: dict = {"@odata.context": _context(entity_set, select)} if _wants_metadata() else {}
    if page.count is not None:
        fields["@odata.count"] = page.count
    fields["value"] = [_written(entity_set.columns, row) for row in page.rows]
    if page.following is not None:
        fields["@odata.nextLink"] = (
            f"{request.base_url}?{urlencode(page.following, quote_via=quote, safe='$,')}"
        )
    return orjson.dumps(fields)


def _one(site: Site, asked: Resource, given: dict[str, str]) -> Response:
    wanted = options(asked.entity_set, given, takes=("$select", "$format"))
    page = page_of(site, asked.entity_set, replace(wanted, test=asked.key, filtered=True))
    if not page.rows:
        raise ODataError(f"{asked.entity_set.name} has no such row.", 404)
    row = _written(asked.entity_set.columns, page.rows[0])
    context = f"{_context(asked.entity_set, wanted.select)}/$entity"
    return _json(site, lambda: orjson.dumps({"@odata.context": context} | row))


def _written(columns: tuple[Column, ...], row: dict) -> dict:
    """A row with the digits that every file has."""
    numbers = {column.name for column in columns if column.kind == "number"}
    return {name: json_number(value) if name in numbers else value for name, value in row.items()}


def _context(entity_set: EntitySet, select: tuple[str, ...]) -> str:
    columns = f"({','.join(select)})" if select else ""
    return f"{_root()}/$metadata#{entity_set.name}{columns}"


def _root() -> str:
    return f"{request.url_root.rstrip('/')}{BASE}"


def _wants_metadata() -> bool:
    asked = f"{request.args.get('$format', '')} {request.headers.get('Accept', '')}"
    return "odata.metadata=none" not in asked


def _json(site: Site, make: Callable[[], bytes]) -> Response:
    answer = cached_response(site, JSON, make)
    detail = "minimal" if _wants_metadata() else "none"
    answer.headers["Content-Type"] = f"{JSON};odata.metadata={detail};charset=utf-8"
    return answer

"""Every refusal and failure in our own words: a page for people, problem details for programs.

What went wrong inside is in the log under the number that the answer gives, never in the answer.
"""

import logging
import uuid
from http import HTTPStatus

import duckdb
import orjson
from dash.exceptions import DependencyException
from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from dashboard.address.in_writing import address_meant
from dashboard.address.query_params import BadAddress
from dashboard.components.frame.document import refusal_page

_PROGRAMS = (
    "/api/", "/_dash", "/_reload", "/record/", "/maps/", "/catalogue.", "/datapackage.json", "/audit.json",
    "/mcp",
    "/oembed",
)  # fmt: skip
ODATA = "/odata/"
_SAID = {
    400: "This request cannot be understood.",
    404: "There is nothing at this address.",
    405: "This address does not take requests of that kind.",
    408: "The request took too long to arrive.",
    413: "What was sent is too large.",
    415: "What was sent is of a kind that is not taken here.",
}
_FAILED = "Something went wrong on our side. It is in our log under the number {number}."
_BUSY = "This took longer than we allow. Try again in a minute, or ask for less."
_log = logging.getLogger("dashboard.failure")


def refusal(status: int, sentence: str, title: str = "") -> Response:
    """The answer of `status` that says `sentence`, as whoever asked can read it."""
    taken = request.accept_mimetypes
    if request.path.startswith(ODATA):
        answer = Response(orjson.dumps(_odata_error(status, sentence)), status, mimetype="application/json")
        answer.headers["OData-Version"] = "4.0"
    elif request.path.startswith(_PROGRAMS) or (taken and not taken.accept_html):
        name = title or _title(status)
        body = {"type": "about:blank", "title": name, "status": status, "detail": sentence}
        answer = Response(orjson.dumps(body), status, mimetype="application/problem+json")
    else:
        page = request.path if status == 400 and request.query_string and "." not in request.path else ""
        answer = Response(refusal_page(status, sentence, page), status)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _odata_error(status: int, sentence: str) -> dict:
    """A refusal in the form that clients of OData show."""
    return {"error": {"code": HTTPStatus(status).phrase.replace(" ", ""), "message": sentence}}


def handle_errors(server: Flask) -> None:
    """Answer every HTTP error, and everything unforeseen, of `server`. Register it last."""

    @server.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Response:
        status = error.code or 400
        if status < 400:  # a redirect of the router
            return error.get_response()
        if meant := _meant(status):
            return meant
        ours = error.description if error.description != type(error).description else None
        answer = refusal(status, str(ours or _SAID.get(status) or error.description), error.name)
        for name, value in error.get_headers():
            if name in ("Allow", "Retry-After"):
                answer.headers[name] = value
        return answer

    @server.errorhandler(BadAddress)
    def bad_address(error: BadAddress) -> Response:
        return _meant(error.status) or refusal(error.status, str(error))

    @server.errorhandler(DependencyException)
    def no_such_script(error: Exception) -> Response:
        return refusal(404, _SAID[404])

    @server.errorhandler(duckdb.InterruptException)
    @server.errorhandler(duckdb.OutOfMemoryException)
    def too_much(error: Exception) -> Response:
        _log.warning("a query was stopped: %s", type(error).__name__, extra=_request_fields())
        answer = refusal(503, _BUSY)
        answer.headers["Retry-After"] = "60"
        return answer

    @server.errorhandler(Exception)
    def failed(error: Exception) -> Response:
        number = uuid.uuid4().hex[:8]
        _log.error("failure %s", number, exc_info=error, extra=_request_fields())
        return refusal(500, _FAILED.format(number=number))


def _meant(status: int) -> Response | None:
    """Where whoever follows a link out of a mail is led; None where the address has nothing of a mail."""
    if status not in (400, 404) or request.method not in ("GET", "HEAD"):
        return None
    if request.path.startswith((*_PROGRAMS, ODATA)):
        return None
    meant = address_meant(request.path, request.query_string.decode("utf-8", "replace"))
    if meant is None:
        return None
    return Response(status=302, headers={"Location": meant, "Cache-Control": "no-store"})


def _request_fields() -> dict:
    return {"fields": {"method": request.method, "path": request.path[:200]}}


def _title(status: int) -> str:
    return HTTPStatus(status).phrase

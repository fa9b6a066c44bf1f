"""Answers that hold as long as the snapshot does, and refusals that say what to do."""

from collections.abc import Callable

import orjson
from flask import Response, abort, request

from dashboard.asked import BadAddress, as_of, given_once
from dashboard.datastore.areas import Area
from dashboard.parameters import known_area, region_code
from dashboard.site import Site

FRESH = 300  # seconds before a reader asks again


def kept(site: Site, mimetype: str, make: Callable[[], bytes]) -> Response:
    """The bytes of `make` under the snapshot's ETag; 304, without making them, for who has them already.

    An office's answer is never left in a shared cache.
    """
    response = Response(mimetype=mimetype)
    response.set_etag(f"{site.store.snapshot}-{site.settings.audience}")
    response.cache_control.public = site.settings.audience == "public"
    response.cache_control.private = site.settings.audience != "public"
    response.cache_control.max_age = FRESH
    if request.if_none_match.contains_weak(response.get_etag()[0]):
        response.status_code = 304
        return response
    response.set_data(make())
    return response


def takes(*known: str) -> None:
    """Refuse a request whose query names anything but `known`, or anything twice: 400."""
    try:
        given_once(request.args.items(multi=True), known)
    except BadAddress as refusal:
        abort(refusal.status, str(refusal))


def region_of(site: Site, code: str | None) -> Area:
    """The combined authority with `code`, this process's own when None; 404 otherwise."""
    try:
        return region_code(site, code)
    except BadAddress as refusal:
        abort(refusal.status, str(refusal))


def place_of(site: Site, code: str) -> Area:
    """The district or county with `code`; 404 otherwise."""
    try:
        return known_area(site, code)
    except BadAddress as refusal:
        abort(refusal.status, str(refusal))


def known_then(site: Site) -> Site:
    """`site` as known on the day that the request names in as_of; 400 for what is no day."""
    try:
        return site.at(as_of(request.args.get("as_of")))
    except BadAddress as refusal:
        abort(refusal.status, str(refusal))


def problem(status: int, title: str, detail: str) -> Response:
    """A refusal as RFC 9457 problem details; `detail` is one sentence."""
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return Response(orjson.dumps(body), status, mimetype="application/problem+json")

"""Answers that hold as long as the snapshot does, and the indicator and the day that they are of."""

from collections.abc import Callable, Iterator
from datetime import date

from flask import Response, abort, request

from dashboard.address.query_params import as_of
from dashboard.catalogue.indicators import Indicator
from dashboard.runtime.query_priority import QUERY_PRIORITY
from dashboard.site import Site

FRESH_SECONDS = 300  # seconds before a reader asks again


def cached_response(
    site: Site, mimetype: str, make: Callable[[], bytes | Iterator[bytes]], *, day: date | None = None
) -> Response:
    """The bytes of `make` under the edition's ETag; 304, without making them, for who has them already.

    `day` is today where they are others tomorrow, also over the same figures. Pieces are sent as they are
    made.

    An office's answer is never left in a shared cache.
    """
    response = Response(mimetype=mimetype)
    response.set_etag("-".join(filter(None, [site.edition, site.settings.audience, day and day.isoformat()])))
    response.cache_control.public = site.settings.audience == "public"
    response.cache_control.private = site.settings.audience != "public"
    response.cache_control.max_age = FRESH_SECONDS
    if request.if_none_match.contains_weak(response.get_etag()[0]):
        response.status_code = 304
        return response
    body = make()
    if isinstance(body, bytes):
        response.set_data(body)
    else:
        response.response = _giving_way(body)
    return response


def _giving_way(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """`pieces`, each made when no quick request needs the process."""
    QUERY_PRIORITY.begin(costly=True)
    try:
        yield from pieces
    finally:
        QUERY_PRIORITY.end()


def known_then(site: Site) -> Site:
    """`site` as known on the day that the request names in as_of. Raises BadAddress."""
    return site.at(as_of(request.args.get("as_of")))


def known_indicator(site: Site, theme: str, name: str) -> Indicator:
    """The indicator that a path names. 404 where there is none."""
    indicator = site.indicators.get(f"{theme}/{name}")
    if indicator is None:
        abort(404, f"There is no indicator called “{theme[:30]}/{name[:60]}”.")
    return indicator

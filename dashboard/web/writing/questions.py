"""The public's way to ask: a form is taken, made plain, and put where this process cannot read it back.

No cookie, no account; each client may ask BURST times and then once in EVERY seconds. Registered for the
public view alone.
"""

import logging
from collections.abc import Sequence
from urllib.parse import parse_qsl, quote, urlencode

from flask import Flask, Response, abort, redirect, request

from dashboard.address import address as addresses
from dashboard.address.address import link
from dashboard.address.page import Page
from dashboard.address.parameters import region_code
from dashboard.address.query_params import BadAddress
from dashboard.inbox.question import Unusable, question_from
from dashboard.inbox.writer import InboxUnavailable, add
from dashboard.site import Site, SiteKeeper
from dashboard.web.error_handlers import refusal
from dashboard.web.rate_limit import Buckets, client_here, too_many_requests
from dashboard.web.same_origin import require_same_origin

PATH = "/questions"
BURST, EVERY = 10.0, 60.0
LARGEST_FORM = 16 * 1024  # bytes; the longest question in any script is a quarter of it
BACK = "Nothing was kept. Go back: your words are still in the form."
_log = logging.getLogger("dashboard.questions")


def register(
    server: Flask, keeper: SiteKeeper, pages: Sequence[Page], buckets: Buckets | None = None
) -> None:
    """Add the route to `server`."""
    buckets = Buckets(rate=1 / EVERY, burst=BURST) if buckets is None else buckets

    @server.post(PATH)
    def ask() -> Response:
        _check_sent()
        client = client_here()
        if client and (seconds := buckets.wait(client)):
            return too_many_requests(seconds, f"Many questions came from your address; wait a little. {BACK}")
        return _add_question(keeper.current(), pages)


def _check_sent() -> None:
    require_same_origin()
    if request.mimetype != "application/x-www-form-urlencoded":
        abort(415)
    if (request.content_length or LARGEST_FORM + 1) > LARGEST_FORM:
        abort(413)


def _add_question(site: Site, pages: Sequence[Page]) -> Response:
    """Put the question into the inbox, and lead back to the page, which says so."""
    region = region_code(site, request.form.get("region"))
    about = _about(site, pages, request.form.get("about", ""))
    try:
        add(site.settings, question_from(request.form, region.code, about))
    except Unusable as error:
        return refusal(422, f"{error} {BACK}")
    except InboxUnavailable as error:
        _log.error("a question could not be kept: %s", str(error).splitlines()[0])
        return refusal(503, f"Questions cannot be taken just now; try again later. {BACK}")
    return redirect(link(PATH, region, sent="yes"), 303)


def _about(site: Site, pages: Sequence[Page], text: str) -> str:
    """The address that the question is about, written as we write addresses; "" for none of ours."""
    path, _, query = text[:300].partition("?")
    try:
        addresses.read(site, pages, path, f"?{query}")
    except BadAddress:
        return ""
    pairs = urlencode(parse_qsl(query), safe=",")
    return f"{quote(path)}?{pairs}" if pairs else quote(path)

"""/oembed: what a page of ours looks like in another site's frame, for programs that ask by its address
(oEmbed 1.0): an indicator's page is its chart, a place's page what stands out there, a frame is itself."""

from collections.abc import Sequence
from html import escape
from urllib.parse import SplitResult, urlencode, urlsplit

import orjson
from flask import Flask, Response, abort, request

from dashboard.address import address as addresses
from dashboard.address.page import Address, Page
from dashboard.address.query_params import BadAddress
from dashboard.components.frame.document import PRODUCT
from dashboard.site import Site, SiteKeeper
from dashboard.web.embeds.addresses import Embed, of_frame, of_page
from dashboard.web.error_handlers import refusal
from dashboard.web.responses import FRESH_SECONDS, cached_response
from dashboard.web.security_headers import EMBED

PATH = "/oembed"
JSON, XML = "application/json", "text/xml"
WIDEST, LEAST = 2000, 1


def register(server: Flask, keeper: SiteKeeper, pages: Sequence[Page]) -> None:
    """Add the endpoint to a public `server`."""
    if keeper.current().settings.audience != "public":
        return

    @server.get(PATH)
    def oembed() -> Response:
        # What else programs send (dnt, omit_script) is theirs: the standard has it ignored.
        form = request.args.get("format", "json")
        if form not in ("json", "xml"):
            return refusal(501, "format must be json or xml.")
        width, height = _most("maxwidth"), _most("maxheight")
        site = keeper.current()
        fields = _description(_found(site, pages), width, height)
        if form == "json":
            return cached_response(site, JSON, lambda: orjson.dumps(fields))
        return cached_response(site, XML, lambda: _xml(fields))


def discovery(address: Address, site: Site, base: str, here: str) -> str:
    """The link by which programs find the endpoint from a page; "" where the page has no frame."""
    if site.settings.audience != "public" or of_page(site, address) is None:
        return ""
    where = f"{base}{PATH}?{urlencode({'url': here, 'format': 'json'})}"
    return f'<link rel="alternate" type="application/json+oembed" href="{escape(where)}">'


def _found(site: Site, pages: Sequence[Page]) -> Embed:
    """The frame of the address that `url` names."""
    asked = _split(request.args.get("url", ""))
    if asked.netloc != request.host or asked.scheme not in ("http", "https"):
        abort(404, "This address is on another site.")
    path = asked.path.removeprefix(site.settings.base)
    try:
        if path.startswith(EMBED):
            return of_frame(site, path, asked.query)
        found = of_page(site, addresses.read(site, pages, asked.path, f"?{asked.query}"))
    except BadAddress as refused:
        abort(404, str(refused))
    if found is None:
        abort(404, "This page has nothing to embed: give the address of an indicator or a place.")
    return found


def _split(url: str) -> SplitResult:
    if not url or len(url) > addresses.MAX_SEARCH:
        abort(400, "Give url: the address of a page of this site.")
    try:
        return urlsplit(url)
    except ValueError:
        abort(400, "url is no address.")


def _most(name: str) -> int:
    """A number of pixels, WIDEST when not given."""
    text = request.args.get(name, str(WIDEST))
    if not (text.isascii() and text.isdecimal() and len(text) < 6 and int(text) >= LEAST):
        abort(400, f"{name} must be a whole number of pixels.")
    return int(text)


def _description(found: Embed, width: int, height: int) -> dict[str, str | int]:
    base = request.url_root.rstrip("/")
    wide, high = found.size(width, height)
    frame = (
        f'<iframe src="{escape(base + found.address)}" title="{escape(found.title)}" width="{wide}" '
        f'height="{high}" style="border:0;max-width:100%" loading="lazy"></iframe>'
    )
    return {
        "version": "1.0",
        "type": "rich",
        "title": found.title,
        "provider_name": PRODUCT,
        "provider_url": f"{base}/",
        "cache_age": FRESH_SECONDS,
        "html": frame,
        "width": wide,
        "height": high,
    }


def _xml(fields: dict[str, str | int]) -> bytes:
    inside = "".join(f"<{name}>{escape(str(value), quote=False)}</{name}>" for name, value in fields.items())
    return f'<?xml version="1.0" encoding="utf-8" standalone="yes"?><oembed>{inside}</oembed>'.encode()

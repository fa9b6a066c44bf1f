"""/embed/<theme>/<name>: a chart for other sites. /.well-known/security.txt: whom to tell."""

from datetime import UTC, datetime, timedelta

from flask import Flask, Response, abort, request

from dashboard.address.parameters import region_code
from dashboard.address.query_params import FRAME, takes
from dashboard.site import SiteKeeper
from dashboard.statements.absence.absent import absent
from dashboard.web.api.embed_document import embedded
from dashboard.web.file_cache import FileCache
from dashboard.web.responses import cached_response, known_then

_MONTHS = 6


def register(server: Flask, keeper: SiteKeeper, files: FileCache) -> None:
    """Add the routes to `server`. The office's charts stand in nobody's frame: it has no /embed/."""
    _security(server, keeper)
    if keeper.current().settings.audience != "public":
        return

    @server.get("/embed/<theme>/<name>")
    def embed(theme: str, name: str) -> Response:
        takes(*FRAME)
        site = known_then(keeper.current())
        indicator = site.indicators.get(f"{theme}/{name}")
        if indicator is None:
            abort(404, f"There is no indicator called “{theme[:30]}/{name[:60]}”.")
        region, base = region_code(site, request.args.get("region")), request.url_root.rstrip("/")
        key = ("embed", site.edition, indicator.id, region.code, base, site.as_of)
        body = files.get(key, lambda: embedded(site, indicator, region, base) or b"")
        if not body:
            none = absent(site, indicator, region)
            abort(404, f"“{indicator.title}” has no figures to draw. {none.full}. {none.address}".strip())
        return cached_response(site, "text/html", lambda: body)


def _security(server: Flask, keeper: SiteKeeper) -> None:
    settings = keeper.current().settings

    @server.get("/.well-known/security.txt")
    def security() -> Response:
        if not settings.contact:
            abort(404, "Nobody has set an address to report to; set CONTACT.")
        until = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(
            days=30 * _MONTHS
        )
        to = (
            settings.contact
            if settings.contact.startswith(("https:", "mailto:"))
            else f"mailto:{settings.contact}"
        )
        text = f"Contact: {to}\nExpires: {until.isoformat()}\nPreferred-Languages: en\n"
        return Response(text, mimetype="text/plain")

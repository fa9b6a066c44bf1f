"""/.well-known/security.txt: whom to tell of a weakness."""

from datetime import UTC, datetime, timedelta

from flask import Flask, Response, abort

from dashboard.site import SiteKeeper

_MONTHS = 6


def register(server: Flask, keeper: SiteKeeper) -> None:
    """Add the file to `server`; 404 while CONTACT names nobody."""
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

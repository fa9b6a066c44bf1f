"""What a form sends as an address: empty fields left out, several choices joined by commas."""

from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import quote, urlencode

from flask import Flask, request
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from dashboard.address.query_params import BadAddress, as_of
from dashboard.site import SiteKeeper
from dashboard.statements.changed.known_days import last_known_day
from dashboard.web.rendering.controls import CHOSEN

LONGEST_QUERY = 4000  # bytes of a query that is put in order


def lead_to_chosen(server: Flask, keeper: SiteKeeper) -> None:
    """Send whoever used a form of a page (GET, `chosen=1`) to the address that it stands for.

    A past day is put on the last one on which something changed: the same is known on both.
    """

    @server.before_request
    def lead() -> Response | None:
        if request.method != "GET" or CHOSEN not in request.args or len(request.query_string) > LONGEST_QUERY:
            return None
        given = request.args.items(multi=True)
        pairs = [(name, _day(keeper, value) if name == "as_of" else value) for name, value in given]
        return redirect(chosen_address(request.path, pairs), 303)


def _day(keeper: SiteKeeper, text: str) -> str:
    """The day that `text` falls to; "" for today; as it is where it is no day: the page will say so."""
    try:
        day = as_of(text)
    except BadAddress:
        return text
    if day is None or day >= datetime.now(UTC).date():
        return ""
    return last_known_day(keeper.current(), day).isoformat()


def chosen_address(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    """The address of `path` with what was chosen; always on this site, whatever `path` is."""
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        if value.strip() and name != CHOSEN:
            values.setdefault(name, []).append(value.strip())
    query = urlencode({name: ",".join(all_) for name, all_ in values.items()}, safe=",")
    return "/" + quote(path.lstrip("/\\")) + (f"?{query}" if query else "")

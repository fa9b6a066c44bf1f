"""What a form sends as an address: empty fields left out, several choices joined by commas."""

from collections.abc import Iterable
from urllib.parse import quote, urlencode

from flask import Flask, request
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from dashboard.web.rendering.controls import CHOSEN

LONGEST = 4000  # bytes of a query that is put in order


def lead_to_chosen(server: Flask) -> None:
    """Send whoever used a form of a page (GET, `chosen=1`) to the address that it stands for."""

    @server.before_request
    def lead() -> Response | None:
        if request.method != "GET" or CHOSEN not in request.args or len(request.query_string) > LONGEST:
            return None
        return redirect(chosen_address(request.path, request.args.items(multi=True)), 303)


def chosen_address(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    """The address of `path` with what was chosen; always on this site, whatever `path` is."""
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        if value.strip() and name != CHOSEN:
            values.setdefault(name, []).append(value.strip())
    query = urlencode({name: ",".join(all_) for name, all_ in values.items()}, safe=",")
    return "/" + quote(path.lstrip("/\\")) + (f"?{query}" if query else "")

"""The service below a path of a site (https://council.example/dashboard/), behind a proxy that passes it on.

Everything here is written as if it stood at the root. Under BASE_PATH requests lose the path as they come,
whether the proxy has taken it off or not, and root-relative addresses get it as they leave: in pages, answers
to callbacks, styles, scripts and redirects. At the root nothing of this is done.
"""

import re
from collections.abc import Callable, Iterable

from flask import Flask, Response, request

_MIMETYPES = ("text/html", "text/css", "text/javascript", "application/javascript", "application/json")
# What libraries wrote, and what is imported elsewhere, to the same bytes.
_AS_THEY_ARE = ("/_dash-component-suites/", "/assets/vendor/", "/api/v1/openapi.json", "/record/export.json")
# What may stand before an address in HTML, JSON, JSON within HTML, CSS and JavaScript.
_BEFORE = r"""(?:(?<=["'`(])|(?<=&quot;)|(?<=&\#34;)|(?<=&\#39;)|(?<=&\#x27;))"""
_ROOT = r"""((?:href|action)(?:=|["']:\s?|\\":\s?)(?:\\?["']|&quot;))/(?=\\?["'?\#]|&quot;)"""


def mount_at(server: Flask, base: str, pages: Iterable[str]) -> None:
    """Let `server` answer below `base` ("/dashboard"; "" for the root). Call it last.

    `pages` are the paths of pages, which no rule of the server names.
    """
    if not base:
        return
    server.wsgi_app = _below(server.wsgi_app, base)
    first = {path.split("/")[1] for path in (*pages, *(rule.rule for rule in server.url_map.iter_rules()))}
    addresses = _addresses(first - {""})

    @server.after_request
    def lead_below(response: Response) -> Response:
        if (to := response.headers.get("Location", "")).startswith("/") and not to.startswith("//"):
            response.headers["Location"] = base + to
        ours = response.mimetype in _MIMETYPES and not request.path.startswith(_AS_THEY_ARE)
        if ours and (response.direct_passthrough or not response.is_streamed):
            response.direct_passthrough = False  # a file of ours
            response.set_data(below(response.get_data(as_text=True), base, addresses))
        return response


def below(text: str, base: str, addresses: re.Pattern[str]) -> str:
    """`text` with `base` before each address of this site that begins at the root."""
    return re.sub(_ROOT, rf"\1{base}/", addresses.sub(f"{base}/", text))


def _addresses(first: Iterable[str]) -> re.Pattern[str]:
    """The slash before one of the `first` parts of a path, where an address can begin."""
    names = "|".join(sorted((re.escape(name) for name in first if "<" not in name), key=len, reverse=True))
    return re.compile(rf"""{_BEFORE}/(?=(?:{names})(?:[/?"'`\\)&\#.$]|$))""")


def _below(app: Callable, base: str) -> Callable:
    def prefixed(environ: dict, start: Callable) -> Iterable[bytes]:
        environ["SCRIPT_NAME"] = base
        path = environ.get("PATH_INFO", "/")
        environ["PATH_INFO"] = (path.removeprefix(base) or "/") if f"{path}/".startswith(f"{base}/") else path
        return app(environ, start)

    return prefixed

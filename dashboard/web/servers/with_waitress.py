"""Waitress: one process of several threads, for machines where gunicorn cannot be loaded."""

import gc
from collections.abc import Callable

import waitress
from flask import Flask

from dashboard.settings import Settings

_THREADS = 8  # as many as two workers of gunicorn have
# Lines and headers of a request are kept small, as gunicorn's are.
OPTIONS = {
    "threads": _THREADS,
    "max_request_header_size": 60 * 1024,
    "ident": "",
    "clear_untrusted_proxy_headers": False,
}


def run(settings: Settings, load: Callable[[], Flask]) -> None:
    """Serve what `load` gives at `settings.bind`, until Ctrl+C."""
    server = load()
    gc.enable()  # dashboard/__main__.py has put it off
    # What a proxy says is judged by dashboard/web/security_headers.py, so waitress passes it on as it came.
    waitress.serve(server, listen=settings.bind, **OPTIONS)

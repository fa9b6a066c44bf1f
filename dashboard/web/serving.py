"""Serve: gunicorn over this app, its workers forked from a process that has loaded the code already.

Loading code takes most of a start, so it is done once; each worker opens its own datastore, since a DuckDB
connection does not outlive a fork.
"""

import gc
import logging
import os
import sys

from flask import Flask
from gunicorn.app.base import BaseApplication

from dashboard.pages import pages_for
from dashboard.settings import Settings


def _leave(server: object, worker: object) -> None:
    """End a worker that has answered its last request: a thread may still be reading inside DuckDB, and the
    interpreter's own end would tear that down with an abort."""
    logging.shutdown()
    os._exit(0)


def _thaw(server: object) -> None:
    """Let the end of the first process find all that it holds."""
    gc.unfreeze()


# Two workers of four threads: measured in docs/decisions.md. Lines and headers of a request are kept small,
# and nobody's word for scheme or client is taken here: dashboard/web/security_headers.py takes a proxy's,
# where TRUSTED_PROXY says so.
OPTIONS = {
    "worker_class": "gthread",
    "threads": 4,
    "control_socket_disable": True,
    "graceful_timeout": 10,
    "limit_request_line": 4094,
    "limit_request_fields": 60,
    "forwarded_allow_ips": "",
    "loglevel": "warning",
    "worker_exit": _leave,
    "on_exit": _thaw,
}


class NoPandas:
    """An importer that has no pandas. Arrow would load it with its first table, to see whether a list is one
    of its own: 37 MB and half a second for a process that never needs it."""

    def find_spec(self, name: str, *_: object) -> None:
        """Nothing to say of any other module."""
        if name == "pandas":
            raise ModuleNotFoundError("a process that serves works without pandas", name=name)


class Server(BaseApplication):
    """The processes that serve `settings`. `run()` does not return."""

    def __init__(self, settings: Settings):
        self._options = OPTIONS | {"bind": settings.bind, "workers": settings.workers}
        self._audience = settings.audience
        super().__init__()

    def load_config(self) -> None:
        """Our options; nothing else is read."""
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """The application of one worker, opened after the fork."""
        from app import server

        return server

    def run(self) -> None:
        """Load the code, keep it from the garbage collector, whose marks would unshare it, and serve."""
        sys.meta_path.insert(0, NoPandas())
        os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")  # its own keeps 6 MB more
        pages_for(self._audience)
        import dashboard.web.application

        if self._audience == "office":
            import dashboard.web.record  # noqa: F401
        gc.freeze()
        gc.enable()  # __main__.py has put it off
        super().run()

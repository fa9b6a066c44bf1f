"""Gunicorn over this app, its workers forked from a process that has loaded the code already.

Loading code takes most of a start, so it is done once; each worker opens its own datastore, since a DuckDB
connection does not outlive a fork.
"""

import gc
import logging
import os
import sys
from collections.abc import Callable
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.errors import HaltServer

from dashboard.settings import Settings
from dashboard.web.servers.metrics import forget_counts, mark_worker_exited, share_counts


def _leave(server: object, worker: Any) -> None:
    """End a worker that has answered its last request: a thread may still be reading inside DuckDB, and the
    interpreter's own end would tear that down with an abort. One that never began ends the service: the next
    one would fail alike."""
    logging.shutdown()
    os._exit(0 if worker.booted else Arbiter.WORKER_BOOT_ERROR)


def _gone(server: object, worker: Any) -> None:
    """A worker has ended: Prometheus is told of one less."""
    mark_worker_exited(worker.pid)


def _thaw(server: object) -> None:
    """Let the end of the first process find all that it holds."""
    gc.unfreeze()
    forget_counts()


# Two workers of four threads: measured in docs/decisions.md. Lines and headers of a request are kept small,
# and nobody's word for scheme or client is taken here: dashboard/web/security_headers.py takes a proxy's,
# where TRUSTED_PROXY says so.
OPTIONS = {
    "worker_class": "dashboard.web.servers.slow_clients.TimeoutWorker",
    "threads": 4,
    "control_socket_disable": True,
    "sendfile": False,  # it waits without end for a client that does not take the file
    "graceful_timeout": 10,
    "limit_request_line": 4094,
    "limit_request_fields": 60,
    "forwarded_allow_ips": "",
    "loglevel": "warning",
    "worker_exit": _leave,
    "child_exit": _gone,
    "on_exit": _thaw,
}


class Server(BaseApplication):
    """The processes that serve `settings`. `run()` does not return."""

    def __init__(self, settings: Settings, load: Callable[[], Flask]):
        self._options = OPTIONS | {"bind": settings.bind, "workers": settings.workers}
        self._load, self._settings = load, settings
        self.proxied = bool(settings.trusted_proxies)  # which the workers ask for
        super().__init__()

    def load_config(self) -> None:
        """Our options; nothing else is read."""
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """The application of one worker, opened after the fork."""
        return self._load()

    def run(self) -> None:
        """Keep the loaded code from the garbage collector, whose marks would unshare it, and serve."""
        share_counts(self._settings)
        gc.freeze()
        gc.enable()  # dashboard/__main__.py has put it off
        try:
            super().run()
        except HaltServer as halted:  # a second worker could not begin while the first was taken note of
            sys.exit(halted.exit_status)

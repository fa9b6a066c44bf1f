"""Serve: the code loaded once, then gunicorn over it; waitress where gunicorn cannot be loaded (Windows)."""

import sys

from flask import Flask

from dashboard.pages import pages_for
from dashboard.settings import Settings
from dashboard.web.heap import limit_arenas


class NoPandas:
    """An importer that has no pandas. Arrow would load it with its first table, to see whether a list is one
    of its own: 37 MB and half a second for a process that never needs it."""

    def find_spec(self, name: str, *_: object) -> None:
        """Nothing to say of any other module."""
        if name == "pandas":
            raise ModuleNotFoundError("a process that serves works without pandas", name=name)


# Seconds after which a thread that computes lets another in. Each query of a page gives up its turn and waits
# for it again: by Python's own 5 ms, thirty queries beside a page of a past day wait 150 ms for nothing else.
_SWITCH = 0.001


def application() -> Flask:
    """The application of one process, its datastore opened now."""
    from app import server

    return server


def serve(settings: Settings) -> None:
    """Serve `settings` until the process is told to stop."""
    limit_arenas()
    sys.setswitchinterval(_SWITCH)
    sys.meta_path.insert(0, NoPandas())
    pages_for(settings.audience)
    import dashboard.web.application

    if settings.audience == "office":
        import dashboard.web.writing.record  # noqa: F401
    try:
        from dashboard.web.servers.with_gunicorn import Server
    except ImportError:  # it needs fcntl, fork and signals, which Windows has not
        from dashboard.web.servers import with_waitress

        with_waitress.run(settings, application)
    else:
        Server(settings, application).run()

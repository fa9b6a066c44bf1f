"""Start: check that everything needed is there, say the address, and serve."""

import argparse
import errno
import socket
import sys
from collections.abc import Sequence

from dashboard.catalogue.indicators import InvalidIndicator
from dashboard.datastore.store import DatastoreError
from dashboard.first_build import ensure_datastore
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting
from dashboard.site import open_site
from dashboard.web.serving import serve

_TAKEN = (errno.EADDRINUSE, errno.EACCES)  # by another program, or kept for the system's own


def main(arguments: Sequence[str] = ()) -> int:
    """Serve the app; the exit code is 2, with one sentence, when it cannot start."""
    _parser().parse_args(arguments)
    try:
        settings = Settings.from_environment()
        _check_folders(settings)
        ensure_datastore(settings)
        open_site(settings).store.close()
        _check_port(settings)
    except (InvalidSetting, InvalidIndicator, DatastoreError) as error:
        print(error, file=sys.stderr)
        return 2
    if settings.without_contact:
        print(settings.without_contact, file=sys.stderr)
    print(f"Serving the {settings.audience} view on http://{settings.bind}", flush=True)
    serve(settings)
    return 0


def _parser() -> argparse.ArgumentParser:
    says = "Serve the dashboard. Where there is no datastore yet it is built first, in about a minute."
    settings = "Settings are environment variables: REGION, AUDIENCE, HOST, PORT and more (docs/deploy.md)."
    return argparse.ArgumentParser(prog="python -m dashboard run", description=says, epilog=settings)


def _check_folders(settings: Settings) -> None:
    """Refuse, before anything is made or said, a folder in which there is nothing to serve."""
    if not settings.data.is_dir():
        raise InvalidSetting(
            f"DATA_DIR={str(settings.data)!r}: there is no such folder; name that of the figures"
        )
    if not any(settings.queries.glob("*/*.sql")):
        raise InvalidSetting(
            f"QUERIES_DIR={str(settings.queries)!r}: it holds no indicator, a file theme/name.sql; "
            "name the folder that does"
        )


def _check_port(settings: Settings) -> None:
    with socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET) as probe:
        if sys.platform != "win32":  # there it would let two servers share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            if error.errno not in _TAKEN:  # no port of this host would do
                raise InvalidSetting(
                    f"HOST={settings.host!r}: nothing can listen there ({error.strerror}); give 127.0.0.1 or "
                    "::1 for this machine alone, 0.0.0.0 or :: for all that reach it"
                ) from error
            raise InvalidSetting(
                f"PORT={settings.port}: {settings.bind} cannot be used "
                f"({error.strerror}); stop what uses it or set another PORT"
            ) from error

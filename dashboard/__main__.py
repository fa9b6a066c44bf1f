"""`python -m dashboard`: check that everything needed is there, say the address, and serve."""

import os
import socket
import sys
from pathlib import Path

from dashboard.build import build
from dashboard.catalogue.indicators import InvalidIndicator
from dashboard.datastore.store import DatastoreError
from dashboard.settings import InvalidSetting, Settings
from dashboard.site import open_site

# gthread with two workers of four threads: measured in docs/decisions.md.
GUNICORN = ("--worker-class", "gthread", "--threads", "4", "--no-control-socket", "--graceful-timeout", "10")
# Lines and headers of a request are kept small, and nobody's word for scheme or client is taken here:
# dashboard/security.py takes a proxy's, where TRUSTED_PROXY says so.
GUNICORN += ("--limit-request-line", "4094", "--limit-request-fields", "60", "--forwarded-allow-ips", "")


def main() -> int:
    """Serve the app; the exit code is 2, with one sentence, when it cannot start."""
    try:
        settings = Settings.from_environment()
        if not settings.datastore.exists():
            print("Assembling the datastore from the built-in snapshot ...", flush=True)
            build(settings)
        open_site(settings).store.close()
        _check_port(settings)
    except (InvalidSetting, InvalidIndicator, DatastoreError) as error:
        print(error, file=sys.stderr)
        return 2
    print(f"Serving the {settings.audience} view on http://{settings.host}:{settings.port}", flush=True)
    gunicorn = str(Path(sys.executable).with_name("gunicorn"))
    bind = f"{settings.host}:{settings.port}"
    arguments = [*GUNICORN, "--workers", str(settings.workers), "--bind", bind, "--log-level", "warning"]
    os.execv(gunicorn, [gunicorn, *arguments, "app:server"])  # noqa: S606 - replaces this process on purpose


def _check_port(settings: Settings) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise InvalidSetting(
                f"PORT={settings.port}: {settings.host}:{settings.port} cannot be used "
                f"({error.strerror}); stop what uses it or set another PORT"
            ) from error


if __name__ == "__main__":
    sys.exit(main())

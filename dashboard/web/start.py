"""Start: check that everything needed is there, say the address, and serve."""

import socket
import subprocess
import sys

from dashboard.catalogue.indicators import AUDIENCES, InvalidIndicator
from dashboard.datastore.store import DatastoreError
from dashboard.settings import InvalidSetting, Settings
from dashboard.site import open_site
from dashboard.web.serving import Server


def main() -> int:
    """Serve the app; the exit code is 2, with one sentence, when it cannot start."""
    try:
        settings = Settings.from_environment()
        _check_folders(settings)
        if not settings.datastore.exists():
            print("Assembling the datastore from the built-in snapshot ...", flush=True)
            if not _built(settings):
                return 2
        open_site(settings).store.close()
        _check_port(settings)
    except (InvalidSetting, InvalidIndicator, DatastoreError) as error:
        print(error, file=sys.stderr)
        return 2
    print(f"Serving the {settings.audience} view on http://{settings.bind}", flush=True)
    Server(settings).run()
    return 0


def _built(settings: Settings) -> bool:
    """Build in a process of its own, which says what is wrong: what it loads would weigh on every worker."""
    audiences = AUDIENCES if settings.audience == "office" else ("public",)
    return subprocess.run([sys.executable, "-m", "dashboard.build", *audiences]).returncode == 0


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
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise InvalidSetting(
                f"PORT={settings.port}: {settings.bind} cannot be used "
                f"({error.strerror}); stop what uses it or set another PORT"
            ) from error

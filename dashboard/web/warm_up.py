"""Warming up: read what the first visitors will ask for, in the background, after the process has started."""

import logging
import threading
import time

from dash import Dash

from dashboard.datastore.neighbourhoods import neighbourhood_levels
from dashboard.site import SiteKeeper
from dashboard.web.static_files import compress_ahead

_LOG = logging.getLogger("dashboard")


def warm(keeper: SiteKeeper, app: Dash) -> threading.Thread:
    """Start a thread that compresses what every page loads and reads every indicator's figures once.

    The site answers meanwhile.
    """

    def ahead() -> None:
        compress_ahead(app)
        _read(keeper)

    thread = threading.Thread(target=ahead, name="warm", daemon=True)
    thread.start()
    return thread


def _read(keeper: SiteKeeper) -> None:
    began = time.monotonic()
    site = keeper.current()
    for indicator in site.indicators.values():
        site.observations(indicator)
        neighbourhood_levels(site.store, indicator)  # which measures a map of neighbourhoods can offer
    _LOG.info("warm", extra={"fields": {"seconds": round(time.monotonic() - began, 2)}})

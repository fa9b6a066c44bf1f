"""Warming up: what visitors will ask for is read ahead, in the background, after the process has started and
whenever there are new figures, before these are served."""

import logging
import threading
import time

import duckdb
from dash import Dash

from dashboard.datastore.neighbourhoods import neighbourhood_levels
from dashboard.datastore.store import DatastoreError
from dashboard.runtime.query_priority import QUERY_PRIORITY
from dashboard.site import Site, SiteKeeper
from dashboard.web.static_files import files_of_a_page

# Seconds that reading ahead waits for quick requests: in all, and for one that takes long.
_PATIENCE, _FOR_ONE = 30.0, 2.0
_LOG = logging.getLogger("dashboard")


def warm(keeper: SiteKeeper, app: Dash) -> threading.Thread:
    """Start a thread that reads every indicator's figures once. After it one compresses what pages load and
    another looks for new figures, both as long as the process lives.

    The site answers meanwhile.
    """

    def ahead() -> None:
        read_ahead(keeper.current())
        threading.Thread(target=compress, args=(app,), name="compress", daemon=True).start()
        threading.Thread(target=keeper.watch, args=(new_figures,), name="new figures", daemon=True).start()

    def new_figures(site: Site) -> None:
        keeper.current().store.renew()  # what it has read stays in memory: both files need room now
        read_ahead(site)

    thread = threading.Thread(target=ahead, name="warm", daemon=True)
    thread.start()
    return thread


def compress(app: Dash) -> None:
    """Compress hard what pages load, and give way to readers: until then they get it compressed quickly."""
    files = files_of_a_page(app)
    while True:
        body = files.next_waiting()
        QUERY_PRIORITY.begin(costly=True, patience=_FOR_ONE)
        QUERY_PRIORITY.give_way(_FOR_ONE)
        files.compress_hard(body)
        QUERY_PRIORITY.end()


def read_ahead(site: Site) -> None:
    """Read every indicator's figures once, and give way to readers meanwhile.

    What cannot be read is left to the page that shows it, which says so.
    """
    began = time.monotonic()
    QUERY_PRIORITY.begin(costly=True, patience=_PATIENCE)
    try:
        for indicator in site.indicators.values():
            QUERY_PRIORITY.give_way(_FOR_ONE)  # between two of them nothing is locked
            try:
                site.observations(indicator)
                neighbourhood_levels(site.store, indicator)  # which measures a map of them can offer
            except (DatastoreError, duckdb.Error) as error:
                _LOG.warning("%s cannot be read: %s", indicator.id, error)
    finally:
        QUERY_PRIORITY.end()
    _LOG.info("warm", extra={"fields": {"seconds": round(time.monotonic() - began, 2)}})

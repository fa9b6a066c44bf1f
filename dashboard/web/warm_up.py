"""Warming up: what visitors will ask for is read ahead, in the background, after the process has started and
whenever there are new figures, before these are served."""

import logging
import threading
import time

import duckdb
from dash import Dash
from flask import Flask

from dashboard.datastore.neighbourhoods import neighbourhood_levels
from dashboard.datastore.store import DatastoreError
from dashboard.runtime.query_priority import QUERY_PRIORITY
from dashboard.site import Site, SiteKeeper
from dashboard.web.answer_cache import requests_most_asked
from dashboard.web.static_files import files_of_a_page

# Seconds that reading ahead waits for quick requests: in all, and for one that takes long.
_PATIENCE, _FOR_ONE = 30.0, 2.0
# Seconds for which new figures wait at most, until what readers ask for most is answered from them: two
# hundred pages of a quiet machine.
_ANSWERING = 60.0
_BETWEEN_ANSWERS = 0.25  # seconds that it waits for quick requests between two
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
        if site.settings.audience == "public":  # what the office is answered depends on who asks
            with keeper.seen_here(site):
                answer_ahead(app.server)

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


def answer_ahead(server: Flask, seconds: float = _ANSWERING) -> None:
    """Answer what readers ask for most, of the site that this thread sees, so that it is in memory when that
    site is served; for `seconds` at most, and giving way to readers.

    After a swap each page was made anew while a reader waited, and several at once: a third of the answers of
    the first minute. What cannot be answered is left to whoever asks for it next.
    """
    client, began, number = server.test_client(use_cookies=False), time.monotonic(), 0
    for request in requests_most_asked(server):
        if time.monotonic() - began >= seconds:
            break
        QUERY_PRIORITY.begin(costly=True, patience=_BETWEEN_ANSWERS)
        QUERY_PRIORITY.give_way(_BETWEEN_ANSWERS)
        QUERY_PRIORITY.end()
        try:
            client.open(**request).close()
        except Exception:  # whatever it was, it keeps no new figures from being served
            _LOG.exception("a page could not be answered ahead")
        number += 1
    taken = {"answers": number, "seconds": round(time.monotonic() - began, 2)}
    _LOG.info("answered ahead", extra={"fields": taken})

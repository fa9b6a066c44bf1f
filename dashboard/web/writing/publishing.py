"""Publishing what the record holds: one at a time, and again until it has been done.

Everything is written from the record as it stands, so that what came too late changes nothing and what was
missed is made good by the next: after a form, an import and a start, and every minute while something waits.
"""

import logging
import threading
import time
from collections.abc import Callable

from dashboard.catalogue.pre_election import InvalidPeriod
from dashboard.inbox.writer import InboxUnavailable
from dashboard.record.access import RecordUnavailable
from dashboard.record.office import office_record
from dashboard.record.promises.public_file import publish_promises
from dashboard.record.publish import (
    clear_deferred,
    deferred,
    is_deferred,
    mark_deferred,
    one_at_a_time,
    publish,
    publish_answers,
    publish_feeds,
    take_back,
)
from dashboard.record.store import Record
from dashboard.site import Site, SiteKeeper
from dashboard.web.writing.pilot_results import publish_pilots

PUBLISHABLE_KINDS = ("decision", "pilot", "answer", "promise", "approval")
_EVERY = 60.0  # seconds
_log = logging.getLogger("dashboard.record")


def published(site: Site, kind: str) -> bool:
    """Write what the public may read of things of `kind`; of all kinds where something waited before.

    Whether that of `kind` was done. What was not is noted for later, and stops nothing else.
    """
    data = site.settings.data
    if kind not in PUBLISHABLE_KINDS:
        return True
    try:
        with one_at_a_time(data):
            waited = deferred(data)
            names = _files("approval" if waited else kind)
            marks = waited or {mark_deferred(data)}  # whatever ends this, it is repeated
            failed = {name for name in names if not _written(site, name)}
            if not failed:
                clear_deferred(marks)
    except OSError as error:
        _log.error("what is saved is not yet public: %s", error)
        mark_deferred(data)
        return False
    return failed.isdisjoint(_files(kind))


def _files(kind: str) -> list[str]:
    """What is written of things of `kind`; an approval may be of any."""
    return [*_WRITERS] if kind == "approval" else [kind]


def _written(site: Site, name: str) -> bool:
    """Write the file `name`; whether that could be done."""
    try:
        return _written_or_taken_back(site, name)
    except (RecordUnavailable, InboxUnavailable, OSError) as error:
        _log.error("%s: what is saved is not yet public: %s", name, error)
        return False
    except Exception:  # a fault in one thing of a kind keeps nobody from what is published of the others
        _log.exception("%s: what is saved is not yet public", name)
        return False


def _written_or_taken_back(site: Site, name: str) -> bool:
    """Write the file `name`; while that of pre-election periods has a slip only what is taken back goes."""
    record = office_record(site).real_record
    try:
        _WRITERS[name](site, record)
    except InvalidPeriod as error:
        _log.error("%s: what is saved is not yet public: %s", name, error)
        take_back(record, site.settings.data, name)
        return False
    return True


def _public_ids(site: Site) -> set[str]:
    return {key for key, item in site.indicators.items() if item.audience == "public"}


_WRITERS: dict[str, Callable[[Site, Record], object]] = {
    "decision": lambda site, record: publish(record, site.settings.data, _public_ids(site)),
    "promise": lambda site, record: publish_promises(record, site.settings.data, _public_ids(site)),
    "pilot": publish_pilots,
    "answer": lambda site, record: publish_answers(record, site.settings),
    "feeds": lambda site, record: publish_feeds(record, site.settings.data),
}


def keep_public(keeper: SiteKeeper, every: float = _EVERY) -> threading.Thread:
    """Start a thread that publishes now, and again whenever something waits."""

    def forever() -> None:
        begun = False
        while True:
            try:
                if not begun or is_deferred(keeper.current().settings.data):
                    published(keeper.current(), "approval")
                begun = True
            except Exception:  # whatever it was: who waits for the next minute is not left for ever
                _log.exception("nothing could be published; it is tried again")
            time.sleep(every)

    thread = threading.Thread(target=forever, name="publishing", daemon=True)
    thread.start()
    return thread

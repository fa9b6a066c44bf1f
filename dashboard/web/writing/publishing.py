"""Publishing what the record holds: one at a time, and again until it has been done.

Everything is written from the record as it stands, so that what came too late changes nothing and what was
missed is made good by the next: after a form, an import and a start, and every minute while something waits.
"""

import logging
import threading
import time

from dashboard.inbox.writer import InboxUnavailable
from dashboard.record.access import RecordUnavailable
from dashboard.record.office import office_record
from dashboard.record.promises.public_file import publish_promises
from dashboard.record.publish import (
    clear_deferred,
    is_deferred,
    mark_deferred,
    one_at_a_time,
    publish,
    publish_answers,
    publish_feeds,
)
from dashboard.site import Site, SiteKeeper
from dashboard.web.writing.pilot_results import publish_pilots

KINDS = ("decision", "pilot", "answer", "promise", "approval")
_EVERY = 60.0  # seconds
_log = logging.getLogger("dashboard.record")


def published(site: Site, kind: str) -> bool:
    """Write what the public may read of things of `kind`; of all kinds where something waited before.

    Whether it was done; where not, it is noted for later.
    """
    settings = site.settings
    if kind not in KINDS:
        return True
    try:
        with one_at_a_time(settings.data):
            _write(site, "approval" if is_deferred(settings.data) else kind)
            clear_deferred(settings.data)
    except (RecordUnavailable, InboxUnavailable, OSError) as error:
        _log.error("what is saved is not yet public: %s", str(error).splitlines()[0])
        mark_deferred(settings.data)
        return False
    return True


def _write(site: Site, kind: str) -> None:
    """The files of things of `kind`; an approval may be of any."""
    record, settings = office_record(site).own, site.settings
    public = {key for key, item in site.indicators.items() if item.audience == "public"}
    if kind in ("decision", "approval"):
        publish(record, settings.data, public)
    if kind in ("promise", "approval"):
        publish_promises(record, settings.data, public)
    if kind in ("pilot", "approval"):
        publish_pilots(site, record)
    if kind in ("answer", "approval"):
        publish_answers(record, settings)
    if kind == "approval":
        publish_feeds(record, settings.data)


def keep_public(keeper: SiteKeeper, every: float = _EVERY) -> threading.Thread:
    """Start a thread that publishes now, and again whenever something waits."""

    def forever() -> None:
        published(keeper.current(), "approval")
        while True:
            time.sleep(every)
            if is_deferred(keeper.current().settings.data):
                published(keeper.current(), "approval")

    thread = threading.Thread(target=forever, name="publishing", daemon=True)
    thread.start()
    return thread

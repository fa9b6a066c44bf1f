"""The audit with what only its readers know: slips in the files of packs and of drafts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dashboard.audit.report import Audit, audit
from dashboard.check.reading.vocabulary import ASK, CHECK, read_words
from dashboard.datastore.areas import Area
from dashboard.packs.brief import slips_in_briefs
from dashboard.packs.schedule import read_schedule, schedule_of
from dashboard.runtime.slips import slip_in
from dashboard.site import Site


def audit_with_slips(site: Site, today: date, region: Area) -> Audit:
    """The audit, for the office with a sentence for each file of packs and drafts that cannot be used.

    The parts that read these files are beside the audit, which cannot ask them itself.
    """
    found = audit(site, today, region=region)
    if site.settings.audience != "office":
        return found
    return replace(found, refused=(*found.refused, *_slips(site)))


def _slips(site: Site) -> Iterator[str]:
    yield from slips_in_briefs(site.settings.briefs).values()
    words = [slip_in(read_words, site.settings.data / name) for name in (CHECK, ASK)]
    yield from filter(None, (slip_in(read_schedule, schedule_of(site.settings)), *words))

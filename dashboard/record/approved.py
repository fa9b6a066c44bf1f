"""In a pre-election period: what waits for a second named person, and what may stand in public."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import takewhile
from pathlib import Path

from dashboard.catalogue.pre_election import Period, running
from dashboard.catalogue.reading.toml_file import read_toml
from dashboard.datastore.areas import Area
from dashboard.record.office import office_record
from dashboard.record.rights import author
from dashboard.record.store import Record
from dashboard.record.versions import Author, RecordEntry
from dashboard.runtime.slips import without_slips
from dashboard.site import Site

PUBLISHED = ("decision", "answer", "pilot", "promise")  # the kinds of which some are published
PACK = "pack"
FEED = "feed"  # the public feeds of what changed


@dataclass(frozen=True)
class Waits:
    """Something that waits: its key, who wrote it (None for packs and feeds), and what it is."""

    thing: str
    by: Author | None
    words: str


def key_of(entry: RecordEntry) -> str:
    """What names one version of one thing in an approval."""
    return f"{entry.kind}/{entry.id}/{entry.version}"


def pack_key(brief: str) -> str:
    """What names a public pack in an approval."""
    return f"{PACK}/{brief}"


def public_version(record: Record, data: Path, entry: RecordEntry, day: date) -> RecordEntry | None:
    """The version of a published thing that may stand in public on `day`; None where there is none.

    Outside of a period the newest; within one the newest of before it, or that somebody else has approved."""
    period = running(data, entry.region, day)
    if period is None:
        return entry
    agreed = _agreed(record, entry.region, period)
    history = record.history(entry.id)
    for version in reversed(history):
        if version.withdrawn or not getattr(version.item, "published", False):
            return None  # it was taken back: what stood before needs a second person again
        if version.at.date() < period.first or _by_others(agreed, key_of(version), _wrote(history, version)):
            return version
    return None


def _wrote(history: Sequence[RecordEntry], version: RecordEntry) -> Author:
    """Who wrote what `version` says: who saves a colleague's words as they stand has not written them."""
    before = [each for each in history if each.version <= version.version]
    same = takewhile(lambda each: each.item == version.item, reversed(before))
    return [each.author for each in same][-1]


def pack_may_be_made(record: Record, data: Path, region: str, brief: str, day: date) -> bool:
    """Whether a public pack may be made by whoever asks: in a period somebody else has approved it."""
    period = running(data, region, day)
    if period is None:
        return True
    # Whoever sits at this machine without sign-in is nobody in particular.
    agreed = _agreed(record, region, period)
    return bool(author().subject) and _by_others(agreed, pack_key(brief), author())


def waiting(site: Site, region: Area) -> list[Waits]:
    """What waits for a second person in a region today; nothing outside of a period."""
    record, data, day = office_record(site).shown_record, site.settings.data, datetime.now(UTC).date()
    period = running(data, region.code, day)
    if period is None:
        return []
    found = []
    for kind in PUBLISHED:
        for entry in record.current(kind, region.code):
            if entry.item.published and public_version(record, data, entry, day) != entry:
                by = _wrote(record.history(entry.id), entry)
                found.append(Waits(key_of(entry), by, f"{_name(entry)} (written by {by.name})"))
    agreed = _agreed(record, region.code, period)
    return [*found, *(Waits(key, None, reason) for key, reason in _lasting(site) if key not in agreed)]


def _lasting(site: Site) -> list[tuple[str, str]]:
    """What is approved once for the whole period: each public pack, and the public feeds."""
    packs = [(pack_key(name), f"The public pack “{name}”") for name in public_briefs(site.settings.briefs)]
    return [*packs, (FEED, "The public feeds of what changed")]


def feeds_approved_on(record: Record, region: str) -> date | None:
    """The day on which somebody last agreed that the public feeds of a region tell what is new."""
    found = (entry for entry in _approvals(record, region) if entry.item.thing == FEED)
    return max((entry.at.date() for entry in found), default=None)


def _agreed(record: Record, region: str, period: Period) -> dict[str, set[Author]]:
    """By what was approved in a region for a period: who did."""
    found: dict[str, set[Author]] = {}
    for entry in _approvals(record, region):
        if period.counts(entry.at.date()):
            found.setdefault(entry.item.thing, set()).add(entry.author)
    return found


def _approvals(record: Record, region: str) -> list[RecordEntry]:
    """Those of somebody in particular: who was not signed in, or is known by name alone (an import may say
    anything), has approved nothing."""
    return [entry for entry in record.current("approval", region) if entry.author.subject]


def _by_others(agreed: dict[str, set[Author]], thing: str, than: Author) -> bool:
    """Whether somebody else than one person has approved `thing`."""
    return any(not each.is_same(than) for each in agreed.get(thing, ()))


def public_briefs(folder: Path) -> list[str]:
    """The names of the briefs of packs that are made for the public."""
    read = {path.stem: without_slips(read_toml, path) or {} for path in sorted(folder.glob("*.toml"))}
    return [name for name, brief in read.items() if brief.get("audience") == "public"]


def _name(entry: RecordEntry) -> str:
    return f"Answer: {entry.item.words}" if entry.kind == "answer" else entry.item.title

"""The record as the office's Site holds it: the port's plain values, and the record itself for its pages."""

import itertools
from collections.abc import Iterable
from copy import copy
from datetime import date
from urllib.parse import urlsplit

from flask import g, has_request_context, request

from dashboard.record.access import SAID, RecordUnavailable
from dashboard.record.drafts import Drafts
from dashboard.record.example.file import Example
from dashboard.record.kinds import Promise, Stage
from dashboard.record.review import is_due
from dashboard.record.rights import may_write
from dashboard.record.store import Record
from dashboard.record.versions import RecordEntry
from dashboard.record.watch import Watch
from dashboard.record_port import Annotation, Composed, Decided, Goal, Promised, SetAside, StageAim, Waiting
from dashboard.runtime.lru_cache import LruCache
from dashboard.site import Site

_RECORD_IDS = itertools.count(1)
_PLACE = "/place/"
# What answers pages: a file, the API or a pack, which leave the office, know nothing of the example.
_PAGES = ("/", "/<path:path>", "/_dash-update-component")
_WHOLE = "/record/export.json"
MOST_KEPT = 10_000  # versions, and lists of them, in memory: anybody may ask for any past day
AWAY = "away"  # the stamp while there is nothing to look at


def office_record(site: Site) -> "OfficeRecord":
    """The record of an office's site, for its pages and forms. Raises TypeError for a public site."""
    if not isinstance(site.record, OfficeRecord):
        raise TypeError("the public's site has no working record")
    return site.record


class OfficeRecord:
    """What dashboard.record_port.RecordPort promises, from `real_record`; pages show `shown_record`."""

    def __init__(self, real_record: Record, drafts: Drafts | None = None, example: Example | None = None):
        self.real_record = real_record
        self.drafts = drafts
        self.example = example
        self._watch = Watch(real_record.engine)
        self._id = next(_RECORD_IDS)  # two records of one process are never taken for one another
        self._read: dict[str, LruCache[list[RecordEntry]]] = {}  # by the stamp, one at a time
        self._day: date | None = None

    @property
    def shown_record(self) -> Record:
        """What pages show: the record, or while it is loaded the worked example."""
        return self._example_record() or self.real_record

    def at(self, day: date) -> "OfficeRecord":
        """The record as it stood at the end of `day` (UTC); what was read is shared."""
        then = copy(self)
        then._day = day
        return then

    def stamp(self) -> str:
        """A text that is another one after every change: the file's commits, or the number of versions."""
        if self.example and self.is_example():
            return self.example.stamp()
        try:
            commits = self._watch.version()
            return (
                f"commit {commits}" if commits is not None else f"size {self._id}.{self.real_record.size()}"
            )
        except RecordUnavailable:
            return AWAY

    def is_example(self) -> bool:
        """Whether what is shown is the worked example: made up, and never in a file."""
        return self._example_record() is not None

    def _example_record(self) -> Record | None:
        return self.example.record if self.example and _is_page() else None

    def trouble(self) -> str:
        """Why what is recorded is missing; "" where it is not."""
        if not self.shown_record.access.away:
            return ""
        _unkept()
        return SAID

    def writable(self) -> bool:
        """Whether whoever asks may write in the record."""
        return may_write()

    def entries(self, kind: str, region: str | None = None) -> list[RecordEntry]:
        """Everything of `kind` on the record's day, for its own pages. Raises RecordUnavailable."""
        return self.shown_record.current(kind, region, self._day)

    def versions(self, record_id: str) -> list[RecordEntry]:
        """Every version of one thing up to the record's day, oldest first. Raises RecordUnavailable."""
        last = self._day or date.max
        return [entry for entry in self.shown_record.history(record_id) if entry.at.date() <= last]

    def days(self) -> tuple[date, ...]:
        """The days on which something was written, oldest first; none while the database is away."""
        try:
            return self.shown_record.days()
        except RecordUnavailable:
            _unkept()
            return ()

    def _current(self, kind: str, region: str | None = None) -> list[RecordEntry]:
        """What is recorded, read once until something is written; nothing while the database is away."""
        stamp = self.stamp()
        if stamp not in self._read or stamp == AWAY:
            self._read.clear()
        kept, key = self._read.setdefault(stamp, LruCache(weight=MOST_KEPT)), (kind, region, self._day)
        if (found := kept.get(key)) is not None:
            return found
        try:
            found = self.shown_record.current(*key)
        except RecordUnavailable:
            _unkept()
            return []
        kept.put(key, found, len(found) + 1)
        return found

    def marks(self, indicator: str, areas: Iterable[str]) -> tuple[Annotation, ...]:
        """The events for charts of `indicator` in any of `areas`, in time order."""
        wanted = set(areas)
        events = [entry.item for entry in self._current("event")]
        here = [
            item
            for item in events
            if item.area_code in wanted and (not item.concerns or indicator in item.concerns)
        ]
        found = {Annotation(item.day, item.text, item.reason) for item in here}
        return tuple(sorted(found, key=lambda item: (item.day, item.text)))

    def targets(self, areas: Iterable[str], indicator: str | None = None) -> tuple[Goal, ...]:
        """The targets set for any of `areas`, of one indicator or all, by due date."""
        wanted = set(areas)
        found = [
            goal_of(entry)
            for entry in self._current("target")
            if entry.item.area_code in wanted and indicator in (None, entry.item.indicator)
        ]
        return tuple(sorted(found, key=lambda each: (each.due, each.indicator, each.area_code)))

    def set_aside(self, region: str, day: date) -> dict[str, SetAside]:
        """The lines set aside of a region's attention list on `day`, by indicator id."""
        items = [entry.item for entry in self._current("parked", region)]
        return {
            item.indicator: SetAside(item.indicator, item.until, item.owner, item.reason)
            for item in items
            if day <= item.until
        }

    def decisions(self, day: date) -> tuple[Decided, ...]:
        """The decisions taken up to `day`, newest first, of all regions."""
        found = [_decided(entry) for entry in self._current("decision") if entry.item.day <= day]
        return tuple(sorted(found, key=lambda item: (item.day, item.id), reverse=True))

    def promises(self) -> tuple[Promised, ...]:
        """What was promised, of all regions, in the order of their ids."""
        found = [
            Promised(entry.id, entry.item.title, entry.region, entry.item.day, stage_aims(entry.item))
            for entry in self._current("promise")
        ]
        return tuple(sorted(found, key=lambda item: item.id))

    def waiting(self, region: str, day: date) -> Waiting:
        """What waits in a region on `day`: reviews that are due, actions that are blocked or late."""
        reviews = sum(is_due(entry.item, day) for entry in self._current("decision", region))
        actions = [entry.item for entry in self._current("action", region)]
        stuck = sum(
            item.status == "blocked" or (item.status != "done" and item.due < day) for item in actions
        )
        return Waiting(reviews, stuck)

    def composed(self, region: str, brief: str, area: str) -> Composed:
        """How the office wants the pack `brief` about `area`: the newest of what it kept for `region`."""
        kept = [entry for entry in self._current("composition", region) if entry.item.brief == brief]
        here = [entry for entry in kept if entry.item.area_code == area]
        if not here:
            return Composed()
        last = max(here, key=lambda entry: entry.at)
        return Composed(last.item.sections, last.item.headline, last.by, last.at.date())


def _is_page() -> bool:
    """Whether a page is being made, or the record written in: not what can be taken away.

    What works without a request (publishing, a pack in its own thread) makes what leaves the office.
    """
    rule = request.url_rule.rule if has_request_context() and request.url_rule else ""
    return rule in _PAGES or (rule.startswith("/record/") and rule != _WHOLE)


def goal_of(entry: RecordEntry) -> Goal:
    """A recorded target as the port gives it."""
    item, was = entry.item, entry.item.baseline
    place, whose = (item.indicator, item.area_code), (item.owner, item.reason)
    return Goal(*place, item.value, item.due, was.value, was.period, *whose, was.known or entry.at.date())


def stage_aims(item: Promise) -> tuple[StageAim, ...]:
    """The stages of a promise as the port gives them."""
    return tuple(_aim(stage, item.day) for stage in item.stages)


def _aim(stage: Stage, day: date) -> StageAim:
    was = stage.baseline
    place = (stage.indicator, stage.area_code)
    return StageAim(stage.name, stage.due, *place, stage.value, was.value, was.period, was.known or day)


def _decided(entry: RecordEntry) -> Decided:
    item = entry.item
    about = {item.indicator, *(view.indicator for view in item.evidence)}
    views = (urlsplit(view.address).path for view in item.evidence)
    places = {item.area_code, *(path.removeprefix(_PLACE) for path in views if path.startswith(_PLACE))}
    return Decided(
        entry.id,
        item.title,
        entry.region,
        item.day,
        item.review,
        item.indicator,
        item.reviewed,
        about=frozenset(about - {""}),
        places=frozenset(places - {""}),
        kept=tuple(
            (held.indicator or view.indicator, held.area_code, held.period, held.value)
            for view in item.evidence
            for held in view.figures
        ),
    )


def _unkept() -> None:
    """What is answered without the record is not kept for when it is back (dashboard/web/answer_cache.py)."""
    if has_request_context():
        g.live = True

"""What leaves the record: published decisions and answers, as files. The public view reads those alone."""

import json
import threading
import uuid
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dashboard.catalogue.pre_election import periods
from dashboard.inbox.reader import questions
from dashboard.record.answered_questions import counts
from dashboard.record.approved import feeds_approved_on, public_version
from dashboard.record.store import Record
from dashboard.record.typed import body_of
from dashboard.record.versions import RecordEntry
from dashboard.runtime.atomic_write import write_text
from dashboard.settings import Settings
from dashboard.statements.judgement.effect_words import EXPECTED

try:
    import fcntl
except ImportError:  # Windows has one process (dashboard/web/servers/with_waitress.py)
    fcntl = None  # type: ignore[assignment]

_FOLDER, _WAITS = ".publishing", "waits"  # in the data folder; how the names of marks begin
_HERE = threading.Lock()
# What an owner writes for colleagues stays in the office.
_PRIVATE = ("published", "learned", "reviewed")


@contextmanager
def one_at_a_time(data: Path) -> Iterator[None]:
    """Let one process or thread publish after the other: what is read last is written last.

    Raises OSError where the data folder cannot be written.
    """
    folder = data / _FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    with _HERE, (folder / "lock").open("w", encoding="utf-8") as lock:
        if fcntl:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def mark_deferred(data: Path) -> Path:
    """Remember, for every process, that the public does not have the newest yet; the mark of it."""
    mark = data / _FOLDER / f"{_WAITS}.{uuid.uuid4().hex}"
    with suppress(OSError):  # a full disk: whoever saved is told all the same
        mark.parent.mkdir(mode=0o700, exist_ok=True)
        mark.touch()
    return mark


def deferred(data: Path) -> set[Path]:
    """The marks that something is saved and not yet public: each of somebody who could not publish it."""
    return set((data / _FOLDER).glob(f"{_WAITS}*"))


def is_deferred(data: Path) -> bool:
    """Whether something is saved and not yet public."""
    return bool(deferred(data))


def clear_deferred(marks: Iterable[Path]) -> None:
    """What was marked is done. A mark that was set meanwhile, of what may have been saved since, stays."""
    for mark in marks:
        mark.unlink(missing_ok=True)


def publish(record: Record, data: Path, public: Collection[str]) -> int:
    """Write data/public/decisions.json with every decision that is marked published; gives how many.

    Evidence and an expected effect of what is not `public` (ids of indicators) stay in the office.
    """
    entries = publishable(record, data, "decision")
    write_public(
        data / "public" / "decisions.json", {"decisions": [_public(entry, public) for entry in entries]}
    )
    return len(entries)


def publishable(record: Record, data: Path, kind: str) -> list[RecordEntry]:
    """Of everything of `kind` that is published, the version that may stand in public today.

    Raises InvalidPeriod where the file of pre-election periods has a slip: nothing in public changes then.
    """
    periods(data)
    day = datetime.now(UTC).date()
    marked = [entry for entry in record.current(kind) if entry.item.published]
    return [found for entry in marked if (found := public_version(record, data, entry, day))]


def take_back(record: Record, data: Path, kind: str) -> None:
    """Leave out of the public file of `kind` what is not published any more, and everything else as it is:
    what is taken back waits for no mend of a file."""
    name = f"{kind}s"
    path = data / "public" / f"{name}.json"
    if path.exists():
        held = json.loads(path.read_text("utf-8"))
        marked = {entry.id for entry in record.current(kind) if entry.item.published}
        kept = [item for item in held[name] if item["id"] in marked]
        if len(kept) < len(held[name]):
            write_public(path, held | {name: kept})


def publish_feeds(record: Record, data: Path) -> None:
    """Write data/public/feeds.json: the day on which a second person has last agreed to the feeds of each
    region. The public view holds it against the period of the day on which it is asked."""
    regions = sorted({entry.region for entry in record.current("approval")})
    days = {region: feeds_approved_on(record, region) for region in regions}
    told = {region: day.isoformat() for region, day in days.items() if day}
    write_public(data / "public" / "feeds.json", {"regions": told})


def publish_answers(record: Record, settings: Settings) -> int:
    """Write data/public/answers.json: the answers that are marked published, and how many questions came.

    Gives how many answers these are. Raises InboxUnavailable while the inbox cannot be read.
    """
    kept = questions(settings)
    entries = record.current("answer")
    regions = {item.region for item in kept} | {entry.region for entry in entries}
    day = datetime.now(UTC).date()
    of = {region: {item.id for item in kept if item.region == region} for region in regions}
    told = [_answer(entry) for entry in publishable(record, settings.data, "answer")]
    counted = {region: counts(record, region, of[region], day) for region in sorted(regions)}
    write_public(settings.data / "public" / "answers.json", {"answers": told, "counts": counted})
    return len(told)


def _answer(entry: RecordEntry) -> dict[str, Any]:
    item = entry.item
    return {
        "id": entry.id,
        "region": entry.region,
        "words": item.words,
        "answer": item.answer,
        "about": item.about,
        "asked": item.asked.isoformat(),
        "answered": entry.at.date().isoformat(),
        "times": len(item.questions),
    }


def write_public(path: Path, content: dict[str, Any]) -> None:
    """Write a file for everybody, beside and swapped in, so that a reader never sees half of it."""
    write_text(path, json.dumps(content, ensure_ascii=False, indent=1))


def _public(entry: RecordEntry, indicators: Collection[str]) -> dict[str, Any]:
    body = {name: value for name, value in body_of(entry.item).items() if name not in _PRIVATE}
    # An import of before 30 November 2026 could lead elsewhere, and expect nothing of the figure it names.
    kept = zip(body["evidence"], entry.item.evidence, strict=True)
    body["evidence"] = [_view(plain, indicators) for plain, view in kept if view.public and view.leads_here]
    if body["indicator"] not in indicators or body["expected"] not in EXPECTED:
        body |= {"indicator": "", "area_code": "", "expected": "", "baseline": None}
    return {"id": entry.id, "region": entry.region, "version": entry.version, **body}


def _view(evidence: dict[str, Any], indicators: Collection[str]) -> dict[str, Any]:
    """A view for everybody: of a page of many indicators, without figures that only the office has."""
    figures = [
        item for item in evidence["figures"] if (item["indicator"] or evidence["indicator"]) in indicators
    ]
    own = {"snapshot": evidence["public_snapshot"], "figures": figures}
    return {name: value for name, value in evidence.items() if not name.startswith("public")} | own

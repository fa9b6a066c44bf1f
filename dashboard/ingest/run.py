"""One refresh: every source read, checked and compared, a bad one set aside, the good ones published."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dashboard.ingest.editions.edition import Edition
from dashboard.ingest.editions.publisher import Publisher
from dashboard.ingest.editions.release import publish_release
from dashboard.ingest.file_lock import exclusive
from dashboard.ingest.reader import Reader
from dashboard.ingest.refresh_request import RefreshOutcome, RefreshRequest
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.entry import Source
from dashboard.ingest.register.listing import entries
from dashboard.ingest.register.unread import unread


def refresh(
    request: RefreshRequest, build: Callable[[], object], progress: Callable[..., Any] = iter
) -> RefreshOutcome:
    """Reads the sources in `request.folder` by their register entries and publishes to `request.out`.

    A source that is refused keeps its published figures and does not stop the others. `build` makes the
    served datastores of what is published, after every change. Raises Refused when `only` names a dataset
    that does not exist, or when another refresh is running.
    """
    if not request.folder.is_dir():
        raise Refused(str(request.folder), "there is no such folder of sources, correct FROM")
    outcome = RefreshOutcome()
    with exclusive(request.work):
        publisher = Publisher(request.out, request.work, build)
        if not request.dry and publisher.pending():
            publisher.finish()
            outcome.completed = True
        sources = entries(request, outcome)
        _read(request, sources, outcome, progress)
        outcome.unread = unread(sources, request.folder, request.register)
        if not request.dry:
            publish_release(publisher, sources, outcome)
            _clear(request, outcome)
    return outcome


def rollback(
    out: Path, build: Callable[[], object], register: Path | None = None
) -> tuple[Edition, list[str]]:
    """Publishes again the edition before the present one; Refused when none is kept.

    Gives what stands now, and the datasets that stay as they were, because `register` (else that of `out`)
    has another disclosure rule or audience for them today, or an entry that cannot be read. Where a run was
    killed while it published, that is taken back.
    Where no datastore can be built of the earlier edition, the present one stands and the reason is raised.
    """
    work = out / ".refresh"
    with exclusive(work):
        publisher = Publisher(out, work, build)
        kept = publisher.editions()
        if len(kept) < 2:
            raise Refused(str(work / "history"), "keeps no earlier edition, there is nothing to go back to")
        return publisher.go_back(kept, register or out / "sources")


def _read(
    request: RefreshRequest, sources: list[Source], outcome: RefreshOutcome, progress: Callable[..., Any]
) -> None:
    reader = Reader(request, outcome)
    chosen = [s for s in sources if not request.only or s.dataset in request.only or reader.needs(s)]
    for source in progress(chosen):
        reader.read(source)


def _clear(request: RefreshRequest, outcome: RefreshOutcome) -> None:
    """What is published need not be kept to go on from."""
    folders = [item.folder for item in outcome.staged] if request.only else [request.staging]
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)

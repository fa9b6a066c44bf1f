"""/pack/<brief>.<ending>: a pack as a file, and /pack/<brief>.progress: the same told as it is made.

Only the office's process has these routes. Nothing is kept on disk: any worker can answer.
"""

import base64
import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from queue import Queue
from typing import NamedTuple

import orjson
from flask import Flask, Response, abort, request

from dashboard.address.pack_parameters import added_indicators, section_kinds
from dashboard.address.query_params import allow_only, as_of
from dashboard.catalogue.periods import day_words
from dashboard.catalogue.region_words import short_name
from dashboard.datastore.areas import Area
from dashboard.packs.admission import PackRefused
from dashboard.packs.brief import MOST_ADDED, SECTION_KINDS, Brief, InvalidBrief, SpoiltBrief
from dashboard.packs.bulk import MEDIA_TYPE, zipped
from dashboard.packs.compose import Progress, no_progress
from dashboard.packs.formats import PACK_FORMATS
from dashboard.packs.model import file_name
from dashboard.packs.service import PackService
from dashboard.runtime.query_priority import QUERY_PRIORITY
from dashboard.signin.person import person
from dashboard.signin.security_log import log_event
from dashboard.site import SiteKeeper
from dashboard.web import error_handlers
from dashboard.web.file_cache import ClientDisconnected, FileCache
from dashboard.web.packs import preview
from dashboard.web.rate_limit import charge_afterwards

PATH = "/pack/"
WAITS = (
    "This is a pre-election period: somebody else has to approve this public pack first, on the page "
    "/pre-election, and whoever makes it has to be signed in."
)
FAILED = "The pack could not be made; the log says why."
ASKED = ("place", "theme", "sections", "indicators", "as_of")
_log = logging.getLogger("dashboard.files")
EXTRA = {"progress": ("format",), "pages": ("record",), "page": ("number", "record")}


def register(server: Flask, keeper: SiteKeeper) -> None:
    """Add the routes to an office's `server`; none to any other."""
    settings = keeper.current().settings
    if settings.audience != "office":
        return

    @server.errorhandler(InvalidBrief)
    def no_brief(error: InvalidBrief) -> Response:
        _log.error("what was asked of packs was not made: %s", error)
        return error_handlers.refusal(503, f"{error}. Until then this is not to be had.")

    @cache
    def public() -> SiteKeeper:
        return SiteKeeper(replace(settings, audience="public"))

    service = PackService(
        lambda audience: (keeper if audience == "office" else public()).current(), settings.briefs
    )
    files = FileCache()

    @server.get(f"{PATH}<name>.<ending>")
    def pack_file(name: str, ending: str) -> Response:
        allow_only(*ASKED, *EXTRA.get(ending, ()))
        if ending in preview.ENDINGS:
            order = _order(keeper, service, files, name, "pages")
            return preview.answer(_made(order), ending, request.args.get("number", "1"))
        if ending == "progress":
            order = _order(keeper, service, files, name, request.args.get("format", "pdf"))
            log_event("made a pack", person(), thing=order.file)
            lines = _progress_lines(order, charge_afterwards())
            return Response(lines, mimetype="application/x-ndjson", headers={"Cache-Control": "no-store"})
        order = _order(keeper, service, files, name, ending)
        body = _made(order)
        log_event("made a pack", person(), thing=order.file)
        response = Response(body, mimetype=order.media_type)
        response.headers["Content-Disposition"] = f'attachment; filename="{order.file}"'
        response.headers["Cache-Control"] = "private, no-cache"
        return response


class PackRequest(NamedTuple):
    """What an address asks for, validated: the function that makes it, its file's name and its media type."""

    make: Callable[[Progress], bytes]
    file: str
    media_type: str


def _made(order: PackRequest) -> bytes:
    """The bytes of `order`; aborts with 400 and the reason where the pack may not be made."""
    try:
        return order.make(no_progress)
    except PackRefused as refusal:
        abort(400, str(refusal))


def _check_period(keeper: SiteKeeper, name: str, brief: Brief, places: Sequence[Area]) -> None:
    """In a pre-election period a public pack is made by one person and approved by another."""
    site, day = keeper.current(), datetime.now(UTC).date()
    if brief.audience != "public":
        return
    from dashboard.record.approved import pack_may_be_made  # the public's process never loads the record
    from dashboard.record.office import office_record

    for region in {site.geography.home(place, site.settings.region).code for place in places}:
        if not pack_may_be_made(office_record(site).real_record, site.settings.data, region, name, day):
            abort(403, WAITS)


def _order(keeper: SiteKeeper, service: PackService, files: FileCache, name: str, ending: str) -> PackRequest:
    """The order of the request: a pack, or a zip of the packs of all districts."""
    if ending not in PACK_FORMATS and ending != preview.PAGES.ending:
        abort(404, f"A pack is not made as .{ending[:20]}; take one of: {', '.join(PACK_FORMATS)}.")
    pack_format = PACK_FORMATS.get(ending, preview.PAGES)
    try:
        brief = service.brief(name[:60], request.args.get("theme", ""))
        day = as_of(request.args.get("as_of"))
        places = service.places(brief, request.args.get("place", "")[:20])
        if pack_format is preview.PAGES:  # of the packs of all districts, the first
            places = places[:1]
        added = added_indicators(
            service.site(brief.audience), request.args.get("indicators"), MOST_ADDED, " for this pack"
        )
        brief = _with_sections(service, brief, places, [item.id for item in added])
    except SpoiltBrief:
        raise
    except (InvalidBrief, PackRefused) as refusal:
        abort(404, str(refusal))
    _check_period(keeper, name, brief, places)
    site = service.site(brief.audience)
    codes = tuple(place.code for place in places)
    stamp = keeper.current().record.stamp()  # the office's: a public pack too has the headline that it gave
    today = datetime.now(UTC).date()  # what lies ahead is said as of it
    key = (str(site.store.path), site.edition, stamp, today, brief, codes, day, ending)

    def make(progress: Progress) -> bytes:
        if len(places) > 1:
            return files.get(key, lambda: zipped(service, brief, places, day, pack_format, progress))
        return files.get(key, lambda: pack_format.write(service.pack(brief, places[0], day, progress)))

    several = len(places) > 1
    home = site.geography.home(places[0], site.settings.region)
    about = site.geography[home.code].name if several else places[0].name
    made = day_words(day or date.fromisoformat(site.store.built[:10]))
    called = file_name(
        short_name(about), brief.of(home).title, *(["every district"] if several else []), made
    )
    ending, media_type = ("zip", MEDIA_TYPE) if several else (pack_format.ending, pack_format.media_type)
    return PackRequest(make, f"{called}.{ending}", media_type)


def _with_sections(service: PackService, brief: Brief, places: Sequence[Area], added: Sequence[str]) -> Brief:
    """The brief with the kinds of section that the address names, in their order; as the office has kept it
    where it names none. Then the indicators that are `added`. 400 for a kind that the brief has not."""
    wanted = section_kinds(request.args.get("sections"), SECTION_KINDS, quoted_length=30)
    if lacking := brief.with_indicators(added).lacks(wanted):
        abort(400, lacking)
    if wanted:
        return brief.only(wanted).with_indicators(added)
    kept = service.with_kept_sections(brief, places[0]) if len(places) == 1 else brief.without_annex()
    return kept.with_indicators(added)


def _progress_lines(order: PackRequest, charge: Callable[[float], None]) -> Iterator[bytes]:
    """Lines of JSON: {"done", "of", "what"} as sections or places are made, then the file or {"error"}.

    `charge` is told how many seconds of a processor it took, also where nobody waited for the end.
    """
    lines: Queue[dict] = Queue()
    gone = threading.Event()

    def progress(done: int, of: int, what: str) -> None:
        if gone.is_set():
            raise ClientDisconnected
        lines.put({"done": done, "of": of + 1, "what": what})

    def work() -> None:
        began = time.thread_time()
        QUERY_PRIORITY.begin(costly=True)
        try:
            body = order.make(progress)
            data = base64.b64encode(body).decode()
            lines.put({"name": order.file, "type": order.media_type, "data": data})
        except PackRefused as refusal:
            lines.put({"error": str(refusal)})
        except ClientDisconnected:
            pass  # nobody reads what comes
        finally:
            lines.put({"error": FAILED})  # where there was no last line: a reader never waits for ever
            QUERY_PRIORITY.end()
            charge(time.thread_time() - began)

    threading.Thread(target=work, daemon=True).start()
    try:
        while True:
            line = lines.get()
            yield orjson.dumps(line) + b"\n"
            if "data" in line or "error" in line:
                return
    finally:  # whoever asked has gone: nobody waits for the rest
        gone.set()

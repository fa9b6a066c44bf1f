"""Drafts of the office: taken from a form, checked in memory, answered, and forgotten.

Nothing is written: a file stays in memory (where a server would put one of this size on disk), is read by a
process of its own, and goes with the request. Registered for the office alone.
"""

import io
import logging
from collections.abc import Callable
from dataclasses import replace

import orjson
from flask import Flask, Response, abort, request
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.formparser import FormDataParser

from dashboard.address.parameters import region_code
from dashboard.check.check import CheckedDraft, check
from dashboard.check.document import document
from dashboard.check.draft import LONGEST_DRAFT, DraftText, Unreadable, pasted
from dashboard.check.files.reader import LARGEST_FILE, read
from dashboard.check.mark import mark_record
from dashboard.check.reading.vocabulary import SpoiltWords
from dashboard.check.request_result import keep_result
from dashboard.site import SiteKeeper
from dashboard.web import error_handlers
from dashboard.web.same_origin import require_same_origin

PATH = "/check"
_log = logging.getLogger("dashboard.files")
_FORM = 4 * LONGEST_DRAFT  # bytes of a field: a letter has at most four
Sent = tuple[MultiDict[str, str], MultiDict[str, FileStorage]]


def register(server: Flask, keeper: SiteKeeper, page: Callable[[], str]) -> None:
    """Add the route to `server`. `page` gives the document of the page that is asked for."""

    @server.post(PATH)
    def sent() -> Response:
        _check_sent()
        site, (form, files) = keeper.current(), _form()
        region = region_code(site, form.get("region"))
        try:
            result: CheckedDraft | Unreadable = replace(
                check(site, region, _draft(form, files)), origin=request.url_root.rstrip("/")
            )
        except Unreadable as error:
            result = error
        except SpoiltWords as error:
            _log.error("a draft was not checked: %s", error)
            return error_handlers.refusal(503, f"{error}. Until then no draft can be checked.")
        return _answered(result, form.get("as", ""), page)


def _check_sent() -> None:
    require_same_origin()
    if request.mimetype != "multipart/form-data":
        abort(415)
    if request.content_length is None or request.content_length > LARGEST_FILE + _FORM:
        abort(413, f"At most {LARGEST_FILE // 1_000_000} MB are taken at a time.")


def _form() -> Sent:
    """The fields and the file, of which none touches the disk."""
    request.max_content_length = LARGEST_FILE + _FORM
    parser = FormDataParser(
        stream_factory=lambda *_, **__: io.BytesIO(),
        max_form_memory_size=_FORM,
        max_form_parts=20,
        silent=False,
    )
    try:
        _, form, files = parser.parse(
            request.stream, request.mimetype, request.content_length, request.mimetype_params
        )
    except RequestEntityTooLarge:
        raise
    except ValueError:
        abort(400, "The form arrived broken: send it again.")
    return form, files


def _draft(form: MultiDict[str, str], files: MultiDict[str, FileStorage]) -> DraftText:
    """The file, if one was chosen, else the text. Raises Unreadable."""
    chosen = files.get("file")
    if chosen is not None and (content := chosen.stream.read()):
        return read(content, (chosen.filename or "A file").replace("\\", "/").rpartition("/")[2])
    text = form.get("text", "")
    if not text.strip():
        raise Unreadable("Paste a text, or choose a file.")
    return pasted(text)


def _answered(result: CheckedDraft | Unreadable, form: str, page: Callable[[], str]) -> Response:
    status = 422 if isinstance(result, Unreadable) else 200
    if form == "file" and isinstance(result, CheckedDraft):
        answer = Response(document(result), mimetype="text/html")
        answer.headers["Content-Disposition"] = 'attachment; filename="checked-draft.html"'
    elif request.accept_mimetypes.best == "application/json":
        answer = Response(orjson.dumps(record(result)), status, mimetype="application/json")
    else:
        keep_result(result)
        answer = Response(page(), status, mimetype="text/html")
    answer.headers["Cache-Control"] = "no-store"
    return answer


def record(result: CheckedDraft | Unreadable) -> dict[str, object]:
    """The result for programs."""
    if isinstance(result, Unreadable):
        return {"error": str(result)}
    marks = [mark_record(mark) for mark in result.marks]
    return {"draft": result.draft.name, "region": result.region.code, "marks": marks}

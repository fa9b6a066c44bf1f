"""The record's routes: write a thing, change it, withdraw it, keep a view as evidence, export.

Forms send JSON (assets/record.js), so another site's page cannot: a browser asks first, and is not allowed.
"""

from collections.abc import Sequence

from flask import Flask, Response, abort, request

from dashboard.address.page import Page
from dashboard.record.access import RecordUnavailable
from dashboard.record.decision_file import decision_file
from dashboard.record.drafts import Drafts
from dashboard.record.example.file import Example
from dashboard.record.office import OfficeRecord, office_record
from dashboard.record.store import Record
from dashboard.record.transfer import exported
from dashboard.record.versions import EntryNotFound
from dashboard.signin.person import person
from dashboard.signin.security_log import log_event
from dashboard.site import SiteKeeper
from dashboard.web.same_origin import require_same_origin
from dashboard.web.writing import record_answers
from dashboard.web.writing.record_answers import answer

LARGEST_BODY = 200_000


def register(server: Flask, keeper: SiteKeeper, pages: Sequence[Page]) -> None:
    """Lend the record to the keeper's site and add the routes. Raises InvalidSetting for a bad address.

    A database that is away now is asked again later: the figures are served without it.
    """
    record = Record.of_settings(keeper.current().settings)
    drafts = Drafts.of_settings(keeper.current().settings)
    keeper.use_record(OfficeRecord(record, drafts, Example(keeper.current().settings)))
    _refuse_strangers(server)

    @server.post("/record/<kind>")
    def add(kind: str) -> Response:
        return answer(keeper, lambda site, region, sent: record_answers.add(site, region, kind, sent, pages))

    @server.post("/record/<kind>/<record_id>")
    def change(kind: str, record_id: str) -> Response:
        return answer(
            keeper, lambda site, region, sent: record_answers.change(site, region, kind, record_id, sent)
        )

    @server.post("/record/<kind>/<record_id>/withdraw")
    def withdraw(kind: str, record_id: str) -> Response:
        return answer(keeper, lambda site, region, sent: record_answers.withdraw(site, kind, record_id, sent))

    @server.post("/record/evidence")
    def keep() -> Response:
        return answer(
            keeper, lambda site, region, sent: record_answers.attach_evidence(site, region, sent, pages)
        )

    @server.post("/record/example")
    def example() -> Response:
        return answer(keeper, lambda site, region, sent: record_answers.example(site, region, pages, "load"))

    @server.post("/record/example/remove")
    def no_example() -> Response:
        return answer(
            keeper, lambda site, region, sent: record_answers.example(site, region, pages, "remove")
        )

    @server.post("/record/draft")
    def draft() -> Response:
        return answer(keeper, record_answers.draft)

    @server.get("/record/export.json")
    def export() -> Response:
        headers = {"Content-Disposition": "attachment; filename=record.json", "Cache-Control": "no-store"}
        log_event("exported the record", person())
        try:
            return Response(exported(record), mimetype="application/json", headers=headers)
        except RecordUnavailable as error:
            abort(503, str(error))

    @server.get("/record/decision/<record_id>.html")
    def decision(record_id: str) -> Response:
        site = keeper.current()
        try:
            entry = record_answers.known(office_record(site).shown_record, "decision", record_id)
            made = decision_file(site, entry)
        except EntryNotFound as error:
            abort(404, str(error))
        except RecordUnavailable as error:
            abort(503, str(error))
        log_event("exported a decision", person(), thing=f"decision/{entry.id}/{entry.version}")
        headers = {
            "Content-Disposition": f"attachment; filename=decision-{entry.id}.html",
            "Cache-Control": "no-store",
        }
        return Response(made, mimetype="text/html", headers=headers)


def _refuse_strangers(server: Flask) -> None:
    @server.before_request
    def refuse() -> None:
        if request.method != "POST" or not request.path.startswith("/record/"):
            return
        require_same_origin()
        if request.mimetype != "application/json" or (request.content_length or 0) > LARGEST_BODY:
            abort(400, "A form is sent as JSON, and is not this large.")

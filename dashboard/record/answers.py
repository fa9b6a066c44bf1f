"""The record's routes: write a thing, change it, withdraw it, keep a view as evidence, export.

Forms send JSON (assets/record.js), so another site's page cannot: a browser asks first, and is not allowed.
Who writes, and what they may do, is what the server knows (dashboard/signin), never what the page says.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Response, abort, jsonify, request

from dashboard.address import BadAddress, region_code
from dashboard.datastore.areas import Area
from dashboard.record.access import Away
from dashboard.record.conflict import conflict
from dashboard.record.desk import Desk
from dashboard.record.evidence import attach, freeze, with_evidence
from dashboard.record.fields import Invalid
from dashboard.record.forms import FORMS
from dashboard.record.publish import publish
from dashboard.record.store import Changed, Entry, Missing, Record
from dashboard.record.transfer import exported
from dashboard.record.where import where
from dashboard.signin.person import person, require
from dashboard.site import Site, SiteKeeper

LARGEST = 200_000
UNSAVED = "The record cannot be written just now. Nothing was saved; your words are still here."


def register(server: Flask, keeper: SiteKeeper, pages: Sequence[ModuleType]) -> None:
    """Lend the record to the keeper's site and add the routes. Raises InvalidSetting for a bad address.

    A database that is away now is asked again later: the figures are served without it.
    """
    record = Record.lent(keeper.current().settings)
    keeper.lend(Desk(record))
    _refuse_strangers(server)

    @server.post("/record/<kind>")
    def add(kind: str) -> Response:
        return _answer(keeper, lambda site, region, sent: _add(site, region, kind, sent, pages))

    @server.post("/record/<kind>/<record_id>")
    def change(kind: str, record_id: str) -> Response:
        return _answer(keeper, lambda site, region, sent: _change(site, region, kind, record_id, sent))

    @server.post("/record/<kind>/<record_id>/withdraw")
    def withdraw(kind: str, record_id: str) -> Response:
        return _answer(keeper, lambda site, region, sent: _withdraw(site, record_id, sent))

    @server.post("/record/evidence")
    def keep() -> Response:
        return _answer(keeper, lambda site, region, sent: _keep(site, region, sent, pages))

    @server.get("/record/export.json")
    def export() -> Response:
        headers = {"Content-Disposition": "attachment; filename=record.json", "Cache-Control": "no-store"}
        try:
            return Response(exported(record), mimetype="application/json", headers=headers)
        except Away as error:
            abort(503, str(error))


def _refuse_strangers(server: Flask) -> None:
    @server.before_request
    def refuse() -> None:
        if request.method != "POST" or not request.path.startswith("/record/"):
            return
        origin = request.headers.get("Origin")
        if origin and urlsplit(origin).netloc != request.host:
            abort(403, "This form was sent from another site.")
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
            abort(403, "This form was sent from another site.")
        if request.mimetype != "application/json" or (request.content_length or 0) > LARGEST:
            abort(400, "A form is sent as JSON, and is not this large.")


def _answer(keeper: SiteKeeper, act: Callable[[Site, Area, Mapping[str, Any]], Response]) -> Response:
    """What `act` answers to the form that was sent, and each way it can be refused, as JSON."""
    site = keeper.current()
    sent = request.get_json(silent=True)
    if not isinstance(sent, dict):
        abort(400, "A form is sent as a JSON object.")
    try:
        return act(site, region_code(site, _text(sent.get("region"))), sent)
    except Invalid as error:
        return _said(422, errors=[{"field": name, "message": text} for name, text in error.errors.items()])
    except Changed as error:
        return _said(409, **conflict(site, error.theirs, sent))
    except Missing as error:
        return _said(404, message=str(error))
    except BadAddress as error:
        return _said(error.status, message=str(error))
    except Away:
        return _said(503, message=UNSAVED)


def _add(site: Site, region: Area, kind: str, sent: Mapping, pages: Sequence[ModuleType]) -> Response:
    form = _form(kind)
    item = form.made(site, region, _values(sent), None)
    _check_publishing(item)
    if kind == "decision" and (view := _text(sent.get("view"))):
        item = with_evidence(item, freeze(site, pages, view))
    if kind == "programme" and site.record.store.current(kind, region.code):
        raise BadAddress(409, "The programme has its first day already: change it instead.")
    return _written(site, site.record.store.add(kind, region.code, item, person().name), 201)


def _change(site: Site, region: Area, kind: str, record_id: str, sent: Mapping) -> Response:
    old = _known(site.record.store, kind, record_id)
    item = _form(kind).made(site, region, _values(sent), old.item)
    _check_publishing(old.item, item)
    return _written(site, site.record.store.change(record_id, _version(sent), item, person().name))


def _withdraw(site: Site, record_id: str, sent: Mapping) -> Response:
    _check_publishing(site.record.store.get(record_id).item)
    return _written(site, site.record.store.withdraw(record_id, _version(sent), person().name))


def _keep(site: Site, region: Area, sent: Mapping, pages: Sequence[ModuleType]) -> Response:
    """Keep the view that was sent as evidence of the decision that was chosen."""
    values = _values(sent)
    if not (chosen := _text(values.get("decision"))):
        raise Invalid({"decision": "Select a decision, or a new one"})
    evidence = freeze(site, pages, _text(sent.get("view")) or "")
    if chosen == "new":
        return _said(200, href=where("new decision", region, view=evidence.address))
    _check_publishing(_known(site.record.store, "decision", chosen).item)
    return _written(site, attach(site.record.store, chosen, evidence, person().name))


def _check_publishing(*items: Any) -> None:
    """What the public sees, or would see, is a publisher's to change."""
    if any(getattr(item, "published", False) for item in items):
        require("publish")


def _written(site: Site, entry: Entry, status: int = 200) -> Response:
    if entry.kind == "decision":
        with suppress(Away):  # it is written; the next decision publishes this one with it
            publish(site.record.store, site.settings.data, site.settings.queries)
    region = site.geography[entry.region]
    return _said(status, id=entry.id, version=entry.version, href=where(entry.kind, region, entry))


def _known(record: Record, kind: str, record_id: str) -> Entry:
    entry = record.get(record_id)
    if entry.kind != kind:
        raise Missing(f"There is no {kind} with the id “{record_id[:60]}”.")
    return entry


def _form(kind: str) -> ModuleType:
    if kind not in FORMS:
        abort(404, f"Nothing called “{kind[:30]}” is recorded.")
    return FORMS[kind]


def _values(sent: Mapping) -> Mapping[str, Any]:
    values = sent.get("values")
    return values if isinstance(values, dict) else {}


def _version(sent: Mapping) -> int:
    version = sent.get("version")
    if type(version) is not int:
        abort(400, "A change names the version it began from.")
    return version


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _said(status: int, **answer: Any) -> Response:
    response = jsonify(answer)
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    return response

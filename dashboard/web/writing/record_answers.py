"""What the record answers to a form: the thing that was written, or each way it can be refused, as JSON.

Who writes, and what they may do, is what the server knows (dashboard/signin), never what the page says.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from types import ModuleType
from typing import Any

from flask import Response, abort, jsonify, request

from dashboard.address.page import Page
from dashboard.address.parameters import region_code
from dashboard.address.query_params import BadAddress
from dashboard.datastore.areas import Area
from dashboard.record.access import RecordUnavailable
from dashboard.record.conflict import conflict
from dashboard.record.drafts import form_of
from dashboard.record.evidence import attach, freeze, with_evidence
from dashboard.record.example.content import fill
from dashboard.record.fields import Invalid
from dashboard.record.forms import FORMS
from dashboard.record.kinds import Alert, Approval, Composition
from dashboard.record.office import office_record
from dashboard.record.rights import author
from dashboard.record.store import EditConflict, Record
from dashboard.record.versions import EntryNotFound, RecordEntry
from dashboard.record.where import where
from dashboard.signin.person import person, require
from dashboard.signin.security_log import log_event
from dashboard.site import Site, SiteKeeper
from dashboard.web.packs.composition import check_composition
from dashboard.web.writing.publishing import published

_THING = re.compile(r"[a-z]{1,20}(?:/[0-9a-z-]{1,40})?")
_MOST_VERSIONS = 2**31  # what a whole number of either database holds
UNSAVED = "The record cannot be written just now. Nothing was saved; your words are still here."


def answer(keeper: SiteKeeper, act: Callable[[Site, Area, Mapping[str, Any]], Response]) -> Response:
    """What `act` answers to the form that was sent, and each way it can be refused, as JSON."""
    site = keeper.current()
    sent = request.get_json(silent=True)
    if not isinstance(sent, dict):
        abort(400, "A form is sent as a JSON object.")
    try:
        return _acted(site, act, sent)
    except Invalid as error:
        return _json_answer(
            422, errors=[{"field": name, "message": text} for name, text in error.errors.items()]
        )
    except EntryNotFound as error:
        return _json_answer(404, message=str(error))
    except BadAddress as error:
        return _json_answer(error.status, message=str(error))
    except RecordUnavailable:
        return _json_answer(503, message=UNSAVED)


def _acted(
    site: Site, act: Callable[[Site, Area, Mapping[str, Any]], Response], sent: Mapping[str, Any]
) -> Response:
    """What `act` answers; what the second of two writers is told is read too, and may be out of reach."""
    try:
        return act(site, region_code(site, _text(sent.get("region"))), sent)
    except EditConflict as error:
        return _json_answer(409, **conflict(site, error.theirs, sent))


def example(site: Site, region: Area, pages: Sequence[Page], what: str) -> Response:
    """Load the worked example of a region, where nothing is recorded yet; or remove it, whole."""
    require("publish")  # everybody in the office sees it
    if what == "remove":
        office_record(site).example.remove()
        log_event("removed the example", person())
    elif office_record(site).real_record.size():
        raise BadAddress(409, "Something is recorded here: the example is never mixed with it.")
    else:
        fill(site, region, pages, office_record(site).example.begin())
        log_event("loaded the example", person(), region=region.code)
    return _json_answer(200, href=where("decision", region))


def draft(site: Site, region: Area, sent: Mapping) -> Response:
    """Keep what somebody has typed so far in the form of a `thing`; without values, drop it."""
    thing = _text(sent.get("thing")) or ""
    if not _THING.fullmatch(thing):
        abort(400, "A draft names the form that it belongs to.")
    who, form = person().subject, form_of(thing, region)
    if sent.get("values") is None:
        office_record(site).drafts.drop(who, form)
        return _json_answer(200, saved="")
    version = sent.get("version")
    known = type(version) is int and 0 < version < _MOST_VERSIONS
    given = (_values(sent), version if known else None, (_text(sent.get("view")) or "")[:1500])
    office_record(site).drafts.keep(who, form, *given)
    return _json_answer(200, saved=datetime.now(UTC).strftime("%H:%M UTC"))


def add(site: Site, region: Area, kind: str, sent: Mapping, pages: Sequence[Page]) -> Response:
    form = _form(kind)
    item = form.build(site, region, _values(sent), None)
    _allow(item)
    if isinstance(item, Composition):
        check_composition(site, item)
    if kind == "decision" and (view := _text(sent.get("view"))):
        item = with_evidence(item, freeze(site, pages, view))
    if kind == "programme" and office_record(site).shown_record.current(kind, region.code):
        raise BadAddress(409, "The programme has its first day already: change it instead.")
    return _written(site, office_record(site).shown_record.add(kind, region.code, item, author()), 201)


def change(site: Site, region: Area, kind: str, record_id: str, sent: Mapping) -> Response:
    old = known(office_record(site).shown_record, kind, record_id)
    item = _form(kind).build(site, region, _values(sent), old.item)
    if isinstance(item, Composition):
        check_composition(site, item)
    given = (_version(sent), item, author())
    return _written(
        site,
        office_record(site).shown_record.change(record_id, *given, allow=lambda now: _allow(now.item, item)),
    )


def withdraw(site: Site, kind: str, record_id: str, sent: Mapping) -> Response:
    known(office_record(site).shown_record, kind, record_id)
    given = (_version(sent), author())
    return _written(
        site, office_record(site).shown_record.withdraw(record_id, *given, allow=lambda now: _allow(now.item))
    )


def attach_evidence(site: Site, region: Area, sent: Mapping, pages: Sequence[Page]) -> Response:
    """Keep the view that was sent as evidence of the decision that was chosen."""
    values = _values(sent)
    if not (chosen := _text(values.get("decision"))):
        raise Invalid({"decision": "Select a decision, or a new one"})
    evidence = freeze(site, pages, _text(sent.get("view")) or "")
    if chosen == "new":
        return _json_answer(200, href=where("new decision", region, view=evidence.address))
    store = office_record(site).shown_record
    known(store, "decision", chosen)
    return _written(site, attach(store, chosen, evidence, author(), lambda now: _allow(now.item)))


def _allow(*items: Any) -> None:
    """What the public sees, or would see, is a publisher's to change, and an alert its owner's: 403 for
    anybody else.

    Asked of the version that is read where the new one is written.
    """
    if any(isinstance(item, Alert) and item.subject != person().subject for item in items):
        log_event("right refused", person(), right="own")
        abort(403, "This alert is somebody else’s: only they can change or withdraw it.")
    if any(getattr(item, "published", False) or isinstance(item, Approval) for item in items):
        require("publish")


def _written(site: Site, entry: RecordEntry, status: int = 200) -> Response:
    # What was imported may be of a region that is not served here: no page could be led to there.
    served = {region.code: region for region in site.geography.regions}
    region = served.get(entry.region, served[site.settings.region])
    done = "withdrew" if entry.withdrawn else "published" if getattr(entry.item, "published", 0) else "wrote"
    log_event(done, person(), thing=f"{entry.kind}/{entry.id}/{entry.version}")
    with suppress(RecordUnavailable):  # what is recorded is no draft any more
        office_record(site).drafts.drop(
            person().subject, form_of(request.path.removeprefix("/record/"), region)
        )
    waits = not office_record(site).is_example() and _waits(site, entry)
    href = where(entry.kind, region, entry, waits=waits)
    return _json_answer(status, id=entry.id, version=entry.version, href=href, public=not waits)


def _waits(site: Site, entry: RecordEntry) -> bool:
    """Publish what follows from `entry`; whether what the public should see, or no longer see, is not done.

    What was recorded stands whether or not this succeeds.
    """
    if published(site, entry.kind):
        return False
    with suppress(RecordUnavailable):
        every = office_record(site).shown_record.history(entry.id)
        return entry.kind == "approval" or any(getattr(old.item, "published", False) for old in every)
    return True


def known(record: Record, kind: str, record_id: str) -> RecordEntry:
    """The newest version of a thing of `kind`. Raises EntryNotFound, also where it is of another kind."""
    entry = record.get(record_id)
    if entry.kind != kind:
        raise EntryNotFound(f"There is no {kind} with the id “{record_id[:60]}”.")
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


def _json_answer(status: int, **answer: Any) -> Response:
    response = jsonify(answer)
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    return response

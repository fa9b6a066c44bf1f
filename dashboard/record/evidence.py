"""Evidence: any view of the dashboard, frozen: its address as of the day, the snapshot, words and figures."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from types import ModuleType
from urllib.parse import parse_qsl, urlencode, urlsplit

from dashboard import address as addresses
from dashboard.address import Address
from dashboard.datastore.areas import ENGLAND
from dashboard.record.forms.lists import today
from dashboard.record.kinds import Decision, Evidence, Held
from dashboard.record.store import Changed, Entry, Record
from dashboard.site import Site
from dashboard.statements.attention import statement

MOST = 30


def freeze(site: Site, pages: Sequence[ModuleType], view: str) -> Evidence:
    """The view at the address `view` (path and query) as it stands today, or on the day it already names.

    Raises BadAddress when there is no such view.
    """
    parts = urlsplit(view)
    if parts.scheme or parts.netloc or not parts.path.startswith("/"):
        raise addresses.BadAddress(400, "Only a view of this dashboard can be kept as evidence.")
    address = addresses.read(site, pages, parts.path, f"?{parts.query}")
    day = address.as_of or today()
    known = site.at(address.as_of)
    query = dict(parse_qsl(parts.query)) | {"region": address.region.code, "as_of": day.isoformat()}
    return Evidence(
        address=f"{parts.path}?{urlencode(query, safe=',/')}",
        title=_title(known, address),
        day=day,
        snapshot=site.store.snapshot,
        words=_said(known, address),
        public=_is_public(address),
        indicator=getattr(address.values.get("indicator"), "id", ""),
        figures=_figures(known, address),
    )


def _figures(site: Site, address: Address) -> tuple[Held, ...]:
    """The newest figure of the region, its districts, the places compared and England."""
    indicator = address.values.get("indicator")
    if not hasattr(indicator, "id"):
        return ()
    inside = [
        *site.geography.members(address.region.code, "county"),
        *site.geography.members(address.region.code),
    ]
    places = [address.region, *inside, *(address.values.get("places") or ())]
    codes = dict.fromkeys([*(place.code for place in places), ENGLAND])
    observations = site.observations(indicator)
    found = [observations.latest(code) for code in codes]
    return tuple(Held(item.area_code, item.period, item.value) for item in found if item)


def _is_public(address: Address) -> bool:
    """Whether the public view has this page and, on it, this indicator."""
    indicator = address.values.get("indicator")
    return "public" == getattr(address.page, "AUDIENCE", "public") == getattr(indicator, "audience", "public")


def _title(site: Site, address: Address) -> str:
    place = address.values.get("place")
    name = address.page.title(site, address)
    return name if place else f"{name}, {address.region.name}"


def _said(site: Site, address: Address) -> str:
    """The statement about the indicator on the page, with its figures; "" for a page of many."""
    indicator = address.values.get("indicator")
    found = statement(site, indicator, address.region) if indicator and hasattr(indicator, "id") else None
    return f"{found.text} {found.reason}" if found else ""


def attach(record: Record, decision_id: str, evidence: Evidence, by: str) -> Entry:
    """Add `evidence` to a decision, whoever else changes it meanwhile: adding takes nothing away.

    Raises Missing. The same view of the same edition is kept once.
    """
    while True:
        entry = record.get(decision_id)
        if any(_same(item, evidence) for item in entry.item.evidence):
            return entry
        added = replace(entry.item, evidence=(*entry.item.evidence, evidence)[-MOST:])
        try:
            return record.change(decision_id, entry.version, added, by)
        except Changed:
            continue


def _same(one: Evidence, other: Evidence) -> bool:
    return (one.address, one.snapshot) == (other.address, other.snapshot)


def with_evidence(item: Decision, evidence: Evidence | None) -> Decision:
    """A new decision with its first evidence."""
    return replace(item, evidence=(evidence,)) if evidence else item


def is_due(item: Decision, day: date) -> bool:
    """Whether the decision's review is due on `day`: not done since the date that was set for it."""
    return item.review <= day and (item.reviewed is None or item.reviewed < item.review)

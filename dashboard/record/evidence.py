"""Evidence: any view of the dashboard, frozen: its address as of the day, the snapshot, words and figures."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode

from dashboard.address import address as addresses
from dashboard.address.page import Address, Page
from dashboard.address.query_params import BadAddress
from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.regions import load_regions
from dashboard.datastore.assembly.assemble import snapshot_of
from dashboard.record.forms.lists import today
from dashboard.record.kinds import Decision, Evidence
from dashboard.record.kinds.evidence import parts_here
from dashboard.record.shown_figures import figures
from dashboard.record.store import EditConflict, Record, allow_anyone
from dashboard.record.versions import Author, RecordEntry
from dashboard.site import Site
from dashboard.statements.attention.attention import attention_list
from dashboard.statements.attention.statement import statement

MOST_VIEWS = 30
FIRST_SAID = 3  # statements of a page of many indicators


def freeze(site: Site, pages: Sequence[Page], view: str) -> Evidence:
    """The view at the address `view` (path and query) as it stands today, or on the day it already names.

    Raises BadAddress when there is no such view.
    """
    parts = parts_here(view)
    if not parts:
        raise BadAddress(400, "Only a view of this dashboard can be kept as evidence.")
    address = addresses.read(site, pages, parts.path, f"?{parts.query}")
    day = address.as_of or today()
    known = site.at(day if day < today() else None)  # what is said of today was worked out at build
    query = dict(parse_qsl(parts.query)) | {"region": address.region.code, "as_of": day.isoformat()}
    return Evidence(
        address=f"{address.path}?{urlencode(query, safe=',/')}",
        title=_title(known, address),
        day=day,
        snapshot=site.store.snapshot,
        words=_statement_text(known, address),
        public=_is_public(address),
        indicator=getattr(address.values.get("indicator"), "id", ""),
        figures=figures(known, address),
        public_snapshot=site.remember(("public snapshot",), lambda: _public_snapshot(site)),
    )


def _public_snapshot(site: Site) -> str:
    return snapshot_of(site.settings.data / "public", load_regions(site.settings.regions))


def _is_public(address: Address) -> bool:
    """Whether the public view has this page and, on it, this indicator."""
    indicator = address.values.get("indicator")
    return "public" == address.page.audience == getattr(indicator, "audience", "public")


def _title(site: Site, address: Address) -> str:
    place, places = address.values.get("place"), address.values.get("places")
    name = address.page.title(site, address)
    if places and not hasattr(address.values.get("indicator"), "id"):  # a comparison is of its places
        return f"{name}: {', '.join(area.name for area in places)}"
    return name if place else f"{name}, {address.region.name}"


def _statement_text(site: Site, address: Address) -> str:
    """What is said of the indicator on the page, with its reason; of many, what needs attention most."""
    indicator = address.values.get("indicator")
    if isinstance(indicator, Indicator):
        found = statement(site, indicator, address.region)
        return f"{found.text} {found.reason}" if found else ""
    if address.page.path not in ("/", "/theme/<theme>"):
        return ""
    theme = address.values.get("theme")
    # Words may be published with the view: nothing is said of what only the office has.
    public = {key for key, item in site.indicators.items() if item.audience == "public"}
    parts = [item for item in attention_list(site, address.region) if item.indicator in public]
    return " ".join([item.text for item in parts if theme in (None, item.theme)][:FIRST_SAID])


def attach(
    record: Record,
    decision_id: str,
    evidence: Evidence,
    by: Author | str,
    allow: Callable[[RecordEntry], None] = allow_anyone,
) -> RecordEntry:
    """Add `evidence` to a decision, whoever else changes it meanwhile: adding takes nothing away.

    Raises EntryNotFound. The same view of the same edition is kept once.
    """
    while True:
        entry = record.get(decision_id)
        if any(_same(item, evidence) for item in entry.item.evidence):
            return entry
        added = replace(entry.item, evidence=(*entry.item.evidence, evidence)[-MOST_VIEWS:])
        try:
            return record.change(decision_id, entry.version, added, by, allow=allow)
        except EditConflict:
            continue


def _same(one: Evidence, other: Evidence) -> bool:
    return (one.address, one.snapshot) == (other.address, other.snapshot)


def with_evidence(item: Decision, evidence: Evidence | None) -> Decision:
    """A new decision with its first evidence."""
    return replace(item, evidence=(evidence,)) if evidence else item

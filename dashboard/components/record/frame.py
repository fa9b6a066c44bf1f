"""What the pages of the working record share: heading, tabs, what was just saved, and history."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import wraps
from typing import Any

from dash import dcc, html
from flask import g, has_app_context

from dashboard.address.address import link
from dashboard.address.page import Address, Page
from dashboard.address.parameters import PageParameter
from dashboard.catalogue.periods import day_words
from dashboard.record.access import RecordUnavailable
from dashboard.record.conflict import moves
from dashboard.record.office import office_record
from dashboard.record.rights import refusal
from dashboard.record.store import Record
from dashboard.record.versions import RecordEntry
from dashboard.record.where import WAITS
from dashboard.site import Site
from dashboard.statements import record_words as words
from dashboard.statements.as_of_words import RECORD

Layout = Callable[[Site, Address], list]
TABS = {
    "/decisions": "Decisions",
    "/targets": "Targets and events",
    "/promises": "Promises",
    "/pilots": "Pilots",
    "/task-force": "Task force: first 100 days",
    "/alerts": "Alerts",
    "/questions": "Public questions",
    "/champion": "Champion’s page",
}


def record_page(
    path: str,
    title: Callable[[Site, Address], str],
    layout: Layout,
    parameters: Mapping[str, PageParameter] | None = None,
    **found_by: str,
) -> Page:
    """A page of the record: the office's, never kept, since people write what it shows; among the decisions
    in the navigation. `found_by`: name, words and listed_at of a Page."""
    return Page(
        path,
        title,
        layout,
        parameters=parameters or {},
        as_of=RECORD,
        navigation="/decisions",
        cacheable=False,
        audience="office",
        **found_by,
    )


def tabs(address: Address, here: str) -> html.Div:
    """The pages of the record, beside each other; then why whoever reads it may not change it."""
    links = [html.Li(_tab(name, link(path, address.region), path == here)) for path, name in TABS.items()]
    nav = html.Nav(html.Ul(links), className="record-tabs", **{"aria-label": "Working record"})
    return html.Div([nav, html.P(refusal(), className="note") if refusal() else None])


def needs_record(layout: Layout) -> Layout:
    """A page's `layout` that says so where the record cannot be read."""

    @wraps(layout)
    def told(site: Site, address: Address) -> list:
        try:
            if site.as_of and (reason := cannot_go_back(site, address)):
                return [head("Working record", reason), tabs(address, "")]
            return layout(site, address_then(site, address))
        except RecordUnavailable:
            return [
                head("Working record", "Decisions, targets, pilots and the task force."),
                tabs(address, ""),
            ]

    return told


def cannot_go_back(site: Site, address: Address) -> str:
    """Why a page has nothing to show of the site's past day; "" where it has."""
    if any(address.values.get(name) for name in ("edit", "form")):
        return "The record is written today: nothing can be entered or changed on a past day."
    then = address_then(site, address).values
    if any(isinstance(item, RecordEntry) and then[name] is None for name, item in address.values.items()):
        return f"This was not in the record on {day_words(site.as_of)}."
    return ""


def address_then(site: Site, address: Address) -> Address:
    """`address` with the things of the record that it names as they stood on the site's day: None for what
    was not there yet."""
    if site.as_of is None:
        return address
    values = {
        name: _stood(site, item) if isinstance(item, RecordEntry) else item
        for name, item in address.values.items()
    }
    return replace(address, values=values)


def _stood(site: Site, entry: RecordEntry) -> RecordEntry | None:
    versions = office_record(site).versions(entry.id)
    return versions[-1] if versions and not versions[-1].withdrawn else None


def to_form(name: str, href: str, item: Any = None, button: bool = True) -> dcc.Link | None:
    """The way to a form, for those who may use it; `item` is what it would change."""
    if has_app_context() and g.get("as_of"):
        return None  # nothing is written on a past day
    return None if refusal(item) else dcc.Link(name, href=href, className="button" if button else None)


def _tab(name: str, href: str, current: bool) -> html.A | dcc.Link:
    return html.A(name, href=href, **{"aria-current": "page"}) if current else dcc.Link(name, href=href)


def saved(record: Record, address: Address) -> html.Div | None:
    """Says what was saved, after a form has led here."""
    kind, _, rest = address.saved.partition(".")
    record_id, _, version = rest.removesuffix(WAITS).partition(".")
    found = next((item for item in record.history(record_id) if str(item.version) == version), None)
    if found is None or found.kind != kind:
        return None
    parts = [words.saved(kind, found.version, found.withdrawn)]
    if rest.endswith(WAITS):
        parts.append(words.not_yet_public(found.withdrawn))
    return html.Div(html.P(" ".join(parts)), className="saved", role="status")


def history(site: Site, entry: RecordEntry) -> html.Details:
    """Every version: when, by whom, and what it changed."""
    versions = office_record(site).versions(entry.id)
    items = []
    for number, item in enumerate(versions):
        what = moves(site, versions[number - 1], item) if number else []
        told = words.version(item.version, item.at, item.by, item.withdrawn)
        lines = [
            html.Li([html.Span(f"{label}: ", className="label"), f"{was} → {now}"])
            for label, was, now in what
        ]
        items.append(html.Li([html.P(told), html.Ul(lines) if lines else None]))
    counted = words.versions(len(versions))
    return html.Details([html.Summary(counted), html.Ol(items[::-1], className="history", reversed=True)])


def head(title: str, lead: str, *more) -> html.Div:
    """A page's heading and what it is for."""
    return html.Div([html.H1(title), html.P(lead), *more], className="page-head")

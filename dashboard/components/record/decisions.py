"""Decisions as a list, and one in full."""

from datetime import date

from dash import dcc, html

from dashboard.address.address import link
from dashboard.catalogue.periods import day_words
from dashboard.components.age_notice import dead_warning
from dashboard.components.record.effect import effect
from dashboard.components.record.evidence_figures import kept_figures
from dashboard.datastore.areas import Area
from dashboard.record.kinds import Evidence
from dashboard.record.review import is_due
from dashboard.record.versions import RecordEntry
from dashboard.site import Site
from dashboard.statements import record_words as words
from dashboard.statements.evidence_words import Kept
from dashboard.statements.judgement.effect_words import OUTCOMES


def decision_list(site: Site, region: Area, entries: list[RecordEntry], today: date) -> html.Ul:
    """The decisions, newest first: title, owner and dates, what happened since."""
    ordered = sorted(entries, key=lambda entry: (entry.item.day, entry.at), reverse=True)
    return html.Ul([_line(site, region, entry, today) for entry in ordered], className="entries")


def _line(site: Site, region: Area, entry: RecordEntry, today: date) -> html.Li:
    item = entry.item
    review, state = words.review(item.review, item.reviewed, today)
    found = effect(site, item)
    count = len(item.evidence)
    views = "no evidence kept" if not count else f"{count} view{'' if count == 1 else 's'} as evidence"
    cost = [f"costs {words.pounds(item.cost)}"] if item.cost is not None else []
    facts = [day_words(item.day), item.owner, *cost, views]
    tags = [html.Span(review, className="tag tag-due" if state == "due" else "tag")]
    if item.published:
        tags.append(html.Span("Published", className="tag"))
    if found:
        good = " tag-good" if found.outcome == "as expected" else ""
        tags.append(html.Span(OUTCOMES[found.outcome], className=f"tag{good}"))
    return html.Li(
        [
            html.H3(dcc.Link(item.title, href=link(f"/decision/{entry.id}", region))),
            html.P(item.decided if len(item.decided) < 240 else f"{item.decided[:237]}…"),
            html.P(f"{found.since}", className="note") if found else None,
            dead_warning(site, found.indicator) if found else None,
            html.Div([html.Span(fact) for fact in facts], className="facts-line"),
            html.Div(tags, className="row-actions"),
        ],
        className=f"entry{' entry-due' if is_due(item, today) else ''}",
    )


def terms(pairs: list[tuple[str, object]]) -> html.Dl:
    """Names and what is said of them; those without anything are left out."""
    return html.Dl(
        [part for name, value in pairs if value for part in (html.Dt(name), html.Dd(value))],
        className="terms",
    )


def evidence_list(site: Site, evidence: tuple[Evidence, ...]) -> html.Ul | html.P:
    """The frozen views: what each said on its day, and the way to see it with that day's figures."""
    if not evidence:
        how = "No view is kept yet. Open any page and choose “Add this view to a decision”."
        return html.P(how, className="empty")
    return html.Ul([_view(site, item) for item in evidence], className="entries")


def _view(site: Site, item: Evidence) -> html.Li:
    kept = [
        Kept(held.indicator or item.indicator, held.area_code, held.period, held.value)
        for held in item.figures
    ]
    return html.Li(
        [
            html.H3(dcc.Link(item.title, href=item.address)),
            html.P(item.words) if item.words else None,
            html.P(f"As known on {day_words(item.day)}, snapshot {item.snapshot}.", className="note"),
            *kept_figures(site, item.title, item.snapshot, kept),
        ],
        className="entry",
    )

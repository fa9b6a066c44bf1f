"""What a mayor needs to know of a theme and nothing held here tells, at the end of the theme's page."""

from datetime import UTC, datetime

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.audit.gaps import WORDS, NeedStatus
from dashboard.audit.report import standing_for
from dashboard.components.folds import phone_fold
from dashboard.site import Site


def missing(site: Site, address: Address) -> html.Section | None:
    """The needs of the theme that are not met, or only in part; None where all are, and of a day that is
    past: the audit knows of today's holdings alone."""
    if site.as_of:
        return None
    found = standing_for(site, datetime.now(UTC).date(), address.region)
    lacking = [item for item in found if item.need.theme == address.theme and item.state != "met"]
    if not lacking:
        return None
    name = f"{site.themes[address.theme]}: what is missing"
    heading = html.Div(html.H2(name, id="missing"), className="section-head")
    more = dcc.Link("The whole audit, and who holds the rest", href=link("/audit", address.region))
    listed = html.Ul([_need(item) for item in lacking], className="missing-list")
    return html.Section(
        [heading, phone_fold(f"Show the {len(lacking)} things that are missing", "", [listed]), html.P(more)],
        className="section",
        **{"aria-labelledby": "missing"},
    )


def _need(item: NeedStatus) -> html.Li:
    tag = html.Span(WORDS[item.state], className=f"tag state-{item.state}")
    return html.Li([html.Strong(item.need.title), " ", tag, html.P(item.sentence, className="note")])

"""What the record adds to the frame of every office page: a button to keep the view, word of trouble, and
that what is recorded is the worked example."""

from datetime import UTC, date, datetime

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.catalogue.periods import day_words
from dashboard.catalogue.pre_election import running
from dashboard.site import Site


def keep_view(site: Site, address: Address) -> html.Div | None:
    """The button, on every page that shows figures, for those who may write; none on the record's own pages.

    assets/record.js adds the address as it stands when the button is used.
    """
    if not site.record.writable() or address.page.audience == "office":
        return None
    button = html.Button(
        "Add this view to a decision",
        type="button",
        className="quiet-button",
        **{"data-keeps": link("/decisions", address.region)},
    )
    return html.Div(button, className="keep-bar")


EXAMPLE = (
    "Worked example: the decisions, targets, events, pilots and promises shown here are made up. "
    "The figures are real."
)


def example_notice(site: Site, address: Address) -> html.Div | None:
    """On every page while the example is loaded, with the way to remove it."""
    if not site.record.is_example():
        return None
    remove = dcc.Link("Remove the example", href=link("/first-day", address.region))
    return html.Div(html.P([EXAMPLE, " ", remove]), className="notice notice-example", role="status")


def period_notice(site: Site, address: Address) -> html.Div | None:
    """In the office, while it lasts: that a pre-election period asks for a second person."""
    if site.settings.audience != "office":
        return None
    period = running(site.settings.data, address.region.code, datetime.now(UTC).date())
    if period is None:
        return None
    until = f" until {day_words(period.last)}" if period.last < date.max else ""
    sentence = f"Pre-election period{until} ({period.election}): what is published needs a second person. "
    more = dcc.Link("What waits", href=link("/pre-election", address.region))
    return html.Div(html.P([sentence, more]), className="notice notice-as-of")


def record_trouble(site: Site) -> html.Div | None:
    """Says that what the office recorded is missing from the page; nothing where it is not."""
    reason = site.record.trouble()
    return html.Div(html.P(reason), className="notice notice-as-of", role="status") if reason else None

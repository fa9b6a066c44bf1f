"""What the record adds to the frame of every office page: a button to keep the view, and word of trouble."""

from dash import html

from dashboard.address.address import link
from dashboard.address.page import Address
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


def record_trouble(site: Site) -> html.Div | None:
    """Says that what the office recorded is missing from the page; nothing where it is not."""
    said = site.record.trouble()
    return html.Div(html.P(said), className="notice notice-as-of", role="status") if said else None

"""The one button of the office view that adds what is on the screen to a decision."""

from dash import html

from dashboard.address import Address, link
from dashboard.site import Site


def keep_view(site: Site, address: Address) -> html.Div | None:
    """The button, on every page that shows figures; nothing in the public view or on the record's own pages.

    assets/record.js adds the address as it stands when the button is used.
    """
    if site.settings.audience != "office" or getattr(address.page, "AUDIENCE", "") == "office":
        return None
    button = html.Button(
        "Add this view to a decision",
        type="button",
        className="quiet-button",
        **{"data-keeps": link("/decisions", address.region)},
    )
    return html.Div(button, className="keep-bar")

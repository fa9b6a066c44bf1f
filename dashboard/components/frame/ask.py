"""Under every public page of figures or decisions: the two ways to ask about it."""

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.inbox.question import SORTS
from dashboard.site import Site
from dashboard.statements.as_of_words import NO_FIGURES, SEARCHED

PATH = "/questions"


def ask_line(site: Site, address: Address) -> html.P | None:
    """The links; None in the office, and on pages that show no figures."""
    if site.settings.audience != "public" or address.page.as_of in (NO_FIGURES, SEARCHED):
        return None
    links = [
        dcc.Link(name, href=link(PATH, address.region, about=address.path, sort=sort))
        for sort, name in SORTS.items()
    ]
    return html.P([links[0], " ", links[1]], className="ask-line")

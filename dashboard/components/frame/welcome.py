"""One line for whoever is here for the first time: what this is and how to read it.

The browser that has hidden it, or was here on another day, leaves it out before it paints
(frame/document.py): nothing is sent, there is no cookie, and without scripts the line stays.
"""

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.catalogue.regions import CITY_REGION
from dashboard.site import Site

SAID = {
    "public": "See how {} is doing, in official figures. Each says where it is from, "
    "what day it is from and how sure it is.",
    "office": "See what got worse or better in the region, where, how sure that is and what was "
    "decided about it. Every line leads to its figures.",
}


def welcome(site: Site, address: Address) -> html.Aside:
    """The line, the way to how figures become sentences, and the button that hides it for good."""
    more = dcc.Link("How to read it", href=link("/about", address.region))
    hide = html.Button("Hide", type="button", className="quiet-button", **{"data-hides": "welcome"})
    yours = "your city region" if address.region.level == CITY_REGION else "your area"
    words = SAID[site.settings.audience].format(yours)
    said = html.Span([words, " "], className="welcome-said")  # not on a phone
    line = html.P(["New here? ", said, more])
    return html.Aside(html.Div([line, hide]), className="welcome", **{"aria-label": "New here?"})

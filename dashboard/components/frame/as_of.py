"""The banner that says which day's knowledge a page shows, and how completely that day is known.

A page that does not show figures of the day, or not only, says what it does in its `Page.as_of`: a sentence
with "{day}" in it, or a function of the site and the address that gives one.
"""

from dash import dcc, html

from dashboard.address.address import TODAY, link_here
from dashboard.address.page import Address
from dashboard.catalogue.indicators import Indicator
from dashboard.site import Site
from dashboard.statements.as_of_words import day_of, figures_known
from dashboard.statements.changed.known_days import neighbouring_known_days


def as_of_banner(site: Site, address: Address) -> html.Div | None:
    """Nothing for today's figures; else what the page shows, what is not held, and the way back."""
    if site.as_of is None:
        return None
    back = dcc.Link("Show today’s figures", href=link_here(address, as_of=TODAY))
    element = html.P([as_of_said(site, address), " ", back, *_steps(site, address)])
    return html.Div(element, className="notice notice-as-of", role="note")


def _steps(site: Site, address: Address) -> list:
    """The days before and after on which something here became another: figures, periods or the record."""
    parts = []
    for name, day in zip(("Earlier", "Later"), neighbouring_known_days(site, site.as_of), strict=True):
        if day:
            to = link_here(address, as_of=day.isoformat())
            parts += [" · ", dcc.Link(f"{name}: {day_of(day)}", href=to)]
    return parts


def as_of_said(site: Site, address: Address) -> str:
    """What the page of `address` does with the site's past day."""
    own = address.page.as_of
    if callable(own):
        return own(site, address)
    return own.format(day=day_of(site.as_of)) if own else figures_known(site, _shown(site, address))


def _shown(site: Site, address: Address) -> list[Indicator]:
    """The indicators that the page shows: the address's own, its theme's, or all."""
    if "indicator" in address.values:
        return [address.indicator]
    theme = address.values.get("theme")
    return site.in_theme(theme) if theme in site.themes else list(site.indicators.values())

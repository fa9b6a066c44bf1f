"""What the region's mayor decides about a theme, and who else to ask: on the public's pages."""

from dash import html

from dashboard.address.page import Address
from dashboard.catalogue.powers import Deciders, Power, load_powers
from dashboard.catalogue.region_words import leadership
from dashboard.runtime.slips import without_slips
from dashboard.site import Site

NO_POWER = "We know of no law that gives the mayor a say in this. You can ask:"


def deciders(site: Site, address: Address) -> html.Section | None:
    """Whom a citizen can turn to, with the law or page that says so; None for the office, and for a theme of
    which data/powers.toml says nothing."""
    if site.settings.audience == "office":
        return None
    file = site.settings.data / "powers.toml"
    known = site.remember(("powers",), lambda: without_slips(load_powers, file) or {})
    found = known.get(address.theme)
    if found is None:
        return None
    boxes = [_mayor(site, address, found), _others(found)]
    return html.Section(boxes, className="deciders", **{"aria-label": "Who decides"})


def _mayor(site: Site, address: Address, found: Deciders) -> html.Div:
    region = site.geography.about(address.region)
    held = found.of(region)
    if not region.mayor:
        return html.Div([html.H2("Who decides here"), html.P(leadership(region))])
    if not held:
        return html.Div([html.H2("What your mayor decides"), html.P(NO_POWER)])
    parts = [html.P([item.summary, " ", _source(item, "What the law says")]) for item in held]
    return html.Div([html.H2("What your mayor decides"), *parts])


def _others(found: Deciders) -> html.Div:
    lines = [html.Li([html.A(item.who, href=item.source), f": {item.summary}"]) for item in found.ask]
    return html.Div([html.H2("Who else to ask"), html.Ul(lines)])


def _source(item: Power, name: str) -> html.A:
    about = html.Span(f": {item.summary}", className="visually-hidden")
    return html.A([name, about], href=item.source)

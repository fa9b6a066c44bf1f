"""Frameworks: what mayors and councils are measured on, and how much of each is measured here."""

from dash import dcc, html

from dashboard.address.address import Address, link
from dashboard.address.page import Page
from dashboard.site import Site
from dashboard.statements.as_of_words import figures_known
from dashboard.statements.frameworks import counted, frameworks, standings

PATH = "/frameworks"
ADD = (
    "An office adds its own, such as its Integrated Settlement, as one file in data/frameworks: "
    "docs/data.md says how. A target stands in the file or there is none."
)


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "What mayors are measured on"


def layout(site: Site, address: Address) -> list:
    """Each framework with how much of it is measured in the region; in the office the files it cannot use."""
    found, refused = frameworks(site)
    region = address.region
    mine = [item for item in found if item.of(region.code)]
    office = site.settings.audience == "office"
    return [
        html.Div([html.H1("What mayors are measured on"), html.P(_lead(region.name))], className="page-head"),
        html.Ul([_line(site, address, item) for item in mine], className="entries")
        if mine
        else html.P(f"No framework is held for {region.name}.", className="empty"),
        html.Ul([html.Li(sentence) for sentence in refused], className="note")
        if office and refused
        else None,
        html.P(ADD, className="note") if office else None,
    ]


def _lead(region: str) -> str:
    return (
        f"For each accountability framework: what of it is measured in {region}, what is missing, and who "
        "could give that."
    )


def _line(site: Site, address: Address, item) -> html.Li:
    name = dcc.Link(item.title, href=link(f"/framework/{item.name}", address.region))
    text = counted(standings(site, item, address.region))
    return html.Li(
        [html.H2(name, className="entry-title"), html.P(text), html.P(item.publisher, className="note")],
        className="entry",
    )


def as_of(site: Site, address: Address) -> str:
    """How many of all indicators are known on the day: what is counted here is counted of them."""
    return figures_known(site, list(site.indicators.values()))


PAGE = Page(
    PATH,
    title,
    layout,
    as_of=as_of,
    name="What mayors are measured on",
    words="accountability outcomes framework settlement targets",
    navigation="/data",
)

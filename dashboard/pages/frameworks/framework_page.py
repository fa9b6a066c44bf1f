"""One framework in a region: every measure with its figure, its target, or who could give it."""

from dash import dcc, html

from dashboard.address.address import Address, link
from dashboard.address.page import Page, Shown
from dashboard.address.query_params import BadAddress
from dashboard.catalogue.frameworks import Framework
from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import day_words
from dashboard.components.tables import scrolled
from dashboard.datastore.areas import Area
from dashboard.site import Site
from dashboard.statements.frameworks import STATES, Standing, counted, frameworks, standings
from dashboard.statements.outlook.target_words import TRACKS

PATH = "/framework/<framework>"
HEADS = ("Measure", "Here", "Figure", "Target, and what is missing")
TAGS = {"met": "tag-good", "on track": "tag-good", "off track": "tag-due", "cannot tell": ""}


def _framework(site: Site, region: Area, text: str) -> Framework:
    found = next((item for item in frameworks(site)[0] if item.name == text), None)
    if found is None or not found.of(region.code):
        raise BadAddress(404, f"There is no framework called “{text[:60]}” for {region.name}.")
    return found


PARAMETERS = {"framework": _framework}


def title(site: Site, address: Address) -> str:
    """The framework's title."""
    return address.framework.title


def layout(site: Site, address: Address) -> list:
    """What it is, how much of it is measured, then a table for each pillar."""
    item = address.framework
    found = standings(site, item, address.region)
    pillars = dict.fromkeys(each.measure.pillar for each in found)
    about = f"{item.publisher}, {day_words(item.published)}. For: {item.applies_to}."
    return [
        html.P(dcc.Link("All frameworks", href=link("/frameworks", address.region)), className="crumb"),
        html.Div([html.H1(item.title), html.P(counted(found)), html.P(about)], className="page-head"),
        html.P(f"{item.incomplete}.", className="note") if item.incomplete else None,
        *[
            _pillar(site, address, name, [each for each in found if each.measure.pillar == name])
            for name in pillars
        ],
        html.Div(
            html.P(f"Source: {item.source}. The names of measures are ours.", className="note"),
            className="section",
        ),
    ]


def _pillar(site: Site, address: Address, name: str, found: list[Standing]) -> html.Section:
    key = "-".join(name.lower().split())
    head = html.Thead(html.Tr([html.Th(text, scope="col") for text in HEADS]))
    body = html.Tbody([_row(site, address, item) for item in found])
    caption = f"{name}: measures in {address.region.name}"
    return html.Section(
        [
            html.Div(html.H2(name, id=key), className="section-head"),
            scrolled(caption, head, body, table="table-cards", wrap="card"),
        ],
        className="section",
        **{"aria-labelledby": key},
    )


def _row(site: Site, address: Address, item: Standing) -> html.Tr:
    cells = [
        html.Span(STATES[item.state], className=f"tag state-{item.state}"),
        [_figure(address, *pair) for pair in zip(item.indicators, item.figures, strict=True)] or "–",
        [*_measure_lines(item), _target(site, address, item)],
    ]
    outcome = [html.P(item.measure.outcome, className="note")] if item.measure.outcome else []
    named = zip(HEADS[1:], cells, strict=True)
    return html.Tr(
        [
            html.Th([item.measure.measure, *outcome], scope="row"),
            *[html.Td(cell, className="words", **{"data-label": name}) for name, cell in named],
        ]
    )


def _figure(address: Address, indicator, figure: str) -> html.P:
    name = dcc.Link(indicator.title, href=link(f"/indicator/{indicator.id}", address.region))
    return html.P([name, f": {figure}"])


def _measure_lines(item: Standing) -> list:
    measure = item.measure
    track = html.Span(TRACKS[item.track], className=f"tag {TAGS[item.track]}") if item.track else None
    lines = [
        item.target,
        f"Aimed for: {measure.aim}; no figure and date that could be followed." if measure.aim else "",
        f"In its own words: “{measure.quoted}”" if measure.quoted else "",
        item.note,
        f"Source: {measure.source}." if measure.source else "",
    ]
    return [track, *[html.P(line) for line in lines if line]]


def _target(site: Site, address: Address, item: Standing) -> html.P | None:
    """The way to a target for the measure, for whoever may set one; what the framework asks is filled in."""
    if address.as_of or not site.record.writable():
        return None
    indicator = next((each for each in item.indicators if _followed(site, address.region, each)), None)
    if indicator is None:
        return None
    asked = address.framework.name if item.measure.goal and indicator is item.indicators[0] else None
    href = link("/targets", address.region, form="target", about=indicator.id, framework=asked)
    name = html.Span(f": {item.measure.measure}", className="visually-hidden")
    return html.P(dcc.Link(["Set a target", name], href=href), className="no-print")


def _followed(site: Site, region: Area, indicator: Indicator) -> bool:
    """Whether a target of it could be followed: for the region or one of its places a figure is held."""
    codes = [region.code, *(place.code for place in site.geography.places(region.code))]
    return any(site.observations(indicator).latest(code) for code in codes)


def figures(site: Site, address: Address) -> Shown:
    """The indicators that it shows, in the region."""
    found = standings(site, address.framework, address.region)
    shown = dict.fromkeys(indicator for item in found for indicator in item.indicators)
    return ((indicator, [address.region.code]) for indicator in shown)


PAGE = Page(PATH, title, layout, parameters=PARAMETERS, navigation="/data", figures=figures)

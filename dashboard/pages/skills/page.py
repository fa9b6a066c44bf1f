"""Skills pipeline: the jobs to fill to 2035 against the people who learn and are qualified."""

from dash import html

from dashboard.address.page import Address, Page
from dashboard.address.parameters import one_of
from dashboard.components.controls import select
from dashboard.components.parts import Parts
from dashboard.components.skills_tabs import skills_tabs
from dashboard.datastore.skills_projected import Demand, covered, demand
from dashboard.pages.skills import words
from dashboard.pages.skills.demand import ORDERS, demand_key, demand_table, mix_key, mix_table
from dashboard.pages.skills.gap import levels_section, pressure_section
from dashboard.pages.skills.supply import supply_section
from dashboard.site import Site
from dashboard.statements.as_of_words import PIPELINE

PATH = "/skills-pipeline"
AS_OF = PIPELINE
NAV = "/theme/skills"
PARAMETERS = {"order": one_of(tuple(ORDERS), "most")}


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Skills pipeline to 2035"


def layout(site: Site, address: Address) -> list:
    """Demand, levels and supply; where nothing is projected, supply and why."""
    region = address.region
    found = demand(site.store, region.code)
    head = _head(site, address)
    if found is None:
        names = sorted(site.geography.names(covered(site.store)))
        return [
            head,
            html.P(words.not_projected(region.name, names), className="empty"),
            supply_section(site, region),
        ]
    return [
        head,
        _demand(site, address, found),
        levels_section(site, region, found),
        _mix(site, address, found),
        pressure_section(site, region, found),
        supply_section(site, region),
        _careful(site),
    ]


def parts(site: Site, address: Address) -> Parts:
    """What the order of the occupations repaints; nothing where nothing is projected."""
    found = demand(site.store, address.region.code)
    if found is None:
        return Parts()
    return Parts(
        children={"demand": demand_table(found, address.order), "mix": mix_table(found, address.order)}
    )


def _head(site: Site, address: Address) -> html.Div:
    lead = "Which jobs will need filling, at which level, and who is learning for them."
    return html.Div(
        [skills_tabs(site, address), html.H1("Skills pipeline to 2035"), html.P(lead)], className="page-head"
    )


def _demand(site: Site, address: Address, found: Demand) -> html.Section:
    order = select("order", "Order of the occupations", ORDERS, address.order)
    message = words.message(address.region.name, found)
    return html.Section(
        [
            html.Div(html.H2(message, id="demand"), className="section-head"),
            html.P(words.most(found.needs)),
            html.Div(order, className="controls"),
            demand_key(),
            parts(site, address).part("demand"),
            html.P(words.rule(found), className="note"),
        ],
        className="section section-first",
        **{"aria-labelledby": "demand"},
    )


def _mix(site: Site, address: Address, found: Demand) -> html.Section:
    table = [
        html.Summary("Show the qualifications needed in each occupation"),
        mix_key(),
        parts(site, address).part("mix"),
    ]
    return html.Section(
        [
            html.Div(html.H2(words.mix_message(found), id="mix"), className="section-head"),
            html.Details(table),
        ],
        className="section",
        **{"aria-labelledby": "mix"},
    )


def _careful(site: Site) -> html.P:
    source = (
        "Sources: Skills Imperative 2035 (NFER, Warwick Institute for Employment Research and Cambridge "
        "Econometrics for the Department for Education); Local skills data hub (Department for Education)."
    )
    return html.P(f"{words.CANNOT} {source}", className="note")


PAGE = Page(
    PATH,
    title,
    layout,
    name="Skills pipeline",
    words="supply demand jobs task force occupations",
    parts=parts,
    parameters=PARAMETERS,
    as_of=AS_OF,
    navigation=NAV,
)

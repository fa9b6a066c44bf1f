"""Tested: how the ranges of all projections did on the past, and how often each verdict is a false alarm."""

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address, Page
from dashboard.address.parameters import one_of
from dashboard.catalogue.regions import CITY_REGION
from dashboard.components.controls import switch
from dashboard.components.parts import Parts
from dashboard.components.tables import data_table
from dashboard.datastore.areas import AUTHORITIES
from dashboard.pages.about import alarm_table as alarms
from dashboard.pages.about import known_then_table as known_then
from dashboard.pages.about import tested_table as words
from dashboard.site import Site

PATH = "/tested"
AS_OF = "This page is about the projections of today and cannot go back to {day}."
NAMES = {"district": "Districts", "county": "Counties", CITY_REGION: "City regions"}
PARAMETERS = {"level": one_of(AUTHORITIES, CITY_REGION)}


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "How projections did when tested"


def layout(site: Site, address: Address) -> list:
    """What is tested and how, then a table of one level."""
    key = [part for sign, meaning in words.KEY for part in (html.Dt(sign), html.Dd(meaning))]
    kinds = {name: NAMES[name] for name in reversed(AUTHORITIES)}
    return [
        html.Div(
            [html.H1("How projections did when tested"), html.P(words.HOW)],
            className="page-head",
        ),
        html.Div(switch("level", "Kind of area", kinds, address.level), className="controls"),
        parts(site, address).part("tested"),
        html.Details([html.Summary("What the cells mean"), html.Dl(key, className="about")]),
        *_known_then(site),
        *_false_alarms(),
    ]


def parts(site: Site, address: Address) -> Parts:
    """The table of the level that is chosen."""
    tested = words.table(site, address.level)
    if not tested:
        return Parts({"tested": html.P("No projection was worked out for these areas.", className="empty")})
    ahead = ["1 period ahead", *[f"{number} ahead" for number in range(2, words.FURTHEST + 1)]]
    rows = [
        [
            dcc.Link(item.title, href=link(f"/indicator/{item.indicator}", address.region)),
            *item.cells,
        ]
        for item in tested
    ]
    caption = f"Share of what came next that the range held: {NAMES[address.level].lower()}"
    element = html.P(words.summary(words.backtests(site, address.level)))
    return Parts({"tested": [element, data_table(["Indicator", *ahead], rows, caption)]})


def _known_then(site: Site) -> list:
    """The same test on the editions that were known at the time."""
    rates = known_then.measured()
    return [
        html.H2("The same, drawn from what was known then"),
        html.P(known_then.HOW),
        html.P(known_then.summary(rates)),
        data_table(known_then.HEADER, known_then.rows(rates, site.indicators), known_then.CAPTION),
    ]


def _false_alarms() -> list:
    """How often each verdict is wrong where nothing happened: the rule, what errs, and every rate."""
    rates = alarms.measured()
    return [
        html.H2("How often a verdict is a false alarm"),
        html.P(alarms.HOW),
        html.P(alarms.summary(rates)),
        html.P(alarms.PILOTS),
        data_table(alarms.HEADER, [alarms.cells(rate) for rate in rates], alarms.CAPTION),
    ]


PAGE = Page(
    PATH,
    title,
    layout,
    name="How the rules were tested",
    words="false alarms projections coverage",
    parts=parts,
    parameters=PARAMETERS,
    as_of=AS_OF,
)

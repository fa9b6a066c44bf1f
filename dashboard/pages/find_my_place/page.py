"""The public's first page: find your place, what is better and worse than usual, what has been decided."""

from datetime import date

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address, Page
from dashboard.address.parameters import typed
from dashboard.catalogue.periods import day_words
from dashboard.components.parts import Parts
from dashboard.datastore.areas import Area
from dashboard.datastore.published import published
from dashboard.pages.find_my_place.five_figures import five_figures
from dashboard.pages.find_my_place.search import place_box, places_found
from dashboard.site import Site
from dashboard.statements.as_of_words import DECISIONS, day_of, figures_known
from dashboard.statements.attention.attention import Statement, attention_list
from dashboard.statements.public_words import change_alone, each_once

PATH = "/"
PARAMETERS = {"q": typed}
IGNORED = ("show", "about", "list")  # of the office’s first page, whose views are published as evidence
_FEW = 5


def as_of(site: Site, address: Address) -> str:
    """Figures of the past day, decisions of today."""
    sentence = DECISIONS.format(day=day_of(site.as_of))
    return f"{figures_known(site, site.indicators.values())} {sentence}"


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Find my place"


def layout(site: Site, address: Address) -> list:
    """Five figures, good and bad, places, decisions, and where everything else is."""
    region = address.region
    listed = attention_list(site, region)
    better = each_once(site, [item for item in listed if item.change == "improving"])
    worse = each_once(site, [item for item in listed if item.change == "worsening"])
    lead = (
        f"Official figures about {region.name}, explained: how people travel, what homes cost, "
        "who is in work, what people have learned."
    )
    jump = html.P(html.A("Find my place", href="#find-my-place", className="quiet-button"))
    head = html.Div([html.H1(f"How is {region.name} doing?"), html.P(lead), jump], className="page-head")
    changes = html.Div(
        [
            _changes("Worse than usual", "worse", worse, len(listed), region),
            _changes("Better than usual", "better", better, len(listed), region),
        ],
        className="columns columns-even",
    )
    places = _places(site, address, parts(site, address))
    return [head, five_figures(site, region), changes, places, _decided(site, region), _more(site, region)]


def parts(site: Site, address: Address) -> Parts:
    """The places of the name that is typed."""
    return Parts(children={"found": places_found(site, address.region, address.q)})


def _section(title: str, name: str, *content: object) -> html.Section:
    heading = html.Div(html.H2(title, id=name), className="section-head")
    return html.Section([heading, *content], className="section", **{"aria-labelledby": name})


def _places(site: Site, address: Address, made: Parts) -> html.Section:
    region = address.region
    links = [
        html.Li(dcc.Link(place.name, href=link(f"/place/{place.code}", region), className="place-link"))
        for place in site.geography.places(region.code)
    ]
    return _section(
        "Find my place",
        "find-my-place",
        html.P(
            "Type the name of where you live: a council area, a ward, a county or a city region, anywhere in "
            "England. We do not ask for your postcode or anything about you."
        ),
        place_box(address.q),
        made.part("found", className="places-found"),
        html.H3(f"Council areas of {region.name}"),
        html.Ul(links, className="place-links"),
    )


def _changes(title: str, name: str, items: list[Statement], of: int, region: Area) -> html.Section:
    if not items:
        none = html.P(
            f"No figure here is {name} than usual by more than its ups and downs.", className="empty"
        )
        return _section(title, name, none)
    lines = []
    for item in items[:_FEW]:
        about, text = change_alone(item.text)
        lines.append(
            html.Li([dcc.Link(about, href=link(f"/indicator/{item.indicator}", region)), f": {text}"])
        )
    # A level, not a direction: a figure that is still worse than usual may have begun to come down.
    which = f"{name} than their own past by more than their usual ups and downs"
    count = f"{len(items)} of {of} figures: those that are {which}, whichever way the newest moved."
    return _section(
        title, name, html.P(count, className="note"), html.Ul(lines, className=f"said said-{name}")
    )


def _decided(site: Site, region: Area) -> html.Section:
    found = [item for item in published(site.settings.data) if item["region"] == region.code]
    if not found:
        return _section("What has been decided", "decided", html.P("No decision has been published yet."))
    lines = [
        html.Li([html.B(item["title"]), f", {day_words(date.fromisoformat(item['day']))}. {item['decided']}"])
        for item in found[:3]
    ]
    more = dcc.Link("All published decisions, and why they were taken", href=link("/decisions", region))
    return _section("What has been decided", "decided", html.Ul(lines, className="said"), html.P(more))


def _more(site: Site, region: Area) -> html.Section:
    links = [dcc.Link(name, href=link(f"/theme/{key}", region)) for key, name in site.themes.items()]
    themes = html.Ul([html.Li(item) for item in links], className="place-links")
    data = html.P(
        [
            "Every figure can be taken as a file, free to use: ",
            dcc.Link("get the data", href=link("/data", region)),
            ". To know where figures come from and what they cannot say, read ",
            dcc.Link("about this site", href=link("/about", region)),
            ".",
        ]
    )
    return _section("All figures by subject", "subjects", themes, data)


# Not cacheable: decisions are published at any time.
PAGE = Page(
    PATH,
    title,
    layout,
    name="Find my place",
    words="first page start",
    parts=parts,
    parameters=PARAMETERS,
    ignored=IGNORED,
    as_of=as_of,
    cacheable=False,
)

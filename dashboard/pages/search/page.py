"""Search: everything of that name, on a page of its own with an address to share."""

from dash import html

from dashboard.address.page import Address, Page
from dashboard.address.parameters import typed
from dashboard.components import mantine as dmc
from dashboard.components.parts import Parts
from dashboard.pages.search.results import search_results
from dashboard.site import Site
from dashboard.statements.as_of_words import SEARCHED

PATH = "/search"
PARAMETERS = {"q": typed}
AS_OF = SEARCHED


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return f"Search: {address.q}" if address.q else "Search"


def layout(site: Site, address: Address) -> list:
    """The box, and what is found for what it holds."""
    box = dmc.TextInput(
        id={"control": "q"},
        label="A question, or the name of an indicator, place, ward, page, dataset or decision",
        value=address.q,
        debounce=250,
        autoComplete="off",
        className="search",
    )
    head = html.Div([html.H1("Search")], className="page-head")
    return [head, box, parts(site, address).part("found", className="search-found")]


def parts(site: Site, address: Address) -> Parts:
    """What is found, again for each letter that is typed."""
    return Parts(children={"found": search_results(site, address.region, address.q)})


# Not cacheable: decisions are among what is found.
PAGE = Page(PATH, title, layout, parts=parts, parameters=PARAMETERS, as_of=AS_OF, cacheable=False)

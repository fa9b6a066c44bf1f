"""About: what this is, where figures come from, what it cannot say, and how to use it elsewhere."""

from datetime import date

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address, Page
from dashboard.catalogue.periods import day_words
from dashboard.datastore.datasets import datasets
from dashboard.site import Site
from dashboard.statements.as_of_words import NO_FIGURES
from dashboard.statements.rank_words import LIKELY_HEAD
from dashboard.statements.site_words import contact

PATH = "/about"
AS_OF = NO_FIGURES


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "About"


def layout(site: Site, address: Address) -> list:
    """Plain paragraphs under plain headings."""
    region, register = address.region, datasets(site.store)
    publishers = len({item.publisher for item in register.values()})
    example = next(iter(site.indicators), "")
    source = f"/embed/{example}?region={region.code}"
    embed = f'<iframe src="{source}" title="Chart" width="100%" height="560"></iframe>'
    return [
        html.Div([html.H1("About this site"), html.P(_LEAD)], className="page-head"),
        html.H2("Where the figures come from"),
        html.P(
            f"{len(site.indicators)} figures are made from {len(register)} datasets of {publishers} "
            "publishers, most of them official statistics. Nothing is estimated from what you do here. "
            f"The figures were last put together on {day_words(date.fromisoformat(site.store.built))}."
        ),
        html.P(
            [
                "Each one, with its licence and date, is listed under ",
                dcc.Link("Data", href=link("/data", region)),
                ".",
            ]
        ),
        html.H2("What the words mean"),
        html.Ul([html.Li([html.B(word), f": {meaning}"]) for word, meaning in _WORDS]),
        html.H2("What the figures cannot say"),
        html.Ul([html.Li(text) for text in _LIMITS]),
        html.P(
            [
                "Where a figure may go is a range made from past errors: ",
                dcc.Link("how those ranges did when tested", href=link("/tested", region)),
                ".",
            ]
        ),
        html.H2("Use it elsewhere"),
        *(_embedding(embed) if site.settings.audience == "public" else []),
        html.P(
            [
                "Programs can read everything at ",
                html.A("/api/v1", href="/api/v1/openapi.json"),
                ", and the catalogue at ",
                html.A("/catalogue.jsonld", href="/catalogue.jsonld"),
                ".",
            ]
        ),
        html.H2("Say what is wrong or missing"),
        html.P(contact(site.settings.contact)),
    ]


def _embedding(code: str) -> list:
    sentence = (
        "Every chart can stand in another website. Write our address before the path. The pages of places "
        "and charts have more codes to copy."
    )
    return [html.P(sentence), html.P(html.Code(code))]


_LEAD = (
    "It shows what official figures say about a city region and the places in it. They are compared in a "
    "fair way. So people see the same figures as those who decide for them."
)
_WORDS = (
    ("Getting better or worse", "the figure moved in that direction by more than its usual ups and downs"),
    (
        LIKELY_HEAD,
        "surveys ask some people, not all; the true figure is in this range 19 times out of 20",
    ),
    ("Similar places", "the places most alike, worked out by the Office for National Statistics"),
    (
        "c, or confidential",
        "too few people to show, or hidden so that such a smaller figure cannot be worked out",
    ),
    ("u, or unreliable", "too few people were asked"),
)
_LIMITS = (
    "A figure shows what happened, not why.",
    "Most figures are months or years old when they are published; each says which period it is about.",
    "Small differences between places are often chance. Where that is so, the page says it.",
    "Places differ in who lives there. A worse figure is not proof that somebody does a worse job.",
)


PAGE = Page(PATH, title, layout, name="About this site", words="methods how it works", as_of=AS_OF)

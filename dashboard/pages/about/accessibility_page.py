"""Accessibility statement: what has been tested, how, and what is known not to work."""

from dash import html

from dashboard.address.page import Address, Page
from dashboard.site import Site
from dashboard.statements.as_of_words import NO_FIGURES
from dashboard.statements.site_words import contact

PATH = "/accessibility"
AS_OF = NO_FIGURES


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Accessibility"


def layout(site: Site, address: Address) -> list:
    """What you can do, what is known to fall short, how it was tested, whom to tell."""
    return [
        html.Div([html.H1("Accessibility"), html.P(_LEAD)], className="page-head"),
        html.H2("What you should be able to do"),
        html.Ul([html.Li(text) for text in _CAN]),
        html.H2("How it is tested"),
        html.P(
            "A program (axe) checks pages against the rules of WCAG 2.2 level AA that a program can check, "
            "on a narrow and a wide screen, light and dark, each time the code changes. No test with "
            "disabled people and none by an independent auditor has been done yet; we claim no more."
        ),
        html.H2("What is known to fall short"),
        html.Ul([html.Li(text) for text in _SHORT]),
        html.H2("Tell us"),
        html.P(f"If something does not work for you, say what. {contact(site.settings.contact)}"),
    ]


_LEAD = "We want as many people as possible to be able to use this site, on any device."
_CAN = (
    "use every part with a keyboard alone, and skip to the content of each page",
    "zoom in to 400% without scrolling in two directions, except in wide tables",
    "read every chart as words and as a table, and step through its points with the arrow keys",
    "walk a map from area to area with the arrow keys, zoom it with + and −, move it with Shift and an arrow",
    "tell lines and areas apart without colours",
    "read in light or in dark mode",
)
_SHORT = (
    "Pages need JavaScript. Without it every figure is still a file under /download/.",
    "On a map, small areas are hard to hit with a finger at first; zoom in, or use the table below the map.",
    "PowerPoint packs have alternative texts, but their reading order has not been checked by a person.",
    "There is no version in Easy Read, British Sign Language or other languages.",
)


PAGE = Page(PATH, title, layout, name="Accessibility", words="wcag statement", as_of=AS_OF)

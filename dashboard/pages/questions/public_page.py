"""Questions, for everybody: ask one, and read what others asked and what the office answered."""

from datetime import date
from typing import Any

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address, Page
from dashboard.address.parameters import one_of, text
from dashboard.datastore.published import answers
from dashboard.inbox.question import SORTS
from dashboard.pages.questions.about import about_link
from dashboard.pages.questions.ask_form import PROMISE, ask_form
from dashboard.site import Site
from dashboard.statements import question_words as words
from dashboard.statements.as_of_words import NO_FIGURES

PATH = "/questions"
PARAMETERS = {"about": text(300), "sort": one_of(("", *SORTS), ""), "sent": one_of(("", "yes"), "")}
THANKS = "Thank you. Your question is kept for a person to read."


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Questions"


def layout(site: Site, address: Address) -> list:
    """That a question came in, or the form; then the counts and the answers."""
    told = answers(site.settings.data)
    mine = [item for item in told["answers"] if item["region"] == address.region.code]
    lead = f"Ask about a figure or a decision for {address.region.name}, or say what is missing."
    sent = html.Div(html.P(THANKS), className="saved", role="status") if address.sent else None
    return [
        html.Div([html.H1("Questions"), html.P(lead)], className="page-head"),
        sent,
        html.Section(
            [
                html.Div(html.H2("Ask", id="ask"), className="section-head"),
                html.P(PROMISE),
                _about(site, address),
                ask_form(address),
            ],
            className="section",
            **{"aria-labelledby": "ask"},
        ),
        html.Section(
            [
                html.Div(html.H2("Answered", id="answered"), className="section-head"),
                _counts(told["counts"].get(address.region.code)),
                html.P(
                    dcc.Link("What was promised, and how far it is", href=link("/promises", address.region))
                ),
                *(_answer(site, address, item) for item in mine),
            ],
            className="section",
            **{"aria-labelledby": "answered"},
        ),
    ]


def _about(site: Site, address: Address) -> html.P | None:
    if not address.about:
        return None
    return html.P(["About ", about_link(site, address.region, address.about), "."], className="note")


def _counts(counted: dict[str, Any] | None) -> html.P:
    return html.P(words.counted(counted) if counted else words.NONE_YET)


def _answer(site: Site, address: Address, item: dict[str, Any]) -> html.Article:
    parts = [html.H3(item["words"]), html.P(item["answer"], className="lines")]
    days = words.days(date.fromisoformat(item["asked"]), date.fromisoformat(item["answered"]), item["times"])
    about = [" About ", about_link(site, address.region, item["about"]), "."] if item["about"] else []
    return html.Article([*parts, html.P([days, *about], className="note")], className="entry")


PAGE = Page(
    PATH,
    title,
    layout,
    name="Questions",
    words="ask the office public answers",
    parameters=PARAMETERS,
    as_of=NO_FIGURES,
    cacheable=False,
)

"""Answered: what a question that was typed into the search is answered with, or why it is not."""

from dash import dcc, html

from dashboard.ask.answer import ANSWERED, Answer, answer
from dashboard.ask.figures import AnswerFigure
from dashboard.datastore.areas import Area
from dashboard.site import Site

WORDS = 3  # from so many words on a text that was refused is taken for a question
UNREAD = ("nothing", "not_held", "ambiguous")  # refused as no question: what it names may be what was meant


def answered(site: Site, region: Area, text: str, named: bool) -> html.Section | None:
    """The answer to `text`, or why there is none; None where something is `named` so and listed below."""
    found = answer(site, region, text)
    few = len(text.split()) < WORDS
    if found.state != ANSWERED and ((found.reason in UNREAD and (named or few)) or (named and few)):
        return None
    heading = html.H2("Answer" if found.state == ANSWERED else "No answer", id="answer")
    return html.Section(
        [
            heading,
            html.P(found.sentence, className="answer-said", role="status"),
            *[html.P(note, className="note") for note in found.notes],
            _figures(found),
            _options(found),
        ],
        className="card answer",
        **{"aria-labelledby": "answer"},
    )


def _figures(found: Answer) -> html.Ul | None:
    """Of each figure its page, its source and the address that programs read it at."""
    if not found.figures:
        return None
    return html.Ul([html.Li(_figure(item)) for item in found.figures], className="results")


def _figure(item: AnswerFigure) -> list:
    page = dcc.Link(f"{item.title}, {item.area_name}, {item.period_label}", href=item.page)
    # A plain link: what lies at it is no page.
    observation = html.A("This figure as data", href=item.observation)
    return [page, html.Span(f"Source: {'; '.join(item.sources)}", className="note"), observation]


def _options(found: Answer) -> html.Ul | None:
    if not found.options:
        return None
    links = [html.Li(dcc.Link(item.name, href=item.address)) for item in found.options]
    return html.Ul(links, className="results")

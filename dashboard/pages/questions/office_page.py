"""Public questions, in the office: what came in, taken up or not, and what was answered."""

from datetime import UTC, date, datetime, timedelta

from dash import html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.address.parameters import text
from dashboard.catalogue.periods import day_words
from dashboard.components.record.form import listed_form
from dashboard.components.record.frame import head, needs_record, record_page, saved, tabs, to_form
from dashboard.components.record.parameters import of_lists
from dashboard.components.record.rows import change_link
from dashboard.components.record.suggestions import suggested
from dashboard.inbox.question import SORTS, Question
from dashboard.inbox.reader import NAMES_DAYS, forget, questions
from dashboard.inbox.writer import InboxUnavailable
from dashboard.pages.questions.about import about_link
from dashboard.record.answered_questions import answered_question_ids, counts
from dashboard.record.office import office_record
from dashboard.record.rights import may_write
from dashboard.record.versions import RecordEntry
from dashboard.site import Site
from dashboard.statements import question_words as words

PATH = "/questions"
NAMES = {"answer": "answer"}
NEW = {"answer": "Answer a question"}
PARAMETERS = of_lists(tuple(NAMES), about=text(20))
LEAD = "What people asked in the public view. What they wrote stays here; only your own words are published."
NONE = (
    "No question waits. The public asks under every page of figures: what stands out, and what was decided "
    "about it, is what people are likely to ask about."
)
MOST_QUESTIONS = 50  # that are listed, the oldest first: a flood of them must not keep the page from opening
AWAY = "The inbox of the public’s questions cannot be read just now."


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Public questions"


@needs_record
def layout(site: Site, address: Address) -> list:
    """The form of an answer where one is asked for; else the questions that wait, then the answers."""
    if address.edit or address.form:
        chosen = {"questions": [address.about]} if address.about and not address.edit else {}
        return listed_form(site, address, NAMES, NEW, **chosen)
    try:
        forget(site.settings)
        kept = questions(site.settings, address.region.code)
    except InboxUnavailable:
        kept = None
    store, region = office_record(site).shown_record, address.region.code
    return [
        head("Public questions", LEAD),
        tabs(address, PATH),
        saved(store, address),
        *(_waiting(site, address, kept) if kept is not None else [html.P(AWAY, className="notice")]),
        _answers(address, office_record(site).entries("answer", region)),
    ]


def _waiting(site: Site, address: Address, kept: list[Question]) -> list:
    store, region = office_record(site).shown_record, address.region.code
    done = answered_question_ids(store, region)
    waiting = [item for item in kept if item.id not in done]
    told = counts(store, region, {item.id for item in kept}, datetime.now(UTC).date())
    return [
        html.P(words.counted(told)),
        html.Section(
            [
                html.Div(html.H2("Waiting", id="waiting"), className="section-head"),
                html.Ul(
                    [_question(site, address, item) for item in waiting[:MOST_QUESTIONS]], className="entries"
                )
                if waiting
                else html.P(NONE, className="empty"),
                html.P(words.more(len(waiting) - MOST_QUESTIONS), className="note")
                if len(waiting) > MOST_QUESTIONS
                else None,
                None if waiting else suggested(site, address, "decide", "promise"),
            ],
            className="section",
            **{"aria-labelledby": "waiting"},
        ),
    ]


def _question(site: Site, address: Address, item: Question) -> html.Li:
    came = date.fromisoformat(item.at[:10])
    about = [about_link(site, address.region, item.about)] if item.about else []
    return html.Li(
        [
            html.H3(SORTS[item.sort]),
            html.P(item.words, className="lines"),
            html.P(_who(item, came), className="note") if may_write() else None,
            html.Div([html.Span(day_words(came)), *about], className="facts-line"),
            to_form("Answer", link(PATH, address.region, form="answer", about=item.id), button=False),
        ],
        className="entry",
    )


def _who(item: Question, came: date) -> str:
    sentence = ", ".join(filter(None, (item.name, item.contact)))
    return (
        f"From {sentence}; deleted on {day_words(came + timedelta(days=NAMES_DAYS))}."
        if sentence
        else "No name given."
    )


def _answers(address: Address, entries: list[RecordEntry]) -> html.Section:
    newest = sorted(entries, key=lambda entry: entry.at, reverse=True)
    none = html.P("Nothing is answered yet.", className="empty")
    return html.Section(
        [
            html.Div(html.H2("Taken up", id="taken"), className="section-head"),
            html.Ul([_answer(address, entry) for entry in newest], className="entries") if newest else none,
        ],
        className="section",
        **{"aria-labelledby": "taken"},
    )


def _answer(address: Address, entry: RecordEntry) -> html.Li:
    item = entry.item
    tags = [words.STATES[item.state], *(["Published"] if item.published else [])]
    return html.Li(
        [
            html.H3(item.words),
            html.P(item.answer, className="lines") if item.answer else None,
            html.Div([html.Span(tag, className="tag") for tag in tags], className="row-actions"),
            html.P(words.days(item.asked, entry.at.date(), len(item.questions)), className="note")
            if item.state == "answered"
            else None,
            change_link(address, entry, f"the answer to {item.words}"),
        ],
        className="entry",
    )


PAGE = record_page(PATH, title, layout, PARAMETERS, name="Questions", words="ask the office public answers")

"""Check a draft: paste a text or choose a file; every figure in it is held against those held here."""

import base64

from dash import html

from dashboard.address.address import link
from dashboard.address.page import Address, Page
from dashboard.check.check import CheckedDraft
from dashboard.check.document import document, fragment
from dashboard.check.draft import LONGEST_DRAFT, Unreadable
from dashboard.check.files.reader import LARGEST_FILE
from dashboard.check.request_result import kept_result
from dashboard.components.plain_form import field, hidden, post_form
from dashboard.site import Site
from dashboard.statements.as_of_words import NO_FIGURES

PATH = "/check"
LEAD = (
    "Before a speech or a report goes out: every figure in it that speaks of an indicator, a place and a "
    "period "
    "is held against the figures here."
)
PROMISE = (
    "Nothing you send is kept: it is read in memory, checked and forgotten. The result is a file "
    "you can save."
)


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Check a draft"


def layout(site: Site, address: Address) -> list:
    """What was found in the draft that was just sent, if one was; then the form."""
    sent = kept_result()
    return [
        html.Div([html.H1("Check a draft"), html.P(LEAD)], className="page-head"),
        *([_refused(sent)] if isinstance(sent, Unreadable) else []),
        *([_result(sent)] if isinstance(sent, CheckedDraft) else []),
        _section("send", "Another draft" if sent else "Your draft", html.P(PROMISE), _form(address)),
        _section("how", "How it reads", *map(html.P, HOW)),
    ]


HOW = (
    "“Right” and “right when rounded” are said only where every word between the figure and what it "
    "speaks of is "
    "understood, and one reading is possible. Where a place or an indicator may be one of two, both "
    "are shown.",
    "“Superseded” means that a newer or a revised figure is held. “Not held” is no fault: nothing here "
    "can say.",
    "A sentence without a place is read as one of the region at the top of the page, or of the place "
    "that the "
    "sentence or the heading before it names; without a period, as the newest figure.",
)


def _form(address: Address) -> html.Div:
    text = "Paste a paragraph, a page or the whole draft. Rows copied from a table are read as a table."
    file = f"Word (DOCX), slides (PPTX) or PDF, up to {LARGEST_FILE // 1_000_000} MB."
    fields = [
        hidden("region", address.region.code),
        field("text", "Text", text, prefix="check", rows=9, maxlength=LONGEST_DRAFT),
        field("file", "Or a file", file, prefix="check", type="file", accept=".docx,.pptx,.pdf,.txt"),
    ]
    action = link(PATH, address.region)
    return post_form(action, "Check a draft", fields, "Check the draft", files=True)


def _section(name: str, heading: str, *inside) -> html.Section:
    head = html.Div(html.H2(heading, id=name), className="section-head")
    return html.Section([head, *inside], className="section", **{"aria-labelledby": name})


def _refused(sent: Unreadable) -> html.Div:
    return html.Div(html.P(str(sent)), className="notice", role="alert")


def _result(sent: CheckedDraft) -> html.Section:
    """The marks, and the same as a file: its bytes stand in the link, since nothing is kept here to fetch."""
    file = base64.b64encode(document(sent).encode()).decode()
    save = html.P(
        html.A(
            "Save the result as a file (HTML)",
            href=f"data:text/html;base64,{file}",
            download="checked-draft.html",
        )
    )
    marked = html.Div(**{"data-svg": fragment(sent)})
    return _section("result", f"Checked: {sent.draft.name}", save, marked)


PAGE = Page(
    PATH,
    title,
    layout,
    name="Check a draft",
    words="speech figures correct verify facts word pdf slides upload paste",
    as_of=NO_FIGURES,
    cacheable=False,
    audience="office",
)

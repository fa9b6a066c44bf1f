"""The form in which anybody asks: plain HTML, sent as any form is, without a script, cookie or account."""

from dash import html

from dashboard.address.page import Address
from dashboard.components.plain_form import choice, field, hidden, post_form
from dashboard.inbox.question import LONGEST_FIELDS, SORTS
from dashboard.inbox.reader import NAMES_DAYS, WORDS_DAYS

PROMISE = (
    "A person reads every question. A name or an address is optional, is never published, and is deleted "
    f"after {NAMES_DAYS} days; the question itself after {WORDS_DAYS}. "
    "We may publish an answer, with the question in our own words."
)


def ask_form(address: Address) -> html.Div:
    """The form, about the page that the address names."""
    words = f"Plain text, up to {LONGEST_FIELDS['words']:,} characters. Say which figure or place you mean."
    contact, name = "Email or phone, if you want a reply (optional)", "Your name (optional)"
    fields = [
        hidden("region", address.region.code),
        hidden("about", address.about),
        choice("sort", "What kind of question is it?", SORTS, address.sort, prefix="ask"),
        field(
            "words",
            "Your question",
            words,
            prefix="ask",
            rows=5,
            maxlength=LONGEST_FIELDS["words"],
            required=True,
        ),
        field("name", name, prefix="ask", maxlength=LONGEST_FIELDS["name"], autocomplete="name"),
        field("contact", contact, prefix="ask", maxlength=LONGEST_FIELDS["contact"], autocomplete="email"),
    ]
    return post_form("/questions", "Ask a question", fields, "Send the question")

"""The form in which anybody asks: plain HTML, sent as any form is, without a script, cookie or account."""

from html import escape

from dash import html

from dashboard.address.page import Address
from dashboard.inbox.question import LONGEST, SORTS
from dashboard.inbox.tray import NAMES_DAYS, WORDS_DAYS

PROMISE = (
    "A person reads every question. A name or an address is optional, is never published, and is deleted "
    f"after {NAMES_DAYS} days; the question itself after {WORDS_DAYS}. "
    "We may publish an answer, with the question in our own words."
)
_FORM = """<form method="post" action="/questions" class="record-form" aria-label="Ask a question">
<input type="hidden" name="region" value="{region}"><input type="hidden" name="about" value="{about}">
<fieldset class="field"><legend>What kind of question is it?</legend>{sorts}</fieldset>
<div class="field"><label for="ask-words">Your question</label>
<p class="field-hint" id="ask-words-hint">Plain text, up to {words:,} characters.
Say which figure or place you mean.</p>
<textarea class="input" id="ask-words" name="words" rows="5" maxlength="{words}" required
 aria-describedby="ask-words-hint"></textarea></div>
<div class="field"><label for="ask-name">Your name (optional)</label>
<input class="input" id="ask-name" name="name" maxlength="{name}" autocomplete="name"></div>
<div class="field"><label for="ask-contact">Email or phone, if you want a reply (optional)</label>
<input class="input" id="ask-contact" name="contact" maxlength="{contact}" autocomplete="email"></div>
<div class="form-end"><button type="submit" class="button">Send the question</button></div></form>"""
_SORT = (
    '<div class="pick"><input type="radio" id="ask-{value}" name="sort" value="{value}" required{checked}>'
    '<label for="ask-{value}">{label}</label></div>'
)


def ask_form(address: Address) -> html.Div:
    """The form, about the page that the address names."""
    sorts = "".join(
        _SORT.format(value=value, label=escape(label), checked=" checked" if value == address.sort else "")
        for value, label in SORTS.items()
    )
    form = _FORM.format(
        region=escape(address.region.code), about=escape(address.about), sorts=sorts, **LONGEST
    )
    return html.Div(**{"data-svg": form})

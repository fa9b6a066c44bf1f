"""A form sent without a script: each question has its label and hint, and no word given is markup."""

import re

from dashboard.components.plain_form import choice, field, hidden, post_form


def written(*fields, **more):
    """The markup of a form of `fields`."""
    return getattr(post_form("/ask", "Ask", list(fields), "Send", **more), "data-svg")


def test_each_question_is_labelled_and_hinted():
    form = written(
        field("words", "Your question", "Plain text.", prefix="ask", rows=5, maxlength=900, required=True),
        field("file", "A file", prefix="ask", type="file", accept=".pdf"),
        choice("sort", "What kind?", {"data": "About data", "other": "Another"}, "data", prefix="ask"),
    )
    assert form == (
        '<form method="post" action="/ask" class="record-form" aria-label="Ask">'
        '<div class="field"><label for="ask-words">Your question</label>'
        '<p class="field-hint" id="ask-words-hint">Plain text.</p>'
        '<textarea class="input" id="ask-words" name="words" rows="5" maxlength="900" required'
        ' aria-describedby="ask-words-hint"></textarea></div>'
        '<div class="field"><label for="ask-file">A file</label>'
        '<input class="input" id="ask-file" name="file" type="file" accept=".pdf"></div>'
        '<fieldset class="field"><legend>What kind?</legend>'
        '<div class="pick"><input type="radio" id="ask-data" name="sort" value="data" required checked>'
        '<label for="ask-data">About data</label></div>'
        '<div class="pick"><input type="radio" id="ask-other" name="sort" value="other" required>'
        '<label for="ask-other">Another</label></div></fieldset>'
        '<div class="form-end"><button type="submit" class="button">Send</button></div></form>'
    )


def test_what_is_sent_along_is_not_seen():
    assert hidden("about", "/a?b=1&c=2") == '<input type="hidden" name="about" value="/a?b=1&amp;c=2">'


def test_a_text_that_begins_with_an_empty_line_keeps_it():
    assert ">\n\nwords</textarea>" in field("a", "A", prefix="b", rows=2, value="\nwords")
    assert "></textarea>" in field("a", "A", prefix="b", rows=2, value="")


def test_nothing_that_is_given_is_markup():
    bad = '"><script>alert(1)</script>'
    form = written(
        hidden("about", bad),
        field("name", bad, bad, prefix="ask", value=bad),
        choice("sort", bad, {bad: bad}, bad, prefix="ask"),
        files=True,
    )
    assert 'enctype="multipart/form-data"' in form
    assert set(re.findall(r"</?(\w+)", form)) == {
        "form", "input", "div", "label", "p", "fieldset", "legend", "button",
    }  # fmt: skip

"""A question becomes plain text of bounded length, or is refused with a sentence."""

import pytest

from dashboard.inbox.question import LONGEST_FIELDS, Unusable, plain, question_from

FORM = {"sort": "right", "words": "Is the figure for Bury right?"}


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("Is <b>this</b> right?", "Is ‹b>this‹/b> right?"),
        ("&lt;script&gt;", "‹script>"),
        ("&amp;amp;lt;b>", "‹b>"),
        ("<<b>script>", "<‹b>script>"),
        ("Less than 5% (<5%), and 3 < 4", "Less than 5% (<5%), and 3 < 4"),
        ("one\r\n\r\n\r\n\r\ntwo  three\t", "one\n\ntwo three"),
        ("a\x00b\u202ec\u200bd\ud800e", "abcde"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_is_sent_becomes_plain_text(sent, kept):
    assert plain(sent) == kept
    assert plain(kept) == kept


def test_a_question_is_kept_with_its_region_and_page():
    found = question_from(FORM | {"name": " Ann ", "contact": "a@example.org"}, "E47000001", "/theme/housing")
    assert (found.region, found.about, found.sort, found.name) == (
        "E47000001",
        "/theme/housing",
        "right",
        "Ann",
    )


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"sort": "rant"}, "Choose which kind"),
        ({"words": " <b> "}, "in a few words"),
        ({"words": "x" * (LONGEST_FIELDS["words"] + 1)}, "1,000 characters or fewer"),
        ({"name": "x" * (LONGEST_FIELDS["name"] + 1)}, "Your name must be 80"),
        ({"contact": "x" * (LONGEST_FIELDS["contact"] + 1)}, "Your email or phone must be 120"),
    ],
)
def test_what_is_no_question_is_refused(changed, said):
    with pytest.raises(Unusable, match=said):
        question_from(FORM | changed, "E47000001", "")

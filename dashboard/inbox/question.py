"""A question of the public: what may be asked, and how what was sent becomes plain text of bounded length."""

import html
import re
import unicodedata
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

SORTS = {"right": "Is this right?", "look": "What should we look at?"}
LONGEST_FIELDS = {"words": 1000, "name": 80, "contact": 120}  # characters
SHORTEST_QUESTION = 10  # of the words: less is no question
# As HTML reads it: a tag opens with a letter, a slash, ! or ?; "< 5%" is text.
_OPENS = re.compile(r"<(?=[A-Za-z/!?])")
_JOINERS = "\u200c\u200d"  # of the marks that cannot be seen, words of some languages need these two
_ANY_SPACE = re.compile(r"[^\S\n]+")


class Unusable(ValueError):
    """A question that cannot be taken; the message is one sentence for whoever asked."""


@dataclass(frozen=True)
class Question:
    """One question as it is kept. `at` is UTC as ISO 8601, `about` the page it was asked from ("" for none).

    `name` and `contact` are "" where none was given, and once they are forgotten.
    """

    id: str
    at: str
    region: str
    about: str
    sort: str
    words: str
    name: str = ""
    contact: str = ""


def question_from(given: Mapping[str, str], region: str, about: str) -> Question:
    """The question that the fields of a form stand for. Raises Unusable."""
    sort = given.get("sort", "")
    if sort not in SORTS:
        raise Unusable("Choose which kind of question it is.")
    fields = {name: plain(given.get(name, "")) for name in LONGEST_FIELDS}
    if len(fields["words"]) < SHORTEST_QUESTION:
        raise Unusable("Write your question in a few words.")
    for name, label in (
        ("words", "Your question"),
        ("name", "Your name"),
        ("contact", "Your email or phone"),
    ):
        if len(fields[name]) > LONGEST_FIELDS[name]:
            raise Unusable(f"{label} must be {LONGEST_FIELDS[name]:,} characters or fewer.")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Question(uuid.uuid4().hex[:16], now, region, about, sort, **fields)


def plain(text: str) -> str:
    """`text` without markup or marks that cannot be seen, its lines kept, its blanks made one.

    What would open a tag is written ‹: nothing is lost, and nothing can be markup wherever it is shown.
    """
    while (read := html.unescape(text)) != text:
        text = read
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(letter for letter in text if _seen(letter))
    lines = [_ANY_SPACE.sub(" ", line).strip() for line in text.split("\n")]
    whole = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return _OPENS.sub("‹", whole)


def _seen(letter: str) -> bool:
    return (
        letter in "\n\t"
        or letter in _JOINERS
        or unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )

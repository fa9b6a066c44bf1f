"""The words of a question: those of a search, with what small words make of the next one kept."""

import re
from collections.abc import Collection

from dashboard.search import matching

JOINED = {("in", "work"): "in-work"}  # people in work have a job; "in" alone says nothing, "work" much else
_GENITIVE = re.compile(r"['’]s\b")


def words(text: str) -> tuple[str, ...]:
    """The words of `text` as `matching.words` gives them, without the s of a genitive, each pair of JOINED as
    one: "Leeds's" and "Wigan's" are the places."""
    plain, found = matching.words(_GENITIVE.sub("", text)), list[str]()
    for word in plain:
        pair = (found[-1], word) if found else ("", word)
        if pair in JOINED:
            found[-1] = JOINED[pair]
        else:
            found.append(word)
    return tuple(found)


def inflected(word: str, known: Collection[str]) -> str:
    """`word`, or the one of `known` that is its singular or plural: "buses" is bus; no slip of the pen."""
    if word in known or len(word) < 3:
        return word
    stems = [word[:-end] + new for old, end, new in _ENDINGS if word.endswith(old)]
    return next((stem for stem in (*stems, f"{word}s", f"{word}es") if stem in known), word)


_ENDINGS = (("ies", 3, "y"), ("es", 2, ""), ("s", 1, ""), ("y", 1, "ies"))  # how it ends, letters off, new

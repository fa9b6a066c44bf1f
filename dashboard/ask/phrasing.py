"""The words of a question: those of a search, with what small words make of the next one kept."""

from dashboard.search import matching

JOINED = {("in", "work"): "in-work"}  # people in work have a job; "in" alone says nothing, "work" much else


def words(text: str) -> tuple[str, ...]:
    """The words of `text` as `matching.words` gives them, each pair of JOINED as one."""
    plain, found = matching.words(text), list[str]()
    for word in plain:
        pair = (found[-1], word) if found else ("", word)
        if pair in JOINED:
            found[-1] = JOINED[pair]
        else:
            found.append(word)
    return tuple(found)

"""Parts: a number's clause, and the parts beside it that have no number of their own and add to it."""

import re
from itertools import pairwise

from dashboard.check.reading.numbers import Span
from dashboard.check.reading.sentences import Sentence

_CLAUSE = re.compile(r"[;()]|,\s|\b(?:while|whereas|although|though)\b", re.IGNORECASE)
_ADDS = re.compile(  # all but another statement, of what people do: ", and we should celebrate it"
    r"(?!^\W*(?:and|but|so|because|for which)\s+(?:we|i|you|it is|that is)\b)", re.IGNORECASE
)
RESTRICTS = re.compile(  # what narrows the figure, and is no remark on it
    r"^\W*(?:(?:but|and|or|if|only|even|mostly|mainly|at least)\s+)*(?:among|amongst|of|for|by|with|without"
    r"|from|in|on|at|per|only|when|where|before|after|until|once|since|during|within|outside|excluding|including"
    r"|counting|measured|based|adjusted|compared|unlike|like|as|not|so|such|too|either|less|plus|minus|net)\b",
    re.IGNORECASE,
)


def clause_of(sentence: Sentence, span: Span) -> Span:
    """`span`, widened to whole clauses."""
    cuts = [match.start() for match in _CLAUSE.finditer(sentence.text)]
    before = max((cut for cut in cuts if cut < span[0]), default=0)
    after = min((cut for cut in cuts if cut >= span[1]), default=len(sentence.text))
    return before, after


def with_what_follows(sentence: Sentence, clause: Span, begins: re.Pattern[str] = _ADDS) -> Span:
    """The clause with the parts beside it that have no number of their own and begin as is told: "4.0%, but
    only for men", "Among men, 4.0%"."""
    cuts = [0, *(match.start() for match in _CLAUSE.finditer(sentence.text)), len(sentence.text)]
    parts = [(start, end) for start, end in pairwise(cuts) if not _numbered(sentence, start, end)]
    first, last = clause
    for start, end in reversed(parts):
        if end == first and begins.match(sentence.text[start:end]):
            first = start
    for start, end in parts:
        if start == last and begins.match(sentence.text[start:end]):
            last = end
    return first, last


def _numbered(sentence: Sentence, start: int, end: int) -> bool:
    return any(start <= one.start < end for one in sentence.numbers)

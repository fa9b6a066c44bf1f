"""Clauses: the parts of a sentence, and whether a number of it is one that another is held against."""

import re

from dashboard.check.reading.numbers import Number
from dashboard.check.reading.sentences import Sentence

STOP = re.compile(
    r"[;.]|,(?!\d)|\b(?:and|but|while|whereas|although|though|compared|against|than|versus|vs|up|down)\b",
    re.I,
)
_AGAINST = re.compile(r"\b(?:from|compared (?:with|to)|against|than|versus|vs)(?: just| only)?\s+$", re.I)
_CAME = re.compile(r"\bfrom\s+(?:\w+\s+)?$", re.IGNORECASE)
_NEAR = 60  # letters before a number that are looked at for what leads to it
CLAUSE = re.compile(
    r"[;()]|,(?!\d)|: |\b(?:and|but|while|whereas|although|though|compared with|compared to|against"
    r"|versus)\b",
    re.I,
)


def compared(sentence: Sentence, number: Number) -> bool:
    """Whether the number is one that another is held against, and its date its own."""
    return bool(_AGAINST.search(sentence.text, max(0, number.start - _NEAR), number.start))


def came_from(sentence: Sentence, number: Number) -> bool:
    """Whether the number is what there was before: "down from 6%"."""
    return bool(_CAME.search(sentence.text, max(0, number.start - _NEAR), number.start))

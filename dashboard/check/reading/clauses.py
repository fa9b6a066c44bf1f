"""Clauses: the parts of a sentence, and whether a number of it is one that another is held against."""

import re

from dashboard.check.reading.numbers import Number
from dashboard.check.reading.sentences import Sentence

STOP = re.compile(
    r"[;.]|\b(?:and|but|while|whereas|although|though|compared|against|than|versus|vs|up|down)\b", re.I
)
_AGAINST = re.compile(r"\b(?:from|compared (?:with|to)|against|than|versus|vs)(?: just| only)?\s+$", re.I)
CLAUSE = re.compile(
    r"[;()]|,(?!\d)|: |\b(?:and|but|while|whereas|although|though|compared with|compared to|against"
    r"|versus)\b",
    re.I,
)


def compared(said: Sentence, number: Number) -> bool:
    """Whether the number is one that another is held against, and its date its own."""
    return bool(_AGAINST.search(said.text[: number.start]))


def came_from(said: Sentence, number: Number) -> bool:
    """Whether the number is what there was before: "down from 6%"."""
    return bool(re.search(r"\bfrom\s+(?:\w+\s+)?$", said.text[: number.start], re.IGNORECASE))

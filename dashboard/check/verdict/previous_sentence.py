"""What the sentence before makes of a number: a group that "they" are, a place that "it" is."""

import re

from dashboard.check.reading.pairing import Paired
from dashboard.check.verdict.interpretation import SentenceContext

_THEY = re.compile(r"\b(?:their|they|them|these|those)\b", re.IGNORECASE)
_BARE = re.compile(r"^\s+(?:were|are|was|is|had|have|has|can|claimed|live|lived)\b", re.IGNORECASE)
_IT = re.compile(
    r"^\W*(?:it|this place|that place|the (?:town|city|borough|district|council))\b", re.IGNORECASE
)
_HERE = re.compile(r"\bhere\b", re.IGNORECASE)


def previous_sentence_conflict(sentence: SentenceContext, pair: Paired) -> str:
    """Why a right number may be of another group or place, by the sentence before; "" where it is not."""
    text, context = sentence.parsed.text, sentence.context
    bare = pair.number.unit == "%" and _BARE.match(text[pair.number.end :])
    if context.group and (bare or _THEY.search(text)):
        return f"“{context.group}” in the sentence before: it may be a figure of them."
    if pair.places and context.alone and _IT.match(text):
        others = [
            place for place in context.alone if place.meaning not in [one.meaning for one in pair.places]
        ]
        if others:
            return f"Whether it is said of {others[0].text} is not understood here."
    if not pair.places and context.places and _HERE.search(text):
        return f"“here” may be {context.places[0].text} or your own region."
    return ""

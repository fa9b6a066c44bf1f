"""Bearing: words that make a right number say more, or other, than the figure that is held."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.catalogue.indicator import Indicator
from dashboard.check.mark import GOOD, NOT_CHECKED
from dashboard.check.reading.claims import claims
from dashboard.check.reading.numbers import Number
from dashboard.check.reading.pairing import Paired, paired
from dashboard.check.reading.phrases import Found
from dashboard.check.reading.places_of_numbers import scopes, subjects
from dashboard.check.reading.sentences import Sentence
from dashboard.check.verdict.asked import Outcome

_LIMIT = re.compile(
    r"\b(before|until|till|up to|after|following|prior to|around|about|since|from)"
    r"(?: (?:the|early|late))*\s+$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(outside|around|near|beyond|(?:cent(?:re|er)|edge|outskirts|suburbs|part|parts|middle) of)"
    r"(?: the)?\s+$",
    re.IGNORECASE,
)
_PRICES = re.compile(r"^\s+(prices|money|terms|pounds)\b", re.IGNORECASE)
_BASE = re.compile(
    r"\b(?:of|per)\s+(?:(?:all|the|its|our|their|local|every)\s+)*"
    r"(people|persons?|head|residents?|workers?|workforce|employees|households?|homes|premises|adults"
    r"|children|population|businesses|firms)\b",
    re.IGNORECASE,
)


def borne(sentence: Sentence, pair: Paired, indicators: Sequence[Indicator], seen: Outcome) -> Outcome:
    """`seen`; a right one that words of the sentence make another is not checked, with the words."""
    if seen.state not in GOOD:
        return seen
    why = next(_reasons(sentence, pair, indicators), "")
    return replace(seen, state=NOT_CHECKED, why=why) if why else seen


def _reasons(sentence: Sentence, pair: Paired, indicators: Sequence[Indicator]) -> Iterator[str]:
    if words := _beside_names(sentence):
        yield f"“{words}”: the figures held are of whole places and of the periods named alone."
    if base := _other_base(sentence, pair.number, indicators):
        yield f"“{base}”: the figure held is {indicators[0].unit}."
    if other := _left_over(sentence, pair):
        yield f"Whether it is also said of {other.text} is not understood here."


def _beside_names(sentence: Sentence) -> str:
    """The word beside a date or a place that moves it: "before 2025", "around Darlington"."""
    text = sentence.text
    for when in sentence.dates:
        if prices := _PRICES.match(text[when.end :]):
            return f"{when.text} {prices[1]}"
    for place in sentence.places:
        if not _claimed(sentence, place) and (part := _PART.search(text[: place.start])):
            return f"{part[1]} {place.text}"
    if len(sentence.numbers) == 1 and len(sentence.dates) == 1:
        when = sentence.dates[0]
        if when.role == "since":
            return when.text
        if limit := _LIMIT.search(text[: when.start]):
            return f"{limit[1]} {when.text}"
    return ""


def _other_base(sentence: Sentence, number: Number, indicators: Sequence[Indicator]) -> str:
    """What the number is said to be a share of, where the unit names another."""
    found = _BASE.match(sentence.text[number.end :].lstrip())
    if not found:
        return ""
    same = any(re.search(rf"\b(?:of|per|each|all) {found[1]}\b", one.unit, re.I) for one in indicators)
    return "" if same else found[0]


def _left_over(sentence: Sentence, pair: Paired) -> Found | None:
    """A place of the sentence of which no number speaks, and with which none is compared."""
    if not pair.places:
        return None
    spoken = [*(place for one in paired(sentence) for place in one.places), *scopes(sentence)]
    about = subjects(sentence)
    free = (one for one in about if one not in spoken and one.meaning)
    return next((one for one in free if not _claimed(sentence, one)), None)


def _claimed(sentence: Sentence, place: Found) -> bool:
    """Whether the place is part of a claim, marked for itself: "twice Derby's", "busiest outside London"."""
    return any(
        claim.start < place.end and place.start <= claim.end + 10 for claim in claims(sentence.text, [])
    )

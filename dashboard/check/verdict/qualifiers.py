"""Qualifiers: words that make a right number say more, or other, than the figure that is held."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.catalogue.indicator import Indicator
from dashboard.check.mark import NOT_CHECKED
from dashboard.check.reading.claims import Claim, claims
from dashboard.check.reading.clauses import CLAUSE, came_from
from dashboard.check.reading.dates import AT
from dashboard.check.reading.numbers import PER, Number
from dashboard.check.reading.pairing import Paired, paired
from dashboard.check.reading.phrases import PhraseMatch
from dashboard.check.reading.places_of_numbers import scopes, subjects
from dashboard.check.reading.sentences import Sentence
from dashboard.check.verdict.agreement import counted_words
from dashboard.check.verdict.change import move
from dashboard.check.verdict.number_reading import Outcome

_LIMIT = re.compile(
    r"\b(before|until|till|up to|after|following|prior to|around|about|since|from)"
    r"(?: (?:the|early|late))*\s+$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(outside|into|through|towards?|via|bordering|around|near|beyond|(?<!than )from"
    r"|(?<!compared )(?<!relative )(?<!next )(?<!according )(?<!equal )(?<!thanks )to"
    r"|(?:cent(?:re|er)|edge|outskirts|suburbs|part|parts|middle) of)(?: the)?\s+$",
    re.IGNORECASE,
)
_PRICES = re.compile(r"^\s+(prices|money|terms|pounds)\b", re.IGNORECASE)
_DISPUTED = re.compile(
    r"\b(?:den(?:y|ies|ied)|disput\w+|doubt\w*|disbeliev\w+|contest\w*|reject\w*|question(?:s|ed)?|lies?|lied|lying"
    r"|myth|untrue|false(?:ly)?|fiction|fake|nonsense|invent\w*|suppos\w*|alleg\w+|wrong(?:ly)?|pretend\w*|hoax"
    r"|misle(?:d|ad)\w*|far from|on paper|claim(?:s|ed)? that"
    r"|(?:they|he|she|you|critics|opponents|some) claim(?:s|ed)?"
    r"|at (?:its|the|their) (?:lowest|highest|peak|height|worst|best))\b",
    re.IGNORECASE,
)
_WORK_THERE = re.compile(
    r"\bpeople (?:who )?(?:work|works|working|worked|commut\w+) (?:in|at)\b", re.IGNORECASE
)
_OF_ITSELF = re.compile(r"^\s+of\s+(?:its|their|his|her|that|those|what)\b", re.IGNORECASE)
_PER_NOUN = re.compile(
    rf"{PER.pattern} (?!(?:in|for|across|on|at|and|was|were|is|are|during|within|who|that)\b)([a-z][a-z-]+)",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"\b(?:of|per|among|amongst|for (?:each|every))\s+(?:(?:all|the|its|our|their|local|every)\s+)*"
    r"(people|persons?|head|residents?|workers?|workforce|employees|households?|homes|premises|adults"
    r"|children|population|businesses|firms)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Qualifiers:
    """What holds for every number of a sentence, so that it is looked for once: the words that move a date or
    a place of it, and a place or date that no number of it is of; "" for none."""

    words: str
    left_over: str


def find_qualifiers(sentence: Sentence) -> Qualifiers:
    """What of `sentence` may make another figure of any of its numbers."""
    written = claims(sentence.text)
    named = [place for place in sentence.places if not _claimed(written, place)]
    pairs = paired(sentence)
    spoken = [place for one in pairs for place in one.places]
    moved = _beside_names(sentence, [one for one in named if one in spoken])
    return Qualifiers(moved, _left_over(sentence, named, pairs))


def check_qualifiers(
    sentence: Sentence, about: Qualifiers, pair: Paired, indicators: Sequence[Indicator], outcome: Outcome
) -> Outcome:
    """`outcome`, which is right, or NOT_CHECKED, naming the words of the sentence that change its meaning.
    The headings of a cell name their own places, so its `about` has none left over."""
    why = next(_reasons(sentence, about, pair, indicators), "")
    return replace(outcome, state=NOT_CHECKED, why=why) if why else outcome


def _reasons(
    sentence: Sentence, about: Qualifiers, pair: Paired, indicators: Sequence[Indicator]
) -> Iterator[str]:
    if disputed := _DISPUTED.search(sentence.text):
        yield f"“{disputed[0]}”: what is said of the figure is not read here."
    if there := _WORK_THERE.search(sentence.text):
        yield f"“{there[0]}”: the figures held are of people who live there."
    if itself := _OF_ITSELF.match(sentence.text[pair.number.end :]):
        yield f"“{itself[0].strip()}”: the figure held is {indicators[0].unit}."
    if noun := _other_per(sentence, pair.number, indicators):
        yield f"“{noun}”: the figure held is {indicators[0].unit}."
    if about.words:
        yield f"“{about.words}”: the figures held are of whole places and of the periods named alone."
    if base := _other_base(sentence, pair.number, indicators):
        yield f"“{base}”: the figure held is {indicators[0].unit}."
    if pair.places and about.left_over:
        yield f"Whether it is also said of {about.left_over} is not understood here."


def _beside_names(sentence: Sentence, named: Sequence[PhraseMatch]) -> str:
    """The word beside a date or a place that moves it: "before 2025", "around Darlington"."""
    text = sentence.text
    for when in sentence.dates:
        if prices := _PRICES.match(text[when.end :]):
            return f"{when.text} {prices[1]}"
    for place in named:
        if part := _PART.search(text[: place.start]):
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
    own = {one.id for one in indicators}
    phrases = [one for one in sentence.indicators if own & set(one.meaning)]
    for base in _BASE.finditer(sentence.text):
        named = any(one.start < base.end() and base.start(1) < one.end for one in phrases)
        same = any(_is_base(sentence.text[base.start(1) :], base[1], one) for one in indicators)
        if not (named or same or _apart_from(sentence, number, base)):
            return base[0]
    return ""


def _is_base(text: str, word: str, indicator: Indicator) -> bool:
    """Whether the figure is of that, by its unit; a pair as its question has it: "homes and firms"."""
    both = re.match(r"\w+ and \w+", text)
    if both and both[0].lower() in indicator.question.lower():
        return True
    return bool(re.search(rf"\b(?:of|per|each|all) {word}\b", indicator.unit, re.I))


def _other_per(sentence: Sentence, number: Number, indicators: Sequence[Indicator]) -> str:
    """ "Per 100,000 cars" of a figure that is for each 100,000 people."""
    match = _PER_NOUN.search(sentence.text, number.end)
    if not match or any(number.end <= one.start < match.start() for one in sentence.numbers):
        return ""
    word = match[2].lower()
    near = {word, f"{word}s", word.removesuffix("s")}
    return "" if any(near & counted_words(one) for one in indicators) else match[0]


def _apart_from(sentence: Sentence, number: Number, base: re.Match[str]) -> bool:
    """Whether another number or the end of a clause stands between the number and the base."""
    first, last = sorted(((number.start, number.end), base.span()))
    between = sentence.text[first[1] : last[0]]
    return bool(CLAUSE.search(between)) or any(first[1] <= one.start < last[0] for one in sentence.numbers)


def _left_over(sentence: Sentence, named: Sequence[PhraseMatch], pairs: Sequence[Paired]) -> str:
    """A place or date of the sentence of which no number speaks, and with which none is compared."""
    spoken = [*(place for one in pairs for place in one.places), *scopes(sentence)]
    places = [one for one in subjects(sentence) if one not in spoken and one in named]
    dated = [when for one in pairs for when in one.dates]
    moved = any(move(sentence, one) or came_from(sentence, one) for one in sentence.numbers)
    days = [one for one in sentence.dates if one.role == AT and one not in dated and not moved]
    return ([*(one.text for one in places), *(one.text for one in days)] or [""])[0]


def _claimed(written: Sequence[Claim], place: PhraseMatch) -> bool:
    """Whether the place is part of a claim, marked for itself: "twice Derby's", "busiest outside London"."""
    return any(claim.start < place.end and place.start <= claim.end + 10 for claim in written)

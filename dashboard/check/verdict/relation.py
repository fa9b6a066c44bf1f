"""Relation: whether a figure stands to another as words beside it say: "higher than in 2024", "above Bury's".

Where what it is held against is not named, or no figure of it is held, the number is not checked.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.catalogue.periods import later
from dashboard.check.mark import CONTRADICTED, GOOD, NOT_CHECKED
from dashboard.check.reading.claims import written
from dashboard.check.reading.clauses import CLAUSE
from dashboard.check.reading.dates import A_YEAR, Date, periods_meant
from dashboard.check.reading.directions import ABOVE, BELOW, DOWN, UP
from dashboard.check.reading.numbers import EXACT, Number
from dashboard.check.reading.sentences import Sentence
from dashboard.check.verdict.change import move
from dashboard.check.verdict.direction import TO, earlier_figures, figure_meant
from dashboard.check.verdict.figures import newer_source
from dashboard.check.verdict.number_reading import NumberReading, Outcome
from dashboard.datastore.observed import Observation

_WORD = re.compile(rf"\b(?:(?P<up>{UP}|{ABOVE})|(?P<down>{DOWN}|{BELOW}))\b", re.IGNORECASE)
_UNTIL = re.compile(r"^up\s+(?:to|until)\b", re.IGNORECASE)  # a bound, and no rise
_VERB = re.compile(rf"(?:{UP}|{DOWN})", re.IGNORECASE)
_ENDS = re.compile(r";|[.,](?!\d)|\b(?:and|but|while|whereas|although|though)\b", re.IGNORECASE)
_JOINS = re.compile(r"\b(?:and|but|though)\s+(?:(?:is|was|still|now|has been|well|far|much)\s+)*$", re.I)
_YEAR = re.compile(r"\b(?:last year|year on year|(?:on|over) the year)\b", re.IGNORECASE)
_REACH = 60  # letters before and after a number within which a word of direction is its own


@dataclass(frozen=True)
class RelationWord:
    """A word at `start` to `end` by which the figure went or stands up (1) or down (-1)."""

    text: str
    way: int
    start: int
    end: int


def check_relation(
    reading: NumberReading, sentence: Sentence, when: tuple[Date, ...], outcome: Outcome
) -> Outcome:
    """`outcome`, a right figure; contradicted or not checked where a relation said of it is not so."""
    for word in _of_number(reading, sentence) if outcome.state in GOOD else ():
        result = _checked(reading, sentence, when, word, outcome)
        if result.state not in GOOD:
            return result
    return outcome


def _of_number(reading: NumberReading, sentence: Sentence) -> Iterator[RelationWord]:
    """The words of direction that are said of the number and that no other number explains."""
    for match in _WORD.finditer(sentence.text):
        word = RelationWord(match[0], 1 if match["up"] else -1, *match.span())
        if _UNTIL.match(sentence.text[word.start :]):
            continue
        owned = not _read(sentence, word) and _owner(sentence, word) is reading.number
        if owned and _of_indicator(reading, sentence, word):
            yield word


def _read(sentence: Sentence, word: RelationWord) -> bool:
    """Whether the word is part of something read already: a name, a claim, a change that a number gives."""
    spans = [(one.start, one.end) for one in (*sentence.indicators, *sentence.places)]
    spans += [(one.start, one.end) for one in sentence.numbers]
    spans += [(one.start, one.end) for one in sentence.dates]
    spans += [(one.start, one.end) for one in written(sentence.text)]
    if any(start <= word.start < end for start, end in spans):
        return True
    return any(_explains(sentence, number, word) for number in sentence.numbers)


def _explains(sentence: Sentence, number: Number, word: RelationWord) -> bool:
    if move(sentence, number) is not None:
        return number.start - 2 * _REACH <= word.start <= number.end + _REACH
    to = TO.search(sentence.text[: number.start])
    return to is not None and to.start() <= word.start < to.end()


def _owner(sentence: Sentence, word: RelationWord) -> Number | None:
    """The number of whose figure the word speaks: the last before it, else the first after it."""
    before_it = [one for one in sentence.numbers if one.end <= word.start]
    if before_it:
        between = sentence.text[before_it[-1].end : word.start]
        return None if re.search(r"[;.](?!\d)", between) or _cut(between) else before_it[-1]
    after = next((one for one in sentence.numbers if one.start >= word.end), None)
    return None if after is None or _cut(sentence.text[word.end : after.start]) else after


def _cut(between: str) -> bool:
    """Whether another statement begins in between; "and rising" goes on with the same."""
    joined = _JOINS.sub("", between)
    return any(match[0].isalpha() for match in CLAUSE.finditer(joined) if match[0].lower() not in _THAN)


_THAN = ("compared with", "compared to", "against", "versus")


def _of_indicator(reading: NumberReading, sentence: Sentence, word: RelationWord) -> bool:
    """Whether no other indicator is named between the number and the word."""
    first, last = sorted((reading.number.start, word.start))
    between = [one for one in sentence.indicators if first <= one.start < last]
    return all(reading.indicator.id in one.meaning for one in between)


def _checked(
    reading: NumberReading, sentence: Sentence, when: tuple[Date, ...], word: RelationWord, outcome: Outcome
) -> Outcome:
    """What the relation comes to, by the number after the word, else by the place or period named there."""
    behind = _ENDS.search(sentence.text, word.end)
    stop = behind.start() if behind else len(sentence.text)
    rest = [one for one in sentence.numbers if word.end <= one.start < stop and one is not reading.number]
    if rest:
        return _beside_number(reading.number, rest[0], word, outcome)
    series = reading.series()
    item = figure_meant(reading, series, when)
    newer = newer_source(reading) if item is None else None
    if newer:
        return _checked(newer, sentence, when, word, outcome)
    against = _held_against(reading, sentence, item, word, stop) if item else []
    if not item or not against:
        why = f"“{word.text}”: from what, or than what, is not said or not held."
        return Outcome(NOT_CHECKED, why, outcome.held)
    if all((item.figure - one.figure) * word.way > 0 for one in against):
        return outcome
    figures = (
        *outcome.held,
        *(reading.held_figure(one, reading.site.geography[one.area_code]) for one in against[:1]),
    )
    return Outcome(CONTRADICTED, f"The figure is held, but “{word.text}” is not so.", figures)


def _beside_number(number: Number, other: Number, word: RelationWord, outcome: Outcome) -> Outcome:
    if number.unit != other.unit or (number.how, other.how) != (EXACT, EXACT) or other.fraction:
        return Outcome(
            NOT_CHECKED, f"“{word.text}”: the two numbers are not held together here.", outcome.held
        )
    if (number.value - other.value) * word.way > 0:
        return outcome
    return Outcome(
        CONTRADICTED, f"“{word.text}” is not so: {number.text} against {other.text}.", outcome.held
    )


def _held_against(
    reading: NumberReading, sentence: Sentence, item: Observation, word: RelationWord, stop: int
) -> Sequence[Observation]:
    """The figures that the words after `word` hold the figure against; none where they are not clear."""
    own = (reading.place.code,)
    places = [one for one in sentence.places if word.end <= one.start < stop and one.meaning != own]
    days = [one for one in sentence.dates if word.end <= one.start < stop]
    series = reading.series()
    if places and not days:
        return _of_places(reading, [code for one in places for code in one.meaning], item)
    if days and not places:
        starts = {
            day for one in days for day in periods_meant(reading.indicator, [i.period for i in series], one)
        }
        if starts - {item.period}:
            return [one for one in series if one.period in starts - {item.period}]
    text = sentence.text[word.start : stop]
    if A_YEAR.search(text) or _YEAR.search(text):
        year = later(item.period, -12)
        return [one for one in series if abs((one.period - year).days) < 32]
    return (
        earlier_figures(reading, sentence, series, item) if _VERB.fullmatch(word.text) and not places else []
    )


def _of_places(reading: NumberReading, codes: Sequence[str], item: Observation) -> list[Observation]:
    observations = [reading.site.observations(reading.indicator).at(code, item.period) for code in codes]
    with_value = [one for one in observations if one is not None and one.value is not None]
    return with_value if len(with_value) == len(codes) else []

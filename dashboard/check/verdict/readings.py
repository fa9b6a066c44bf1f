"""Readings: one number of a sentence in every way in which it may be read, and what they come to together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.catalogue.indicator import Indicator
from dashboard.check.draft import CELL
from dashboard.check.mark import (
    CONTRADICTED,
    GOOD,
    NOT_CHECKED,
    NOT_HELD,
    PERIOD,
    PLACE,
    ROUNDED,
    SUPERSEDED,
    UNSURE,
)
from dashboard.check.reading.claims import SUM, WHY
from dashboard.check.reading.clauses import came_from
from dashboard.check.reading.dates import RELATIVE, Date
from dashboard.check.reading.pairing import Paired
from dashboard.check.reading.phrases import PhraseMatch
from dashboard.check.verdict.agreement import fits
from dashboard.check.verdict.change import move
from dashboard.check.verdict.claims import check_claims, outcome_of_word
from dashboard.check.verdict.interpretation import Interpretation, SentenceContext, read
from dashboard.check.verdict.number_reading import Outcome
from dashboard.check.verdict.previous_sentence import previous_sentence_conflict
from dashboard.check.verdict.qualifiers import check_qualifiers
from dashboard.check.verdict.understood import Doubt, doubt

_NAMELESS = re.compile(
    r"\b(?:the|this|that|our|each|every|one|another) (?:borough|district|city(?! region)|town|county|ward"
    r"|village|estate|"
    r"neighbourhood|parish|constituency|local authority)\b", re.IGNORECASE
)  # fmt: skip
_FIGURE_WAS = re.compile(r"\b(?:figure|rate|it) (?:was|is|stood at|stands at)\s+$", re.IGNORECASE)
_NO_NOUN = re.compile(r"\s*(?:$|[.,;)]|(?:in|on|at|by) )", re.IGNORECASE)
_ORDER = (SUPERSEDED, PERIOD, PLACE, CONTRADICTED, NOT_CHECKED, NOT_HELD)
# Whole numbers below it that are no figure's are seldom figures: "three of our 10 districts".
SMALL_NUMBER = 100
Fit = Sequence[tuple[PhraseMatch, str]]  # phrases, and the indicator that each means


def number_outcome(sentence: SentenceContext, pair: Paired) -> Outcome | None:
    """What the number comes to; None for one that speaks of nothing here."""
    return check_claims(sentence, pair, _outcome(sentence, pair))


def _outcome(sentence: SentenceContext, pair: Paired) -> Outcome | None:
    phrases = pair.indicators or sentence.context.indicators_for(sentence.parsed, sentence.block)
    named = [(item, name) for item in phrases for name in item.meaning]
    fit = [(item, name) for item, name in named if _fits(sentence, pair, name)]
    if not fit:
        return _no_indicator(sentence, pair, [name for _, name in named if pair.indicators])
    places, whence = _places(sentence, pair)
    if unknown := [place for place in places if not place.meaning]:
        name = unknown[0].text
        return Outcome(NOT_HELD, f"“{name}” is no place, or only part of one, that figures are held of here.")
    carried = (
        ()
        if came_from(sentence.parsed, pair.number)
        else sentence.context.dates_for(sentence.parsed, phrases)
    )
    name = "" if pair.places or "before" in whence or "heading" in whence else _some_place(sentence)
    if name:
        return Outcome(NOT_HELD, f"Which place is meant by “{name}” is not said.")
    fit = [one for one in fit if not _turned(sentence, pair, one)] or fit
    outcome = _combined_outcome(sentence, pair, fit, places, pair.dates or carried)
    if outcome.state not in GOOD and (carried if not pair.dates else not pair.own_date):
        outcome = _newest_too(outcome, _combined_outcome(sentence, pair, fit, places, ()))
    counted = all(sentence.site.indicators[name].statistic == "count" for _, name in fit)
    if pair.several and counted and outcome.state not in GOOD:
        return Outcome(NOT_CHECKED, f"Said of several places. {WHY[SUM]}", outcome.held)
    outcome = _undated(sentence, pair, outcome)
    outcome = _check_context(sentence, pair, fit, outcome)
    return _doubted(
        sentence, pair, fit, replace(outcome, why=f"{outcome.why}{_whence(whence, places, sentence)}")
    )


def _check_context(sentence: SentenceContext, pair: Paired, fit: Fit, outcome: Outcome) -> Outcome:
    """`outcome`; a right one is not checked where its sentence, or the one before, makes other of it."""
    if outcome.state in GOOD and move(sentence.parsed, pair.number) is None:
        indicators = [sentence.site.indicators[name] for _, name in fit]
        outcome = check_qualifiers(sentence.parsed, sentence.around, pair, indicators, outcome)
    why = previous_sentence_conflict(sentence, pair) if outcome.state in GOOD else ""
    return replace(outcome, state=NOT_CHECKED, why=why) if why else outcome


def _combined_outcome(
    sentence: SentenceContext, pair: Paired, fit: Fit, places: Sequence[PhraseMatch], when: tuple[Date, ...]
) -> Outcome:
    """What all the ways to read the number come to together."""
    groups = [[place] for place in places] if pair.several else [list(places)]
    ways = [_ways(sentence, fit, group, when) for group in groups]
    return _all_of([_together([read(sentence, pair, way) for way in group]) for group in ways])


def _newest_too(then: Outcome, now: Outcome) -> Outcome:
    """Where no figure of the period before is right: the newest may be meant, as no period is named here."""
    if now.state in GOOD:
        return Outcome(UNSURE, "It is the newest figure, not that of the period named before.", now.held)
    return now if then.state == NOT_HELD or now.state == SUPERSEDED else then


def _undated(sentence: SentenceContext, pair: Paired, outcome: Outcome) -> Outcome:
    """A period that is told from another, or from today, cannot be looked up: "last year"."""
    parsed, start = sentence.parsed, pair.number.start
    end = next((one.start for one in parsed.numbers if one.start > start), len(parsed.text))
    relative = RELATIVE.search(parsed.text, 0, end)
    if (
        pair.dates
        or not relative
        or outcome.relative
        or move(parsed, pair.number)
        or outcome.state == NOT_HELD
    ):
        return outcome
    return Outcome(UNSURE, f"“{relative[0]}” is no period that can be looked up.", outcome.held)


def _fits(sentence: SentenceContext, pair: Paired, name: str) -> bool:
    indicator = sentence.site.indicators[name]
    if fits(indicator, pair.number, sentence.parsed.text, sentence.block.kind == CELL):
        return True
    if not pair.indicators and _goes_on(sentence, pair, indicator):
        return True
    change = move(sentence.parsed, pair.number)
    share = pair.number.unit in ("%", "points") and ("%" in indicator.suffix or pair.number.unit == "%")
    return change is not None and share


def _goes_on(sentence: SentenceContext, pair: Paired, indicator: Indicator) -> bool:
    """Whether a bare number is the rate that the sentence before spoke of: "the figure was 73."."""
    before, after = sentence.parsed.text[: pair.number.start], sentence.parsed.text[pair.number.end :]
    bare = not pair.number.unit and _FIGURE_WAS.search(before) and _NO_NOUN.match(after)
    return bool(bare) and indicator.statistic == "rate"


def _no_indicator(sentence: SentenceContext, pair: Paired, names: Sequence[str]) -> Outcome | None:
    number = pair.number
    plain = not number.unit and not number.sized and not number.fraction
    if plain and number.value < SMALL_NUMBER and number.step >= 1:
        return None
    if names:
        units = "; ".join(
            dict.fromkeys(
                f"{sentence.site.indicators[n].title}: {sentence.site.indicators[n].unit}" for n in names[:3]
            )
        )
        return Outcome(NOT_HELD, f"Not held in this unit. Held is {units}.")
    return Outcome(NOT_HELD, "No indicator held here is named beside it.")


def _places(sentence: SentenceContext, pair: Paired) -> tuple[tuple[PhraseMatch, ...], str]:
    if pair.places:
        return pair.places, ""
    places, whence = sentence.context.places_for(sentence.home)
    return places, whence or "region"


def _some_place(sentence: SentenceContext) -> str:
    """A place that is spoken of without its name: "the borough"."""
    match = _NAMELESS.search(sentence.parsed.text)
    return match[0] if match else ""


def _whence(whence: str, places: Sequence[PhraseMatch], sentence: SentenceContext) -> str:
    if not whence:
        return ""
    if whence == "region":
        return f" No place is named: read as {sentence.region.name}."
    return f" The place is that of {whence}: {' or '.join(place.text for place in places)}."


def _ways(
    sentence: SentenceContext, fit: Fit, places: Sequence[PhraseMatch], when: tuple[Date, ...]
) -> list[Interpretation]:
    codes = dict.fromkeys(code for place in places for code in place.meaning)
    return [
        Interpretation(item, name, sentence.site.geography[code], when)
        for item, name in dict.fromkeys(fit)
        for code in codes
    ]


def _together(outcomes: Sequence[Outcome]) -> Outcome:
    """Of alternatives: right only where all are; could be either where some are."""
    good = [item for item in outcomes if item.state in GOOD]
    if good and len(good) == len(outcomes):
        return next((item for item in good if item.state == ROUNDED), good[0])
    if good or any(item.state == UNSURE for item in outcomes):
        return _either(good, outcomes)
    return min(outcomes, key=lambda item: _ORDER.index(item.state))


def _either(good: Sequence[Outcome], outcomes: Sequence[Outcome]) -> Outcome:
    if len(outcomes) == 1:
        return outcomes[0]
    rest = [item for item in outcomes if item not in good]
    figures = tuple(dict.fromkeys(one for item in (*good, *rest) for one in item.held[:1]))
    if not good:
        return replace(rest[0], state=UNSURE, held=figures)
    return Outcome(UNSURE, f"It may be read in {len(outcomes)} ways, and is right in {len(good)}.", figures)


def _all_of(ends: Sequence[Outcome]) -> Outcome:
    """Of several places at once: right only where it is so of each."""
    if len(ends) == 1:
        return ends[0]
    bad = [item for item in ends if item.state not in GOOD]
    if not bad:
        return replace(ends[0], held=tuple(figure for item in ends for figure in item.held[:1]))
    figures = tuple(figure for item in (*bad, *ends) for figure in item.held[:1])
    worst = min(bad, key=lambda item: ((*_ORDER, UNSURE)).index(item.state))
    return replace(
        worst,
        why=f"Said of {len(ends)} places, and not so of all. {worst.why}",
        held=tuple(dict.fromkeys(figures)),
    )


def _doubted(sentence: SentenceContext, pair: Paired, fit: Fit, outcome: Outcome) -> Outcome:
    """The outcome, held back where words around the number were not understood."""
    doubts = list(_doubts(sentence, pair, fit))
    if not doubts or outcome.state == NOT_HELD:
        return outcome
    worst = max(doubts, key=lambda one: one.turns)
    if worst.turns:
        return outcome_of_word(worst.words, outcome)
    return Outcome(
        NOT_CHECKED,
        f"“{worst.words}” is not understood here: it may be this figure or another.",
        outcome.held,
    )


def _turned(sentence: SentenceContext, pair: Paired, one: tuple[PhraseMatch, str]) -> bool:
    """Whether words of the sentence are against this reading: "women" against the figure of men."""
    return any(found.turns for found in _doubts(sentence, pair, [one]))


def _doubts(sentence: SentenceContext, pair: Paired, fit: Fit) -> Iterator[Doubt]:
    for item, name in fit:
        here = item if item in sentence.parsed.indicators else None
        if found := doubt(sentence.parsed, pair, here, sentence.site.indicators[name], sentence.known):
            yield found

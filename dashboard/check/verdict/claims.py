"""What a sentence claims of several figures together, marked as not checked."""

from collections.abc import Iterator

from dashboard.ask.question import page
from dashboard.check.draft import CELL
from dashboard.check.mark import NOT_CHECKED, NOT_HELD, HeldFigure
from dashboard.check.reading.claims import PLACES, RANK, WHY, Claim, of_several
from dashboard.check.reading.pairing import Paired
from dashboard.check.reading.places_of_numbers import scopes
from dashboard.check.verdict.interpretation import SentenceContext
from dashboard.check.verdict.number_reading import Outcome

_PAGES = 2  # of the indicators that a claim may be of


def claim_outcomes(sentence: SentenceContext) -> Iterator[tuple[Claim, Outcome]]:
    """Each claim of a sentence that speaks of an indicator, with why it is not checked."""
    if sentence.block.kind == CELL or not sentence.parsed.indicators:
        return
    for claim in sentence.parsed.claims:
        yield claim, Outcome(NOT_CHECKED, claim.why, _held(sentence))


def _held(sentence: SentenceContext) -> tuple[HeldFigure, ...]:
    ids = dict.fromkeys(name for found in sentence.parsed.indicators for name in found.meaning)
    named = [sentence.site.indicators[name] for name in [*ids][:_PAGES]]
    return tuple(
        HeldFigure(f"{item.title}, of every place and year.", page(item, sentence.region)) for item in named
    )


def check_claims(sentence: SentenceContext, pair: Paired, outcome: Outcome | None) -> Outcome | None:
    """`outcome`, or that the number is part of a claim, which is not checked: "five of ten districts"."""
    if sentence.block.kind == CELL or not sentence.parsed.indicators:
        return outcome
    number = pair.number
    if outcome and pair.places and set(pair.places) <= set(scopes(sentence.parsed)):
        return Outcome(NOT_CHECKED, WHY[RANK], outcome.held or _held(sentence))
    for claim in sentence.parsed.claims:
        inside = claim.start < number.end and number.start < claim.end
        if inside and (claim.kind == PLACES or outcome is None or outcome.state == NOT_HELD):
            return Outcome(NOT_CHECKED, claim.why, _held(sentence))
    return outcome


def outcome_of_word(word: str, outcome: Outcome) -> Outcome:
    """What a number is in whose sentence `word` makes another figure of it than the one that is held."""
    if word == "?":
        return Outcome(NOT_HELD, "It is a question.", outcome.held)
    if claim := of_several(word):
        return Outcome(NOT_CHECKED, f"“{word}”: {claim.why[0].lower()}{claim.why[1:]}", outcome.held)
    return Outcome(NOT_HELD, f"“{word}” makes it another figure than the one held.", outcome.held)

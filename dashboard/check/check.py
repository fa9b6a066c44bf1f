"""Check: the marks of a draft, number by number, in the order of its text."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from dashboard.check.draft import CELL, Block, DraftText, Unreadable
from dashboard.check.mark import DraftMark
from dashboard.check.reading.context import Context, is_heading
from dashboard.check.reading.pairing import paired
from dashboard.check.reading.sentences import Sentence, read_sentence, split
from dashboard.check.reading.vocabulary import Vocabulary, vocabulary
from dashboard.check.verdict.claims import claim_outcomes
from dashboard.check.verdict.interpretation import SentenceContext
from dashboard.check.verdict.number_reading import Outcome
from dashboard.check.verdict.own_sentences import OwnSentence, match_own_sentence
from dashboard.check.verdict.readings import number_outcome
from dashboard.datastore.areas import Area
from dashboard.site import Site

DRAFT_SECONDS = 20.0  # that one draft may take


@dataclass(frozen=True)
class CheckedDraft:
    """A draft with its marks, and the region that it was looked at from. `origin` is the address of this
    site, which a file of the result needs."""

    draft: DraftText
    region: Area
    marks: tuple[DraftMark, ...]
    origin: str = ""


def check(site: Site, region: Area, draft: DraftText) -> CheckedDraft:
    """The marks of `draft`, read by an office of `region`. Raises Unreadable where it takes too long."""
    return CheckedDraft(draft, region, tuple(_marks(site, region, draft, time.monotonic() + DRAFT_SECONDS)))


def _marks(site: Site, region: Area, draft: DraftText, until: float) -> Iterator[DraftMark]:
    known, context, cache = vocabulary(site), Context(), dict[tuple[str, ...], Any]()
    for number, block in enumerate(draft.blocks):
        if is_heading(block):
            context = context.headed_by(read_sentence(0, block.text, known, region.code))
        context = context.into()
        for spoken in _sentences(block, known, region.code):
            _in_time(until)
            sentence = SentenceContext(site, region, known, block, context, spoken, cache)
            mine = match_own_sentence(sentence)
            yield from _of_ours(sentence, number, mine) if mine else _of_sentence(sentence, number, until)
            if block.kind != CELL:
                context = context.after(spoken, (mine.indicator, mine.place) if mine else None)


def _in_time(until: float) -> None:
    if time.monotonic() > until:
        raise Unreadable("The draft takes too long to check: send it in parts.")


def _sentences(block: Block, known: Vocabulary, home: str) -> Iterator[Sentence]:
    """The sentences of a block; a cell is one, with its headings."""
    if block.kind == CELL:
        yield _cell(block, known, home)
        return
    for start, text in split(block.text):
        yield read_sentence(start, text, known, home)


def _cell(block: Block, known: Vocabulary, home: str) -> Sentence:
    """A cell as a sentence: what stands above, beside and over it, then itself."""
    before = ", ".join(reversed(block.headings))
    lead = f"{before}: " if before else ""
    spoken = read_sentence(-len(lead), f"{lead}{block.text}", known, home)
    return replace(spoken, numbers=tuple(item for item in spoken.numbers if item.start >= len(lead)))


def _of_sentence(sentence: SentenceContext, number: int, until: float) -> Iterator[DraftMark]:
    if sentence.block.kind == CELL and sentence.block.row == 0:
        return
    marks = []
    for pair in paired(sentence.parsed):
        _in_time(until)
        if outcome := number_outcome(sentence, pair):
            marks.append(
                _mark(sentence, number, pair.number.start, pair.number.end, pair.number.text, outcome)
            )
    at = sentence.parsed.start
    unchecked = [
        _mark(
            sentence, number, claim.start, claim.end, sentence.parsed.text[claim.start : claim.end], outcome
        )
        for claim, outcome in claim_outcomes(sentence)
        if not any(_over(mark, at + claim.start, at + claim.end) for mark in marks)
    ]
    yield from sorted([*marks, *unchecked], key=lambda mark: mark.start)


def _over(mark: DraftMark, start: int, end: int) -> bool:
    return mark.start < end and start < mark.end


def _of_ours(sentence: SentenceContext, number: int, mine: OwnSentence) -> Iterator[DraftMark]:
    for span in mine.spans:
        text = sentence.parsed.text[span.start : span.end]
        yield _mark(
            sentence, number, span.start, span.end, text, Outcome(span.state, span.why, (mine.figure,))
        )


def _mark(
    sentence: SentenceContext, number: int, start: int, end: int, text: str, outcome: Outcome
) -> DraftMark:
    at = sentence.parsed.start
    return DraftMark(number, at + start, at + end, text, outcome.state, outcome.why, outcome.held)

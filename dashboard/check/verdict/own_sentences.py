"""Sentences that the product itself writes, known by their shape and held to it word for word.

A sentence of ours may say what no single figure does ("up to 3.6 points could hide in the margins of error").
Where a draft's sentence is one of ours but for a number, a place or a period, just that is marked.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dashboard.ask.question import page
from dashboard.catalogue.indicator import Indicator
from dashboard.check.mark import CONTRADICTED, PERIOD, PLACE, RIGHT, HeldFigure
from dashboard.check.reading.dates import dates
from dashboard.check.reading.phrases import words_of
from dashboard.check.reading.sentences import split
from dashboard.check.reading.vocabulary import Vocabulary
from dashboard.check.verdict.interpretation import SentenceContext
from dashboard.datastore.areas import ENGLAND, REGIONS, Area
from dashboard.site import Site
from dashboard.statements.attention.attention import attention_list
from dashboard.statements.headline import headline
from dashboard.statements.judgement.judgement import judgement
from dashboard.statements.judgement.size_words import size_sentence
from dashboard.statements.judgement.words import message, of_place, reason, sentence, sure

NUMBER, DATE, WHERE = "number", "date", "place"
MOST_PLACES = 6  # places that are tried for one sentence
_TOKEN = re.compile(r"[−+-]?£?\d+(?:,\d{3})*(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*|%")
_STATES = {NUMBER: CONTRADICTED, DATE: PERIOD, WHERE: PLACE}
_WHY = {
    NUMBER: "Our sentence has {ours} here.",
    DATE: "Our sentence is of {ours}.",
    WHERE: "Our sentence is of {ours}.",
}
_SEGMENT = re.compile(r"[;()]|, ")


Texts = Callable[[Site, Indicator, Area], Iterator[str]]


@dataclass(frozen=True)
class Token:
    """A word, number, date or place at `start` to `end` of a sentence; `kind` of a word is the word
    itself."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class ComparedSpan:
    """A span of a draft's sentence beside ours: what it is, and why."""

    start: int
    end: int
    state: str
    why: str


@dataclass(frozen=True)
class OwnSentence:
    """That a sentence is one of ours about `indicator` in `place`, with what is to be said of its spans."""

    indicator: Indicator
    place: Area
    figure: HeldFigure
    spans: tuple[ComparedSpan, ...]


Alike = tuple[Indicator, Area, str, list[tuple[Token, Token]]]


def match_own_sentence(sentence: SentenceContext) -> OwnSentence | None:
    """The sentence of ours that the draft's is, or would be but for a number, a place or a period."""
    candidates = list(_candidates(sentence))
    if not candidates:
        return None
    draft_tokens = tokens(sentence.parsed.text, sentence.known)
    for texts in (_first_sentences, _more_sentences):  # what is dearer to make is made where it is needed
        alike = [one for pair in candidates for one in _alike(sentence, draft_tokens, pair, texts)]
        if alike:
            indicator, place, text, other = min(alike, key=lambda one: len(one[3]))
            figure = HeldFigure(text, page(indicator, place if place.level in REGIONS else sentence.region))
            return OwnSentence(indicator, place, figure, tuple(_spans(sentence, draft_tokens, other)))
    return None


def _alike(
    sentence: SentenceContext, draft_tokens: Sequence[Token], pair: tuple[Indicator, Area], texts: Texts
) -> Iterator[Alike]:
    """Our sentences on `pair` that have the shape of `draft_tokens`, each with where the two differ."""
    kinds = [item.kind for item in draft_tokens]
    for text, shape in _sentences(sentence, *pair, texts):
        if [item.kind for item in shape] == kinds:
            yield *pair, text, [(a, b) for a, b in zip(draft_tokens, shape, strict=True) if a.text != b.text]


def tokens(text: str, known: Vocabulary) -> tuple[Token, ...]:
    """`text` as what its shape is made of."""
    when = [Token(DATE, one.text.casefold(), one.start, one.end) for one in dates(text)]
    free = [word for word in words_of(text) if not any(one.start <= word.start < one.end for one in when)]
    where = [Token(WHERE, one.text, one.start, one.end) for one in known.places.matches(text, free)]
    taken = (*when, *where)
    free_of = [match for match in _TOKEN.finditer(text) if not _within(match.start(), taken)]
    rest = [_token(match) for match in free_of]
    return tuple(sorted((*taken, *rest), key=lambda one: one.start))


def _within(at: int, taken: Sequence[Token]) -> bool:
    return any(one.start <= at < one.end for one in taken)


def _token(match: re.Match[str]) -> Token:
    text = match[0].casefold().replace("’", "'")
    return Token(NUMBER if text[-1].isdigit() else text, text, *match.span())


def _candidates(sentence: SentenceContext) -> Iterator[tuple[Indicator, Area]]:
    """The indicator whose title the sentence begins with, or that of our sentence before, and its places."""
    found = [item for item in sentence.parsed.indicators if item.start == 0 and len(item.meaning) == 1]
    titled = [
        sentence.site.indicators[item.meaning[0]]
        for item in found
        if re.match(r"[)”\"]?\s*:", sentence.parsed.text[item.end :])
    ]
    if sentence.context.own:
        yield sentence.context.own
    for indicator in titled:
        for place in _places(sentence):
            yield indicator, place


def _places(sentence: SentenceContext) -> list[Area]:
    carried, _ = sentence.context.places_for(sentence.home)
    first = [code for place in carried for code in place.meaning]
    codes = [code for place in sentence.parsed.places for code in place.meaning if code != ENGLAND]
    return [sentence.site.geography[code] for code in dict.fromkeys([*first, *codes])][:MOST_PLACES]


def _sentences(
    sentence: SentenceContext, indicator: Indicator, place: Area, texts: Texts
) -> list[tuple[str, tuple[Token, ...]]]:
    key = (indicator.id, place.code, texts.__name__)
    if key not in sentence.cache:
        sentences = [text for whole in texts(sentence.site, indicator, place) for _, text in split(whole)]
        sentence.cache[key] = [(text, tokens(text, sentence.known)) for text in dict.fromkeys(sentences)]
    shapes: list[tuple[str, tuple[Token, ...]]] = sentence.cache[key]
    return shapes


def _first_sentences(site: Site, indicator: Indicator, place: Area) -> Iterator[str]:
    """What the attention list says of a region, and a page of another place."""
    if place.level in REGIONS:
        statement = next(
            (item for item in attention_list(site, place) if item.indicator == indicator.id), None
        )
        yield from (statement.text, statement.reason, statement.sure) if statement else ()
    elif judged := judgement(site, indicator, place):
        yield from (sentence(judged), reason(judged))


def _more_sentences(site: Site, indicator: Indicator, place: Area) -> Iterator[str]:
    """What else pages, packs and the API say of the indicator in the place."""
    judged = judgement(site, indicator, place)
    if judged is not None:
        yield from (sentence(judged), reason(judged), sure(judged), message(judged), of_place(judged))
        yield size_sentence(site, judged) or ""
    for fact in headline(site, indicator, place).facts:
        yield fact.text
        yield f"{indicator.title}: {fact.text}"


def _spans(
    sentence: SentenceContext, draft_tokens: Sequence[Token], other: Sequence[tuple[Token, Token]]
) -> Iterator[ComparedSpan]:
    """What differs; and each number that stands with it, which is of another period or place then too."""
    for mine, theirs in other:
        yield ComparedSpan(mine.start, mine.end, _STATES[mine.kind], _WHY[mine.kind].format(ours=theirs.text))
    moved = [mine for mine, _ in other if mine.kind != NUMBER]
    wrong = {mine.start for mine, _ in other}
    for number in sentence.parsed.numbers:
        inside = [
            item for item in draft_tokens if item.kind == NUMBER and number.start <= item.start < number.end
        ]
        if any(item.start in wrong for item in inside):
            continue
        beside = next(
            (item for item in moved if _together(sentence.parsed.text, item.start, number.start)), None
        )
        if beside is not None:
            other_text = sentence.parsed.text[beside.start : beside.end]
            why = f"It stands beside “{other_text}”, where ours has another."
            yield ComparedSpan(number.start, number.end, _STATES[beside.kind], why)
        else:
            yield ComparedSpan(number.start, number.end, RIGHT, "As in our own sentence.")


def _together(text: str, one: int, other: int) -> bool:
    """Whether nothing parts the two places in the sentence."""
    return not _SEGMENT.search(text[min(one, other) : max(one, other)])

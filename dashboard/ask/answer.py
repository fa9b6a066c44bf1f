"""Answer: a question answered from the figures held, in the product's sentences, or refused with a reason."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from dashboard.ask.answer_text import AnswerText, rate_for_count, unit_notes, unit_words, value_words
from dashboard.ask.compared import compared
from dashboard.ask.figures import AnswerFigure, figure
from dashboard.ask.fresher import fresher, newer_named
from dashboard.ask.period import NoFigure, latest_or_in, none_at_all
from dashboard.ask.phrasing import words
from dashboard.ask.question import AskRefusal, Option, Question, page, question_of
from dashboard.ask.ranked import ranked
from dashboard.ask.reading import Reading, read
from dashboard.ask.since import since
from dashboard.catalogue.periods import day_words
from dashboard.catalogue.regions import CITY_REGION
from dashboard.datastore.areas import REGIONS, Area
from dashboard.site import Site
from dashboard.statements.as_of_words import figures_known
from dashboard.statements.judgement.judgement import judgement
from dashboard.statements.judgement.words import reason, sentence

ANSWERED, REFUSED = "answered", "refused"


@dataclass(frozen=True)
class Answer:
    """`state` is answered or refused, then with a `reason`. `sentence` is the whole answer in one or two,
    `notes` what must be known with it, `figures` every figure it rests on, `options` what to go on with."""

    state: str
    reason: str
    sentence: str
    notes: tuple[str, ...] = ()
    figures: tuple[AnswerFigure, ...] = ()
    options: tuple[Option, ...] = ()


def answer(site: Site, region: Area, text: str) -> Answer:
    """The answer to `text` as looked at from `region`."""
    reading = read(site, text)
    near = _home(site, region, reading)
    question = question_of(site, region, reading)
    if isinstance(question, AskRefusal):
        return _refused(question, reading)
    question, older = fresher(site, question)
    result = _answer_text(site, near, question)
    if isinstance(result, AskRefusal):
        return _refused(result, reading)
    notes = (*_spelling_notes(reading), *_assumption_notes(site, question, text), *result.notes, *older)
    sentence = f"{result.sentence}{rate_for_count(question.indicator, reading.counted)}"
    return Answer(ANSWERED, "", sentence, notes, result.figures)


def _refused(refusal: AskRefusal, reading: Reading) -> Answer:
    notes = _spelling_notes(reading)
    return Answer(REFUSED, refusal.reason, refusal.sentence, notes, options=refusal.options)


def _home(site: Site, region: Area, reading: Reading) -> Area:
    """The region whose pages show what is asked about: that of the place named, else the one looked from."""
    code = reading.places[0][0] if reading.places else region.code
    place = site.geography[code]
    return place if place.level in REGIONS else site.geography.region_of(code, region) or region


def _spelling_notes(reading: Reading) -> tuple[str, ...]:
    return tuple(f"“{typed}” was read as “{meant}”." for typed, meant in reading.mends)


def _assumption_notes(site: Site, question: Question, text: str) -> tuple[str, ...]:
    """What was taken for granted: the place where none was named, and which of two of one name."""
    if not question.named:
        return (f"No place was named: this is about {question.places[0].name}.",)
    typed = " ".join(words(text))
    return tuple(
        f"{name} is read as the city region{called}, not the larger region or the county."
        for place in question.places
        for name, called in _twins(site, place)
        if " ".join(words(name)) in typed and (name == place.name or " ".join(words(place.name)) not in typed)
    )


def _twins(site: Site, place: Area) -> Iterator[tuple[str, str]]:
    """The names of a city region that another area has too, with its own where that is another."""
    others = {area.name for area in site.geography.areas.values() if area.code != place.code}
    for name in dict.fromkeys(site.geography.called(place)) if place.level == CITY_REGION else ():
        if name in others:
            yield name, "" if name == place.name else f" ({place.name})"


def _answer_text(site: Site, region: Area, question: Question) -> AnswerText | AskRefusal:
    if question.kind == "then":
        return _then(site, region, question)
    if question.kind == "since":
        return since(site, region, question)
    if question.kind == "change":
        return _changes(site, region, question)
    if question.kind == "compare":
        return compared(site, region, question)
    return _values(site, region, question) if question.kind == "value" else ranked(site, region, question)


def _values(site: Site, region: Area, question: Question) -> AnswerText | AskRefusal:
    """The figure of each place."""
    sentences, figures, notes, states = [], [], [], []
    for place in question.places:
        result = latest_or_in(site, region, question.indicator, place, question.when)
        if isinstance(result, AskRefusal):
            return result
        if isinstance(result, NoFigure):
            notes.append(result.sentence)
            states.append(result.state)
            continue
        sentences.append(value_words(question.indicator, place, result))
        figures.append(figure(site, region, question.indicator, place, result))
    if not figures:
        return AskRefusal(states[0], " ".join(notes), _pages(question, region))
    notes += newer_named(site, question.indicator) if question.when is None else ()
    whole = " ".join(sentences) + unit_words(question.indicator)
    return AnswerText(whole, tuple(figures), (*unit_notes(question.indicator), *notes))


def _pages(question: Question, region: Area) -> tuple[Option, ...]:
    return (Option(question.indicator.title, page(question.indicator, region)),)


def _changes(site: Site, region: Area, question: Question) -> AnswerText | AskRefusal:
    """What the methods say of each place, in the sentence that its page has."""
    sentences, figures, notes, states = [], [], [], []
    for place in question.places:
        judged = judgement(site, question.indicator, place)
        if judged is None:
            none = none_at_all(site, question.indicator, place)
            states.append(none.state)
            notes.append(f"{none.sentence} So there is no change to judge.")
            continue
        sentences.append(f"{place.name}: {sentence(judged)}")
        notes.append(reason(judged))
        figures.append(figure(site, region, question.indicator, place, judged.latest))
    if not figures:
        return AskRefusal(states[0], " ".join(notes), _pages(question, region))
    return AnswerText(" ".join(sentences), tuple(figures), tuple(notes))


def _then(site: Site, region: Area, question: Question) -> AnswerText | AskRefusal:
    """The figures as they were known at the end of the month or year that was named."""
    assert question.when is not None
    if question.when.last > datetime.now(UTC).date():
        return AskRefusal("future", f"{question.when.typed} is not over: ask what is known now.")
    past = site.at(question.when.last)
    result = _values(past, region, replace(question, when=None))
    known = figures_known(past, [question.indicator])
    if isinstance(result, AskRefusal):
        return replace(result, sentence=f"{result.sentence} {known}")
    sentence = f"Known on {day_words(question.when.last)}: {result.sentence}"
    return replace(result, sentence=sentence, notes=(*result.notes, known))

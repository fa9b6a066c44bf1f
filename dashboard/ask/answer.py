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
from dashboard.ask.question import AskRefusal, Option, Question, page, question
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
    asked = read(site, text)
    near = _home(site, region, asked)
    made = question(site, region, asked)
    if isinstance(made, AskRefusal):
        return Answer(REFUSED, made.reason, made.sentence, _mended(asked), options=made.options)
    made, older = fresher(site, made)
    found = _found(site, near, made)
    if isinstance(found, AskRefusal):
        return Answer(REFUSED, found.reason, found.sentence, _mended(asked), options=found.options)
    notes = (*_mended(asked), *_assumed(site, made, text), *found.notes, *older)
    sentence = f"{found.sentence}{rate_for_count(made.indicator, asked.counted)}"
    return Answer(ANSWERED, "", sentence, notes, found.figures)


def _home(site: Site, region: Area, asked: Reading) -> Area:
    """The region whose pages show what is asked about: that of the place named, else the one looked from."""
    code = asked.places[0][0] if asked.places else region.code
    place = site.geography[code]
    return place if place.level in REGIONS else site.geography.region_of(code, region) or region


def _mended(asked: Reading) -> tuple[str, ...]:
    return tuple(f"“{typed}” was read as “{meant}”." for typed, meant in asked.mends)


def _assumed(site: Site, made: Question, text: str) -> tuple[str, ...]:
    """What was taken for granted: the place where none was named, and which of two of one name."""
    if not made.named:
        return (f"No place was named: this is about {made.places[0].name}.",)
    typed = " ".join(words(text))
    return tuple(
        f"{name} is read as the city region{called}, not the larger region or the county."
        for place in made.places
        for name, called in _twins(site, place)
        if " ".join(words(name)) in typed and (name == place.name or " ".join(words(place.name)) not in typed)
    )


def _twins(site: Site, place: Area) -> Iterator[tuple[str, str]]:
    """The names of a city region that another area has too, with its own where that is another."""
    others = {area.name for area in site.geography.areas.values() if area.code != place.code}
    for name in dict.fromkeys(site.geography.called(place)) if place.level == CITY_REGION else ():
        if name in others:
            yield name, "" if name == place.name else f" ({place.name})"


def _found(site: Site, region: Area, made: Question) -> AnswerText | AskRefusal:
    if made.kind == "then":
        return _then(site, region, made)
    if made.kind == "since":
        return since(site, region, made)
    if made.kind == "change":
        return _changes(site, region, made)
    if made.kind == "compare":
        return compared(site, region, made)
    return _values(site, region, made) if made.kind == "value" else ranked(site, region, made)


def _values(site: Site, region: Area, made: Question) -> AnswerText | AskRefusal:
    """The figure of each place."""
    sentences, figures, notes, states = [], [], [], []
    for place in made.places:
        found = latest_or_in(site, region, made.indicator, place, made.when)
        if isinstance(found, AskRefusal):
            return found
        if isinstance(found, NoFigure):
            notes.append(found.sentence)
            states.append(found.state)
            continue
        sentences.append(value_words(made.indicator, place, found))
        figures.append(figure(site, region, made.indicator, place, found))
    if not figures:
        return AskRefusal(states[0], " ".join(notes), _pages(made, region))
    notes += newer_named(site, made.indicator) if made.when is None else ()
    whole = " ".join(sentences) + unit_words(made.indicator)
    return AnswerText(whole, tuple(figures), (*unit_notes(made.indicator), *notes))


def _pages(made: Question, region: Area) -> tuple[Option, ...]:
    return (Option(made.indicator.title, page(made.indicator, region)),)


def _changes(site: Site, region: Area, made: Question) -> AnswerText | AskRefusal:
    """What the methods say of each place, in the sentence that its page has."""
    sentences, figures, notes, states = [], [], [], []
    for place in made.places:
        judged = judgement(site, made.indicator, place)
        if judged is None:
            none = none_at_all(site, made.indicator, place)
            states.append(none.state)
            notes.append(f"{none.sentence} So there is no change to judge.")
            continue
        sentences.append(f"{place.name}: {sentence(judged)}")
        notes.append(reason(judged))
        figures.append(figure(site, region, made.indicator, place, judged.latest))
    if not figures:
        return AskRefusal(states[0], " ".join(notes), _pages(made, region))
    return AnswerText(" ".join(sentences), tuple(figures), tuple(notes))


def _then(site: Site, region: Area, made: Question) -> AnswerText | AskRefusal:
    """The figures as they were known at the end of the month or year that was named."""
    assert made.when is not None
    if made.when.last > datetime.now(UTC).date():
        return AskRefusal("future", f"{made.when.typed} is not over: ask what is known now.")
    past = site.at(made.when.last)
    found = _values(past, region, replace(made, when=None))
    known = figures_known(past, [made.indicator])
    if isinstance(found, AskRefusal):
        return replace(found, sentence=f"{found.sentence} {known}")
    sentence = f"Known on {day_words(made.when.last)}: {found.sentence}"
    return replace(found, sentence=sentence, notes=(*found.notes, known))

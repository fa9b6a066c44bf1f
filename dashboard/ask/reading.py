"""Reading: what a question asks, word by word. What was not understood is never guessed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.ask import lexicon as lex
from dashboard.ask.dates import When, extract_dates
from dashboard.ask.phrasing import inflected, words
from dashboard.ask.spelling import corrected
from dashboard.ask.subject import NamedPart, of_the_figure, one_subject
from dashboard.site import Site

_COUNTED = re.compile(r"\bhow many\b|\bnumbers? of\b", re.IGNORECASE)
_FROM = ("in", "of", "for", "at", "near")  # what stands before the name of a place


@dataclass(frozen=True)
class Reading:
    """What was found in a question. `indicators`: for each phrase all that it may mean; `places` likewise;
    `unread`: words that mean nothing here, and `unplaced` those that stand where a place's name does;
    `mends`: what was typed and what it was taken for; `exact`: whether an indicator was named by its title
    and by none of the words that people use; `counted`: whether a number of things is asked for."""

    indicators: tuple[tuple[str, ...], ...] = ()
    places: tuple[tuple[str, ...], ...] = ()
    kinds: frozenset[str] = frozenset()
    refusals: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    dates: tuple[When, ...] = ()
    unread: tuple[str, ...] = ()
    unplaced: str = ""
    mends: tuple[tuple[str, str], ...] = ()
    exact: bool = False
    counted: bool = False


def read(site: Site, question: str) -> Reading:
    """What `question` asks, in the words that this site knows."""
    known = lex.lexicon(site)
    text, dates = extract_dates(question)
    typed = list(words(text))
    whole = [inflected(word, known.known) for word in typed]
    known_words = [corrected(word, known.known, known.meant, known.empty, known.names) for word in whole]
    parts = one_subject(site, _parts(known_words, known), known_words, text)

    def of(kind: str) -> tuple[tuple[str, ...], ...]:
        return tuple(dict.fromkeys(part.meaning for part in parts if part.kind == kind))

    def flat(kind: str) -> tuple[str, ...]:
        return tuple(one for meaning in of(kind) for one in meaning)

    missed = [at for part in parts if part.kind == "" for at in part.at]
    unread = tuple(typed[at] for at in missed if not of_the_figure(site, known_words[at], of(lex.INDICATOR)))
    unread += tuple(word for word in re.findall(r"[^\W_]+", text) if not words(word))  # in other letters
    return Reading(
        indicators=of(lex.INDICATOR),
        places=of(lex.PLACE),
        kinds=frozenset(flat(lex.KIND)),
        refusals=flat(lex.REFUSAL),
        gaps=flat(lex.GAP),
        outside=flat(lex.OUTSIDE),
        dates=tuple(dates),
        unread=unread,
        unplaced=_unplaced(question, unread, bool(of(lex.PLACE))),
        mends=_mends(whole, known_words, missed),
        counted=bool(_COUNTED.search(question)),
        exact=any(part.kind == lex.INDICATOR and part.phrase in known.titles for part in parts),
    )


def _mends(typed: list[str], mended_words: list[str], missed: list[int]) -> tuple[tuple[str, str], ...]:
    """What was typed and what it was read as; what was not understood even so is shown as it was typed."""
    pairs = enumerate(zip(typed, mended_words, strict=True))
    return tuple((one, other) for at, (one, other) in pairs if one != other and at not in missed)


def _parts(typed_words: list[str], known: lex.Lexicon) -> list[NamedPart]:
    """The phrases of a question in order. Names of places are taken out first: in "children in Oldham ready
    for school" the rest is one phrase."""
    left = [(at, word) for at, word in enumerate(typed_words) if word not in known.empty]
    places = [part for part in _cut(left, known) if part.kind == lex.PLACE]
    taken = {at for part in places for at in part.at}
    rest = _cut([word for word in left if word[0] not in taken], known)
    return sorted([*places, *rest], key=lambda part: part.at)


def _cut(left: list[tuple[int, str]], known: lex.Lexicon) -> Iterator[NamedPart]:
    """The longest phrases from the left, each with what it is and may mean; kind "" for none."""
    while left:
        size = next((n for n in range(known.longest, 0, -1) if _phrase(left, n) in known.phrases), 0)
        phrase = _phrase(left, size or 1)
        kind, meaning = known.phrases[phrase] if size else ("", ())
        yield NamedPart(kind, meaning, phrase, tuple(at for at, _ in left[: size or 1]))
        left = left[size or 1 :]


def _phrase(left: list[tuple[int, str]], size: int) -> lex.Phrase:
    return tuple(word for _, word in left[:size])


def _unplaced(question: str, unread: tuple[str, ...], placed: bool) -> str:
    """The words that were not understood and stand where a place's name does, as they were typed; in small
    letters only where no place was named ("in fuel poverty in Leeds")."""
    for match in re.finditer(rf"\b({'|'.join(_FROM)})\s+(?:the\s+)?([A-Za-z'’. -]+)", question):
        names = [word for word in match[2].split() if set(words(word)) & set(unread)]
        whole = names and match[2].split()[0] == names[0]
        if whole and ((match[1] == "in" and not placed) or names[0][0].isupper()):
            return " ".join(names)
    return ""

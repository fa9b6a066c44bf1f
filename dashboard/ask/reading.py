"""Reading: what a question asks, word by word. What was not understood is never guessed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.ask import lexicon as lex
from dashboard.ask.dates import When, taken
from dashboard.ask.phrasing import words
from dashboard.ask.spelling import mended
from dashboard.site import Site

_FROM = ("in", "of", "for", "at", "near")  # what stands before the name of a place


@dataclass(frozen=True)
class Reading:
    """What was found in a question. `indicators`: for each phrase all that it may mean; `places` likewise;
    `unread`: words that mean nothing here, and `unplaced` those that stand where a place's name does;
    `mends`: what was typed and what it was taken for; `exact`: whether an indicator was named by its title
    and by none of the words that people use."""

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


def read(site: Site, question: str) -> Reading:
    """What `question` asks, in the words that this site knows."""
    known = lex.lexicon(site)
    text, dates = taken(question)
    typed = list(words(text))
    said = [mended(word, known.known, known.names, known.empty) for word in typed]
    mends = tuple((a, b) for a, b in zip(typed, said, strict=True) if a != b)
    parts = [*_phrases(said, known)]

    def of(kind: str) -> tuple[tuple[str, ...], ...]:
        return tuple(dict.fromkeys(meaning for found, meaning, _ in parts if found == kind))

    def flat(kind: str) -> tuple[str, ...]:
        return tuple(one for meaning in of(kind) for one in meaning)

    unread = tuple(word for found, _, phrase in parts if found == "" for word in phrase)
    return Reading(
        indicators=of(lex.INDICATOR),
        places=of(lex.PLACE),
        kinds=frozenset(flat(lex.KIND)),
        refusals=flat(lex.REFUSAL),
        gaps=flat(lex.GAP),
        outside=flat(lex.OUTSIDE),
        dates=tuple(dates),
        unread=unread,
        unplaced=_unplaced(question, unread),
        mends=mends,
        exact=any(found == lex.INDICATOR and phrase in known.titles for found, _, phrase in parts),
    )


def _phrases(said: list[str], known: lex.Lexicon) -> Iterator[tuple[str, tuple[str, ...], lex.Phrase]]:
    """The longest phrases from the left, as (what it is, what it may mean, its words); ("", …) for none."""
    left = [word for word in said if word not in known.empty]
    while left:
        size = next((n for n in range(known.longest, 0, -1) if tuple(left[:n]) in known.phrases), 0)
        phrase = tuple(left[: size or 1])
        kind, meaning = known.phrases[phrase] if size else ("", ())
        yield kind, meaning, phrase
        left = left[size or 1 :]


def _unplaced(question: str, unread: tuple[str, ...]) -> str:
    """The words that were not understood and stand where a place's name does, as they were typed."""
    for match in re.finditer(rf"\b({'|'.join(_FROM)})\s+(?:the\s+)?([A-Za-z'’. -]+)", question):
        names = [word for word in match[2].split() if set(words(word)) & set(unread)]
        whole = names and match[2].split()[0] == names[0]
        if whole and (match[1] == "in" or names[0][0].isupper()):
            return " ".join(names)
    return ""

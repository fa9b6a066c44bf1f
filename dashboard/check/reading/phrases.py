"""Phrases: the words of a text, and what they name, with where it stands."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.search.matching import words

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SLIGHT = frozenset(
    ["a", "an", "the", "our", "their", "its", "is", "are", "was", "were", "who", "have", "had"]
)
_JOINED = re.compile(r"^(?:['’]s)?[\s,:&/()–-]*$")
_GENITIVE = re.compile(r"['’]s$")
Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Word:
    """A word at `start` to `end` of a sentence; `plain` are its letters in small, `parts` those of a
    compound."""

    start: int
    end: int
    text: str
    plain: str
    parts: Phrase


@dataclass(frozen=True)
class PhraseMatch:
    """A phrase at `start` to `end` of a sentence and all that it may mean (ids or codes). `apart` is where
    the beginning of a phrase stands whose words are apart: "children in Bolton were in poverty"."""

    start: int
    end: int
    text: str
    meaning: tuple[str, ...]
    apart: tuple[int, int] = (0, 0)


class Phrases:
    """Phrases by their words, without slight ones, and all that each may mean."""

    def __init__(self, meanings: Mapping[Phrase, tuple[str, ...]]):
        self._meanings = dict(meanings)
        self._longest: dict[str, int] = {}  # by the first word
        for phrase in meanings:
            self._longest[phrase[0]] = max(len(phrase), self._longest.get(phrase[0], 0))

    def matches(self, text: str, typed_words: list[Word]) -> list[PhraseMatch]:
        """The longest phrases from the left of `text`, whose words are `typed_words`."""
        found, at = [], 0
        while at < len(typed_words):
            best = (
                self._from(text, typed_words, at)
                if typed_words[at].parts[:1] and typed_words[at].parts[0] in self._longest
                else None
            )
            if best is None:
                at += 1
                continue
            end, meaning = best
            span = (typed_words[at].start, typed_words[end].end)
            found.append(PhraseMatch(*span, text[slice(*span)], meaning))
            at = end + 1
        return found

    def _from(self, text: str, typed_words: list[Word], at: int) -> tuple[int, tuple[str, ...]] | None:
        """The last word and the meaning of the longest phrase that begins with the word at `at`."""
        most = self._longest[typed_words[at].parts[0]]
        phrase: Phrase = ()
        best = None
        for end in range(at, len(typed_words)):
            between = text[typed_words[end - 1].end : typed_words[end].start] if end > at else ""
            if len(phrase) >= most or not _JOINED.match(between):
                break
            joint = ("and",) if "&" in between else ()
            phrase = (*phrase, *joint, *(part for part in typed_words[end].parts if part not in _SLIGHT))
            if phrase in self._meanings and typed_words[end].plain not in _SLIGHT:
                best = end, self._meanings[phrase]
        return best


class SplitPhrases:
    """Phrases whose two parts stand apart: "children in Bolton were in poverty"."""

    def __init__(self, meanings: Mapping[tuple[Phrase, Phrase], tuple[str, ...]]):
        self._parts = [(first, last, meaning) for (first, last), meaning in meanings.items()]

    def matches(self, text: str, typed_words: list[Word]) -> list[PhraseMatch]:
        """Each phrase that stands in `text`, where its second part stands."""
        there = {part for word in typed_words for part in word.parts}
        found = []
        for first, last, meaning in self._parts:
            if not there.issuperset((*first, *last)):
                continue
            begins, ends = (Phrases({part: meaning}).matches(text, typed_words)[:1] for part in (first, last))
            if begins and ends and begins[0].end <= ends[0].start:
                one = ends[0]
                found.append(
                    PhraseMatch(one.start, one.end, one.text, meaning, (begins[0].start, begins[0].end))
                )
        return found


def key(phrase: str) -> Phrase:
    """The words by which `phrase` is found."""
    typed_words = words(re.sub(r"['’]s\b", "", phrase))
    return tuple(word for word in typed_words if word not in _SLIGHT) or typed_words


def words_of(text: str) -> list[Word]:
    """The words of `text` in order."""
    return [_word(match) for match in _WORD.finditer(text)]


def _word(match: re.Match[str]) -> Word:
    """The word without the s of a genitive: "Wigan's" is Wigan."""
    text = _GENITIVE.sub("", match[0])
    return Word(match.start(), match.start() + len(text), text, *_letters(text))


def _letters(text: str) -> tuple[str, Phrase]:
    """The word in small letters, and its parts."""
    if text.isascii() and text.isalnum():
        return text.lower(), (text.lower(),)
    return _plain(text), words(text)


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in letters if not unicodedata.combining(sign)).replace("’", "'")

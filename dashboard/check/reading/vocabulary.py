"""Vocabulary: all that names something in a draft, and the words that change nothing (data/check.toml,
ask.toml)."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.catalogue.reading.toml_file import read_toml
from dashboard.catalogue.regions import CITY_REGION
from dashboard.check.reading.phrases import Phrase, Phrases, SplitPhrases, key
from dashboard.datastore.areas import Area
from dashboard.site import Site

CHECK, ASK = "check.toml", "ask.toml"
_TEXT, _TEXTS, _LISTS, _TABLE = "a text", "a list of texts", "a table of lists of texts", "a table of texts"
_SHAPES = {
    ASK: {"indicators": _LISTS, "places": _LISTS, "outside": _TEXTS, "empty": _TEXT},
    CHECK: {
        "indicators": _LISTS, "places": _LISTS, "apart": _LISTS, "beside": _TABLE, "neutral": _TEXT,
        "passing": _TEXT, "turning": _TEXT,
    },
}  # fmt: skip


class SpoiltWords(ValueError):
    """A file of words that cannot be used; the message names it and what to do.

    No draft is read without it: with half of the words a right figure would be called wrong.
    """


@dataclass(frozen=True)
class Vocabulary:
    """What names indicators and places. `neutral` words change nothing about any figure, those of `beside`
    nothing about those of one indicator, `turning` ones make another of it, `passing` ones are no names;
    `firm` phrases name an indicator for sure, and not only what somebody who asks may mean by them."""

    indicators: Phrases
    places: Phrases
    split: SplitPhrases
    neutral: frozenset[str]
    beside: Mapping[str, frozenset[str]]
    turning: frozenset[str]
    passing: frozenset[str]
    firm: frozenset[Phrase]


def read_words(path: Path) -> dict[str, Any]:
    """What check.toml or ask.toml, at `path`, says of drafts. Raises SpoiltWords, in one sentence."""
    where = f"data/{path.name}"
    try:
        words = read_toml(path)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SpoiltWords(f"{where}: mend the TOML: {error}") from error
    for name, shape in _SHAPES[path.name].items():
        if not _is(words.get(name), shape):
            raise SpoiltWords(f"{where}: write {name} as {shape}")
    for phrase in words.get("apart", ()):
        if phrase.count(" … ") != 1:
            raise SpoiltWords(f"{where}: write {phrase!r} of apart as two phrases with “ … ” between them")
    return words


def _is(given: object, shape: str) -> bool:
    if shape in (_LISTS, _TABLE):
        each = _TEXTS if shape == _LISTS else _TEXT
        return isinstance(given, dict) and all(_is(value, each) for value in given.values())
    if shape == _TEXTS:
        return isinstance(given, list) and all(isinstance(value, str) for value in given)
    return isinstance(given, str)


def vocabulary(site: Site) -> Vocabulary:
    """The vocabulary of `site`, made once for its figures and indicators. Raises SpoiltWords."""
    return site.store.remember(("vocabulary of drafts", tuple(site.indicators)), lambda: _vocabulary(site))


def _vocabulary(site: Site) -> Vocabulary:
    ask, check = (read_words(site.settings.data / name) for name in (ASK, CHECK))
    indicators = _indicators(site, [ask["indicators"], check["indicators"]])
    places = _places(site, [ask["places"], check["places"]])
    outside = {key(name): () for name in ask["outside"]}
    passing = frozenset(check["passing"].split()) | frozenset(ask["empty"].split())
    turning = frozenset(check["turning"].split())
    apart = {
        (key(first), key(last)): tuple(id for id in ids if id in site.indicators)
        for phrase, ids in check["apart"].items()
        for first, last in [phrase.split(" … ")]
    }
    phrases = (Phrases(indicators), Phrases({**outside, **places}), SplitPhrases(apart))
    neutral = frozenset(check["neutral"].split()) - turning
    titles = (item.title for item in site.indicators.values())
    firm = frozenset(
        map(key, [*titles, *(one for phrases in check["indicators"].values() for one in phrases)])
    )
    return Vocabulary(*phrases, neutral, _beside(check), turning, passing - turning, firm)


def _beside(check: Mapping[str, Mapping[str, Any]]) -> dict[str, frozenset[str]]:
    """Indicator -> the words that change nothing about it alone: of its phrases in drafts, and added ones.
    What people ask by is looser ("full fibre" finds gigabit), and bears nothing out."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, text in check["beside"].items():
        found[name].update(text.split())
    for name, phrases in check["indicators"].items():
        found[name].update(*map(key, phrases))
    for phrase, ids in check["apart"].items():
        for name in ids:
            found[name].update(*map(key, phrase.split(" … ")))
    return {name: frozenset(typed) for name, typed in found.items()}


def _indicators(site: Site, tables: Iterable[Mapping[str, list[str]]]) -> dict[Phrase, tuple[str, ...]]:
    found: dict[Phrase, list[str]] = defaultdict(list)
    titles = {key(item.title): item.id for item in site.indicators.values()}
    for table in tables:
        for name, phrases in table.items():
            for phrase in dict.fromkeys(map(key, phrases)):
                if name in site.indicators and phrase and name not in found[phrase]:
                    found[phrase].append(name)
    return {phrase: tuple(ids) for phrase, ids in found.items()} | {
        key: (one,) for key, one in titles.items()
    }


def _places(site: Site, tables: Iterable[Mapping[str, list[str]]]) -> dict[Phrase, tuple[str, ...]]:
    """Names of places with every area that is called so: a region and a city region may be."""
    found: dict[Phrase, list[str]] = defaultdict(list)
    for area in sorted(site.geography.areas.values(), key=lambda item: item.level != CITY_REGION):
        for name in _names(area, site):
            if area.code not in found[key(name)]:
                found[key(name)].append(area.code)
    for table in tables:
        for name, codes in table.items():
            known = [code for code in codes if code in site.geography.areas]
            found[key(name)] += [code for code in known if code not in found[key(name)]]
    return {phrase: tuple(codes) for phrase, codes in found.items() if phrase and codes}


def _names(area: Area, site: Site) -> Iterable[str]:
    yield from site.geography.called(area)
    if area.level == CITY_REGION:
        yield f"{area.name} Combined Authority"
        yield f"{area.name} city region"

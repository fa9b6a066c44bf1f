"""Lexicon: every phrase that a question may be made of, and what it means (data/ask.toml, titles, names)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.ask.phrasing import words
from dashboard.catalogue.reading.toml_file import read_toml
from dashboard.catalogue.regions import CITY_REGION
from dashboard.datastore.areas import Area
from dashboard.runtime.slips import without_slips
from dashboard.site import Site

INDICATOR, PLACE, KIND, REFUSAL, GAP, OUTSIDE, NOTHING = (
    "indicator", "place", "kind", "refusal", "gap", "outside", "nothing",
)  # fmt: skip
ASK = "ask.toml"
_COUNTING = (("how",), ("how", "many"), ("how", "much"), ("much",), ("many",))
_NO_WORDS: dict[str, Any] = {
    "empty": "", "outside": [], "indicators": {}, "places": {}, "kinds": {}, "refusals": {}, "gaps": {},
}  # fmt: skip
Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """`phrases`: phrase without empty words -> what it is and all that it may mean; `empty`: words that say
    nothing; `known`: every word of a phrase, which no slip can have made; `meant`: words of small areas and
    of what is written about figures, which are no slips either; `titles`: phrases that are titles and not
    what people say; `names`: words that are in names of places alone."""

    phrases: dict[Phrase, tuple[str, tuple[str, ...]]]
    empty: frozenset[str]
    known: frozenset[str]
    meant: frozenset[str]
    longest: int
    titles: frozenset[Phrase] = frozenset()
    names: frozenset[str] = frozenset()


def lexicon(site: Site) -> Lexicon:
    """The lexicon of `site`, made once for its figures and indicators."""
    return site.store.remember(("lexicon", tuple(site.indicators)), lambda: _lexicon(site))


def _lexicon(site: Site) -> Lexicon:
    """The lexicon of the file; without it names and titles alone are understood, and all else is refused."""

    def read(path: Path) -> Lexicon:
        return _lexicon_of(site, read_toml(path))

    return without_slips(read, site.settings.data / ASK) or _lexicon_of(site, _NO_WORDS)


def _lexicon_of(site: Site, content: dict[str, Any]) -> Lexicon:
    empty = frozenset(content["empty"].split())
    meanings: dict[Phrase, tuple[str, tuple[str, ...]]] = dict.fromkeys(_COUNTING, (NOTHING, ()))
    for kind, meant in (*_places(site.geography.areas.values(), site, content), *_fixed(site, content)):
        for phrase, meaning in meant.items():
            if short := tuple(word for word in phrase if word not in empty):
                meanings[short] = (kind, meaning)
    here = {phrase: kind for phrase, (kind, _) in meanings.items() if kind != OUTSIDE}  # no slip for Larne
    known = frozenset(word for phrase in here for word in phrase) | empty
    other = frozenset(word for phrase, kind in here.items() if kind != PLACE for word in phrase) | empty
    outside = frozenset(word for phrase in meanings if phrase not in here for word in phrase)
    titles = _short((item.title for item in site.indicators.values()), empty)
    known_phrases = _short(
        (phrase for phrases in content["indicators"].values() for phrase in phrases), empty
    )
    never = _small(site) | _written(site) | outside
    return Lexicon(
        meanings, empty, known, never, max(map(len, meanings)), titles - known_phrases, known - other
    )


def _short(texts: Iterable[str], empty: frozenset[str]) -> frozenset[Phrase]:
    """The texts as phrases without empty words."""
    return frozenset(tuple(word for word in words(text) if word not in empty) for text in texts)


Meant = tuple[str, dict[Phrase, tuple[str, ...]]]


def _fixed(site: Site, content: dict[str, Any]) -> Iterable[Meant]:
    """What is no place; of two that are written alike the later counts."""
    yield OUTSIDE, {words(name): (name,) for name in content["outside"]}
    titles: dict[Phrase, list[str]] = defaultdict(list)
    for item in site.indicators.values():
        titles[words(item.title)].append(item.id)
    yield INDICATOR, {phrase: tuple(ids) for phrase, ids in titles.items()}
    yield INDICATOR, _turned({k: v for k, v in content["indicators"].items() if k in site.indicators})
    for kind, table in ((KIND, "kinds"), (REFUSAL, "refusals"), (GAP, "gaps")):
        yield kind, _turned(content[table])


def _turned(table: dict[str, list[str]]) -> dict[Phrase, tuple[str, ...]]:
    """From meaning -> phrases to phrase -> meanings."""
    found: dict[Phrase, tuple[str, ...]] = {}
    for meaning, phrases in table.items():
        for phrase in dict.fromkeys(map(words, phrases)):
            found[phrase] = (*found.get(phrase, ()), meaning)
    return found


def _places(areas: Iterable[Area], site: Site, content: dict[str, Any]) -> Iterable[Meant]:
    """Names of places. Where several have the same name the city region is meant: the last one stands."""
    found: dict[Phrase, tuple[str, ...]] = {}
    for area in sorted(areas, key=lambda item: item.level == CITY_REGION):
        for name in site.geography.called(area):
            found[words(name)] = (area.code,)
    other = {words(name): tuple(codes) for name, codes in content["places"].items()}
    yield PLACE, found | {p: c for p, c in other.items() if all(code in site.geography.areas for code in c)}


def _written(site: Site) -> frozenset[str]:
    """The words in which the indicators are written about: "charging" is no slip for changing."""
    texts = (f"{item.question} {item.unit} {item.method} {item.caveat}" for item in site.indicators.values())
    return frozenset(word for text in texts for word in words(text))


def _small(site: Site) -> frozenset[str]:
    """The words in names of wards: whoever types one means it, and no slip of the pen."""
    rows = site.store.rows("SELECT DISTINCT name FROM areas WHERE current AND level = 'ward'")
    return frozenset(word for (name,) in rows for word in words(name))

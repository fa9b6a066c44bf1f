"""What is found for a text that somebody typed: the best of each kind, best kinds first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dashboard.address.address import link
from dashboard.capital_letter import capital
from dashboard.catalogue.regions import CITY_REGION, OWN_AREA
from dashboard.datastore.areas import REGIONS, Area
from dashboard.datastore.place_names import NamedPlace, search, similar_names
from dashboard.runtime.slips import without_slips
from dashboard.search.entries import (
    DATASET,
    ENTRY_KINDS,
    GAP,
    INDICATOR,
    PLACE,
    SearchEntry,
    entries,
    meanings,
)
from dashboard.search.matching import BEGINS, WHOLE, known_phrases, most_of, query_terms, score, words
from dashboard.search.postcodes import SENTENCE, is_postcode
from dashboard.site import Site

MOST_PLACES = 60  # places looked at, of which the nearest are shown
MOST_OF_A_KIND = 6  # of a kind at most, so that no kind hides another
LESSER_SHARE = 0.75  # of what another thing of the same name would count
MEANINGS = "synonyms.toml"
NOT_FOUND = "Nothing here is called “{text}”. Try one word, or another word for the same thing."
PARTLY_FOUND = "Nothing has all of “{text}” in its name. These have most of it."
GUESSED = "Nothing is called “{text}”. Did you mean one of these?"
_KIND_WORDS = {"ward", "wards", "council", "borough", "district", "county", "area", "neighbourhood", "mayor"}
_LEVELS = {
    CITY_REGION: "city region",
    OWN_AREA: "area made here",
    "county": "county",
    "district": "council area",
    "ward": "ward",
    "msoa": "area of about 8,000 people",
    "lsoa": "neighbourhood",
}


@dataclass(frozen=True)
class Hit:
    """Something found: its kind, name, what more there is to say, and the address of its page."""

    kind: str
    name: str
    detail: str
    address: str


@dataclass(frozen=True)
class SearchResult:
    """All that was found, and a sentence for where that is nothing or not what was meant."""

    hits: tuple[Hit, ...]
    sentence: str = ""


def find(site: Site, region: Area, text: str) -> SearchResult:
    """What `text` may mean on `site`, as looked at from `region`; at most MOST_OF_A_KIND of a kind."""
    if not text.strip():
        return SearchResult(())
    if is_postcode(text):
        return SearchResult((), SENTENCE)
    ranked = _ranked(site, text, score)
    certain = bool(ranked) and ranked[0][0] >= BEGINS
    places, guessed = _places(site, region, text, certain)
    hits = _in_order(site, region, text, [*_each(ranked)], places)
    if not hits:
        hits = _in_order(site, region, text, [*_each(_ranked(site, text, most_of))], [])
        return SearchResult(tuple(hits), (PARTLY_FOUND if hits else NOT_FOUND).format(text=text))
    return SearchResult(tuple(hits), GUESSED.format(text=text) if guessed and not ranked else "")


def indicators_called(site: Site, region: Area, text: str) -> list[Hit]:
    """The indicators that all words of `text` name, the best first: without places, which cost more."""
    return [_hit(site, region, item) for _, item in _ranked(site, text, score, (INDICATOR,))[:MOST_OF_A_KIND]]


def _ranked(
    site: Site, text: str, how: Callable[..., float], kinds: tuple[str, ...] = ENTRY_KINDS
) -> list[tuple[float, SearchEntry]]:
    """All but places that answer `text` by `how` (score or most_of), the best first. A dataset comes after
    what is made of it."""
    file = site.settings.data / MEANINGS
    known = site.store.remember(
        ("meanings",), lambda: without_slips(lambda path: known_phrases(meanings(path)), file) or {}
    )
    parts = query_terms(text, known)
    found = [
        (value * (LESSER_SHARE if item.kind in (DATASET, GAP) else 1), item)
        for item in entries(site)
        if item.kind in kinds and (value := how(parts, item.words))
    ]
    return sorted(found, key=lambda pair: (-pair[0], ENTRY_KINDS.index(pair[1].kind), pair[1].name))


def _places(site: Site, region: Area, text: str, certain: bool) -> tuple[list[NamedPlace], bool]:
    """The places of that name; where there is none, and no other thing is surely meant, those almost called
    so, and that they are a guess. Wards of `region` come before others of the same name."""
    places, _ = search(site.store, text, MOST_PLACES)
    bare = " ".join(word for word in text.split() if word.casefold() not in _KIND_WORDS)
    if not places and bare != text:
        places, _ = search(site.store, bare, MOST_PLACES)
    if places or certain:
        near = sorted(places, key=lambda item: item.level == "ward" and item.region != region.code)
        return near[:MOST_OF_A_KIND], False
    return similar_names(site.store, bare or text, MOST_OF_A_KIND), True


def _each(ranked: Iterable[tuple[float, SearchEntry]]) -> Iterable[tuple[float, SearchEntry]]:
    """The first of each kind, in their order."""
    seen = dict.fromkeys(ENTRY_KINDS, 0)
    for value, item in ranked:
        seen[item.kind] += 1
        if seen[item.kind] <= MOST_OF_A_KIND:
            yield value, item


def _in_order(
    site: Site, region: Area, text: str, ranked: list[tuple[float, SearchEntry]], places: list[NamedPlace]
) -> list[Hit]:
    """Hits grouped by kind, the kind of the best hit first; before all, places whose names begin with `text`.

    Where another thing has the very word in its name, so must the place: "bus" is of buses, not of Bush Fair.
    """
    by_kind: dict[str, list[Hit]] = {}
    best = ranked[0][0] if ranked else 0.0
    placed = [_place(site, region, item) for item in places]
    if placed and (best < BEGINS or _begins(text, placed[0].name, whole=best >= WHOLE)):
        by_kind[PLACE] = placed
    for _, item in ranked:
        if placed and item.kind in (GAP, DATASET):
            by_kind.setdefault(PLACE, placed)
        by_kind.setdefault(item.kind, []).append(_hit(site, region, item))
    if placed:
        by_kind.setdefault(PLACE, placed)
    return [hit for hits in by_kind.values() for hit in hits]


def _begins(text: str, name: str, whole: bool) -> bool:
    """Whether `name` begins as `text`, letter by letter or by `whole` words."""
    typed, of = words(text), words(name)
    return of[: len(typed)] == typed if whole else " ".join(of).startswith(" ".join(typed))


def _hit(site: Site, region: Area, item: SearchEntry) -> Hit:
    home = site.geography.areas.get(item.region, region)
    return Hit(item.kind, item.name, item.detail, link(item.path, home))


def _place(site: Site, region: Area, item: NamedPlace) -> Hit:
    where = where_in(item)
    return Hit(PLACE, item.name, capital(where), place_address(site, region, item))


def where_in(item: NamedPlace) -> str:
    """What kind of place it is, and what it lies in."""
    inside = [name for name in (item.district_name, item.region_name) if name]
    return _LEVELS[item.level] + (f" in {', '.join(inside)}" if inside else "")


def place_address(site: Site, region: Area, item: NamedPlace) -> str:
    """The page of a place; of a small area outside every city region that of its council area."""
    home = site.geography.areas.get(item.region, region)
    if item.level in REGIONS:
        return link("/", site.geography[item.code])
    if item.level in ("county", "district"):
        return link(f"/place/{item.code}", home)
    if item.level == "ward":
        return link(f"/ward/{item.code}", home)
    if item.region:
        return link("/neighbourhoods", home, place=item.code)
    return link(f"/place/{item.district}", home)

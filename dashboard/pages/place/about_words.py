"""Place about: what kind of place it is, how many people live there, and whom it is like."""

from dashboard.catalogue.region_words import noun_phrase
from dashboard.catalogue.regions import CITY_REGION
from dashboard.datastore.areas import PEER_BASES, Area
from dashboard.site import Site
from dashboard.statements.place_words import containing

POPULATION = "people/population"
_KINDS = {
    "E06": "Unitary authority",
    "E07": "District",
    "E08": "Metropolitan borough",
    "E09": "London borough",
    "E10": "County",
}
_KINDS_OF = {"E09000001": "City corporation"}  # among the boroughs, and none


def population(site: Site, place: Area) -> str | None:
    """How many people live in `place` and when: "589,670 people (30 Jun 2024)"; None if not known."""
    indicator = site.indicators.get(POPULATION)
    latest = site.observations(indicator).latest(place.code) if indicator else None
    if latest is None:
        return None
    return f"{indicator.format(latest.value)} people ({indicator.period_label(latest.period)})"


def about(site: Site, place: Area) -> str:
    """What kind of place it is, what it is part of, and how many people live there."""
    county, region = (containing(site, place, level) for level in ("county", CITY_REGION))
    wholes = [
        f"the {county.name} county" if county else "",
        region and noun_phrase(site.geography.about(region)),
    ]
    inside = " and ".join(filter(None, wholes))
    kind = _KINDS_OF.get(place.code) or _KINDS.get(place.code[:3], place.level.capitalize())
    sentence = f"{kind} in {inside}" if inside else f"{kind} in no city region"
    people = population(site, place)
    return f"{sentence}. {people}." if people else f"{sentence}."


def neighbours(site: Site, place: Area, most: int = 5) -> list[tuple[str, list[Area]]]:
    """The `most` nearest statistical neighbours (ONS) of `place`, by what they are similar on."""
    found = [(words, site.geography.peers(place.code, basis)[:most]) for basis, words in PEER_BASES.items()]
    return [(words, peers) for words, peers in found if peers]

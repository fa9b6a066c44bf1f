"""Areas: names, levels and containment, and which city regions there are."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from dashboard.catalogue.regions import CITY_REGION, COLUMNS, COMBINED, OWN_AREA, CityRegion
from dashboard.datastore.former_codes import current_codes
from dashboard.datastore.store import Store

ENGLAND = "E92000001"
UNITED_KINGDOM = "K02000001"
PEER_BASES = {
    "global": "overall",
    "economic": "economy",
    "demographic": "population make-up",
}
# Levels of areas, from large to small, and those that belong together.
NEIGHBOURHOODS = ("ward", "msoa", "lsoa")
REGIONS = (CITY_REGION, OWN_AREA)  # what can be chosen as the region; an area made here is not compared
LEVELS = ("country", "region", *REGIONS, "county", "district", *NEIGHBOURHOODS)
UNKNOWN = "unknown"  # the level of a code that no table has
PLACES = ("district", "county")  # have a council, and a page of their own
AUTHORITIES = (*PLACES, CITY_REGION)  # have somebody who answers for them, and are compared with each other
CHOSEN = (*PLACES, *REGIONS)  # what packs and files are made for


class UnknownArea(LookupError):
    """A code that no area of this datastore has."""


@dataclass(frozen=True, slots=True)
class Area:
    """A place: its ONS code, name and level (country, region, city_region, county, district...)."""

    bytes_held = 0  # kept once for all (dashboard/runtime/lru_cache.py)

    code: str
    name: str
    level: str


@dataclass(frozen=True)
class Geography:
    """The current areas from districts upwards, and neighbourhoods on demand."""

    bytes_held = 0  # kept once for all (dashboard/runtime/lru_cache.py)

    store: Store
    areas: dict[str, Area]
    within: dict[str, tuple[str, ...]]
    city_regions: dict[str, CityRegion] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Store) -> "Geography":
        """The geography of `store`, read once for the life of its file."""
        return store.remember("geography", lambda: cls._read(store))

    @classmethod
    def _read(cls, store: Store) -> "Geography":
        rows = store.rows(
            "SELECT area_code, name, level FROM areas "
            "WHERE current AND level NOT IN ('ward', 'msoa', 'lsoa') ORDER BY name"
        )
        areas = {code: Area(code, name, level) for code, name, level in rows}
        within: dict[str, tuple[str, ...]] = {}
        for code, container in store.rows(
            "SELECT m.area_code, m.within FROM membership AS m "
            "JOIN areas AS a ON a.area_code = m.area_code "
            "WHERE a.current AND a.level NOT IN ('ward', 'msoa', 'lsoa')"
        ):
            within[code] = (*within.get(code, ()), container)
        return cls(store, areas, within, _city_regions(store))

    def __getitem__(self, code: str) -> Area:
        """The area with `code`. Raises UnknownArea."""
        if code in self.areas:
            return self.areas[code]
        rows = self.store.rows("SELECT area_code, name, level FROM areas WHERE area_code = ?", [code])
        if not rows:
            raise UnknownArea(f"There is no area with the code {code!r} in this datastore.")
        return Area(*rows[0])

    def recorded(self, code: str) -> Area:
        """The area with `code`, which somebody wrote down; of one that is not known, the code as its name.

        What was imported, or recorded before areas changed, may name one that no table here has.
        """
        try:
            return self[code]
        except UnknownArea:
            return Area(code, f"{code} (no area that is known here)", UNKNOWN)

    @property
    def regions(self) -> list[Area]:
        """The city regions that are served, by name, and then what areas were made here."""
        found = [area for area in self.areas.values() if area.level in REGIONS]
        return sorted(found, key=lambda area: REGIONS.index(area.level))

    def about(self, region: Area) -> CityRegion:
        """What is known of `region`, one of `regions`, as a city region."""
        unknown = CityRegion(region.code, region.code, region.name, COMBINED[0])
        return self.city_regions.get(region.code, unknown)

    def members(self, container: str, level: str = "district") -> list[Area]:
        """The current areas of `level` inside `container`, by name."""
        small = level in NEIGHBOURHOODS
        made = self._read_members if small else self._places_within
        return list(self.store.remember(("members", container, level), lambda: tuple(made(container, level))))

    def places(self, container: str) -> list[Area]:
        """The current counties inside `container`, then its districts, by name."""
        return [*self.members(container, "county"), *self.members(container)]

    def _places_within(self, container: str, level: str) -> Iterator[Area]:
        for code, area in self.areas.items():
            if area.level == level and container in self.within.get(code, ()):
                yield area

    def _read_members(self, container: str, level: str) -> Iterator[Area]:
        rows = self.store.rows(
            "SELECT a.area_code, a.name, a.level FROM areas AS a "
            "JOIN membership AS m ON m.area_code = a.area_code "
            "WHERE m.within = ? AND a.level = ? AND a.current ORDER BY a.name",
            [container, level],
        )
        return (Area(*row) for row in rows)

    def region_of(self, code: str, near: Area | None = None) -> Area | None:
        """The city region that contains `code` (itself if it is one): `near` where it does, or None.

        An area that was made here contains a place only for whoever looks from it.
        """
        if self[code].level in REGIONS:
            return self[code]
        inside = self.within.get(code, ())
        if near and near.code in inside:
            return near
        around = [each for each in self.regions if each.code in inside]
        return next((each for each in around if each.level == CITY_REGION), None)

    def today(self, code: str) -> Area | None:
        """The area with `code`, or with the code that replaced it; of a city region, also by the name of its
        file, which was its code before ONS gave one. None where there is none."""
        named = next((each.code for each in self.city_regions.values() if each.file == code), code)
        found = self.areas.get(code) or self.areas.get(current_codes(self.store).get(named, named))
        # Mails and forms write addresses small; ONS's codes are capitals, which the files of regions are not.
        return found or (self.today(code.upper()) if code != code.upper() else None)

    def home(self, place: Area, otherwise: str) -> CityRegion:
        """The city region that `place` lies in; of a place in none, the region with the code `otherwise`."""
        return self.about(self.region_of(place.code) or self[otherwise])

    def peers(self, code: str, basis: str) -> tuple[Area, ...]:
        """The statistical neighbours of `code` (ONS), nearest first, on one of PEER_BASES."""
        return self.store.remember(("peers", code, basis), lambda: tuple(self._read_peers(code, basis)))

    def _read_peers(self, code: str, basis: str) -> Iterator[Area]:
        sql = "SELECT peer_code FROM peers WHERE area_code = ? AND basis = ? ORDER BY position"
        return (self.areas[peer] for (peer,) in self.store.rows(sql, [code, basis]) if peer in self.areas)

    def called(self, area: Area) -> Iterator[str]:
        """What people call `area`: its name, without what only tells it from others, with its kind, and the
        other names of a city region."""
        yield area.name
        for end in (", City of", ", County of"):
            if area.name.endswith(end):
                yield area.name.removesuffix(end)
        if area.level in ("region", "county"):
            yield f"{area.name} {area.level}"
        if area.level == "region":
            yield f"{area.name} of England"
        if area.level == CITY_REGION:
            yield from self.about(area).other_names

    def names(self, codes: Iterable[str]) -> list[str]:
        """The names of `codes`, in their order."""
        return [self[code].name for code in codes]

    def names_held(self, codes: Iterable[str]) -> list[str]:
        """The names of those of `codes` that this datastore has an area for, in their order."""
        found = []
        for code in codes:
            with suppress(UnknownArea):
                found.append(self[code].name)
        return found

    def around(self, region: str) -> list[Area]:
        """A city region, its counties and districts, then England and the United Kingdom."""
        wider = [self.areas[code] for code in (ENGLAND, UNITED_KINGDOM) if code in self.areas]
        return [self[region], *self.places(region), *wider]


def _city_regions(store: Store) -> dict[str, CityRegion]:
    if "regions" not in store.tables():
        return {}
    rows = store.rows(f"SELECT {', '.join(COLUMNS)} FROM regions")  # noqa: S608 - our own names
    found = (dict(zip(COLUMNS, row, strict=True)) for row in rows)
    lists = ("other_names", "counties", "districts")
    return {row["code"]: CityRegion(**row | {key: tuple(row[key]) for key in lists}) for row in found}

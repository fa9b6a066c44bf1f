"""Which area of a level each area lies in, and which areas of a level a file covers whole."""

from dataclasses import dataclass, field

from dashboard.ingest.geography.places import Places

SMALL = ("lsoa", "msoa", "ward")
WIDE = ("county", "combined_authority", "region", "country")
LEVELS = (*SMALL, "district", *WIDE)


@dataclass
class Containment:
    """Built once for a file: `above`: small area -> level -> the area that it lies in."""

    places: Places
    above: dict[str, dict[str, str]] = field(init=False)
    _of_district: dict[str, dict[str, list[str]]] = field(init=False)

    def __post_init__(self) -> None:
        self.above = {}
        levels = self.places.levels
        for code, container in self.places.within:
            if levels.get(code) in SMALL and container in self.places.current:
                self.above.setdefault(code, {})[levels[container]] = container
        self._of_district = {}
        for container, inside in self.places.members.items():
            for district in inside.get("district", []):
                by_level = self._of_district.setdefault(district, {})
                by_level.setdefault(levels[container], []).append(container)

    def holding(self, code: str, level: str) -> list[str]:
        """The areas of `level` that `code` lies in or is; none where it is wider, or not known."""
        if self.places.levels.get(code) == level and code in self.places.current:
            return [code]
        if level in SMALL:
            found = self.above.get(code, {}).get(level)
            return [found] if found else []
        district = self.district(code)
        if not district:
            return []
        return [district] if level == "district" else self._of_district.get(district, {}).get(level, [])

    def district(self, code: str) -> str:
        """The district of today that `code` lies in or is; "" where it is wider, or not known."""
        if self.places.levels.get(code) in SMALL:
            return self.above.get(code, {}).get("district", "")
        if code in self.places.current and self.places.levels.get(code) == "district":
            return code
        return next((new for new, old in self.places.unions.items() if code in old), "")

    def covered(self, covers: list[str], level: str) -> list[str]:
        """The areas of `level` that lie whole in the areas `covers`."""
        districts = {each for code in covers for each in self._districts(code)}
        if level == "district":
            return sorted(districts)
        if level in SMALL:
            return sorted(
                code
                for code, of in self.places.levels.items()
                if of == level and code in self.places.current and self.district(code) in districts
            )
        wide = [c for c, of in self.places.levels.items() if of == level and c in self.places.current]
        return sorted(c for c in wide if (inside := self._districts(c)) and districts.issuperset(inside))

    def _districts(self, code: str) -> list[str]:
        district = self.district(code)
        return [district] if district else self.places.inside(code).get("district", [])

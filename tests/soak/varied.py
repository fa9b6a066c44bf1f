"""Requests as varied as readers make in months, from a seed: every region, page, place, file and past day."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.site import Site

_PAGES = (
    "/", "/compare", "/data", "/neighbourhoods", "/about", "/priority", "/events", "/commuting",
    "/skills-pipeline", "/tested", "/search?q=rent", "/frameworks", "/whats-new",
)  # fmt: skip
FIRST, DAYS = date(2021, 1, 1), 2100  # a past day of any request lies within


@dataclass(frozen=True)
class Varied:
    """What there is to ask a site for."""

    site: Site
    seed: int = 1

    def addresses(self, past: float = 0.1) -> Iterator[str]:
        """Endless addresses; a share of `past` of the pages are as of a random day."""
        chance = random.Random(self.seed)  # noqa: S311 - which address comes next is no secret
        names, regions = list(self.site.indicators), self.site.geography.regions
        while True:
            region = chance.choice(regions)
            places = [area.code for area in self.site.geography.members(region.code)] or [region.code]
            name, place = chance.choice(names), chance.choice(places)
            path = self._path(chance, name, place, region.code)
            pairs = [] if path.startswith(("/maps", "/api")) else [f"region={region.code}"]
            if pairs and chance.random() < past:
                pairs.append(f"as_of={FIRST + timedelta(chance.randrange(DAYS))}")
            yield path + ("&" if "?" in path else "?" if pairs else "") + "&".join(pairs)

    def _path(self, chance: random.Random, name: str, place: str, region: str) -> str:
        theme = name.split("/")[0]
        made = {
            "indicator": f"/indicator/{name}",
            "place": f"/place/{place}",
            "theme": f"/theme/{theme}",
            "page": chance.choice(_PAGES),
            "file": f"/download/{name}.{chance.choice(('csv', 'csv', 'xlsx', 'json'))}",
            "api": f"/api/v1/indicators/{name}/observations?area={place}",
            "map": f"/maps/{region}/district.json",
            "changes": f"/whats-new?{two_days(chance)}",
        }
        return made[chance.choices(list(made), (40, 15, 15, 15, 6, 6, 3, 2))[0]]


def two_days(chance: random.Random) -> str:
    """What names two past days to be compared."""
    since, until = sorted(FIRST + timedelta(chance.randrange(DAYS)) for _ in range(2))
    return f"since={since}&until={until}"

"""Which of a region's local authorities an indicator is published for, and what to call them."""

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.site import Site

_PLURALS = {"district": "districts", "local authority": "local authorities"}


def of_all(number: int, total: int, many: str, its: str = "") -> str:
    """How many of a region's parts are spoken of: "10 districts", or "8 of 9 districts" where not all are.

    `its` stands before the whole: of_all(8, 9, "districts", "its ") is "8 of its 9 districts". `many` may be
    the name of one, where one alone is spoken of: "1 of 3 districts".
    """
    whole = f"{its}{total:,} {many if total == 1 else _PLURALS.get(many, many)}"
    return whole if number == total else f"{number:,} of {whole}"


def with_figures(site: Site, indicator: Indicator, region: Area) -> tuple[list[Area], str]:
    """The local authorities of `region` that have a figure, and their name in the plural.

    Districts where they have figures; a county stands for its districts only where none of them has one
    (upper-tier indicators in shire areas).
    """
    observations = site.observations(indicator)
    districts = [area for area in site.geography.members(region.code) if observations.latest(area.code)]
    covered = {code for area in districts for code in site.geography.within.get(area.code, ())}
    counties = [
        area
        for area in site.geography.members(region.code, "county")
        if area.code not in covered and observations.latest(area.code)
    ]
    found = sorted([*districts, *counties], key=lambda area: area.name)
    one, many = ("local authority", "local authorities") if counties else ("district", "districts")
    return found, one if len(found) == 1 else many

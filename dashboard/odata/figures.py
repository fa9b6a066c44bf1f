"""Figures as tables: Observations of local authorities and larger areas, NeighbourhoodObservations inside
city regions. Both come from the one query of each indicator, with the digits of every other file."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.regions import CITY_REGION
from dashboard.datastore.areas import NEIGHBOURHOODS, Area, UnknownArea
from dashboard.datastore.observations import Observation, Observations
from dashboard.exports.figure_text import rounded
from dashboard.exports.indicator import COLUMNS, record
from dashboard.exports.sheet import Column
from dashboard.odata.entity_set import EntityPart, EntitySet, Found, row_of
from dashboard.odata.logic import Row, Test
from dashboard.site import Site
from dashboard.statements.absence.absent import absent_in

_FIRST = (
    Column("indicator", "text", "The indicator: its theme and name"),
    Column("indicator_title", "text", "Title of the indicator"),
    Column("unit", "text", "Unit of the figure"),
    Column("city_region", "text", "Code of the city region that the area is or lies in; null for none"),
)
_NUMBERS = [column.name for column in COLUMNS if column.kind == "number"]
_SAID = frozenset({"period_label", "shown", "status", "status_meaning"})


def _of_larger(site: Site) -> list[EntityPart]:
    return [_larger(site, indicator) for _, indicator in sorted(site.indicators.items())]


def _larger(site: Site, indicator: Indicator) -> EntityPart:
    def rows(test: Test) -> Iterator[Found]:
        held = site.observations(indicator)
        return _rows(site, indicator, held, _areas(site, held.areas()), test)

    return EntityPart(
        indicator.id, row_of(_known(indicator)), rows, lambda: len(site.observations(indicator))
    )


def _of_neighbourhoods(site: Site) -> list[EntityPart]:
    """A part for each indicator and city region. An area that was made here lies within those."""
    regions = sorted(region.code for region in site.geography.regions if region.level == CITY_REGION)
    return [
        _inside(site, indicator, site.geography[region])
        for _, indicator in sorted(site.indicators.items())
        for region in regions
    ]


def _inside(site: Site, indicator: Indicator, region: Area) -> EntityPart:
    """The neighbourhoods of one region in one indicator."""

    def areas(held: Observations) -> list[tuple[Area, str]]:
        small = (area for level in NEIGHBOURHOODS for area in site.geography.members(region.code, level))
        return sorted(
            ((area, region.code) for area in small if area.code in held), key=lambda found: found[0].code
        )

    def rows(test: Test) -> Iterator[Found]:
        held = site.observations(indicator, region.code)
        return _rows(site, indicator, held, areas(held), test)

    def size() -> int:
        held = site.observations(indicator, region.code)
        return sum(len(held.series(area.code)) for area, _ in areas(held))

    known = row_of(_known(indicator) | {"city_region": region.code})
    return EntityPart(f"{indicator.id}@{region.code}", known, rows, size)


def _areas(site: Site, codes: Iterable[str]) -> Iterator[tuple[Area, str | None]]:
    """The areas with `codes`, in their order, each with its city region."""
    known = site.store.remember("areas and their regions", lambda: _known_areas(site))
    return ((known[code] if code in known else _former(site, code)) for code in codes)


def _known_areas(site: Site) -> dict[str, tuple[Area, str | None]]:
    places = site.geography
    return {code: (area, city_region_of(site, code)) for code, area in places.areas.items()}


def city_region_of(site: Site, code: str) -> str | None:
    """The code of the city region that an area of today is or lies in; None for one that lies in none."""
    region = site.geography.region_of(code)
    return region.code if region else None


def _former(site: Site, code: str) -> tuple[Area, None]:
    """An area that is not there any more; one without a name keeps its code."""
    try:
        return site.geography[code], None
    except UnknownArea:
        return Area(code, code, ""), None


def _known(indicator: Indicator) -> dict[str, Any]:
    return {"indicator": indicator.id, "indicator_title": indicator.title, "unit": indicator.unit}


def _rows(
    site: Site,
    indicator: Indicator,
    held: Observations,
    areas: Iterable[tuple[Area, str | None]],
    test: Test,
) -> Iterator[Found]:
    shared = _known(indicator)
    for area, region in areas:
        of_area = {"area_code": area.code, "area_name": area.name, "level": area.level}
        known = shared | of_area | {"city_region": region}
        if test(row_of(known)) is False:
            continue
        for item in held.series(area.code):
            row = _row(known, item)
            if test(row):
                yield row, partial(_full_row, site, indicator, known, area, item)


def _row(known: dict[str, Any], item: Observation) -> Row:
    def value(name: str) -> Any:
        if name in known:
            return known[name]
        found = getattr(item, name)
        return rounded(found) if name in _NUMBERS else found

    return value


def _full_row(
    site: Site, indicator: Indicator, known: dict[str, Any], area: Area, item: Observation
) -> dict[str, Any]:
    """A row in full, as every file has it; why there is no figure is asked only for a row that is given."""
    none = None
    if item.value is None and area.level:
        home = site.geography[known["city_region"] or site.settings.region]
        none = absent_in(site, indicator, area, item.period, home)
    return known | record(indicator, area, item, none)


OBSERVATIONS = EntitySet(
    "Observations",
    "Observation",
    "The figures of local authorities, city regions, regions and countries",
    (*_FIRST, *COLUMNS),
    ("indicator", "area_code", "period"),
    _of_larger,
    _SAID,
)
NEIGHBOURHOOD_OBSERVATIONS = EntitySet(
    "NeighbourhoodObservations",
    "NeighbourhoodObservation",
    "The figures of wards, MSOAs and LSOAs inside city regions",
    (*_FIRST, *COLUMNS),
    ("indicator", "city_region", "area_code", "period"),
    _of_neighbourhoods,
    _SAID,
)

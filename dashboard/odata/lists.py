"""Lists: the indicators and the areas that the figures are of, as tables."""

from collections.abc import Iterator
from typing import Any

from dashboard.catalogue.indicators import Indicator
from dashboard.exports.sheet import Column
from dashboard.odata.entity_set import EntityPart, EntitySet, Found, nothing_known, row_of
from dashboard.odata.figures import city_region_of
from dashboard.odata.logic import Test
from dashboard.site import Site


def _table(name: str, records: list[dict[str, Any]]) -> list[EntityPart]:
    """A table of one part whose rows are known whole."""

    def rows(test: Test) -> Iterator[Found]:
        return ((row_of(record), record.copy) for record in records if test(row_of(record)))

    return [EntityPart(name, nothing_known, rows, lambda: len(records))]


def _indicators(site: Site) -> list[EntityPart]:
    return _table("indicators", [_indicator(site, item) for _, item in sorted(site.indicators.items())])


def _indicator(site: Site, item: Indicator) -> dict[str, Any]:
    sources = site.sources(item)
    return {
        "indicator": item.id,
        "title": item.title,
        "theme": item.theme,
        "question": item.question,
        "unit": item.unit,
        "period_kind": item.period,
        "better": item.better,
        "statistic": item.statistic,
        "method": " ".join(item.method.split()),
        "caveat": " ".join(item.caveat.split()),
        "sources": "; ".join(f"{source.publisher}: {source.title}" for source in sources),
        "licences": "; ".join(dict.fromkeys(source.licence for source in sources)),
        "page": f"/indicator/{item.id}",
    }


def _areas(site: Site) -> list[EntityPart]:
    found = []
    for area in sorted(site.geography.areas.values(), key=lambda area: area.code):
        of_area = {"area_code": area.code, "area_name": area.name, "level": area.level}
        found.append({**of_area, "city_region": city_region_of(site, area.code)})
    return _table("areas", found)


INDICATORS = EntitySet(
    "Indicators",
    "Indicator",
    "What is measured, how, and whose figures it is made from",
    (
        Column("indicator", "text", "The indicator: its theme and name"),
        Column("title", "text", "Its title"),
        Column("theme", "text", "Its theme"),
        Column("question", "text", "The question that it answers"),
        Column("unit", "text", "Unit of its figures"),
        Column("period_kind", "text", "What one period is: calendar year, quarter, month …"),
        Column("better", "text", "Which way is better: higher, lower or neither"),
        Column("statistic", "text", "What kind of figure it is"),
        Column("method", "text", "How it is made"),
        Column("caveat", "text", "Limits of its figures"),
        Column("sources", "text", "Publishers and titles of its sources"),
        Column("licences", "text", "Their licences"),
        Column("page", "text", "Address of its page on this site"),
    ),
    ("indicator",),
    _indicators,
)
AREAS = EntitySet(
    "Areas",
    "Area",
    "Local authorities, city regions, regions and countries",
    (
        Column("area_code", "text", "Code of the area: ONS’s, or of a city region that it has none for"),
        Column("area_name", "text", "Name of the area"),
        Column("level", "text", "Kind of area: city_region, own_area, county, district, region or country"),
        Column("city_region", "text", "Code of the city region that it is or lies in; null for none"),
    ),
    ("area_code",),
    _areas,
)

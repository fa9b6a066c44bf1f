"""Catalogued: what the catalogues say of each dataset and each indicator, in one form."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.capital_letter import capital
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import ENGLAND
from dashboard.datastore.datasets import Dataset
from dashboard.exports.dataset import downloadable_datasets, read_by
from dashboard.exports.extents import extent
from dashboard.exports.formats import Format
from dashboard.exports.offers import dataset_formats, indicator_formats
from dashboard.exports.sizes import dataset_sizes, indicator_sizes
from dashboard.exports.tables import shapes_of_tables
from dashboard.exports.vocabularies import years
from dashboard.site import Site

_CODES = ("area_code", "lsoa21_code", "lsoa11_code", "msoa21_code", "ward_code", "district_code", "home_msoa")


@dataclass(frozen=True)
class CatalogueEntry:
    """One dataset or indicator in a catalogue.

    `page` and `file` are address paths, `file` without its ending; `area` is the code of the place it
    is about; `span` its first and last day or year, None where it has none; `licences` are the register's
    words; `sizes` about how many bytes each file has, by ending.
    """

    name: str
    title: str
    description: str
    publisher: str
    contact: str
    licences: tuple[str, ...]
    themes: tuple[str, ...]
    keywords: tuple[str, ...]
    cadence: str
    audience: str
    area: str
    span: tuple[str, str] | None
    issued: str
    source: str
    page: str
    file: str
    formats: tuple[Format, ...]
    sizes: dict[str, int]


def entries(site: Site) -> tuple[CatalogueEntry, ...]:
    """Every dataset that is held, then every indicator; made once for a snapshot."""
    return site.store.remember(("catalogued", tuple(site.indicators)), lambda: tuple(_entries(site)))


def _entries(site: Site) -> Iterator[CatalogueEntry]:
    for item in downloadable_datasets(site).values():
        yield _of_dataset(site, item)
    for indicator in site.indicators.values():
        yield _of_indicator(site, indicator)


def _of_dataset(site: Site, item: Dataset) -> CatalogueEntry:
    reading = read_by(site, item.dataset)
    themes = tuple(dict.fromkeys(indicator.theme for indicator in reading))
    words = [word.strip("(),.:;").lower() for word in item.title.split()]
    keywords = [*(site.themes[theme].lower() for theme in themes), *(word for word in words if len(word) > 4)]
    return CatalogueEntry(
        name=item.dataset,
        title=item.title,
        description=item.description,
        publisher=item.publisher,
        contact=item.owner,
        licences=(item.licence,),
        themes=themes or ("",),
        keywords=tuple(dict.fromkeys(keywords)) or ("england",),
        cadence=item.cadence,
        audience=item.audience,
        area=_area(site, item.dataset),
        span=_span(site, item),
        issued=item.source_date[:10],
        source=item.source_url,
        page=f"/data/{item.dataset}",
        file=f"/download/data/{item.dataset}",
        formats=tuple(dataset_formats(site, item.dataset)),
        sizes=dataset_sizes(site, item.dataset),
    )


def _span(site: Site, item: Dataset) -> tuple[str, str] | None:
    if "period" in shapes_of_tables(site)[item.dataset].columns:
        sql = f'SELECT min(period), max(period) FROM "{item.dataset}"'  # noqa: S608 - a table of the store's own
        first, last = site.store.rows(sql)[0]
        if first:
            return str(first)[:10], str(last)[:10]
    return years(item.title, item.description, item.vintage)


def _area(site: Site, table: str) -> str:
    """The city region that holds all the table's areas, or England."""
    column = next((name for name in _CODES if name in shapes_of_tables(site)[table].columns), None)
    if column is None or "membership" not in site.store.tables():
        return ENGLAND
    codes = f'SELECT DISTINCT "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL'  # noqa: S608
    total = site.store.rows(f"SELECT count(*) FROM ({codes})")[0][0]  # noqa: S608
    if total > _largest(site):
        return ENGLAND
    inside = f"SELECT within, count(*) FROM membership WHERE area_code IN ({codes}) GROUP BY within"  # noqa: S608
    regions = {region.code for region in site.geography.regions}
    return next(
        (code for code, count in site.store.rows(inside) if count == total and code in regions), ENGLAND
    )


def _largest(site: Site) -> int:
    """How many areas of all levels the largest city region holds."""
    regions = ", ".join(f"'{region.code}'" for region in site.geography.regions)
    counted = f"SELECT count(*) FROM membership WHERE within IN ({regions}) GROUP BY within"  # noqa: S608 - ours
    sql = f"SELECT coalesce(max(n), 0) FROM ({counted}) AS held(n)"  # noqa: S608 - no name from outside
    return site.store.remember("largest region", lambda: site.store.rows(sql)[0][0])


def _of_indicator(site: Site, item: Indicator) -> CatalogueEntry:
    sources = site.sources(item)
    region = site.geography[site.settings.region]
    first, last, rows = extent(site, item, region.code)
    return CatalogueEntry(
        name=item.id.replace("/", "."),
        title=f"{item.title}, {region.name}",
        description=f"{item.question} {capital(item.unit)}.",
        publisher="; ".join(dict.fromkeys(source.publisher for source in sources)) or item.owner,
        contact=item.owner,
        licences=tuple(dict.fromkeys(source.licence for source in sources)),
        themes=(item.theme,),
        keywords=(site.themes[item.theme].lower(), item.title.lower()),
        cadence=sources[0].cadence if sources else "",
        audience=item.audience,
        area=region.code,
        span=(first, last) if first else None,
        issued="",
        source=sources[0].source_url if sources else "",
        page=f"/indicator/{item.id}",
        file=f"/download/{item.id}",
        formats=tuple(indicator_formats()),
        sizes=indicator_sizes(rows, len(site.geography.around(region.code))),
    )

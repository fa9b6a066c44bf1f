"""A dataset's table as a Sheet: as its publisher gave it, made tidy, every area and period."""

from typing import TYPE_CHECKING

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import spell_dates
from dashboard.datastore.datasets import Dataset
from dashboard.exports.figure_text import DECIMAL_PLACES
from dashboard.exports.sheet import Column, Sheet, arrow_type
from dashboard.exports.tables import shapes_of_tables
from dashboard.site import Site, visible

if TYPE_CHECKING:
    import pyarrow as pa

# What the tidy tables' columns hold; other tables name their columns plainly.
DESCRIPTIONS = {
    "area_code": "ONS code of the area, of today",
    "series": "The publisher's own name of what is measured",
    "period": "First day of the period",
    "duration": "Length of the period (ISO 8601); P0D is a point in time",
    "value": "The figure",
    "lower": "Lower end of the published 95% interval",
    "upper": "Upper end of the published 95% interval",
    "status": "Mark of a figure that is special or missing",
    "lsoa21_code": "Lower layer Super Output Area of 2021",
    "lsoa11_code": "Lower layer Super Output Area of 2011",
    "msoa21_code": "Middle layer Super Output Area of 2021",
    "ward_code": "Electoral ward",
    "district_code": "Local authority district",
    "easting": "Metres east, British National Grid",
    "northing": "Metres north, British National Grid",
}


def downloadable_datasets(site: Site) -> dict[str, Dataset]:
    """The visible datasets that have a table of figures here to download."""
    tables = site.store.tables()
    return {name: item for name, item in visible(site).items() if name in tables}


def read_by(site: Site, dataset: str) -> list[Indicator]:
    """The indicators whose SELECT reads the table of `dataset`, in their order."""
    return site.store.remember("read by", lambda: _readers(site)).get(dataset, [])


def _readers(site: Site) -> dict[str, list[Indicator]]:
    found: dict[str, list[Indicator]] = {}
    for indicator in site.indicators.values():
        for source in site.sources(indicator):
            found.setdefault(source.dataset, []).append(indicator)
    return found


def dataset_sheet(site: Site, dataset: Dataset, rows: range | None = None) -> Sheet:
    """The whole table of `dataset`, or those of its rows (as the file has them, from 0)."""
    columns = _described(site, dataset.dataset)
    return Sheet(
        name=dataset.dataset,
        title=dataset.title,
        description=dataset.description,
        columns=columns,
        table=_read(site, dataset.dataset, columns, rows),
        page=f"/data/{dataset.dataset}",
        about=about(site, dataset),
        notes=tuple(filter(None, (dataset.caveat,))),
    )


def _described(site: Site, name: str) -> tuple[Column, ...]:
    """The columns of the table `name`, which must be one of the store's own."""
    return tuple(
        Column(column, kind, DESCRIPTIONS.get(column, column.replace("_", " ").capitalize()))
        for column, kind in shapes_of_tables(site)[name].kinds
    )


def _read(site: Site, name: str, columns: tuple[Column, ...], rows: range | None) -> "pa.Table":
    """The rows of the table `name` as Arrow, or `rows` of them."""
    import pyarrow as pa

    picked = ", ".join(
        f'CAST("{column.name}" AS VARCHAR) AS "{column.name}"'
        if column.kind == "text"
        else f'"{column.name}"'
        for column in columns
    )
    part = f" WHERE rowid BETWEEN {rows.start} AND {rows.stop - 1} ORDER BY rowid" if rows else ""
    read = site.store.arrow(f'SELECT {picked} FROM "{name}"{part}')  # noqa: S608 - a table of the store's own
    schema = pa.schema([(column.name, arrow_type(column)) for column in columns])
    return _without_noise(read.cast(schema).replace_schema_metadata(None))


def _without_noise(table: "pa.Table") -> "pa.Table":
    """`table` with figures such as 26.599999999999998, as some publishers' files hold them, as 26.6."""
    import pyarrow as pa
    import pyarrow.compute as pc

    for index, column in enumerate(table.schema):
        if pa.types.is_floating(column.type):
            table = table.set_column(index, column, pc.round(table.column(index), DECIMAL_PLACES))
    return table


def about(site: Site, dataset: Dataset) -> dict[str, str]:
    """What a cover says of `dataset`."""
    fields = {
        "Publisher": dataset.publisher,
        "Source": dataset.source_url,
        "Licence": dataset.licence,
        "Vintage": spell_dates(dataset.vintage),
        "How often it is published": dataset.cadence,
        "Next release": dataset.next_release,
        "Contact": dataset.owner,
        "Snapshot": site.store.edition,
    }
    return {key: text for key, text in fields.items() if text}

"""Offers: which files a dataset and an indicator can be had as, without making one."""

from dashboard.datastore.areas import CHOSEN
from dashboard.exports.formats import FORMATS, Format
from dashboard.exports.large import fits_a_spreadsheet, is_large
from dashboard.exports.tables import shapes_of_tables
from dashboard.site import Site


def dataset_formats(site: Site, name: str) -> list[Format]:
    """The formats that the dataset `name` is offered in.

    A spreadsheet too where it fits one, and GeoJSON where it is not large and the areas have an outline.
    """
    return site.store.remember(("formats", name), lambda: _formats(site, name))


def _formats(site: Site, name: str) -> list[Format]:
    shape = shapes_of_tables(site)[name]
    small = not is_large(shape)
    drawn = small and "area_code" in shape.columns and _drawn(site, name)
    left_out = (set() if drawn else {"geojson"}) | (set() if fits_a_spreadsheet(shape) else {"xlsx"})
    return [item for ending, item in FORMATS.items() if ending not in left_out]


def _drawn(site: Site, name: str) -> bool:
    """Whether the table `name` is about areas that have an outline."""
    if "shapes" not in site.store.tables():
        return False
    codes = f'SELECT area_code FROM "{name}"'  # noqa: S608 - a table of the store's own
    drawn = "SELECT count(*) FROM shapes WHERE list_contains(?, level) AND area_code IN"
    return site.store.rows(f"{drawn} ({codes})", [list(CHOSEN)])[0][0] > 0


def indicator_formats() -> list[Format]:
    """The formats every indicator is offered in: all of them, because its areas are on the map."""
    return list(FORMATS.values())

"""Sizes: about how large each file is, without making it. DCAT allows a size to be approximate."""

from dashboard.exports.tables import shapes_of_tables
from dashboard.site import Site

SAMPLE = 1000  # rows looked at
# Measured on the product's own tables: bytes for each byte of the rows' text, and bytes every file has.
_RATIOS = {"csv": (1.0, 200), "json": (1.05, 1500), "xlsx": (0.41, 8000), "parquet": (0.07, 3000)}
_OUTLINE = 3400  # bytes of one area in GeoJSON
_INDICATOR_ROW = 95


def dataset_sizes(site: Site, name: str) -> dict[str, int]:
    """Bytes by ending of the files of the dataset `name`, to two digits."""
    shape = shapes_of_tables(site)[name]
    cells = ", ".join(f'"{column}"' for column in shape.columns)
    rows = f"SELECT concat_ws(',', {cells}) AS text FROM \"{name}\" LIMIT {SAMPLE}"  # noqa: S608 - our own table
    width = site.store.rows(f"SELECT avg(strlen(text)) FROM ({rows})")[0][0] or 0  # noqa: S608
    text = sum(kind == "text" for _, kind in shape.kinds)  # each text stands in quotes
    areas = 0
    if "area_code" in shape.columns:
        areas = site.store.rows(f'SELECT count(DISTINCT area_code) FROM "{name}"')[0][0]  # noqa: S608
    return _sizes(shape.rows * (width + 2 * text + 1), areas)


def indicator_sizes(rows: int, areas: int) -> dict[str, int]:
    """Bytes by ending of an indicator's files of `rows` rows about `areas` areas, to two digits."""
    return _sizes(rows * _INDICATOR_ROW, areas)


def _sizes(text: float, areas: int) -> dict[str, int]:
    found = {ending: text * ratio + base for ending, (ratio, base) in _RATIOS.items()}
    found["geojson"] = areas * _OUTLINE
    return {ending: int(float(f"{size:.2g}")) for ending, size in found.items()}

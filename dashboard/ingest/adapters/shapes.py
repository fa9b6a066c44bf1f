"""The simplified, pre-projected outlines of areas, made by `dashboard.ingest.geography.geometry`."""

from pathlib import Path

from dashboard.ingest.geography.places import Places
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables.adapter_result import AdapterResult

OPTIONS: frozenset[str] = frozenset()

DEPENDS_ON_AREAS = False
FILES: tuple[str, ...] = ("lsoa21.geojson", "msoa21.geojson", "gm-wards-2023.geojson", "areas-hierarchy.json")
FILES += ("lookup_lsoa21_ward24_ltla24.parquet", "wards-2022-12-england-bsc.geojson")


def inputs(source: Source, folder: Path) -> list[Path]:
    """The boundary files, in the folder that the `path` of the entry lies in."""
    return source.beside(folder, FILES)


def build(source: Source, folder: Path, places: Places) -> AdapterResult:
    """Table `shapes`. geopandas is slow to import, so only when it is needed."""
    from dashboard.ingest.geography.geometry import build_shapes

    return AdapterResult({"shapes": build_shapes(folder)})

"""The simplified, pre-projected outlines of areas, made by `dashboard.ingest.geometry`."""

from importlib import import_module
from pathlib import Path

from dashboard.ingest.built import Built
from dashboard.ingest.places import Places
from dashboard.ingest.register import Source


def build(source: Source, folder: Path, places: Places) -> Built:
    """Table `shapes`. geopandas is slow to import, so only when it is needed."""
    source.files(folder)
    return Built({"shapes": import_module("dashboard.ingest.geometry").build_shapes(folder)})

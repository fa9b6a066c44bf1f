"""One module per shape of source, each with `build(source, folder, places) -> Built`."""

from importlib import import_module

NAMES = (
    "areas",
    "census",
    "described",
    "flows",
    "lait",
    "local_skills",
    "long_csv",
    "lsoa_table",
    "ons_columnar_json",
    "ons_history",
    "ons_local_statistics",
    "peers",
    "points",
    "shapes",
    "skills_imperative",
    "stats19",
)


def build(source, folder, places):
    """What `source` holds, by the adapter its register entry names."""
    module = import_module(f"dashboard.ingest.adapters.{source.adapter}")
    return module.build(source, folder, places)

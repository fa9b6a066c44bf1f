"""One module per shape of source, each with `build(source, folder, places) -> Built`."""

from importlib import import_module
from pkgutil import iter_modules

NAMES = tuple(sorted(module.name for module in iter_modules(__path__)))


def build(source, folder, places):
    """What `source` holds, by the adapter its register entry names."""
    module = import_module(f"dashboard.ingest.adapters.{source.adapter}")
    return module.build(source, folder, places)

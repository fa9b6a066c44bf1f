"""One module per shape of source, each with `build(source, folder, places) -> Built`.

A module may also say `inputs(source, folder)`: the files it reads, where these are more than the
entry's `path` (what is not declared is not there when it builds); `PLACED = False` where the areas have no
part in what it makes; `OPTIONS`, all that its entry's [options] may say; and `NAMED = True` where it finds
places by their names: then its entry has a [size] (dashboard/ingest/tables/size.py).
"""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from dashboard.ingest.refusal import Refused, listed

NAMES = tuple(sorted(module.name for module in iter_modules(__path__)))


def build(source, folder, places):
    """What `source` holds, by the adapter its entry names. Refused for an unknown option."""
    known = getattr(_module(source), "OPTIONS", None)
    if known and (unknown := sorted(source.options.keys() - known)):
        raise Refused(source.file, f"options.{unknown[0]} is unknown, use {listed(sorted(known), 40)}")
    return _module(source).build(source, folder, places)


def inputs(source, folder) -> list[Path]:
    """The files that `source` is made from, all inside `folder`; Refused where one is missing."""
    module = _module(source)
    own = module.inputs(source, folder) if hasattr(module, "inputs") else source.files(folder)
    residents = source.size.get("residents")
    return [*own, *source.all_of(folder, (residents,))] if residents else own


def placed(source) -> bool:
    """Whether what `source` gives depends on the areas and recodes."""
    return getattr(_module(source), "PLACED", True)


def named(source) -> bool:
    """Whether `source` gives the names of places, which may be those of others, instead of codes."""
    return getattr(_module(source), "NAMED", False) or bool(source.options.get("area_names"))


def _module(source) -> ModuleType:
    return import_module(f"dashboard.ingest.adapters.{source.adapter}")

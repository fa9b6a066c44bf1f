"""One module per shape of source, each with `build(source, folder, places) -> AdapterResult`.

A module may also say `inputs(source, folder)`: the files it reads, where these are more than the
entry's `path` (`build` is given a folder that holds these alone); `DEPENDS_ON_AREAS = False` where the areas
have no part in what it makes; `OPTIONS`, all that its entry's [options] may say; and
`IDENTIFIES_PLACES_BY_NAME = True` where it finds places by their names: then its entry has a [size]
(dashboard/ingest/tables/size.py).
"""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.register.entry import Source
from dashboard.ingest.register.option_kinds import check_kinds
from dashboard.ingest.tables.adapter_result import AdapterResult

NAMES = tuple(sorted(module.name for module in iter_modules(__path__)))


def build(source: Source, folder: Path, places: Places | None) -> AdapterResult:
    """What `source` holds, by the adapter its entry names. Refused for an unknown option."""
    known = _module(source).OPTIONS
    if unknown := sorted(source.options.keys() - known):
        use = f"use {listed(sorted(known), 40)}" if known else f"the {source.adapter} adapter takes none"
        raise Refused(source.file, f"options.{unknown[0]} is unknown, {use}")
    check_kinds(source)
    if source.options.get("period") == "" and "date" not in source.options:
        raise Refused(
            source.file, "options.period is empty, say of when the figures are: “2024”, “2025-03-31”"
        )
    built: AdapterResult = _module(source).build(source, folder, places)
    return built


def inputs(source: Source, folder: Path) -> list[Path]:
    """The files that `source` is made from, all inside `folder`; Refused where one is missing."""
    module = _module(source)
    own = module.inputs(source, folder) if hasattr(module, "inputs") else source.files(folder)
    residents = source.size.get("residents")
    return [*own, *source.all_of(folder, (residents,))] if residents else own


def depends_on_places(source: Source) -> bool:
    """Whether what `source` gives depends on the areas and recodes."""
    return bool(getattr(_module(source), "DEPENDS_ON_AREAS", True))


def gives_place_names(source: Source) -> bool:
    """Whether `source` gives the names of places, which may be those of others, instead of codes."""
    return bool(
        getattr(_module(source), "IDENTIFIES_PLACES_BY_NAME", False) or source.options.get("area_names")
    )


def _module(source: Source) -> ModuleType:
    return import_module(f"dashboard.ingest.adapters.{source.adapter}")

"""The register entries that a run is about, in the order in which they are read."""

from collections.abc import Iterable
from difflib import get_close_matches

from dashboard.catalogue.reading.toml_file import misnamed
from dashboard.ingest import adapters
from dashboard.ingest.refresh_request import RefreshOutcome, RefreshRequest
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.entry import Source, load_source


def entries(order: RefreshRequest, outcome: RefreshOutcome) -> list[Source]:
    """Every register entry that can be read, the areas first; the rest is set aside."""
    paths = {path.stem: path for path in sorted(order.register.glob("*.toml"))}
    if not paths:
        raise Refused(str(order.register), "holds no register entry (*.toml)")
    for path, name in misnamed(order.register, ".toml").items():
        reason = f"is not read as an entry, rename it to {name}"
        outcome.refused[name.removesuffix(".toml")] = str(Refused(path, reason))
    if unknown := sorted((order.only | order.accept) - paths.keys() - outcome.refused.keys()):
        raise Refused(str(order.register), f"has no {unknown[0]}.toml, {_meant(unknown[0], paths)}")
    sources = []
    for name, path in paths.items():
        try:
            sources.append(load_source(path, adapters.NAMES))
        except Refused as refusal:
            outcome.refused[name] = str(refusal)
    return sorted(sources, key=_in_order)


def _meant(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"did you mean {near[0]}?" if near else "give names of datasets"


def _in_order(source: Source) -> tuple[bool, Iterable[str]]:
    return source.adapter != "areas", source.dataset

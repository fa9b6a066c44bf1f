"""A datastore of published tables, built and served in one step; the product serves two at once."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from dashboard.catalogue.regions import CityRegion
from dashboard.datastore.assembly.assemble import make_build, serve


def assemble(
    folders: Path | Iterable[Path],
    out: Path,
    finish: Callable[[Path], None] | None = None,
    start: Path | None = None,
    regions: Sequence[CityRegion] = (),
) -> str:
    """Serve at `out` what `make_build` makes of `folders`; give its snapshot id."""
    snapshot, build = make_build(folders, out, finish, start, regions)
    serve(out, build)
    return snapshot

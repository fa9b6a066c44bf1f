"""Assemble one datastore.duckdb from published parquet, beside the old one, and swap.

`datastore.duckdb` is a symbolic link to a build under `builds/`: replacing a link is one atomic step,
readers of the old build finish on it, and because every build has its own file name DuckDB (which
keeps one instance per path) can hold the old and the new open in one process.
"""

import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import duckdb

from dashboard.catalogue.regions import CityRegion, version
from dashboard.datastore.assembly.city_regions import TABLES, create_city_regions
from dashboard.datastore.editions.kept_editions import gather
from dashboard.datastore.store import DatastoreError

KEEP = 3  # builds kept for rollback, the current one included
# Tables are many and mostly small: in DuckDB's own blocks of 256 kB they fill 76 MB, in these 48, on the disk
# and in the memory of each web process, which keeps whole blocks.
_BLOCKS: dict[str, str | bool | int | float | list[str]] = {"default_block_size": "32768"}


def make_build(
    folders: Path | Iterable[Path],
    out: Path,
    finish: Callable[[Path], None] | None = None,
    start: Path | None = None,
    regions: Sequence[CityRegion] = (),
) -> tuple[str, Path]:
    """A build for `out` from every parquet file in `folders`, not yet served: its snapshot id and its file.

    Each file becomes a table named by its stem. The folder's manifest.json is checked first: a file that is
    missing, or is not the one the manifest lists, is refused with DatastoreError.
    `finish` is given the path of the new build before it is served, to add what is derived from it. `start`
    is a datastore made of some of the same files, to begin from: every byte of it may then be in this one.
    `regions` are the city regions that it serves (city_regions.py).
    """
    folders = [folders] if isinstance(folders, Path) else list(folders)
    manifests = [checked_manifest(folder) for folder in folders]
    snapshot = snapshot_id(manifests, regions)
    builds = out.parent / "builds"
    builds.mkdir(parents=True, exist_ok=True)
    build = builds / f"{snapshot}-{uuid.uuid4().hex[:8]}.duckdb"
    try:
        if start:
            shutil.copyfile(start, build)
        _fill(build, folders, manifests, snapshot, regions)
        if finish:
            finish(build)
    except BaseException:
        discard(build)
        raise
    return snapshot, build


def discard(build: Path) -> None:
    """Remove a build that will not be served."""
    for half in (build, build.with_name(f"{build.name}.wal")):  # DuckDB leaves its log on a full disk
        half.unlink(missing_ok=True)


def serve(out: Path, build: Path) -> None:
    """Serve `build` at `out`, and remove builds that are older than the last KEEP."""
    point(out, build)
    _prune(build.parent, keep=build)


def point(out: Path, build: Path) -> None:
    """Make `out` serve `build`, in one atomic step."""
    link = out.with_name(f".{out.name}.{uuid.uuid4().hex[:8]}")
    try:
        link.symlink_to(Path("builds") / build.name)
    except (OSError, NotImplementedError):  # Windows keeps symbolic links for administrators
        os.link(build, link)
    os.replace(link, out)


def checked_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of `folder`. Raises DatastoreError when a file that it lists is missing or another."""
    path = folder / "manifest.json"
    if not path.exists():
        raise DatastoreError(f"{path}: there is no manifest; run `make refresh` to publish the figures")
    manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    for name, entry in manifest["files"].items():
        file = folder / name
        if not file.exists():
            raise DatastoreError(f"{file}: the manifest lists it but it is missing; run `make refresh`")
        if hashlib.sha256(file.read_bytes()).hexdigest() != entry["sha256"]:
            raise DatastoreError(f"{file}: it is not the file the manifest lists; run `make refresh`")
    return manifest


def snapshot_of(folder: Path, regions: Sequence[CityRegion] = ()) -> str:
    """The id of the snapshot that is built from `folder` alone; "" where it has no manifest."""
    try:
        return snapshot_id([json.loads((folder / "manifest.json").read_text(encoding="utf-8"))], regions)
    except FileNotFoundError:
        return ""


def snapshot_id(manifests: Iterable[dict[str, Any]], regions: Sequence[CityRegion] = ()) -> str:
    """The id of the snapshot of `regions` built from these manifests' files: the one that readers see."""
    contents = sorted((name, item["sha256"]) for m in manifests for name, item in m["files"].items())
    if regions:
        contents.append(("regions", version(regions)))
    return hashlib.sha256(json.dumps(contents).encode()).hexdigest()[:12]


def _fill(
    build: Path,
    folders: list[Path],
    manifests: list[dict[str, Any]],
    snapshot: str,
    regions: Sequence[CityRegion],
) -> None:
    connection = duckdb.connect(str(build), config=_BLOCKS)
    try:
        connection.begin()  # one write to the disk for all
        contents = _founded(_contents(manifests), regions)
        held = _held(connection, contents)
        listed = files_of_tables(folders, manifests)
        gathered = gather(connection, listed)
        for name, files in listed.items():
            if name not in gathered and (table := Path(name).stem) not in held:
                connection.execute(f'CREATE TABLE "{table}" AS FROM read_parquet(?)', [files])
        if "regions" not in held:
            create_city_regions(connection, regions)
        connection.execute("CREATE TABLE contents (name VARCHAR, digest VARCHAR)")
        connection.executemany("INSERT INTO contents VALUES (?, ?)", list(contents.items()))
        built = max(manifest["built"] for manifest in manifests)
        connection.execute("CREATE TABLE snapshot AS SELECT ? AS snapshot, ? AS built", [snapshot, built])
        connection.commit()
        connection.execute("CHECKPOINT")
    finally:
        connection.close()


def files_of_tables(folders: list[Path], manifests: list[dict[str, Any]]) -> dict[str, list[str]]:
    """The files of each table: the register tables of the office lie beside, and add to, the public ones."""
    files: dict[str, list[str]] = {}
    for folder, manifest in zip(folders, manifests, strict=True):
        for name in manifest["files"]:
            files.setdefault(name, []).append(str(folder / name))
    return dict(sorted(files.items()))


def _held(connection: duckdb.DuckDBPyConnection, contents: dict[str, str]) -> set[str]:
    """The tables that are there already, of the same bytes; every other table is dropped."""
    tables = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    before = connection.execute("FROM contents").fetchall() if "contents" in tables else []
    held = {name for name, digest in before if contents.get(name) == digest}
    for name in tables - held:
        connection.execute(f'DROP TABLE "{name}"')
    return held


def _contents(manifests: list[dict[str, Any]]) -> dict[str, str]:
    """Each table with the digest of the bytes that it was made of."""
    digests: dict[str, list[str]] = {}
    for manifest in manifests:
        for name, entry in manifest["files"].items():
            digests.setdefault(Path(name).stem, []).append(entry["sha256"])
    return {name: "+".join(each) for name, each in sorted(digests.items())}


def _founded(contents: dict[str, str], regions: Sequence[CityRegion]) -> dict[str, str]:
    """`contents` in which what making the city regions changes rests on all of it, and on `regions`."""
    rests = "+".join([version(regions), *(contents.get(name, "") for name in TABLES)])
    digest = hashlib.sha256(rests.encode()).hexdigest()
    return (
        contents | dict.fromkeys([name for name in TABLES if name in contents], digest) | {"regions": digest}
    )


def _prune(builds: Path, keep: Path) -> None:
    old = sorted(builds.glob("*.duckdb"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in [path for path in old if path != keep][KEEP - 1 :]:
        path.unlink()

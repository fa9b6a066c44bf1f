"""Assemble one datastore.duckdb from published parquet, beside the old one, and swap.

`datastore.duckdb` is a symbolic link to a build under `builds/`: replacing a link is one atomic step,
readers of the old build finish on it, and because every build has its own file name DuckDB (which
keeps one instance per path) can hold the old and the new open in one process.
"""

import hashlib
import json
import os
import sys
import uuid
from collections.abc import Iterable
from pathlib import Path

import duckdb

from dashboard.datastore.store import DatastoreError

KEEP = 3  # builds kept for rollback, the current one included


def assemble(folders: Path | Iterable[Path], out: Path) -> str:
    """Build the datastore at `out` from every parquet file in `folders`; give its snapshot id.

    Each file becomes a table named by its stem. The folder's manifest.json is checked first: a file that is
    missing, or is not the one the manifest lists, is refused with DatastoreError and `out` stays as it was.
    """
    folders = [folders] if isinstance(folders, Path) else list(folders)
    manifests = [_checked_manifest(folder) for folder in folders]
    snapshot = _snapshot_id(manifests)
    builds = out.parent / "builds"
    builds.mkdir(parents=True, exist_ok=True)
    build = builds / f"{snapshot}-{uuid.uuid4().hex[:8]}.duckdb"
    try:
        _fill(build, folders, manifests, snapshot)
    except BaseException:
        build.unlink(missing_ok=True)
        raise
    point(out, build)
    _prune(builds, keep=build)
    return snapshot


def point(out: Path, build: Path) -> None:
    """Make `out` serve `build`, in one atomic step."""
    link = out.with_name(f".{out.name}.{uuid.uuid4().hex[:8]}")
    link.symlink_to(Path("builds") / build.name)
    os.replace(link, out)


def _checked_manifest(folder: Path) -> dict:
    path = folder / "manifest.json"
    if not path.exists():
        raise DatastoreError(f"{path}: there is no manifest; run `make refresh` to publish the figures")
    manifest = json.loads(path.read_text(encoding="utf-8"))
    for name, entry in manifest["files"].items():
        file = folder / name
        if not file.exists():
            raise DatastoreError(f"{file}: the manifest lists it but it is missing; run `make refresh`")
        if hashlib.sha256(file.read_bytes()).hexdigest() != entry["sha256"]:
            raise DatastoreError(f"{file}: it is not the file the manifest lists; run `make refresh`")
    return manifest


def _snapshot_id(manifests: list[dict]) -> str:
    contents = sorted((name, item["sha256"]) for m in manifests for name, item in m["files"].items())
    return hashlib.sha256(json.dumps(contents).encode()).hexdigest()[:12]


def _fill(build: Path, folders: list[Path], manifests: list[dict], snapshot: str) -> None:
    connection = duckdb.connect(str(build))
    try:
        for folder, manifest in zip(folders, manifests, strict=True):
            for name in sorted(manifest["files"]):
                table = Path(name).stem
                source = str(folder / name)
                connection.execute(f'CREATE TABLE "{table}" AS FROM read_parquet(?)', [source])
        built = max(manifest["built"] for manifest in manifests)
        connection.execute("CREATE TABLE snapshot AS SELECT ? AS snapshot, ? AS built", [snapshot, built])
        connection.execute("CHECKPOINT")
    finally:
        connection.close()


def _prune(builds: Path, keep: Path) -> None:
    old = sorted(builds.glob("*.duckdb"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in [path for path in old if path != keep][KEEP - 1 :]:
        path.unlink()


def assemble_all(data: Path) -> dict[str, str]:
    """Assemble both audiences' datastores under `data`; give each audience's snapshot id.

    The office reads what is public and what is its own; the public file is built without the latter.
    """
    public, office = data / "public", data / "office"
    extra = [office] if (office / "manifest.json").exists() else []
    return {
        "public": assemble(public, public / "datastore.duckdb"),
        "office": assemble([public, *extra], office / "datastore.duckdb"),
    }


def main(data: Path) -> int:
    """Assemble both datastores and print what was made. Gives an exit code."""
    try:
        for audience, snapshot in assemble_all(data).items():
            print(f"data/{audience}/datastore.duckdb: snapshot {snapshot}")
    except DatastoreError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    from dashboard.settings import Settings

    sys.exit(main(Settings.from_environment().data))

"""The built-in snapshot, built once for all test runs over the same parquet, queries, register and code."""

import fcntl
import hashlib
import shutil
from pathlib import Path

from dashboard.catalogue.indicators import AUDIENCES
from dashboard.runtime.code_fingerprint import files_reached
from dashboard.settings import ROOT, Settings

KEPT = ROOT / "build" / "test-data"
WRITTEN = ("record.", "inbox", "reports", ".publishing", "log")
PUBLISHED = ("decisions.json", "answers.json", "feeds.json", "pilots.json", "promises.json")
NEWEST = 3  # kept; a test run that goes on may still read the one before


def built() -> Path:
    """A data folder with both datastores, made by the product's own build when it is not there yet."""
    data = KEPT / _recipe()
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # several test processes may ask at once
        if not (data / "complete").exists():
            _make(data)
        _lend(data)
        (data / "complete").touch()  # used last
        _forget_old()
    return data


def link_into(folder: Path) -> Path:
    """Put the built snapshot into `folder`, which has what a service writes for itself: what people record,
    ask and publish stays with the test that did it."""
    data = built()
    for entry in data.iterdir():
        if entry.name != "public" and not entry.name.startswith(WRITTEN):
            (folder / entry.name).symlink_to(entry)
    (folder / "public").mkdir()
    for entry in (data / "public").iterdir():
        if entry.name not in PUBLISHED:
            (folder / "public" / entry.name).symlink_to(entry.resolve())
    return folder


def _forget_old() -> None:
    """Keep the snapshots that were used last: each recipe makes one more, of 100 MB. Broken builds go too."""
    used = sorted(KEPT.glob("*/complete"), key=lambda path: path.stat().st_mtime, reverse=True)
    keep = {complete.parent for complete in used[:NEWEST]}
    for folder in KEPT.iterdir():
        if folder.is_dir() and folder not in keep:
            shutil.rmtree(folder)


def _make(data: Path) -> None:
    # Loads pandas and scipy: not for the process that only deals tests out.
    from dashboard.build.datastores import build

    for audience in AUDIENCES:
        (data / audience).mkdir(parents=True, exist_ok=True)
        for file in _published(audience):
            link = data / audience / file.name
            if not link.exists():
                link.symlink_to(file)
    _lend(data)
    build(Settings(data=data), say=lambda text: None)


def _lend(data: Path) -> None:
    """Link what is read beside the figures; a snapshot of before may lack what came since."""
    for name in (
        "sources",
        "assets",
        "needs.toml",
        "powers.toml",
        "glossary.toml",
        "five-figures.toml",
        "synonyms.toml",
        "ask.toml",
        "check.toml",
        "briefs",
        "regions",
        "frameworks",
    ):
        if not (data / name).exists():
            (data / name).symlink_to(ROOT / "data" / name)


def _published(audience: str) -> list[Path]:
    folder = ROOT / "data" / audience
    return sorted(path for path in folder.glob("*.*") if path.suffix in (".parquet", ".json"))


def _recipe() -> str:
    digest = hashlib.sha256()
    for audience in AUDIENCES:
        for path in (ROOT / "data" / audience).glob("manifest.json"):
            digest.update(path.read_bytes())
    files = [*files_reached(["dashboard.build.datastores"]), *ROOT.glob("queries/*/*.sql")]
    files += [*ROOT.glob("data/sources/*.toml"), *ROOT.glob("data/regions/*.toml")]
    for path in sorted(files):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]

"""The data folder of the view of figures under embargo (dashboard/web/embargo.py): made, marked, its own."""

import shutil
from pathlib import Path

from dashboard.settings import PRERELEASE_MARK


def folder_of(data: Path) -> Path:
    """The data folder of the pre-release view beside `data`, made and marked."""
    folder = data if (data / PRERELEASE_MARK).exists() else data / "prerelease"
    folder.mkdir(mode=0o700, exist_ok=True)
    (folder / PRERELEASE_MARK).touch()
    regions = folder / "regions"  # the same city regions as beside it
    if folder != data and not regions.exists():
        try:
            regions.symlink_to(Path("..") / "regions")
        except (OSError, NotImplementedError):  # Windows keeps symbolic links for administrators
            shutil.copytree(data / "regions", regions)
    return folder

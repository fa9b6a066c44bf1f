"""Sessions that were ended before their time: a cookie alone cannot be taken back from whoever copied it.

A file each, named by a digest, in a folder that every worker of this machine sees: it outlasts a restart, and
to look costs one call of the system. A session that would have run out by itself needs no file.
"""

import hashlib
import time
from contextlib import suppress
from pathlib import Path


class Ended:
    """The ended sessions that are kept in `folder`; `hours` is how long a session lasts."""

    def __init__(self, folder: Path, hours: float):
        self._folder, self._seconds = folder, hours * 3600

    def add(self, session: str) -> None:
        """`session` is over, whoever still has its cookie. Raises OSError where that cannot be kept."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._forget()
        (self._folder / _name(session)).touch(mode=0o600)

    def __contains__(self, session: str) -> bool:
        return (self._folder / _name(session)).exists()

    def _forget(self) -> None:
        before = time.time() - self._seconds
        for path in self._folder.iterdir():
            with suppress(FileNotFoundError):  # another process forgets it at the same time
                if path.stat().st_mtime < before:
                    path.unlink()


def _name(session: str) -> str:
    return hashlib.sha256(session.encode()).hexdigest()

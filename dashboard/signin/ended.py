"""Sessions that were ended before their time: a cookie alone cannot be taken back from whoever copied it.

A file each, named by a digest, in a folder that every worker of this machine sees: it outlasts a restart, and
to look costs one call of the system. A session that would have run out by itself needs no file: it is
forgotten once that time has passed by the clock and also by what nobody can set, the count of seconds since
the machine started. A clock that was set forward and back would bring an ended session to life again.
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
        path = self._folder / _name(session)
        path.touch(mode=0o600)
        _stamp(path)

    def __contains__(self, session: str) -> bool:
        return (self._folder / _name(session)).exists()

    def _forget(self) -> None:
        for path in self._folder.iterdir():
            with suppress(FileNotFoundError):  # another process forgets it at the same time
                if _age(path) > self._seconds:
                    path.unlink()


def _age(path: Path) -> float:
    """For how many seconds at least the session has been over; what has no stamp gets one."""
    try:
        wall, since_start = map(float, path.read_text("ascii").split())
    except ValueError:  # an older version wrote nothing into it, or the disk was full
        _stamp(path)
        return 0.0
    # A count below its own is of a later start of the machine, which has run for that long since.
    now = time.monotonic()
    return min(time.time() - wall, now - since_start if now >= since_start else now)


def _stamp(path: Path) -> None:
    with suppress(OSError):  # that the file is there ends the session; without a stamp it only stays longer
        path.write_text(f"{time.time()} {time.monotonic()}", "ascii")


def _name(session: str) -> str:
    return hashlib.sha256(session.encode()).hexdigest()

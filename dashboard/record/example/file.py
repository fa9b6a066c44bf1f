"""The worked example: a record of its own beside the real one, loaded while that is empty, removed whole.

It is another file, so nothing of it can ever be among what the office recorded, in an export, in a pack, in
a file or in public. Its figures are the region's real ones; what it decided, aims for and tries is made up.
"""

from pathlib import Path

from dashboard.record.engine import sqlite
from dashboard.record.store import Record
from dashboard.record.watch import Watch
from dashboard.settings import Settings

_BESIDE = ("", "-wal", "-shm")


class Example:
    """The example of one data folder. It is loaded while its file is there, whichever process made it."""

    def __init__(self, settings: Settings):
        self.path: Path = settings.data / "record.example.sqlite"
        self._file: tuple[int, int] = (0, 0)
        self._record: Record | None = None
        self._watch: Watch | None = None

    def stamp(self) -> str:
        """Another text after every change, and each time it is loaded anew; "" while it is not loaded."""
        record = self.record
        if record is None or self._watch is None:
            return ""
        return f"example {self._file} {self._watch.version() or record.size()}"

    @property
    def record(self) -> Record | None:
        """The example's record; None while it is not loaded."""
        try:
            found = self.path.stat()
        except OSError:
            return None
        if self._file != (found.st_dev, found.st_ino) or self._record is None:
            self._file, self._record = (found.st_dev, found.st_ino), Record(sqlite(self.path))
            self._watch = Watch(self._record.engine)
        return self._record

    def begin(self) -> Record:
        """An empty example, which is loaded from here on."""
        self.remove()
        made = Record(sqlite(self.path))
        with made.access.writing():
            pass  # the file is there, with its table
        return made

    def remove(self) -> None:
        """Take the example away, with all that was tried in it."""
        for ending in _BESIDE:
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)

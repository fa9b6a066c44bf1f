"""A deadline for every query: DuckDB has no time limit of its own, so one thread interrupts what is late."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

SECONDS_BETWEEN_LOOKS = 0.25  # seconds between two looks


class Interruptible(Protocol):
    """A DuckDB cursor, as far as this module knows it."""

    def interrupt(self) -> None:
        """Stop what runs on it; the one who waits gets an InterruptException."""


class Deadlines:
    """Who runs until when. The watching thread begins with the first query of a process (after any fork)."""

    def __init__(self, seconds: float):
        self._seconds = seconds
        self._running: dict[int, tuple[float, Interruptible]] = {}
        self._process = 0
        self._stopped = threading.Event()

    @contextmanager
    def over(self, cursor: Interruptible) -> Iterator[None]:
        """Interrupt `cursor` should the block take longer than allowed."""
        if self._process != os.getpid():
            self._process = os.getpid()
            threading.Thread(target=self._watch, daemon=True, name="query deadlines").start()
        me = threading.get_ident()
        self._running[me] = (time.monotonic() + self._seconds, cursor)
        try:
            yield
        finally:
            self._running.pop(me, None)

    def stop(self) -> None:
        """End the watching thread."""
        self._stopped.set()

    def _watch(self) -> None:
        while not self._stopped.wait(SECONDS_BETWEEN_LOOKS):
            self._interrupt_late(time.monotonic())

    def _interrupt_late(self, now: float) -> None:
        # A function of its own, so that no cursor stays alive in the thread between two looks.
        for until, cursor in list(self._running.values()):
            if until < now:
                cursor.interrupt()

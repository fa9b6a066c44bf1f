"""The memory of a web process: one heap for all its threads, and what pages leave behind given back."""

import ctypes
import gc
import logging
import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
# Bytes: what is as large has memory pages of its own, which go back to the system when freed. From 64 kB the
# texts of a page would have them too: it took a quarter more processor time, and saved no memory.
_LARGE = 256 * 1024
_LOOK = 0.2  # seconds between two looks at the size; one takes 20 microseconds
_GROWN = 20_000_000  # bytes that it may have grown by, whatever it does
# From here on by so much: one page may take 30 MB for a moment, and two of them one after the other more.
_NEAR, _GROWN_NEAR = 240_000_000, 8_000_000
_EVERY = 10.0  # seconds, after which it gives back what little there is
_WORKED = 0.1  # seconds of processor time, a page or two, after which there is something
_LEAST = 0.25  # seconds of processor time between two: each takes 60 ms
_STATM = Path("/proc/self/statm")
_LOG = logging.getLogger("dashboard")


class Moment(NamedTuple):
    """How a process stands: the time, its processor time (both in seconds) and its resident bytes."""

    at: float
    worked: float
    resident: int

    @classmethod
    def now(cls) -> "Moment":
        """This process, now."""
        return cls(time.monotonic(), time.process_time(), resident())


def resident() -> int:
    """The resident bytes of this process; 0 where the system does not say."""
    try:
        return int(_STATM.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, AttributeError):  # not Linux
        return 0


def is_due(last: Moment, now: Moment) -> bool:
    """Whether a process that last gave memory back at `last` should do so now."""
    worked = now.worked - last.worked
    if now.at - last.at >= _EVERY and worked > _WORKED:
        return True
    grown = _GROWN if now.resident < _NEAR else _GROWN_NEAR
    return worked > _LEAST and now.resident > last.resident + grown


def limit_arenas() -> None:
    """Let all threads of this process and its workers share one heap of the C library, where it has several:
    each thread's own keeps what its largest page needed.

    Large things stay out of it: the library raises its limit for them as they come and go, and what was small
    and is kept then lies between the gaps that they left (80 to 93 MB in 300 requests; 65 without).
    """
    with suppress(AttributeError, OSError, TypeError):  # not glibc
        mallopt = ctypes.CDLL(None).mallopt
        for parameter, value in ((_ARENA_MAX, 1), (_MMAP_THRESHOLD, _LARGE), (_TRIM_THRESHOLD, 2 * _LARGE)):
            mallopt(parameter, value)


def release_memory() -> None:
    """Collect the parts of pages that hold each other, and return what is free to the system."""
    gc.collect()
    with suppress(AttributeError, OSError, TypeError):  # not glibc
        ctypes.CDLL(None).malloc_trim(0)


def start_memory_release(release: Callable[[], bool]) -> threading.Thread:
    """Start a thread that gives memory back where the process has grown, or made pages for a while: `release`
    lets go of what this process can read again, and says whether it did."""

    def forever() -> None:
        last = Moment.now()
        while True:
            time.sleep(_LOOK)
            if is_due(last, Moment.now()):
                last = smaller(release, last)

    thread = threading.Thread(target=forever, name="heap", daemon=True)
    thread.start()
    return thread


def smaller(release: Callable[[], bool], last: Moment) -> Moment:
    """Let this process give back what it can, once; how it stands then.

    What `release` could not let go of still counts as grown since `last`.
    """
    try:
        released = release()
    except Exception:  # whatever it was, the process goes on, and so does this thread
        _LOG.exception("memory could not be given back; it is tried again")
        released = False
    release_memory()
    now = Moment.now()
    return now if released else now._replace(resident=min(last.resident, now.resident))

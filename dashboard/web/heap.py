"""The memory of a web process: one heap for all its threads, and what pages leave behind given back."""

import ctypes
import gc
import threading
import time
from collections.abc import Callable
from contextlib import suppress

_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h
_EVERY = 10.0  # seconds
_WORKED = 1.0  # seconds of processor time, some ten pages, after which there is something to give back


def limit_arenas() -> None:
    """Let all threads of this process and its workers share one heap of the C library, where it has several:
    each thread's own keeps what its largest page needed."""
    with suppress(AttributeError, OSError, TypeError):  # not glibc
        ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)


def release_memory() -> None:
    """Collect the parts of pages that hold each other, and return what is free to the system."""
    gc.collect()
    with suppress(AttributeError, OSError, TypeError):  # not glibc
        ctypes.CDLL(None).malloc_trim(0)


def start_memory_release(release: Callable[[], object]) -> threading.Thread:
    """Start a thread that gives memory back every now and then where pages were made: `release` lets go of
    what this process can read again. It takes 60 ms."""

    def forever() -> None:
        before = time.process_time()
        while True:
            time.sleep(_EVERY)
            if (now := time.process_time()) - before > _WORKED:
                release()
                release_memory()
                before = now

    thread = threading.Thread(target=forever, name="heap", daemon=True)
    thread.start()
    return thread

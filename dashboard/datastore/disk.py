"""What the disk refused, in one sentence: full, read-only, or not ours to write."""

import errno
import os
import re
from typing import TypeGuard

import duckdb

_MENDS = {
    errno.ENOSPC: "free some space",
    errno.EDQUOT: "free some space, or have the quota raised",
    errno.EFBIG: "have the limit of the size of a file raised (ulimit -f)",
    errno.EROFS: "give it a folder that can be written (DATA_DIR)",
    errno.EACCES: "let this user write there",
    errno.EPERM: "let this user write there",
}


def of_the_disk(error: OSError | duckdb.Error) -> str:
    """What happened, where, and what to do; what was served before stays, for it is swapped in whole."""
    number = _number(error)
    message = os.strerror(number) if number else " ".join(str(error).split())[:300]
    where = getattr(error, "filename", None) or next(iter(re.findall(r'file "([^"]+)"', str(error))), "")
    mend = _MENDS.get(number or 0, "see to the disk")
    return f"{f'{where}: ' if where else ''}{message}; {mend} and run it again, what is served stays as it is"


def refused_by_the_disk(error: BaseException) -> TypeGuard[OSError | duckdb.Error]:
    """Whether `error` says that the disk is full, read-only or not ours to write."""
    return isinstance(error, OSError | duckdb.Error) and _number(error) in _MENDS


def _number(error: Exception) -> int | None:
    """The system's number: the libraries that write for us give its words alone."""
    if isinstance(error, OSError) and error.errno:
        return error.errno
    return next((number for number in _MENDS if os.strerror(number) in str(error)), None)

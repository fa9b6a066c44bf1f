"""Work on files that were sent or are large, in a process of its own: a time limit, none of our secrets,
one answer."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[2]
# What it may know of this one's surroundings: enough to start Python and to keep temporary files.
_PASSED = ("PATH", "LANG", "LC_ALL", "VIRTUAL_ENV", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")


def answer_of(
    arguments: Sequence[str], seconds: float, around: Mapping[str, str], given: bytes = b""
) -> dict[str, Any]:
    """What `python ARGUMENTS`, with `given` to read, prints as JSON, whatever its exit code.

    `around` is added to the few variables of the environment that it sees. Raises TimeoutError after
    `seconds`, when it is stopped, and ValueError where it prints no JSON: its own limits stopped it, or it
    fell over.
    """
    found: dict[str, Any] = json.loads(_run(arguments, seconds, around, given).stdout)
    return found


def output_of(
    arguments: Sequence[str], seconds: float, around: Mapping[str, str], given: bytes = b""
) -> bytes:
    """What `python ARGUMENTS` prints, as for answer_of. Raises TimeoutError after `seconds`, and
    ChildProcessError, with the last that it said of it, where it fell over."""
    done = _run(arguments, seconds, around, given)
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise ChildProcessError(f"it ended with {done.returncode}: {last[:300]}")
    return done.stdout


def _run(
    arguments: Sequence[str], seconds: float, around: Mapping[str, str], given: bytes
) -> "subprocess.CompletedProcess[bytes]":
    passed = {name: os.environ[name] for name in _PASSED if name in os.environ}
    try:
        return subprocess.run(
            [sys.executable, *arguments],
            input=given,
            capture_output=True,
            timeout=seconds,
            cwd=_ROOT,
            env={**passed, **around},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise TimeoutError(f"it took longer than {seconds:g} seconds") from error

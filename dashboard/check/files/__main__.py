"""One file from standard input into blocks on standard output, as JSON: the process that reads a draft's
file.

It may use little memory and time, and may write no file: what a hostile document does to a reader ends here.
"""

import json
import sys
from contextlib import suppress
from dataclasses import asdict

SECONDS, MEMORY = 12, 1_000_000_000


def _limit() -> None:
    """Hold this process to its limits, where the system knows such."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main(name: str) -> int:
    """Read, and write {"blocks": [...]} or {"error": "…"}."""
    _limit()
    from dashboard.check.draft import Unreadable
    from dashboard.check.files.kinds import draft_of

    try:
        fields: dict[str, object] = {
            "blocks": [asdict(one) for one in draft_of(sys.stdin.buffer.read(), name).blocks]
        }
    except Unreadable as error:
        fields = {"error": str(error)}
    except (MemoryError, RecursionError):
        fields = {"error": "The file is too large, or too deep, to be read. Paste its text instead."}
    json.dump(fields, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main("draft"))

"""`python -m dashboard COMMAND`: the commands of the product; without one it serves.

Each command is a module with a `main(arguments)` of its own, loaded only when it is asked for.
"""

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

from dashboard.runtime.allocators import set_allocators

COMMANDS = {
    "run": ("dashboard.web.start", "serve on http://127.0.0.1:8050 (this is what no command does too)"),
    "build": ("dashboard.build.__main__", "assemble the datastores from data/<audience>/*.parquet"),
    "refresh": ("dashboard.refresh", "read the publishers' files again and publish what changed"),
    "draft": ("dashboard.ingest.draft.__main__", "look at a new file, and write its register entry"),
    "indicator": ("dashboard.audit.query.__main__", "check the query of one indicator, in seconds"),
    "pack": ("dashboard.packs.__main__", "make a briefing pack, or those of the schedule"),
    "check": (
        "dashboard.check.__main__",
        "hold the figures of a draft (DOCX, PPTX, PDF, text) against those held",
    ),
    "audit": ("dashboard.audit.__main__", "say how good and how complete the data assets are"),
    "record": ("dashboard.record.__main__", "export, import or publish the office's record"),
    "example": ("dashboard.web.example", "load the worked example of the first day, or remove it"),
    "inbox": (
        "dashboard.inbox.__main__",
        "prepare the inbox of the public's questions, or forget what is old",
    ),
    "mcp": ("dashboard.web.assistants.__main__", "answer an assistant on this machine (MCP over stdio)"),
    "engine": ("dashboard.engine.__main__", "work out every indicator to parquet, by DuckDB or Spark"),
    "document": ("dashboard.catalogue.document", "write docs/indicators.md, or check that it is fresh"),
}


def main(arguments: Sequence[str]) -> int:
    """Do what the first of `arguments` names; 2, with what there is, where it names nothing of ours."""
    if isinstance(sys.stdout, TextIOWrapper):  # a terminal or a file of Windows-1252 has no ŵ, and no →
        sys.stdout.reconfigure(errors="backslashreplace")  # as standard error does by itself
    name, *rest = arguments or ["run"]
    if name in ("-h", "--help", "help"):
        print(overview())
        return 0
    if name not in COMMANDS:
        print(f"{name}: there is no such command\n\n{overview()}", file=sys.stderr)
        return 2
    if name == "run":
        # Nothing that is being loaded is garbage; looking for some took a fifth of the start.
        gc.disable()  # until dashboard/web/serving.py has loaded all
        set_allocators()
        return import_module(COMMANDS[name][0]).main(rest)
    try:
        return import_module(COMMANDS[name][0]).main(rest)
    except KeyboardInterrupt:
        print("stopped: what was served or written before stays as it is", file=sys.stderr)
        return 130
    except Exception as error:  # a disk that is full or read-only is no fault of the program's
        from dashboard.datastore.disk import of_the_disk, refused_by_the_disk

        if not refused_by_the_disk(error):
            raise
        print(f"failed: {of_the_disk(error)}", file=sys.stderr)
        return 1


def overview() -> str:
    """How it is used, and each command in a line."""
    listed = "\n".join(f"  {name:<10} {what}" for name, (_, what) in COMMANDS.items())
    more = "python -m dashboard COMMAND --help says what it takes; settings are in docs/deploy.md."
    return f"usage: python -m dashboard COMMAND ...\n\n{listed}\n\n{more}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`make bench`: one command, one table, docs/bench.md. Every measure beside a named baseline of the same run.

`--quick` repeats less and leaves the largest sizes out; `--only events` runs one part and prints it.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable, Iterator

from tests.bench import callbacks, events, repaint, screen, work
from tests.bench.table import Row, markdown
from tests.browser.site import ROOT

PAGE = ROOT / "docs" / "bench.md"
PARTS = ("callbacks", "repaint", "screen", "events", "work")
_PACKAGES = ("streamlit==1.67.0", "panel==1.9.4", "hvplot==0.12.2", "pandas==3.1.1", "pyarrow==26.0.1")


def main() -> int:
    """Run every part, print each line as it is measured, write the page; 1 when a part could not be run."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="fewer repeats, no 100 million rows, no 64 clients"
    )
    parser.add_argument("--only", nargs="+", choices=PARTS, default=[])
    given = parser.parse_args()
    notes = ["A quick run: fewer repeats, no 64 clients, no 100 million rows."] if given.quick else []
    _other_frameworks(notes.append)
    parts: dict[str, Callable[[], Iterator[Row]]] = {
        "callbacks": lambda: callbacks.rows(given.quick),
        "repaint": lambda: repaint.rows(given.quick),
        "screen": lambda: screen.rows(given.quick, notes.append),
        "events": lambda: events.rows(given.quick),
        "work": lambda: work.rows(given.quick),
    }
    found: list[Row] = []
    failed = False
    for name in given.only or parts:
        try:
            for row in parts[name]():
                print(" | ".join(row.cells()), flush=True)
                found.append(row)
        except (
            Exception
        ) as error:  # the other parts are still worth their time; the page says what is missing
            failed = True
            notes.append(f"{name}: could not be measured: {str(error).splitlines()[0][:200]}")
            print(notes[-1], file=sys.stderr)
        if not given.only:  # after each part: a run that is cut short leaves what it measured
            PAGE.write_text(markdown(found, notes), encoding="utf-8")
    return 1 if failed else 0


def _other_frameworks(note: Callable[[str], None]) -> None:
    """Streamlit and Panel in an environment of their own, made once; where that fails it is said."""
    if (screen.OTHERS / "bin" / "streamlit").exists():
        return
    try:
        subprocess.run([sys.executable, "-m", "venv", str(screen.OTHERS)], check=True)
        pip = str(screen.OTHERS / "bin" / "pip")
        subprocess.run([pip, "install", "--quiet", *_PACKAGES], check=True, timeout=300)
    except (subprocess.SubprocessError, OSError) as error:
        note(f"Streamlit and Panel could not be installed: {error}")


if __name__ == "__main__":
    sys.exit(main())

"""`make bench`: one command, one table, docs/bench.md. Every measure beside a named baseline of the same run.

`--quick` repeats less and leaves the largest sizes out; `--only events` measures one part anew and keeps the
others as the page has them. Each part is cut off after its minutes: 47 at most in all.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable, Iterator

from tests.bench import callbacks, crowd, events, london, repaint, screen, slow, work
from tests.bench.parts import Note, Part, measured
from tests.bench.table import Row, Written, markdown, written
from tests.browser.site import ROOT

PAGE = ROOT / "docs" / "bench.md"
MINUTES = {
    "callbacks": 4,
    "crowd": 3,
    "repaint": 2,
    "slow": 15,
    "screen": 4,
    "london": 7,
    "events": 6,
    "work": 6,
}
_PACKAGES = ("streamlit==1.67.0", "panel==1.9.4", "hvplot==0.12.2", "pandas==3.1.1", "pyarrow==26.0.1")


def main() -> int:
    """Measure the parts, print each line, write the page; 1 when something could not be measured."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="fewer repeats, no 100 million rows, no 64 clients"
    )
    parser.add_argument("--only", nargs="+", choices=MINUTES, default=list(MINUTES))
    given = parser.parse_args()
    failed = False
    how = ", quick: fewer repeats, no 64 clients, no 100 million rows, no refresh" if given.quick else ""
    for name in given.only:
        part = measured(name, lambda note, name=name: _rows(name, given.quick, note), MINUTES[name], how)
        failed |= bool(part.notes)
        # After each part: a run that is cut short leaves what it measured.
        PAGE.write_text(with_part(PAGE.read_text(encoding="utf-8"), part), encoding="utf-8")
    return int(failed)


def with_part(page: str, part: Part) -> str:
    """The page with `part` as it was measured now; all others as they stand there."""
    parts = written(page) | {part.name: Written.of(part)}
    return markdown(parts[name] for name in MINUTES if name in parts)


def _rows(name: str, quick: bool, note: Note) -> Iterator[Row]:
    parts: dict[str, Callable[[bool], Iterator[Row]]] = {
        "callbacks": callbacks.rows,
        "crowd": crowd.rows,
        "repaint": repaint.rows,
        "london": london.rows,
        "events": events.rows,
        "work": work.rows,
    }
    if name in parts:
        return parts[name](quick)
    _other_frameworks(note)
    beside: dict[str, Callable[[bool, Note], Iterator[Row]]] = {"screen": screen.rows, "slow": slow.rows}
    return beside[name](quick, note)


def _other_frameworks(note: Note) -> None:
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

"""What became of each mutant, one line of JSON each, the last one counts."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.mutants.mutate import Mutant


class Results:
    """Read from a file, added to it at once."""

    def __init__(self, path: Path):
        self._path = path
        self._found: dict[str, dict[str, Any]] = {}
        if path.exists():
            for line in path.read_text("utf-8").splitlines():
                entry = json.loads(line)
                self._found[entry["key"]] = entry

    def of(self, key: str) -> dict[str, Any] | None:
        """What became of the mutant of that key; None while nobody tried."""
        entry = self._found.get(key)
        return entry if entry and entry["outcome"] != "again" else None

    def add(self, part: str, mutant: Mutant, outcome: str, test: str, tests: int, seconds: float) -> None:
        """Write one down."""
        self._write(
            {
                "part": part,
                "key": mutant.key,
                "line": mutant.line,
                "outcome": outcome,
                "test": test,
                "tests": tests,
                "seconds": round(seconds, 2),
            }
        )

    def check_killers(self, passes: Callable[[str], bool]) -> None:
        """Forget what was killed by a test that fails alone while the code is whole; ask for those again."""
        killers = {entry["test"] for entry in self._found.values() if "::" in entry["test"]}
        bad = {test for test in killers if not passes(test)}
        for entry in list(self._found.values()):
            if entry["test"] in bad:
                self._write(entry | {"outcome": "again"})
        if bad:
            print("fail alone, too:", *sorted(bad), sep="\n  ")

    def _write(self, entry: dict[str, Any]) -> None:
        self._found[entry["key"]] = entry
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry) + "\n")

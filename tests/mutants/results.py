"""What became of each mutant, one line of JSON each, the last one counts.

What came out last time is kept in the repository too, in tests/mutants/outcomes.csv, so that another clone
goes on where this one stopped.
"""

import csv
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tests.mutants.mutate import Mutant
from tests.mutants.sample import name_of

OUTCOMES = Path(__file__).with_name("outcomes.csv")


def read_outcomes() -> dict[str, str]:
    """What became of each mutant in the runs before, by its `name_of`."""
    if not OUTCOMES.exists():
        return {}
    with OUTCOMES.open(encoding="utf-8", newline="") as file:
        return {row["mutant"]: row["outcome"] for row in csv.DictReader(file)}


def write_outcomes(rows: Iterable[tuple[str, str, str]]) -> None:
    """Keep (part, key, outcome) of each mutant that was tried."""
    lines = sorted((part, name_of(part, key), outcome) for part, key, outcome in rows)
    with OUTCOMES.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("part", "mutant", "outcome"), *lines])


class Results:
    """Read from a file, added to it at once; what that does not hold is as `before` says, by `name_of`."""

    def __init__(self, path: Path, part: str, before: dict[str, str]):
        self._path, self._part, self._before = path, part, before
        self._found: dict[str, dict[str, Any]] = {}
        if path.exists():
            for line in path.read_text("utf-8").splitlines():
                entry = json.loads(line)
                self._found[entry["key"]] = entry

    def of(self, key: str) -> dict[str, Any] | None:
        """What became of the mutant of that key; None while nobody tried."""
        entry = self._found.get(key)
        if entry is None and (outcome := self._before.get(name_of(self._part, key))):
            return {"key": key, "outcome": outcome, "test": ""}
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

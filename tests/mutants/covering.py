"""Which tests run which line, seen once while the code is whole."""

import ast
import functools
import json
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from dashboard.settings import ROOT

MOST_SECONDS = 8.0  # of processor time that the tests for one mutant take
MOST_TESTS = 100


@dataclass
class Covering:
    """Tests by line (file below dashboard/ -> line -> tests and fixtures), and what each costs in seconds."""

    lines: dict[str, dict[int, list[str]]] = field(default_factory=dict)
    tests: dict[str, float] = field(default_factory=dict)  # those that pass
    fixtures: dict[str, float] = field(default_factory=dict)  # made once for many tests
    asks: dict[str, list[str]] = field(default_factory=dict)  # test -> those fixtures it asks for

    def of(self, path: str, lines: range | None) -> list[str]:
        """The tests that run one of those lines (None: any of the module): first those whose file imports the
        module, then the others, each the quickest first."""
        run = self.lines.get(path, {})
        contexts = {name for line in (run if lines is None else lines) for name in run.get(line, ())}
        made = {name.removeprefix("fixture:") for name in contexts if name.startswith("fixture:")}
        found = [test for test in self.tests if test in contexts or made & set(self.asks[test])]
        return self._within(sorted(found, key=lambda test: (not is_about(test, path), self._cost(test))))

    def _cost(self, test: str) -> float:
        return self.tests[test] + sum(self.fixtures.get(name, 0.0) for name in self.asks[test])

    def _within(self, tests: list[str]) -> list[str]:
        chosen, seconds, made = [], 0.0, set()
        for test in tests:
            if len(chosen) == MOST_TESTS:
                break
            new = [name for name in self.asks[test] if name not in made]
            cost = self.tests[test] + sum(self.fixtures.get(name, 0.0) for name in new)
            if chosen and seconds + cost > MOST_SECONDS:
                continue
            seconds += cost
            made |= set(new)
            chosen.append(test)
        return chosen

    def seconds(self, tests: list[str]) -> float:
        """What those tests take together."""
        made = {name for test in tests for name in self.asks[test]}
        return sum(self.tests[test] for test in tests) + sum(self.fixtures.get(name, 0.0) for name in made)

    def write(self, path: Path) -> None:
        """Keep it for the next run."""
        path.write_text(json.dumps(vars(self)), "utf-8")

    @classmethod
    def read(cls, path: Path) -> "Covering":
        """What was kept."""
        kept = json.loads(path.read_text("utf-8"))
        kept["lines"] = {
            file: {int(line): names for line, names in lines.items()} for file, lines in kept["lines"].items()
        }
        return cls(**kept)


def is_about(test: str, path: str) -> bool:
    """Whether the file of a test imports the module at `path` (below dashboard/), and so means to test it.

    A line that hundreds of tests run is seen by those first that state what it does."""
    package, _, name = f"dashboard.{path.removesuffix('.py').replace('/', '.')}".rpartition(".")
    return (package, name) in _imported(test.partition("::")[0])


@functools.cache
def _imported(file: str) -> frozenset[tuple[str, str]]:
    """(package, name) of what the file of tests imports, of modules and of what they hold."""
    found = set()
    for node in ast.walk(ast.parse((ROOT / file).read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            package, _, name = node.module.rpartition(".")
            found |= {(package, name), *((node.module, each.name) for each in node.names)}
    return frozenset(found)


class Seeing:
    """A pytest plugin that sees which lines each test runs, and each fixture that is made once for many."""

    def __init__(self, kept: Path):
        import coverage  # of requirements-mutants.txt: whoever only chooses tests does without

        self.covering = Covering()
        self._coverage = coverage.Coverage(
            data_file=str(kept), source=[str(ROOT / "dashboard")], config_file=False
        )
        self._context: list[str] = []
        self._made = 0.0  # seconds that fixtures took within the test that goes on
        self._bad: set[str] = set()

    def start(self) -> None:
        """From here on."""
        self._coverage.start()

    def finish(self) -> Covering:
        """What was seen."""
        self._coverage.stop()
        data = self._coverage.get_data()
        for file in data.measured_files():
            path = str(Path(file).relative_to(ROOT / "dashboard"))
            lines: dict[int, list[str]] = defaultdict(list)
            for line, names in data.contexts_by_lineno(file).items():
                lines[line] = [name for name in names if name]
            self.covering.lines[path] = lines
        for test in self._bad:
            self.covering.tests.pop(test, None)
        return self.covering

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """A test, with the time it takes itself."""
        self._context = [item.nodeid]
        self._coverage.switch_context(item.nodeid)
        begun, self._made = time.process_time(), 0.0
        answer = yield
        self.covering.tests[item.nodeid] = time.process_time() - begun - self._made
        self.covering.asks[item.nodeid] = shared_fixtures(item)
        return answer

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Iterator[None]:
        """A fixture that is made once for many tests."""
        if fixturedef.scope == "function":
            return (yield)
        self._context.append(f"fixture:{fixturedef.argname}")
        self._coverage.switch_context(self._context[-1])
        begun = time.process_time()
        try:
            return (yield)
        finally:
            took = time.process_time() - begun
            self._made += took
            self.covering.fixtures[fixturedef.argname] = took
            self._context.pop()
            self._coverage.switch_context(self._context[-1])

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test that fails or is skipped now tells nothing later."""
        if report.outcome != "passed":
            self._bad.add(report.nodeid)


def shared_fixtures(item: pytest.Item) -> list[str]:
    """The fixtures it asks for that are made once for many tests."""
    found = item._fixtureinfo.name2fixturedefs  # type: ignore[attr-defined]
    return sorted(name for name, defs in found.items() if defs[-1].scope != "function")

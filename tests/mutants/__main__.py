"""`make mutants`: break the code in one place at a time and list what no test notices.

    python -m tests.mutants [PART ...] [--survivors] [--again] [--report] [--minutes N]

The parts stand in tests/mutants/scope.py. Results are kept in build/mutants/ by what each
mutant reads like, so that a run that was stopped goes on; what came out is kept beside this in outcomes.csv.
`--survivors` asks again of those that survived; `--again` looks anew which tests run which line; `--report`
only writes docs/mutants.md and outcomes.csv.
"""

import argparse
import hashlib
import os
import sys
import time

import libcst as cst
import pytest

from dashboard.settings import ROOT
from tests.mutants.covering import Covering
from tests.mutants.forks import Forks
from tests.mutants.mutate import Mutant, mutants
from tests.mutants.report import write_report
from tests.mutants.results import Results, read_outcomes, write_outcomes
from tests.mutants.sample import name_of, sample
from tests.mutants.scope import BY_CHANCE, PARTS, SAMPLE, modules

FOLDER = ROOT / "build" / "mutants"
# Conditions and limits come first: what a call is given, and what a name stands for, is nearly always seen.
LAST = (cst.Call, cst.Assign, cst.AnnAssign)


def chosen(name: str) -> list[Mutant]:
    """The mutants of a part: all of who sees what, a sample of the rest."""
    every = [mutant for path in modules(PARTS[name]) for mutant in mutants(path)]
    if name in SAMPLE:
        return sample(name, every, read_outcomes())
    if name in BY_CHANCE:
        return sorted(every, key=lambda mutant: name_of(name, mutant.key))
    return sorted(every, key=lambda mutant: isinstance(mutant.node, LAST))


def run(forks: Forks, names: list[str], options: argparse.Namespace) -> None:
    """Go through the mutants of those parts, and write down each at once."""
    covering = _covering(forks, names, options.again)
    for name in names:
        results, until = _results(name), time.monotonic() + options.minutes * 60
        print(f"{name} {time.strftime('%X')}", file=sys.stderr, flush=True)
        for mutant in chosen(name):
            before = results.of(mutant.key)
            if before and not (options.survivors and before["outcome"] in ("survived", "no test")):
                continue
            if time.monotonic() > until:
                break
            tests = [test for test in covering.of(mutant.path, mutant.lines) if test in forks.items]
            begun = time.monotonic()
            outcome, test = (
                forks.outcome(mutant, tests, covering.seconds(tests)) if tests else ("no test", "")
            )
            results.add(name, mutant, outcome, test, len(tests), time.monotonic() - begun)
            if outcome in ("survived", "no test", "not put in"):
                print(f"{outcome}: line {mutant.line} {mutant.key[:200]}", file=sys.stderr, flush=True)
        results.check_killers(forks.passes)


def _covering(forks: Forks, names: list[str], again: bool) -> Covering:
    kept = FOLDER / f"covering-{hashlib.sha256(repr(names).encode()).hexdigest()[:8]}.json"
    if again or not kept.exists():
        print(f"seeing which of {len(forks.items)} tests run which line", file=sys.stderr, flush=True)
        forks.see(kept, kept.with_suffix(".sqlite"))
    return Covering.read(kept)


def _results(name: str) -> Results:
    return Results(FOLDER / f"{_file(name)}.jsonl", name, read_outcomes())


def _file(name: str) -> str:
    return name.replace(",", "").replace(":", "").replace(" ", "-")


def together(names: list[str], options: argparse.Namespace) -> int:
    """Those parts, in this process."""
    needed = [path for name in names for path in modules(PARTS[name])]
    forks = Forks(lambda forks: run(forks, names, options), FOLDER / f"tmp-{os.getpid()}", needed)
    tests = dict.fromkeys(f"tests/{test}" for name in names for test in PARTS[name].tests)
    return int(pytest.main([*tests, "-s", "-p", "no:cacheprovider"], plugins=[forks]))


def main() -> int:
    """The parts that are named, or all, then docs/mutants.md."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("parts", nargs="*", help="of tests/mutants/scope.py; all of them where none is named")
    parser.add_argument("--survivors", action="store_true")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--report", action="store_true")
    parser.add_argument("--minutes", type=float, default=60.0, help="for each part; the next run goes on")
    options = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    if not options.report and (code := together(options.parts or list(PARTS), options)):
        return code
    tried = {name: (chosen(name), _results(name)) for name in PARTS}
    write_outcomes(
        (name, mutant.key, entry["outcome"])
        for name, (mutants_, results) in tried.items()
        for mutant in mutants_
        if (entry := results.of(mutant.key))
    )
    write_report(tried)
    return 0


if __name__ == "__main__":
    sys.exit(main())

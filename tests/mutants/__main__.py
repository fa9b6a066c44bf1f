"""`make mutants`: break the code in one place at a time and list what no test notices.

    python -m tests.mutants [PART ...] [--survivors] [--again] [--report] [--minutes N]

Each part (tests/mutants/scope.py) is a process of its own. Results are kept in build/mutants/ by what each
mutant reads like, so that a run that was stopped goes on. `--survivors` asks again of those that survived;
`--again` looks anew which tests run which line; `--report` only writes docs/mutants.md.
"""

import argparse
import random
import subprocess
import sys
import time

import libcst as cst
import pytest

from dashboard.settings import ROOT
from tests.mutants.covering import Covering
from tests.mutants.forks import Forks
from tests.mutants.mutate import Mutant, mutants
from tests.mutants.report import write_report
from tests.mutants.results import Results
from tests.mutants.scope import PARTS, SAMPLE, SEED, modules

FOLDER = ROOT / "build" / "mutants"
# Conditions and limits come first: what a call is given, and what a name stands for, is nearly always seen.
LAST = (cst.Call, cst.Assign, cst.AnnAssign)


def chosen(name: str) -> list[Mutant]:
    """The mutants of a part: all of who sees what, a sample of the rest."""
    every = [mutant for path in modules(PARTS[name]) for mutant in mutants(path)]
    if name in SAMPLE:
        return random.Random(SEED).sample(every, min(SAMPLE[name], len(every)))  # noqa: S311
    return sorted(every, key=lambda mutant: isinstance(mutant.node, LAST))


def run(forks: Forks, name: str, options: argparse.Namespace) -> None:
    """Go through the mutants of a part, and write down each at once."""
    results = Results(FOLDER / f"{_file(name)}.jsonl")
    covering = _covering(forks, name, options.again)
    every, until = chosen(name), time.monotonic() + options.minutes * 60
    for number, mutant in enumerate(every, 1):
        before = results.of(mutant.key)
        if before and not (options.survivors and before["outcome"] in ("survived", "no test")):
            continue
        if time.monotonic() > until:
            break
        tests = [test for test in covering.of(mutant.path, mutant.lines) if test in forks.items]
        begun = time.monotonic()
        outcome, test = forks.outcome(mutant, tests, covering.seconds(tests)) if tests else ("no test", "")
        results.add(name, mutant, outcome, test, len(tests), time.monotonic() - begun)
        if number % 50 == 0 or outcome in ("survived", "no test", "not put in"):
            said = f"{number}/{len(every)} {outcome}: line {mutant.line} {mutant.key[:200]}"
            print(said, file=sys.stderr, flush=True)
    results.check_killers(forks.passes)


def _covering(forks: Forks, name: str, again: bool) -> Covering:
    kept = FOLDER / f"{_file(name)}-covering.json"
    if again or not kept.exists():
        print(f"seeing which of {len(forks.items)} tests run which line", file=sys.stderr)
        forks.see(kept, FOLDER / f"{_file(name)}-coverage")
    return Covering.read(kept)


def _file(name: str) -> str:
    return name.replace(",", "").replace(":", "").replace(" ", "-")


def one(name: str, options: argparse.Namespace) -> int:
    """A part, in this process."""
    forks = Forks(lambda forks: run(forks, name, options), FOLDER / f"tmp-{_file(name)}")
    tests = [f"tests/{test}" for test in PARTS[name].tests]
    return int(pytest.main([*tests, "-s", "-p", "no:cacheprovider"], plugins=[forks]))


def main() -> int:
    """Each part in a process of its own, then docs/mutants.md."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("parts", nargs="*", help="of tests/mutants/scope.py; all of them where none is named")
    parser.add_argument("--survivors", action="store_true")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--report", action="store_true")
    parser.add_argument("--minutes", type=float, default=60.0, help="for each part; the next run goes on")
    options = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    if len(options.parts) == 1 and not options.report:
        return one(options.parts[0], options)
    for name in [] if options.report else options.parts or PARTS:
        again = [word for word in sys.argv[1:] if word.startswith("--") or word.isdigit()]
        subprocess.run([sys.executable, "-m", "tests.mutants", name, *again], check=False)
    write_report({name: (chosen(name), Results(FOLDER / f"{_file(name)}.jsonl")) for name in PARTS})
    return 0


if __name__ == "__main__":
    sys.exit(main())

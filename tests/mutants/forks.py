"""A pytest plugin: tests are not run once, but for each mutant those that matter, in a fork of its own."""

import contextlib
import gc
import hashlib
import importlib
import os
import shutil
import signal
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import hypothesis
import pytest

from dashboard.settings import ROOT
from tests.mutants.broken import NotPutIn, live_functions, put_in
from tests.mutants.covering import Covering, Seeing
from tests.mutants.mutate import Mutant

LONGEST = 15.0  # seconds more than five times the processor time that its tests take
MOST_WAITING = 10  # times as long by the clock


class Forks:
    """Asks `run` to go through the mutants once everything is loaded and collected."""

    def __init__(self, run: Callable[["Forks"], None], folder: Path, needed: Sequence[Path]):
        self._run, self._folder, self._needed = run, folder, needed
        self.items: dict[str, pytest.Item] = {}
        self._failed = ""

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out sweeps, browsers and other databases."""
        items[:] = [item for item in items if _worth_it(item)]

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In the place of pytest's own."""
        hypothesis.settings.register_profile(
            "mutants", database=None, derandomize=True, phases=["explicit", "generate"], deadline=None
        )
        hypothesis.settings.load_profile("mutants")
        for path in self._needed:  # each function that may be broken is there to be replaced
            importlib.import_module(_module_name(path))
        _build_once(session.config, self._folder.parent / "built")
        gc.unfreeze()
        self._live = live_functions()
        gc.collect()
        gc.freeze()
        self.items = {item.nodeid: item for item in session.items}
        self._run(self)
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """The first test that fails is enough."""
        if report.failed and not self._failed:
            self._failed = report.nodeid

    def see(self, kept: Path, data: Path) -> Covering:
        """Which tests run which line, asked in a fork."""

        def child(say: Callable[[str], None]) -> None:
            manager = next(iter(self.items.values())).config.pluginmanager
            seeing = Seeing(data)
            manager.register(seeing)
            seeing.start()
            self._go(list(self.items), until_failure=False)
            seeing.finish().write(kept)

        outcome, said = self._fork(child, 1800)
        if outcome == "error":
            raise RuntimeError(said)
        return Covering.read(kept)

    def outcome(self, mutant: Mutant, tests: list[str], seconds: float) -> tuple[str, str]:
        """What became of a mutant ("killed", "survived", "timeout", "not put in"), and by which test."""

        def child(say: Callable[[str], None]) -> None:
            try:
                put_in(mutant.path, mutant.function, mutant.source, self._live)
            except NotPutIn as error:
                say(f"not put in\n{error}")
                return
            except Exception as error:  # the module cannot even be loaded
                say(f"killed\n{type(error).__name__}")
                return
            self._go(tests)
            say(f"killed\n{self._failed}" if self._failed else "survived\n")

        outcome, said = self._fork(child, seconds * 5 + LONGEST)
        if outcome != "said":
            return ("timeout", "") if outcome == "timeout" else ("killed", "the process ended")
        word, _, test = said.partition("\n")
        return word, test

    def passes(self, test: str) -> bool:
        """Whether a test passes alone while the code is whole: else it kills nothing."""

        def child(say: Callable[[str], None]) -> None:
            self._go([test])
            say(self._failed or "passed")

        return self._fork(child, 120) == ("said", "passed")

    def _go(self, tests: list[str], until_failure: bool = True) -> None:
        items = [self.items[test] for test in tests if test in self.items]
        for item, following in zip(items, [*items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self._failed and until_failure:
                return

    def _fork(self, child: Callable[[Callable[[str], None]], None], seconds: float) -> tuple[str, str]:
        """Run `child` in a process: ("said", its words), ("timeout", "") or ("error", its words)."""
        read, write = os.pipe()
        pid = os.fork()
        if not pid:
            os.close(read)
            _in_child(self, child, write)
        os.close(write)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.setpgid(pid, pid)
        answer = _wait(pid, seconds)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)  # what its tests started
        with os.fdopen(read, "rb") as pipe:
            said = pipe.read(100_000).decode("utf-8", "replace") if answer is not None else ""
        shutil.rmtree(self._folder / str(pid), ignore_errors=True)
        if answer is None:
            return "timeout", ""
        return ("said" if answer == 0 else "error"), said


def _in_child(forks: Forks, child: Callable[[Callable[[str], None]], None], write: int) -> None:
    """All of the life of a child; never returns."""
    code = 1
    try:
        os.setpgid(0, 0)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for number in (0, 1, 2):
            os.dup2(nowhere, number)
        folder = forks._folder / str(os.getpid())
        folder.mkdir(parents=True)
        factory = next(iter(forks.items.values())).config._tmp_path_factory  # type: ignore[attr-defined]
        factory._basetemp = folder
        child(lambda text: void(os.write(write, text.encode())))
        code = 0
    except BaseException as error:
        os.write(write, repr(error).encode())
    finally:
        os._exit(code)


def void(_: object) -> None:
    """Nothing."""


def _wait(pid: int, seconds: float) -> int | None:
    """The exit status of a process; None where it took longer than `seconds` of processor time and was ended,
    or MOST_WAITING times as long by the clock: others may be at work on the machine."""
    begun, pause = time.monotonic(), 0.005
    while (waited := time.monotonic() - begun) < seconds or (
        waited < MOST_WAITING * seconds and _spent(pid) < seconds
    ):
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return status
        time.sleep(pause)
        pause = min(pause * 1.3, 0.1)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return None


def _spent(pid: int) -> float:
    """Seconds of processor time that a process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _worth_it(item: pytest.Item) -> bool:
    """Not what is a sweep, nor what asks a browser, a process or a database of its own: those are slow, and a
    process of its own does not see what is broken in this one."""
    if any(item.get_closest_marker(name) for name in ("full", "soak", "browser")):
        return False
    return "postgresql" not in item.nodeid


def _build_once(config: pytest.Config, kept: Path) -> None:
    """Let every fork take the datastores that one before it has built: they take most of the time."""
    kept.mkdir(exist_ok=True)
    for module in config.pluginmanager.get_plugins():
        build = getattr(module, "assemble", None)
        if not callable(build) or not str(getattr(module, "__file__", "")).endswith("conftest.py"):
            continue

        def once(folder: Path, out: Path, build: Callable[..., object] = build) -> None:
            digest = hashlib.sha256()
            for path in sorted(folder.rglob("*.*")):
                digest.update(path.name.encode() + path.read_bytes())
            built = kept / digest.hexdigest()
            if not built.exists():
                build(folder, out)
                beside = built.with_name(f"{built.name}.{os.getpid()}")
                shutil.copyfile(out, beside)
                beside.replace(built)
            elif not out.exists():
                shutil.copyfile(built, out)

        module.assemble = once  # type: ignore[attr-defined]


def _module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")

"""A broken module put into a process that has loaded everything, without loading anything again."""

import functools
import gc
import sys
from collections import Counter, defaultdict
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

from dashboard.settings import ROOT

Key = tuple[str, int]  # the qualified name of a function, and which of several


class NotPutIn(Exception):
    """The broken function captures other names than the one that runs: it cannot take its place."""


def live_functions() -> dict[tuple[str, str, int], list[FunctionType]]:
    """Every function of ours in this process, by its file, its qualified name and its first line."""
    found: dict[tuple[str, str, int], list[FunctionType]] = defaultdict(list)
    for item in gc.get_objects():
        if type(item) is FunctionType and item.__code__.co_filename.startswith(str(ROOT / "dashboard")):
            code = item.__code__
            found[code.co_filename, code.co_qualname, code.co_firstlineno].append(item)
    return found


def put_in(
    path: str, function: str, source: str, live: dict[tuple[str, str, int], list[FunctionType]]
) -> None:
    """Let the module at `path` (below dashboard/) be `source` from here on, broken in `function` alone.

    Raises NotPutIn where that cannot be done.
    """
    file = ROOT / "dashboard" / path
    broken = compile(source, str(file), "exec")
    if not function or (function[0].isupper() and "." not in function):
        _replace_constants(file, broken)
    else:
        _replace_functions(file, function, broken, live)
    for item in list(_caches()):
        item.cache_clear()


def _replace_functions(file: Path, function: str, broken: CodeType, live: Any) -> None:
    now = _codes(compile(file.read_text("utf-8"), str(file), "exec"))
    then = _codes(broken)
    outermost = function.split(".<locals>")[0]
    replaced = 0
    for key, code in now.items():
        if not (key[0] == outermost or key[0].startswith(f"{outermost}.")) or key not in then:
            continue
        for item in live.get((str(file), key[0], code.co_firstlineno), ()):
            try:
                item.__code__ = then[key]
            except ValueError as error:
                raise NotPutIn(str(error)) from error
            replaced += 1
    if not replaced:
        raise NotPutIn(f"no function {outermost} is loaded")


def _codes(code: CodeType) -> dict[Key, CodeType]:
    """Every function's code within `code`, by its key."""
    found: dict[Key, CodeType] = {}
    seen: Counter[str] = Counter()
    waiting = [code]
    while waiting:
        inner = [item for item in waiting.pop(0).co_consts if isinstance(item, CodeType)]
        for item in inner:
            found[item.co_qualname, seen[item.co_qualname]] = item
            seen[item.co_qualname] += 1
        waiting += inner
    return found


def _replace_constants(file: Path, broken: CodeType) -> None:
    """Give every module the constants of the broken one, wherever it imported them by their names."""
    module = _module_of(file)
    fresh = {"__name__": module.__name__, "__file__": str(file), "__package__": module.__package__}
    exec(broken, fresh)  # noqa: S102 (our own code, broken by us)
    replaced = 0
    for name, old in list(vars(module).items()):
        if name.startswith("__") or name not in fresh or _same(old, fresh[name]):
            continue
        for other in list(sys.modules.values()):
            if _ours(other) and vars(other).get(name) is old:
                setattr(other, name, fresh[name])
                replaced += 1
    if not replaced:
        raise NotPutIn("it is read while the module is loaded")


def _ours(module: Any) -> bool:
    return isinstance(module, ModuleType) and module.__name__.startswith(("dashboard", "tests", "test_"))


def _same(old: Any, new: Any) -> bool:
    if callable(old) or isinstance(old, ModuleType):
        return True
    try:
        return bool(old == new)
    except Exception:  # what cannot be compared is no constant
        return True


def _module_of(file: Path) -> ModuleType:
    for module in list(sys.modules.values()):
        if getattr(module, "__file__", None) == str(file):
            return module
    raise NotPutIn("it is not loaded")


def _caches() -> Any:
    """What functions of ours have kept for later."""
    for module in list(sys.modules.values()):
        if module.__name__.startswith("dashboard"):
            for item in list(vars(module).values()):
                if isinstance(item, functools._lru_cache_wrapper):
                    yield item

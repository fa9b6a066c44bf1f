"""The mutants of a module, also of nested and decorated functions, which mutmut itself leaves whole."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

from dashboard.settings import ROOT
from tests.mutants.operators import CONSTANTS, OPERATORS

_LOGS = ("_log", "log", "logger", "logging")
_SAFEGUARDS = ("strict", "ensure_ascii", "stacklevel")  # keywords that change nothing where all is well


@dataclass(frozen=True)
class Mutant:
    """One place broken in one way. `function` is its qualified name, "" at the top of the module."""

    path: str  # below dashboard/
    function: str
    line: int
    last: int  # line
    was: str
    becomes: str
    nth: int  # of several that read the same in one function
    module: cst.Module
    node: cst.CSTNode
    mutated: cst.CSTNode

    @property
    def key(self) -> str:
        """What it is known by in the results and in the list of reasons; holds no line number."""
        again = f" ({self.nth})" if self.nth > 1 else ""
        return f"{self.path} {self.function}: {self.was} -> {self.becomes}{again}"

    @property
    def at_top(self) -> bool:
        """Whether it stands at the top of the module or of a class, and is run while that is loaded."""
        return not self.function or (self.function[0].isupper() and "." not in self.function)

    @property
    def lines(self) -> range | None:
        """Its lines; None, for any line of the module, where it is run while that is loaded."""
        return None if self.at_top else range(self.line, self.last + 1)

    @property
    def source(self) -> str:
        """The whole module, broken."""
        return self.module.deep_replace(self.node, self.mutated).code


def mutants(path: Path) -> list[Mutant]:
    """Every mutant of the module at `path`, in the order of its lines."""
    wrapper = MetadataWrapper(cst.parse_module(path.read_text("utf-8")))
    finder = _Finder(str(path.relative_to(ROOT / "dashboard")), wrapper.module)
    wrapper.visit(finder)
    return finder.found


class _Finder(cst.CSTVisitor):
    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self, path: str, module: cst.Module):
        super().__init__()
        self.found: list[Mutant] = []
        self._path, self._module = path, module
        self._names: list[str] = []  # of the functions and classes around
        self._depth = 0  # of the functions alone
        self._seen: Counter[tuple[str, str, str]] = Counter()

    def on_visit(self, node: cst.CSTNode) -> bool:
        if _left_whole(node):
            return False
        for kind, operator in OPERATORS if self._depth else CONSTANTS:
            if isinstance(node, kind):
                for mutated in operator(node):
                    self._add(node, mutated)
        if isinstance(node, (cst.FunctionDef, cst.ClassDef)):
            self._names.append(node.name.value)
        if isinstance(node, cst.FunctionDef):
            self._names.append("<locals>")
            self._depth += 1
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if isinstance(original_node, cst.FunctionDef):
            self._names.pop()
            self._depth -= 1
        if isinstance(original_node, (cst.FunctionDef, cst.ClassDef)) and not _left_whole(original_node):
            self._names.pop()

    def _add(self, node: cst.CSTNode, mutated: cst.CSTNode) -> None:
        was, becomes = self._said(node), self._said(mutated)
        function = ".".join(self._names).removesuffix(".<locals>")
        self._seen[function, was, becomes] += 1
        test = isinstance(node, (cst.If, cst.While, cst.CompIf))
        place = self.get_metadata(PositionProvider, node.test if test else node)
        nth = self._seen[function, was, becomes]
        lines = place.start.line, place.end.line
        self.found.append(
            Mutant(self._path, function, *lines, was, becomes, nth, self._module, node, mutated)
        )

    def _said(self, node: cst.CSTNode) -> str:
        if isinstance(node, (cst.If, cst.While, cst.CompIf)):  # its condition alone, not its body
            node = node.test
        return " ".join(self._module.code_for_node(node).split())


def _left_whole(node: cst.CSTNode) -> bool:
    """Types, decorators, imports, defaults, __all__, safeguards, and what is written to a log."""
    if isinstance(node, (cst.Annotation, cst.Decorator, cst.Import, cst.ImportFrom, cst.Parameters)):
        return True
    if isinstance(node, cst.Arg) and node.keyword and node.keyword.value in _SAFEGUARDS:
        return True
    if isinstance(node, cst.Assign) and isinstance(name := node.targets[0].target, cst.Name):
        return name.value == "__all__"
    called = node.func if isinstance(node, cst.Call) else None
    if isinstance(node, cst.Expr) and isinstance(node.value, cst.Call):
        called = node.value.func
    return (
        isinstance(called, cst.Attribute)
        and isinstance(called.value, cst.Name)
        and called.value.value in _LOGS
    )

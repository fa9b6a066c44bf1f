"""How code is broken: mutmut's operators, and five of ours for what it leaves whole.

Words are left as they are (other tests hold sentences), and so is what a call is given in words.
"""

from collections.abc import Iterable

import libcst as cst
from mutmut.mutation import mutators as mutmut


def _arguments(node: cst.Call) -> Iterable[cst.Call]:
    """One argument becomes None. mutmut also leaves each out, which is nearly always an error at once."""
    for mutated in mutmut.operator_arg_removal(node):
        if len(mutated.args) == len(node.args):
            at = next(i for i, arg in enumerate(node.args) if arg is not mutated.args[i])
            if not isinstance(node.args[at].value, (cst.SimpleString, cst.FormattedString)):
                yield mutated


def _condition(node: cst.If | cst.While | cst.CompIf) -> Iterable[cst.CSTNode]:
    """`if x` becomes `if not (x)`; mutmut turns a single comparison round already, and drops a `not`."""
    alone = isinstance(node.test, cst.Comparison) and len(node.test.comparisons) == 1
    if not alone and not isinstance(node.test, cst.UnaryOperation):
        test = node.test.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
        yield node.with_changes(test=cst.UnaryOperation(cst.Not(), test))


def _returned(node: cst.Return) -> Iterable[cst.CSTNode]:
    """`return x` becomes `return None`."""
    if node.value is not None and not (isinstance(node.value, cst.Name) and node.value.value == "None"):
        yield node.with_changes(value=cst.Name("None"), whitespace_after_return=cst.SimpleWhitespace(" "))


def _statement(node: cst.Expr) -> Iterable[cst.CSTNode]:
    """A call for what it does is left out: `abort(403)` becomes `pass`."""
    if isinstance(node.value, cst.Call):
        yield cst.Pass()


def _element(node: cst.Tuple | cst.List | cst.Set | cst.Dict) -> Iterable[cst.CSTNode]:
    """One element is left out: a header, a field that stays in the office."""
    pair = isinstance(node, cst.Tuple) and (
        len(node.elements) == 2 or not node.lpar
    )  # several values, no list
    if len(node.elements) > 1 and not pair:
        for at in range(len(node.elements)):
            kept = [*node.elements[:at], *node.elements[at + 1 :]]
            yield node.with_changes(elements=kept)


# At the top of a module only what is a limit or a list is broken: all else is an error at import.
CONSTANTS = [
    (cst.BaseNumber, mutmut.operator_number),
    (cst.Name, mutmut.operator_name),
    (cst.Tuple, _element),
    (cst.List, _element),
    (cst.Set, _element),
    (cst.Dict, _element),
]
OPERATORS = [
    *CONSTANTS,
    (cst.Assign, mutmut.operator_assignment),
    (cst.AnnAssign, mutmut.operator_assignment),
    (cst.AugAssign, mutmut.operator_augmented_assignment),
    (cst.UnaryOperation, mutmut.operator_remove_unary_ops),
    (cst.Call, _arguments),
    (cst.Call, mutmut.operator_symmetric_string_methods_swap),
    (cst.Lambda, mutmut.operator_lambda),
    (cst.CSTNode, mutmut.operator_keywords),
    (cst.CSTNode, mutmut.operator_swap_op),
    (cst.Match, mutmut.operator_match),
    (cst.IfExp, mutmut.operator_if_exp),
    (cst.If, _condition),
    (cst.While, _condition),
    (cst.CompIf, _condition),
    (cst.Return, _returned),
    (cst.Expr, _statement),
]

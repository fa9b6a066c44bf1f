"""Whether a projection is drawn without being asked for, and why not. What it says is in outlook."""

from dashboard.statements.outlook import EIGHT_IN_TEN, FEW, Outlook
from dashboard.statements.projected import Step


def as_tested(found: Outlook) -> bool:
    """Whether the range held what it promises, at every period ahead: 72 to 88% of past outcomes, or it was
    widened until it did."""
    return bool(found.steps) and not any(_doubt(step) for step in found.steps)


def why_off(found: Outlook) -> str:
    """Why the projection is not drawn until a reader asks for it; '' where it is."""
    doubts = [(step, _doubt(step)) for step in found.steps]
    step, doubt = next(((step, doubt) for step, doubt in doubts if doubt), (None, ""))
    if step is None:
        return ""
    return f"Not drawn until you ask for it: {doubt}."


def _doubt(step: Step) -> str:
    ahead = "one period" if step.horizon == 1 else f"{step.horizon} periods"
    if step.starts < FEW:
        return f"{ahead} ahead it could be tested from too few past periods"
    if step.widened > 1:
        return ""
    low, high = EIGHT_IN_TEN
    held = f"tested {ahead} ahead, the range held {step.coverage:.0%} of what came next"
    if step.coverage > high:
        return f"{held}, so it is wider than it need be"
    return f"{held}, so it is too narrow" if step.coverage < low else ""

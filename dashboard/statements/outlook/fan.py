"""Whether a projection is drawn without being asked for, why not, and what its band is called."""

from dashboard.statements.outlook.outlook import Outlook
from dashboard.statements.outlook.projected import Step
from dashboard.statements.outlook.tested_words import EIGHT_IN_TEN, tested_share

MADE = "Range made from past errors"


def as_tested(found: Outlook) -> bool:
    """Whether the range as drawn held what it promises, at every period ahead: at least 72% of past outcomes
    in tests that it was not made from. One that held more than 88% is drawn, and says so."""
    return bool(found.steps) and not any(_doubt(step) for step in found.steps)


def has_length(found: Outlook) -> bool:
    """Whether there is a range to draw: one period after one that is over is a point without width."""
    return len(found.steps) > 1 or any(step.horizon == 1 for step in found.steps)


def why_off(found: Outlook) -> str:
    """Why the projection is not drawn until a reader asks for it; '' where it is."""
    if found.steps and not has_length(found):
        return "Not drawn: one period alone makes no range on a chart."
    doubts = [(step, _doubt(step)) for step in found.steps]
    step, doubt = next(((step, doubt) for step, doubt in doubts if doubt), (None, ""))
    if step is None:
        return ""
    return f"Not drawn until you ask for it: {doubt}."


def band_name(found: Outlook) -> str:
    """What the band is called: how often it holds, where that was tested for every period ahead."""
    if not as_tested(found):
        return MADE
    shares = [share for step in found.steps if (share := tested_share(step)) is not None]
    wide = max(shares) > EIGHT_IN_TEN[1]
    return "At least 8 times in 10" if wide else "8 times in 10"


def _doubt(step: Step) -> str:
    ahead = "one period" if step.horizon == 1 else f"{step.horizon} periods"
    share, wide = tested_share(step), step.widened > 1
    if share is None:
        what = "its widened range could be tested on" if wide else "it could be tested from"
        return f"{ahead} ahead {what} too few {'later' if wide else 'past'} periods"
    if share >= EIGHT_IN_TEN[0]:
        return ""
    which = "widened range" if wide else "range"
    return f"tested {ahead} ahead, the {which} held {share:.0%} of what came next, so it is too narrow"

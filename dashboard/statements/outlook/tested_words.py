"""What is said of how a range of the years ahead did when it was tested on the past."""

from dashboard.statements.outlook.projected import Step

EIGHT_IN_TEN = (0.72, 0.88)  # shares that may be called "8 times in 10"
FEWEST_TESTS = 3  # tests from fewer past periods say too little of how often


def tested_share(step: Step) -> float | None:
    """The share of outcomes that the range as drawn held in tests that it was not made from; None for none.

    From fewer than FEWEST_TESTS past periods nothing is said of how often.
    """
    if step.widened > 1:
        return step.held if step.later >= FEWEST_TESTS else None
    return step.coverage if step.starts >= FEWEST_TESTS else None


def often(step: Step) -> str:
    """How often the range holds, as far as its tests allow it to be said: "8 times in 10 " or ''."""
    share = tested_share(step)
    if share is None or share < EIGHT_IN_TEN[0]:
        return ""
    return "at least 8 times in 10 " if share > EIGHT_IN_TEN[1] else "8 times in 10 "


def how_it_did(step: Step) -> str:
    """How often a range made this way held what came next, what was done about it, and how that did."""
    starts = "one past period only" if step.starts == 1 else f"{step.starts} past periods"
    sentence = f"Tested from {starts}, a range made this way held {step.coverage:.0%} of what came next"
    if step.widened > 1:
        sentence = f"{sentence}, too few, so it is drawn {step.widened:.1f} times as wide. {_after(step)}"
    elif step.coverage > EIGHT_IN_TEN[1]:
        sentence = f"{sentence}: it is wider than it need be."
    else:
        sentence = f"{sentence}."
    return f"{sentence} {_cut(step)}" if step.cut else sentence


def _after(step: Step) -> str:
    """How bands did that were widened by what was known before the outcomes they are judged by."""
    if not step.later:
        return "Whether that is enough could not be tested on later periods yet."
    later = "one later period" if step.later == 1 else f"{step.later} later periods"
    sentence = f"Widened by what was known before, it held {step.held:.0%} of what came next in {later}"
    low, high = EIGHT_IN_TEN
    if step.held < low:
        return f"{sentence}: take it as still too narrow."
    return f"{sentence}: it may be wider than it need be." if step.held > high else f"{sentence}."


def _cut(step: Step) -> str:
    return f"Nothing is drawn further ahead: {step.cut}."

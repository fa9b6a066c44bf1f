"""Which direction is good: the one place that turns up or down into better or worse."""

BETTER = ("higher", "lower", "neither")


def check_better(better: str) -> None:
    """Refuse anything but 'higher', 'lower' or 'neither' (the `better` key of an indicator)."""
    if better not in BETTER:
        raise ValueError(f"better is {better!r}; say one of {', '.join(BETTER)}")


def goodness(direction: int, better: str) -> int:
    """+1 when a move in `direction` (+1 up, -1 down) is good, -1 when bad, 0 for no move or no polarity."""
    check_better(better)
    return {"higher": direction, "lower": -direction, "neither": 0}[better]


def word(direction: int, better: str, good: str, bad: str, up: str, down: str, none: str) -> str:
    """Pick the word for a direction: good or bad where the indicator has a polarity, else up or down."""
    if direction == 0:
        check_better(better)
        return none
    good_or_bad = goodness(direction, better)
    if good_or_bad:
        return good if good_or_bad > 0 else bad
    return up if direction > 0 else down

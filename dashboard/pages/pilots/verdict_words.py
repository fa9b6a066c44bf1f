"""Words of a pilot's verdict, which may be "cannot tell", and never claim that the pilot was the cause."""

from collections.abc import Sequence

from dashboard.methods.evaluation.difference_in_differences import Estimate

VERDICTS = {
    "better": "It did better than its comparison, by more than 19 of 20 untouched places",
    "worse": "It did worse than its comparison, by more than 19 of 20 untouched places",
    "higher": "The figure was above its comparison, by more than in 19 of 20 untouched places",
    "lower": "The figure was below its comparison, by more than in 19 of 20 untouched places",
    "cannot tell": "Cannot tell whether it made a difference",
}
AGAINST_ALL = {"better": "did better", "worse": "did worse", "higher": "moved up", "lower": "moved down"}


def verdict(word: str, reason: str, other: str = "") -> str:
    """The verdict with its reason, and in the same sentence what another design says where it disagrees.

    "Cannot tell whether it made a difference: 4 periods before the start are too few; 5 are needed."
    """
    return f"{VERDICTS[word]}: {reason}{other and f'; {other}'}."


def disagreement(word: str, effect: float, found: Estimate | None) -> str:
    """What the change of its places against all others says where that is not what the verdict says."""
    if found is None or found.verdict == word:
        return ""
    if found.lower is None:  # one place: its size has no margin, so only its direction can disagree
        apart = word != "cannot tell" and found.estimate * effect < 0
        return "but against the average of all other places its change points the other way" if apart else ""
    if found.verdict == "cannot tell":
        return f"but against all other places nothing can be told, as {found.reason}"
    joined = "though" if word == "cannot tell" else "but"
    return f"{joined} against all other places it {AGAINST_ALL[found.verdict]}"


def against_hypothesis(expected: str, word: str, effect: float | None) -> str:
    """Whether the verdict is what the pilot was to show."""
    if word == "cannot tell" or effect is None:
        return "The figures neither bear out nor contradict what was expected."
    came = (effect > 0) == (expected == "rise")
    return "That is what was expected." if came else "That is the opposite of what was expected."


def portfolio(verdicts: Sequence[str]) -> str:
    """How the pilots did, counted."""
    if not verdicts:
        return "No pilot is registered yet."
    told = [word for word in verdicts if word != "cannot tell"]
    total = f"{len(verdicts)} pilot{'' if len(verdicts) == 1 else 's'}"
    if not told:
        return f"{total}: none can be judged yet."
    good = sum(word == "better" for word in told)
    return f"{total}: {len(told)} can be judged, {good} did better than their comparison."

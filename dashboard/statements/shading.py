"""Shading: how far a figure lies from England's, for the background of a cell. It is no verdict."""

STEPS = ((1.0, 2), (0.25, 1))  # spreads between places (benchmark.gap), strength of the shade
SHORT_KEY = "Orange is the worse side of England’s figure, blue the better one."
KEY = (
    "The shade shows how far a figure is from England’s. Orange is the worse side and blue the better one. "
    "There is no shade where it is near, or where no side is better. It does not show how sure that is. "
    "One step is the spread between places in England."
)


def shade(gap: float) -> str:
    """The class of a cell whose figure lies `gap` spreads on the worse side: "worse-2", "better-1" or ""."""
    strength = next((strength for least, strength in STEPS if abs(gap) >= least), 0)
    return f"{'worse' if gap > 0 else 'better'}-{strength}" if strength else ""

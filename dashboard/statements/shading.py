"""Shading: how far a figure lies from England's, for the background of a cell. It is no verdict."""

STEPS = ((1.0, 2), (0.25, 1))  # spreads between places (benchmark.gap), strength of the shade
KEY = (
    "The shade tells how far a figure lies from England’s, measured by the spread between England’s places: "
    "orange on the worse side, blue on the better one, none where it is near or where neither side is "
    "better. It does not tell how sure that is."
)


def shade(gap: float) -> str:
    """The class of a cell whose figure lies `gap` spreads on the worse side: "worse-2", "better-1" or ""."""
    strength = next((strength for least, strength in STEPS if abs(gap) >= least), 0)
    return f"{'worse' if gap > 0 else 'better'}-{strength}" if strength else ""

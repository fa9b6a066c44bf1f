"""A figure with its 95% limits as a small bar on the scale of its table, as SVG markup for a table cell."""

from collections.abc import Sequence

from dashboard.datastore.observations import Observation

WIDTH, HEIGHT, MARGIN = 120, 18, 6


def scale(found: Sequence[Observation | None]) -> tuple[float, float]:
    """The lowest and highest figure or limit of a table: what its bars share. (0, 1) where there is none."""
    values = [n for item in found if item for n in (item.value, item.lower, item.upper) if n is not None]
    return (min(values), max(values)) if values else (0.0, 1.0)


def interval_bar(item: Observation, ends: tuple[float, float], benchmark: float | None) -> str:
    """SVG: a dot for the figure, a bar for its limits, a thin rule for the benchmark (none off the scale)."""
    low, high = ends

    def at(value: float) -> float:
        share = 0.5 if high == low else (value - low) / (high - low)
        return round(MARGIN + (WIDTH - 2 * MARGIN) * share, 1)

    middle = HEIGHT / 2
    parts = [f'<path class="bar-ground" d="M0 {middle}H{WIDTH}"/>']
    if benchmark is not None and low <= benchmark <= high:  # nowhere else would the rule stand for it
        parts.append(f'<path class="bar-benchmark" d="M{at(benchmark)} 0V{HEIGHT}"/>')
    if item.lower is not None and item.upper is not None:
        width = round(max(at(item.upper) - at(item.lower), 1), 1)
        parts.append(
            f'<rect class="bar-limits" x="{at(item.lower)}" y="{middle - 4}" width="{width}" height="8"/>'
        )
    parts.append(f'<circle class="bar-value" cx="{at(item.figure)}" cy="{middle}" r="4"/>')
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">{"".join(parts)}</svg>'

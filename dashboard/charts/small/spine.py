"""A spine: a figure between the worst and best of its kind, England in the middle, better to the right."""

WIDTH, HEIGHT, EDGE = 200, 24, 8
HALF = WIDTH / 2 - EDGE


def spine(value: float, england: float, low: float, high: float, better: str, mark: str) -> str:
    """The spine as SVG: a bar from the worst to the best (`low` to `high`, of all places of the kind), a line
    for `england`, a dot for `value`. One unit is as long on both sides. `better`: "higher" or "lower"; `mark`
    is the dot's colour ("better", "worse", "neutral").
    """
    side = 1 if better == "higher" else -1
    reach = max(abs(high - england), abs(low - england), abs(value - england)) or 1.0

    def at(figure: float) -> float:
        return round(WIDTH / 2 + side * HALF * (figure - england) / reach, 1)

    left, right = sorted((at(low), at(high)))
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" class="spine" aria-hidden="true">'
        f'<rect class="spine-range" x="{left}" y="8" width="{round(right - left, 1)}" height="8" rx="4"/>'
        f'<path class="spine-england" d="M{WIDTH / 2:.0f} 3v18"/>'
        f'<circle class="spine-dot spine-{mark}" cx="{at(value)}" cy="12" r="6"/></svg>'
    )

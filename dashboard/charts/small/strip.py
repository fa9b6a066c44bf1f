"""A strip plot: figures of several places as dots on one line, low to high, England's as a line across."""

from collections.abc import Sequence

WIDTH, HEIGHT, EDGE = 320, 22, 7


def strip(values: Sequence[float], england: float | None) -> str:
    """The strip as SVG: a dot for each of `values`, one at least, a line for `england` where there is one,
    low figures left. What the dots are is said in words beside it: names would double its bytes.
    """
    ends = values if england is None else [*values, england]
    low, high = min(ends), max(ends)

    def at(value: float) -> int:
        share = 0.5 if high == low else (value - low) / (high - low)
        return round(EDGE + (WIDTH - 2 * EDGE) * share)

    middle = HEIGHT // 2
    dots = "".join(f'<path d="M{at(value)} {middle}h0"/>' for value in values)
    line = "" if england is None else f'<path class="strip-england" d="M{at(england)} 1v{HEIGHT - 2}"/>'
    axis = f'<path class="strip-axis" d="M{EDGE} {middle}h{WIDTH - 2 * EDGE}"/>'
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}">{axis}{line}<g>{dots}</g></svg>'

"""The margin of error round a line: shaded where it can be seen, said where the line itself hides it."""

from collections.abc import Sequence
from statistics import median

from dashboard.charts.chart import Line

SHADED = " Shaded: where the true figure is likely to be (95% interval)."
THIN = " Its margin of error (95% interval) is about as narrow as the line."
_LINE = 0.025  # of the height drawn: about three times the thickness of a line


def margin(lines: Sequence[Line], wanted: bool) -> tuple[bool, str]:
    """Whether the focus (the first of `lines`) is drawn with its limits, and what the subtitle says of them.

    A band that its own line hides would promise a reader something to see.
    """
    focus = lines[0]
    limits = [
        (point.lower, point.upper)
        for point in focus.figures
        if point.lower is not None and point.upper is not None
    ]
    if not wanted or focus.role != "focus" or not limits:
        return False, ""
    values = [point.value for line in lines for point in line.figures if point.value is not None]
    drawn = [*values, *(each for pair in limits for each in pair)]
    if median(upper - lower for lower, upper in limits) < _LINE * (max(drawn) - min(drawn)):
        return False, THIN
    return True, SHADED

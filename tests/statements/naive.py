"""The rules of METHODS 1 and 2 a second time: plain Python, written from the text and not from the product.

Slow and simple on purpose. Imports nothing of dashboard.methods or dashboard.statements.
"""

from itertools import pairwise
from math import sqrt

PER_YEAR = {"month": 12, "quarter": 4}


def grid(kind, figures):
    """(frequency, [figure or None for each regular period]) of (period, value, lower, upper) figures."""
    frequency = kind
    years = [period.year for period, *_ in figures]
    if kind == "point in time" and len(set(years)) < len(years):
        gaps = sorted((b[0] - a[0]).days for a, b in pairwise(figures))
        middle = (gaps[(len(gaps) - 1) // 2] + gaps[len(gaps) // 2]) / 2
        frequency = {1: "month", 3: "quarter", 4: "term"}.get(round(middle / 30.4), kind)
    months = {"month": 1, "quarter": 3, "term": 4}.get(frequency, 12)
    slots = {(row[0].year * 12 + row[0].month - 1) // months: row for row in figures}
    return frequency, [slots.get(slot) for slot in range(min(slots), max(slots) + 1)]


def change(kind, figures, breaks, seasonal):
    """(method, direction or None, signal, period judged from) of figures with a value, in time order."""
    begun = [since for since in breaks if since <= figures[-1][0]]
    figures = [row for row in figures if row[0] >= max(begun)] if begun else figures
    frequency, cells = grid(kind, figures)
    values = [row[1] if row else None for row in cells]
    known = [row for row in cells if row]
    limited = [row for row in known if row[2] is not None and row[3] is not None and row[3] > row[2]]
    start = known[0][0]
    count = len(known)
    moved = sign(known[-1][1] - known[0][1])
    if count < 3:
        return "no trend", None, "", start
    if kind == "three years":
        return "direction only", moved, "", start
    if frequency in ("month", "quarter", "term"):
        if seasonal:
            return season(frequency, cells, values, count, moved, start)
        return chart("xmr", values, start) if count >= 13 else ("direction only", moved, "", start)
    if len(limited) >= 5:
        return ("recent trend", recent_trend(limited[-5:]), "", limited[-5][0])
    if count >= 10:
        return chart("annual xmr", values, start)
    return "direction only", moved, "", start


def season(frequency, cells, values, count, moved, start):
    per_year = PER_YEAR[frequency]
    if count >= 5 * per_year and count == len(values):
        return "xmr after STL", None, "", start
    if count >= per_year + 13:
        pairs = zip(values[per_year:], values[:-per_year], strict=True)
        growth = [
            None if now is None or before is None else 100 * (now - before) / before for now, before in pairs
        ]
        return chart("xmr on change from a year before", growth, cells[per_year][0])
    return ("direction only" if count > per_year else "no trend"), moved, "", start


def recent_trend(rows):
    """+1, -1 or 0: slope of five weighted points, clear at 99.8% and steady without any one of them."""
    points = [(at, value, (3.92 / (upper - lower)) ** 2) for at, (_, value, lower, upper) in enumerate(rows)]
    slope, error = line(points)
    if (slope / error) ** 2 <= 9.54953570608324:
        return 0
    others = [line(points[:at] + points[at + 1 :])[0] for at in range(5)]
    return sign(slope) if all(sign(other) == sign(slope) for other in others) else 0


def line(points):
    total = sum(w for _, _, w in points)
    middle = sum(x * w for x, _, w in points) / total
    spread = sum(w * (x - middle) ** 2 for x, _, w in points)
    level = points[0][1]
    return sum(w * (x - middle) * (y - level) for x, y, w in points) / spread, 1 / sqrt(spread)


def chart(method, values, start):
    """The XmR verdict on the last value: outside, trend, two of three, run, or nothing."""
    while values[-1] is None:
        values = values[:-1]
    known = [value for value in values if value is not None]
    moves = [abs(b - a) for a, b in pairwise(values) if a is not None and b is not None]
    if not moves:
        return method, None, "", start
    mean = sum(known) / len(known)
    kept = [move for move in moves if move < 3.267 * sum(moves) / len(moves)] if max(moves) else moves
    width = sum(kept) / len(kept)
    noise = 1e-12 * max(abs(value) for value in known)
    far = [None if value is None else value - mean for value in values]
    last = far[-1]
    if abs(last) > 2.66 * width + noise:
        return method, sign(last), "outside", start
    tail = values[-7:]
    if len(tail) == 7 and None not in tail:
        steps = {sign(b - a) for a, b in pairwise(tail)}
        if steps in ({1}, {-1}):
            return method, steps.pop(), "trend", start
    three = far[-3:]
    if len(three) == 3 and None not in three and all(sign(x, noise) == sign(last, noise) != 0 for x in three):
        near = [2.66 * width * 2 / 3 + noise < abs(x) <= 2.66 * width + noise for x in three]
        if sum(near) >= 2 and near[-1]:
            return method, sign(last), "two of three", start
    seven = far[-7:]
    if len(seven) == 7 and None not in seven and all(sign(x, noise) == sign(last, noise) != 0 for x in seven):
        return method, sign(last), "run", start
    return method, 0, "", start


def against(figure, benchmark, shown):
    """(+1, -1 or 0; "beyond", "within" or "unknown") of (value, lower, upper) against a value."""
    value, lower, upper = figure
    if lower is not None and upper is not None:
        direction = 1 if lower > benchmark else -1 if upper < benchmark else 0
        return direction, "beyond" if direction else "within"
    return (0 if shown(value) == shown(benchmark) else sign(value - benchmark)), "unknown"


def apart(first, second, shown):
    """+1, -1 or 0 by the interval of the difference; by the figures as shown where a limit is missing."""
    if None in (*first, *second):
        return 0 if shown(first[0]) == shown(second[0]) else sign(first[0] - second[0])
    (a, a_low, a_high), (b, b_low, b_high) = first, second
    if a - b - sqrt((a - a_low) ** 2 + (b_high - b) ** 2) > 0:
        return 1
    return -1 if a - b + sqrt((a_high - a) ** 2 + (b - b_low) ** 2) < 0 else 0


def sign(number, noise=0.0):
    return (number > noise) - (number < -noise)

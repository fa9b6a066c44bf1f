"""The rules of change and difference a second time: plain Python, written from the text, not the product.

Slow and simple on purpose. Imports nothing of dashboard.methods or dashboard.statements.
"""

from itertools import pairwise
from math import comb, sqrt

MONTHS = {"month": 1, "quarter": 3, "term": 4, "half year": 6}
PER_YEAR = {"month": 12, "quarter": 4}
EARLIER, FEW = 19, 10  # moves before the newest: for a verdict, and for one to watch


def grid(kind, figures):
    """(frequency, [figure or None for each regular period]) of (period, value, lower, upper) figures."""
    frequency, years = kind, [period.year for period, *_ in figures]
    if kind == "point in time" and len(set(years)) < len(years):
        steps = [(b[0] - a[0]).days for a, b in pairwise(figures)][-4:]
        middle = sorted(steps)[len(steps) // 2]
        frequency = {1: "month", 3: "quarter", 4: "term", 6: "half year"}.get(round(middle / 30.4), kind)
        shorter = [b[0] for a, b in pairwise(figures) if (b[0] - a[0]).days < middle * 0.8]
        figures = [row for row in figures if not shorter or row[0] >= max(shorter)]
    months = MONTHS.get(frequency, 12)
    slots = {(row[0].year * 12 + row[0].month - 1) // months: row for row in figures}
    return frequency, [slots.get(slot) for slot in range(min(slots), max(slots) + 1)]


class Found:
    """The verdict: `way` is +1, -1, 0 or None for none; `start` the period it is held against."""

    def __init__(self, method, way, start, scope="", here=None, lately=0):
        self.method, self.way, self.start, self.scope, self.here = method, way, start, scope, here
        self.lately = lately


def change(kind, figures, there, breaks, *, seasonal=False, count=False, unit=0.0):
    """What the rules say of figures with a value, in time order; `there` is {period: England's value}."""
    begun = [since for since in breaks if since <= figures[-1][0]]
    figures = [row for row in figures if row[0] >= max(begun)] if begun else figures
    frequency, cells = grid(kind, figures)
    known = [row for row in cells if row]
    limited = [row for row in known if row[2] is not None and row[3] is not None and row[3] > row[2]]
    start, last = known[0], known[-1]
    moved = sign(last[1] - start[1])
    if kind == "three years":
        if len(limited) > 1:
            return spans(limited, there)
        return Found("no trend" if len(known) < 3 else "direction only", None, start[0])
    if frequency in ("month", "quarter", "term") and len(known) >= 3:
        return within_year(frequency, cells, known, there, seasonal, count, unit)
    if len(limited) >= 5:
        return trend(limited[-5:], there)
    if len(limited) > 1:
        return Found("difference", *differs(limited[0], last, there))
    if len(known) < 3:
        return Found("no trend", None, start[0])
    return rare(cells, there, count, unit) or Found("direction only", None, start[0], lately=moved)


def within_year(frequency, cells, known, there, seasonal, count, unit):
    """A control chart where the figures keep a level, else rare moves."""
    start = known[0][0]
    year = PER_YEAR[frequency] if seasonal else 0
    untold = Found("direction only", None, start, lately=sign(known[-1][1] - known[0][1]))
    if seasonal and len(known) <= year:
        return Found("no trend", None, start)
    if len(known) < year + 13:
        return untold
    values = [row and row[1] for row in cells]
    if seasonal:
        pairs = zip(values[year:], values[:-year], strict=True)
        values = [100 * (now - before) / before if now and before else None for now, before in pairs]
        if values[-1] is None or sum(value is not None for value in values) < 13:
            return untold
    way, signal = chart(values)
    if keeps_level(values[:-7]) and (seasonal or wide_enough(values, unit)):
        earlier = sum(value is not None for value in values[:-7])
        way = way if signal == "outside" or earlier >= 13 else 0
        return borne_out(way, start, None if seasonal else rare(cells, there, count, unit))
    return untold if seasonal else rare(cells, there, count, unit) or untold


def borne_out(way, start, move):
    """What a chart finds is a verdict where the move is rare too, here and that way; else one to watch."""
    if not way:
        return Found("chart", way, start)
    if move and move.scope == "beyond" and move.way == way:
        return Found("chart", way, start, "beyond")
    return Found("chart", 0, start, "watch", lately=way)


def wide_enough(values, unit):
    """Whether the limits are not narrower than the step to which figures are rounded."""
    known = [value for value in values if value is not None]
    return 2 * limits(values)[1] >= unit if len(known) > 1 else True


def limits(values):
    """(mean, half-width) of the limits, the largest moves screened out once; None without two neighbours."""
    known = [value for value in values if value is not None]
    steps = [abs(b - a) for a, b in pairwise(values) if a is not None and b is not None]
    if not steps:
        return None
    kept = [step for step in steps if step < 3.267 * sum(steps) / len(steps)] if max(steps) else steps
    return sum(known) / len(known), 2.66 * sum(kept) / len(kept)


def keeps_level(values):
    """Neighbours alike by at most 0.3 (Kendall's correction added), at most a third outside limits."""
    known = [value for value in values if value is not None]
    if len(known) < 3 or limits(values) is None:
        return True
    mean, width = limits(values)
    far = [None if value is None else value - mean for value in values]
    pairs = [a * b for a, b in pairwise(far) if a is not None and b is not None]
    total = sum(x * x for x in far if x is not None)
    alike = sum(pairs) / len(pairs) * (len(known) - 1) / total if total else 0
    outside = sum(abs(x) > width + 1e-9 for x in far if x is not None)
    corrected = alike + (1 + 4 * alike) / len(known) if total else 0
    return corrected <= 0.3 and 3 * outside <= len(known)


def chart(values):
    """The XmR verdict on the last value: (direction, signal); (None, "") without two neighbours."""
    while values[-1] is None:
        values = values[:-1]
    known = [value for value in values if value is not None]
    moves = [abs(b - a) for a, b in pairwise(values) if a is not None and b is not None]
    if not moves:
        return None, ""
    mean = sum(known) / len(known)
    kept = [move for move in moves if move < 3.267 * sum(moves) / len(moves)] if max(moves) else moves
    width = sum(kept) / len(kept)
    noise = 1e-12 * max(abs(value) for value in known)
    far = [None if value is None else value - mean for value in values]
    last = far[-1]
    if abs(last) > 2.66 * width + noise:
        return sign(last), "outside"
    tail = values[-7:]
    if len(tail) == 7 and None not in tail:
        steps = {sign(b - a) for a, b in pairwise(tail)}
        if steps in ({1}, {-1}):
            return steps.pop(), "trend"
    three = far[-3:]
    if len(three) == 3 and None not in three and all(sign(x, noise) == sign(last, noise) != 0 for x in three):
        near = [2.66 * width * 2 / 3 + noise < abs(x) <= 2.66 * width + noise for x in three]
        if sum(near) >= 2 and near[-1]:
            return sign(last), "two of three"
    seven = far[-7:]
    if len(seven) == 7 and None not in seven and all(sign(x, noise) == sign(last, noise) != 0 for x in seven):
        return sign(last), "run"
    return 0, ""


def trend(rows, there):
    """The recent trend of five rows, and of their gaps to England."""
    way = recent_trend(rows)
    if not way:
        return Found("recent trend", 0, rows[0][0])
    return Found("recent trend", way, rows[0][0], "beyond", here(rows, there, recent_trend, way))


def differs(first, last, there):
    """(way, start, scope, here) of the last figure against the first, by the interval of the difference."""
    way = apart(last[1:], first[1:], str)
    if not way:
        return 0, first[0]
    gaps = here([first, last], there, lambda rows: apart(rows[1][1:], rows[0][1:], str), way)
    return way, first[0], "beyond", gaps


def spans(rows, there):
    """The newest three years against the newest that share no year with them, else against the first."""
    last = rows[-1]
    free = [row for row in rows if row[0].year <= last[0].year - 3]
    if not free:
        return Found("direction only", None, rows[0][0])
    lately, overall = apart(last[1:], free[-1][1:], str), apart(last[1:], free[0][1:], str)
    held = free[0] if overall and not lately else free[-1]
    return Found("periods apart", *differs(held, last, there))


def here(rows, there, rule, way):
    """Whether the gap changed the same way by the same rule; None where England's figures are missing."""
    if any(there.get(row[0]) is None for row in rows):
        return None
    return rule([(row[0], *(value - there[row[0]] for value in row[1:])) for row in rows]) == way


def rare(cells, there, count, unit):
    """The newest move against every earlier one in its direction, and that of the gap; None for under ten."""
    values = [row and row[1] for row in cells]
    gaps = [
        row and there.get(row[0]) and (row[1] / there[row[0]] if count else row[1] - there[row[0]])
        for row in cells
    ]
    figure, gap = moves(values, count), moves(gaps, count)
    if figure is None or len(figure) - 1 < FEW or not any(there.get(row[0]) for row in cells if row):
        return None
    before, way = cells[-2][0], sign(figure[-1], 1e-9)
    largest = way and all(way * figure[-1] > way * move + 1e-9 for move in figure[:-1])
    if not largest or (not count and abs(figure[-1]) <= unit + 1e-9):
        return Found("rare moves", 0, before, lately=way)
    also = (
        gap is not None and way * gap[-1] > 0 and all(way * gap[-1] > way * move + 1e-12 for move in gap[:-1])
    )
    if not also:
        same = sign(there[cells[-1][0]] - there.get(before, there[cells[-1][0]])) == way
        return Found("rare moves", 0, before, "everywhere" if same else "", lately=way)
    earlier = min(len(figure), len(gap)) - 1
    if earlier < FEW:
        return None
    sure = earlier >= EARLIER
    return Found("rare moves", way if sure else 0, before, "beyond" if sure else "watch", True, way)


def moves(values, count):
    """Every one-period move (per cent for counts); None where the newest cannot be worked out."""
    if len(values) < 2 or values[-1] is None or values[-2] is None or (count and values[-2] <= 0):
        return None
    pairs = [
        (a, b) for a, b in pairwise(values) if a is not None and b is not None and not (count and a <= 0)
    ]
    return [100 * (b / a - 1) if count else b - a for a, b in pairs]


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


def against(figure, benchmark, shown):
    """(+1, -1 or 0; "beyond", "within" or "unknown") of (value, lower, upper) against a value."""
    value, lower, upper = figure
    if lower is not None and upper is not None:
        direction = 1 if lower > benchmark else -1 if upper < benchmark else 0
        return direction, "beyond" if direction else "within"
    return (0 if shown(value) == shown(benchmark) else sign(value - benchmark)), "unknown"


def restlessness(pairs):
    """How many times larger squared moves are than their squared errors, by the median; at least 1."""
    ratios = sorted((move / error) ** 2 for move, error in pairs if error)
    if len(ratios) < 20:
        return 1.0
    middle = (ratios[(len(ratios) - 1) // 2] + ratios[len(ratios) // 2]) / 2
    return max(1.0, middle / 0.4549364231195728)  # the median of chi-square with one degree of freedom


def surer(figure, benchmark):
    """Whether the 95% limits, drawn as far as those of 99.8% lie, exclude the benchmark too."""
    value, lower, upper = figure
    if lower is None or upper is None:
        return False
    wide = 3.0902323 / 1.9599640
    return not value - wide * (value - lower) <= benchmark <= value + wide * (upper - value)


def enough(count, total, method):
    """At least a third, and as many at most 1 time in 20 by chance, by how often the rule errs."""
    rate = {"recent trend": 0.001, "difference": 0.025, "periods apart": 0.05}.get(method, 0.05)
    ways = [comb(total, k) * rate**k * (1 - rate) ** (total - k) for k in range(count, total + 1)]
    return 3 * count >= total and sum(ways) <= 0.05


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

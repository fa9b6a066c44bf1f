"""Is this change real? The rules of the methods paper a second time, slow and plain, from its text alone.

A figure is (period, value, lower, upper); a series is a list of figures that have a value, in time order.
"""

from itertools import pairwise
from math import sqrt
from statistics import median

MONTHS = {"month": 1, "quarter": 3, "term": 4, "half year": 6, "year": 12}
CLEAR_AT_99_8 = 9.54953570608324  # of chi-square with one degree of freedom
NOISE = 9  # digits: a sum of decimals must not decide what is larger


def since_the_last_break(figures, breaks):
    """The figures from the last break on that has begun by the newest of them."""
    begun = [day for day in breaks if figures and day <= figures[-1][0]]
    return [row for row in figures if not begun or row[0] >= max(begun)]


def cadence(kind, figures):
    """How far figures usually lie apart: month, quarter, term, half year or year."""
    if kind in ("month", "quarter"):
        return kind
    gaps = sorted(_months(after[0]) - _months(before[0]) for before, after in pairwise(figures))
    usual = gaps[len(gaps) // 2] if gaps else 12
    return min(MONTHS, key=lambda name: abs(MONTHS[name] - usual))


def at_the_newest_pace(kind, figures):
    """Points in time from where their newest pace begins: after the last much shorter step."""
    steps = [(after[0] - before[0]).days for before, after in pairwise(figures)]
    if kind != "point in time" or len({row[0].year for row in figures}) == len(figures):
        return figures
    newest = sorted(steps[-4:])
    shorter = [at for at, step in enumerate(steps) if step < 0.8 * newest[len(newest) // 2]]
    return figures[shorter[-1] + 1 :] if shorter else figures


def moves(kind, figures, relative=False):
    """[(period, move since the figure one period before)] in units, or in per cent; none across a gap."""
    months = MONTHS[cadence(kind, figures)]
    found = []
    for before, after in pairwise(figures):
        if round((_months(after[0]) - _months(before[0])) / months) != 1 or (relative and before[1] <= 0):
            continue
        move = 100 * (after[1] / before[1] - 1) if relative else after[1] - before[1]
        found.append((after[0], round(move, NOISE)))
    return found


def rare_move(steps, newest):
    """(direction of the last move or 0 when it is not rare, how many earlier ones, whether it is the furthest
    from the usual move); None without a last move.

    Rare: larger in its direction than every earlier one. The usual move is the median of all, the last too.
    """
    if not steps or steps[-1][0] != newest:
        return None
    *earlier, (_, last) = steps
    direction = sign(last)
    rare = direction != 0 and all(direction * last > direction * move for _, move in earlier)
    usual = median(move for _, move in steps)
    away = [round(abs(move - usual), NOISE) for _, move in steps]
    furthest = all(far < away[-1] for far in away[:-1])
    return (direction if rare else 0), len(earlier), furthest


def gap(figures, benchmark, relative=False):
    """The series of differences to the benchmark (ratios in per cent) in the periods that both have."""
    there = {row[0]: row[1] for row in benchmark}
    return [
        (row[0], 100 * row[1] / there[row[0]] if relative else row[1] - there[row[0]], None, None)
        for row in figures
        if there.get(row[0])
    ]


def recent_trend(figures):
    """+1, -1 or 0 of the last five figures with limits: a slope clear at 99.8%, steady without any one."""
    rows = [row for row in figures if None not in row[2:4] and row[3] > row[2]][-5:]
    if len(rows) < 5:
        return None
    points = [(at, value, (3.92 / (upper - lower)) ** 2) for at, (_, value, lower, upper) in enumerate(rows)]
    slope, error = line(points)
    if (slope / error) ** 2 <= CLEAR_AT_99_8:
        return 0
    others = [line(points[:at] + points[at + 1 :])[0] for at in range(5)]
    return sign(slope) if all(sign(other) == sign(slope) for other in others) else 0


def line(points):
    """Slope and its error of a straight line through (x, y, weight)."""
    total = sum(w for _, _, w in points)
    middle = sum(x * w for x, _, w in points) / total
    spread = sum(w * (x - middle) ** 2 for x, _, w in points)
    level = points[0][1]
    return sum(w * (x - middle) * (y - level) for x, y, w in points) / spread, 1 / sqrt(spread)


def apart(first, second):
    """+1, -1 or 0: how the first of two estimates differs, by the interval of the difference, if any."""
    if None in first or None in second:
        return 0
    (_, a, a_low, a_high), (_, b, b_low, b_high) = first, second
    if a - b - sqrt((a - a_low) ** 2 + (b_high - b) ** 2) > 0:
        return 1
    return -1 if a - b + sqrt((a_high - a) ** 2 + (b - b_low) ** 2) < 0 else 0


def sharing_no_year(figures, years):
    """The newest figure, the newest earlier one that shares no year with it, and the first one."""
    newest = figures[-1]
    earlier = [row for row in figures if _months(newest[0]) - _months(row[0]) >= 12 * years]
    return (newest, earlier[-1], figures[0]) if earlier else None


def limits(values, screened=True):
    """Mean, and how far the limits lie from it, of values (None: a period without)."""
    known = [value for value in values if value is not None]
    steps = [abs(b - a) for a, b in pairwise(values) if a is not None and b is not None]
    if not steps:
        return None
    if screened:
        usual = sum(steps) / len(steps)
        steps = [step for step in steps if step < 3.267 * usual] or steps
    return sum(known) / len(known), 2.66 * sum(steps) / len(steps)


def on_grid(figures, months):
    """The values of every period from the first to the last, None where there is no figure."""
    known = {_months(row[0]) // months: row[1] for row in figures}
    return [known.get(slot) for slot in range(min(known), max(known) + 1)]


def without_season(values, year, unit):
    """(values, the step to which they are rounded) without the season of `year` periods.

    With five years and no gap the usual season is taken out (STL); else each is the change in per cent on the
    same period a year before.
    """
    if None not in values and len(values) >= 5 * year:
        from statsmodels.tsa.seasonal import STL  # takes half a second to load, in every test process

        found = STL(values, period=year, robust=True).fit().seasonal.tolist()
        return [value - season for value, season in zip(values, found, strict=True)], unit
    pairs = zip(values[year:], values[:-year], strict=True)
    return [None if None in pair or not pair[1] else 100 * (pair[0] / pair[1] - 1) for pair in pairs], 0.0


def silent(values, unit):
    """Why limits from its own average say nothing of a series: "" where they may speak.

    The points before the newest seven are looked at, for a shift is what the limits are there to find.
    """
    if 2 * limits(values)[1] < unit:
        return "narrower than the rounding"
    before = values[:-7]
    if autocorrelation(before) > 0.3:
        return "drifts"
    own = limits(before)
    if own is None:
        return ""
    known = [round(abs(value - own[0]), NOISE) for value in before if value is not None]
    outside = sum(far > round(own[1], NOISE) for far in known)
    return "drifts" if outside > len(known) / 3 else ""


def autocorrelation(values):
    """Of neighbours in a series: 0 for noise, near 1 for drift; with what short series measure too little."""
    known = [value for value in values if value is not None]
    if len(known) < 3:
        return 0.0
    mean = sum(known) / len(known)
    spread = sum((value - mean) ** 2 for value in known)
    pairs = [(b - mean) * (a - mean) for a, b in pairwise(values) if a is not None and b is not None]
    if not spread or not pairs:
        return 0.0
    plain = sum(pairs) / len(pairs) * (len(known) - 1) / spread
    return plain + (1 + 4 * plain) / len(known)


def signal(values):
    """(+1, -1 or 0, which) of the last value: outside the limits, trend, two of three, run or nothing.

    With under 13 points before the newest seven nothing but a point outside the limits is a signal.
    """
    mean, around = limits(values)
    far = [None if value is None else round(value - mean, NOISE) for value in values]
    around = round(around, NOISE)
    last = far[-1]
    if abs(last) > around:
        return sign(last), "outside"
    if sum(value is not None for value in values[:-7]) < 13:
        return 0, ""
    tail = values[-7:]
    if None not in tail:
        steps = {sign(round(b - a, NOISE)) for a, b in pairwise(tail)}
        if steps in ({1}, {-1}):
            return steps.pop(), "trend"
    three = far[-3:]
    near = [x is not None and around * 2 / 3 < abs(x) <= around for x in three]
    if _on_one_side(three, 3) and sum(near) >= 2 and near[-1]:
        return sign(last), "two of three"
    return (sign(last), "run") if _on_one_side(far[-7:], 7) else (0, "")


def _on_one_side(far, count):
    """Whether so many points all lie above, or all below, the mean."""
    return len(far) == count and None not in far and {sign(x) for x in far} in ({1}, {-1})


def sign(number):
    """+1, -1 or 0."""
    return (number > 0) - (number < 0)


def _months(day):
    return day.year * 12 + day.month - 1

"""What a sentence says of changes: how many districts moved, which furthest, what margins could hide."""

from functools import cache

from tests.oracle.reckoning.change import apart, at_the_newest_pace, cadence, line, sign, since_the_last_break
from tests.oracle.reckoning.figures import BENCHMARKS, at, figures_of
from tests.oracle.reckoning.observed import INDICATORS
from tests.oracle.reckoning.overdispersion import level, overdispersion, widened
from tests.oracle.reckoning.verdict import verdict

SPANS = {"month": "months", "quarter": "quarters", "term": "terms", "half year": "half-years"}
MARGINS = ("recent trend", "difference", "periods apart")
UP = {"rise", "rising", "higher", "widening", "wider"}
DOWN = {"fall", "falling", "lower", "narrowing", "narrower"}


@cache
def judged(name, indicator, place):
    """The Verdict on the change of an indicator in a place."""
    figures, kind = figures_of(name, place), INDICATORS[name]["kind"]
    breaks = [step.since for step in indicator.breaks]
    return (
        verdict(
            indicator.period,
            widened(name, place, breaks),
            list(england(name, place).items()),
            breaks=breaks,
            relative=kind == "count",
            money=kind == "money",
            unit=10.0**-indicator.decimals,
            seasonal=indicator.seasonal,
        )
        if figures
        else None
    )


@cache
def england_too(name, indicator, place):
    """Whether the benchmark's own figures changed as the place's: by the same rule, way and start."""
    found, breaks = judged(name, indicator, place), [step.since for step in indicator.breaks]
    if found.here is not False or found.rule not in MARGINS:
        return False
    days = [row[0] for row in figures_of(name, place)]
    code = next(code for code in BENCHMARKS if code != place and at(name, code, days[-1]))
    rows = [row for row in widened(name, code, breaks, beside=place) if row[0] in days]
    if found.rule == "periods apart":  # the same two periods, which share no year
        held = [row for row in rows if row[0] in (found.start, days[-1])]
        return len(held) == 2 and apart(held[1], held[0]) == found.direction
    seen = verdict(indicator.period, rows, [], breaks=breaks)
    return (seen.rule, seen.direction, seen.scope, seen.start) == (
        found.rule,
        found.direction,
        found.scope,
        found.start,
    )


def england(name, place):
    """{period: value} of the first benchmark that has a figure of the place's newest period."""
    last = figures_of(name, place)[-1][0]
    code = next((code for code in BENCHMARKS if code != place and at(name, code, last)), None)
    return {row[0]: row[1] for row in figures_of(name, code)} if code else {}


def as_judged(speaker, place):
    """The rows of a place since the last break, with the limits a change is held to; money as a share."""
    breaks = [step.since for step in speaker.indicator.breaks]
    rows = at_the_newest_pace(speaker.indicator.period, widened(speaker.name, place, breaks))
    rows, there = since_the_last_break(rows, breaks), england(speaker.name, place)
    if INDICATORS[speaker.name]["kind"] != "money" or not there:
        return rows
    return [
        (row[0], *(end and 100 * end / there[row[0]] for end in row[1:])) for row in rows if there.get(row[0])
    ]


def way_of(word, better):
    """+1 or -1 of a word that says which way a figure went."""
    if word in ("better", "worse"):
        return (1 if better == "higher" else -1) * (1 if word == "better" else -1)
    return 1 if word in UP else -1


def that_moved(speaker, parts, way, scopes=("beyond chance",)):
    """The places whose change counts, the furthest moved first."""
    found = {place: judged(speaker.name, speaker.indicator, place) for place in parts}
    found = {place: one for place, one in found.items() if one.scope in scopes and one.direction == way}
    return sorted(found, key=lambda place: -_far(speaker, place, found[place]))


def never_as_far(speaker, parts, way):
    """The places whose figure and gap never moved as far that way, which is no verdict: a move the other way
    lay as far from the usual one."""
    found = {place: judged(speaker.name, speaker.indicator, place) for place in parts}
    rows = {place: as_judged(speaker, place) for place, one in found.items() if one.never}
    return [place for place, each in rows.items() if sign(each[-1][1] - each[-2][1]) == way]


def far(speaker, place):
    """How far a place moved."""
    return _far(speaker, place, judged(speaker.name, speaker.indicator, place))


def _far(speaker, place, found):
    rows = as_judged(speaker, place)
    held = rows[-2] if found.rule == "rare moves" else next(row for row in rows if row[0] == found.start)
    return round(abs(rows[-1][1] - held[1]), 9)


def went_back(speaker, places, way):
    """Those of `places` whose newest figure, as shown, went the other way than `way`."""
    return [place for place in places if lately(speaker, place) == -way]


def lately(speaker, place):
    """The way of the newest figure against the one before, as shown."""
    rows = as_judged(speaker, place)
    if len(rows) < 2 or shown(speaker, place, rows[-1][1]) == shown(speaker, place, rows[-2][1]):
        return 0
    return sign(rows[-1][1] - rows[-2][1])


def shown(speaker, place, value):
    """A figure as judged in words: money as a share, where one is known, to a tenth of a per cent."""
    share = INDICATORS[speaker.name]["kind"] == "money" and england(speaker.name, place)
    return f"{value:.1f}%" if share else speaker.written(value)


def gone(speaker, place):
    """The way from the figure that the newest is held against, as shown."""
    rows = as_judged(speaker, place)
    newest, first = rows[-1], rows[0]
    if speaker.indicator.seasonal:  # against the same month a year before
        wanted = newest[0].replace(year=newest[0].year - 1)
        first = next((row for row in rows if row[0] == wanted), newest)
    now, then = (shown(speaker, place, row[1]) for row in (newest, first))
    return 0 if now == then else sign(newest[1] - first[1])


def hidden(speaker, place):
    """The largest change that the margins of error could hide; None where no margins were used."""
    found, rows = judged(speaker.name, speaker.indicator, place), as_judged(speaker, place)
    if found.rule == "recent trend":
        rows = [row for row in rows if None not in row and row[3] > row[2]][-5:]
        points = [
            (at, value, (3.92 / (upper - lower)) ** 2) for at, (_, value, lower, upper) in enumerate(rows)
        ]
        return 9.54953570608324**0.5 * line(points)[1] * 4
    if found.rule not in MARGINS:
        return None
    (_, a, a_low, a_high), (_, b, b_low, b_high) = rows[-1], next(r for r in rows if r[0] == found.start)
    below = a - b - ((a - a_low) ** 2 + (b_high - b) ** 2) ** 0.5
    above = a - b + ((a_high - a) ** 2 + (b - b_low) ** 2) ** 0.5
    return max(abs(below), abs(above))


def years(speaker, place):
    """ "24 years": how many moves the newest of a place was the largest of, with their span."""
    found = judged(speaker.name, speaker.indicator, place)
    pace = (
        "year" if speaker.indicator.seasonal else cadence(speaker.indicator.period, as_judged(speaker, place))
    )
    return (found.earlier + 1) if found.earlier is not None else None, SPANS.get(pace, "years")


def wide(speaker, place):
    """How many times as wide the margins of a place are drawn for a change: "3.3"."""
    breaks = tuple(step.since for step in speaker.indicator.breaks)
    return f"{overdispersion(speaker.name, level(place), breaks) ** 0.5:.1f}"

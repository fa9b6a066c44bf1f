"""How much more the years of a counted figure vary than its counts explain, reckoned a second time."""

from functools import cache
from math import sqrt
from statistics import median

from tests.oracle.figures import BENCHMARKS, at, by_place, counts_of, figures_of
from tests.oracle.places import regions, table

MEDIAN_OF_CHANCE = 0.4549364231195728  # of the square of a standard normal


def widened(name, place, breaks):
    """The figures of a place, with the limits that a change is held to."""
    wide = sqrt(restlessness(name, level(place), tuple(breaks))) if counts_of(name) else 1
    return [
        (day, value, *(end and value + (end - value) * wide for end in ends))
        for day, value, *ends in figures_of(name, place)
    ]


@cache
def restlessness(name, of_level, breaks):
    """The median of squared moves of the gap to England over their squared errors, in all places of a level,
    against what chance alone makes it; 1 at least, and 1 where fewer than 20 moves are known."""
    ratios = []
    for place in by_place(name):
        if level(place) == of_level:
            ratios += _of_place(name, place, breaks)
    return max(1.0, median(ratios) / MEDIAN_OF_CHANCE) if len(ratios) >= 20 else 1.0


def _of_place(name, place, breaks):
    figures = figures_of(name, place)
    last = figures[-1][0]
    england = next((code for code in BENCHMARKS if code != place and at(name, code, last)), None)
    begun = [day for day in breaks if day <= last]
    rows = {row[0]: row for row in figures if row[2] is not None and (not begun or row[0] >= max(begun))}
    for day, (_, value, low, high) in rows.items():
        then = rows.get(day.replace(year=day.year - 1))
        there = [at(name, england, when) for when in (then[0], day)] if england and then else []
        if then is None or None in there or high == low:
            continue
        moved = value - then[1] - (there[1][1] - there[0][1] if there else 0)
        yield moved**2 / (((high - low) / 3.92) ** 2 + ((then[3] - then[2]) / 3.92) ** 2)


@cache
def level(place):
    """What kind of place it is: a city region, or as the publisher says; None for one of the past."""
    if place in regions():
        return "city_region"
    return _levels().get(place)


@cache
def _levels():
    areas = table("areas")
    areas = areas[areas.current.astype(bool)]
    return dict(zip(areas.area_code, areas.level, strict=True))

"""How much more the years of a counted figure vary than its counts explain, reckoned a second time."""

from functools import cache
from math import sqrt
from statistics import median

from tests.oracle.reckoning.figures import BENCHMARKS, at, by_place, counts_of, figures_of
from tests.oracle.reckoning.places import regions, table

MEDIAN_OF_CHANCE = 0.4549364231195728  # of the square of a standard normal


def widened(name, place, breaks, beside=None):
    """The figures of a place, with the limits that a change is held to; of England as of a place beside."""
    wide = sqrt(overdispersion(name, level(beside or place), tuple(breaks))) if counts_of(name) else 1
    return [
        (day, value, *(end and value + (end - value) * wide for end in ends))
        for day, value, *ends in figures_of(name, place)
    ]


@cache
def overdispersion(name, of_level, breaks):
    """By how much more the figures of all places of a level vary than their counts explain."""
    places = [
        (figures, _england(name, place, figures[-1][0]))
        for place, figures in by_place(name).items()
        if level(place) == of_level
    ]
    return more_than_chance(places, breaks)


def more_than_chance(places, breaks=()):
    """The median of squared moves of the gap to England over their squared errors, against chance’s.

    `places` are (figures, {period: England's value}). At least 1, and 1 of fewer than 20 moves.
    """
    ratios = [ratio for figures, there in places for ratio in _of_place(figures, there, breaks)]
    return max(1.0, median(ratios) / MEDIAN_OF_CHANCE) if len(ratios) >= 20 else 1.0


def _england(name, place, last):
    """{period: value} of the benchmark that has a figure of the period `last`."""
    england = next((code for code in BENCHMARKS if code != place and at(name, code, last)), None)
    return {row[0]: row[1] for row in figures_of(name, england)} if england else {}


def _of_place(figures, there, breaks):
    begun = [day for day in breaks if day <= figures[-1][0]]
    rows = {row[0]: row for row in figures if row[2] is not None and (not begun or row[0] >= max(begun))}
    for day, (_, value, low, high) in rows.items():
        then = rows.get(day.replace(year=day.year - 1))
        if then is None or high == low or (there and not {day, then[0]} <= set(there)):
            continue
        moved = value - then[1] - (there[day] - there[then[0]] if there else 0)
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

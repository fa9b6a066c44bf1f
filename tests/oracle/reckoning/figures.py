"""The figures of one place, in time order, with the limits of chance that they have."""

from functools import cache

from tests.oracle.reckoning.limits import from_counts
from tests.oracle.reckoning.observed import INDICATORS, observations

ENGLAND, UNITED_KINGDOM, LESS_OFFSHORE = "E92000001", "K02000001", "K99000002"
BENCHMARKS = {ENGLAND: "England", UNITED_KINGDOM: "the United Kingdom", LESS_OFFSHORE: "the UK less offshore"}
NEIGHBOURHOOD = ("E01", "E02", "E05")


@cache
def counts_of(name):
    """{(place, period): (numerator, denominator)} where the publisher gives no limits and both are known."""
    frame = observations(name).dropna(subset=["value", "numerator", "denominator"])
    if frame.lower.notna().any():
        return {}
    keys = zip(frame.area_code, frame.period, strict=True)
    return dict(
        zip(keys, zip(frame.numerator.map(float), frame.denominator.map(float), strict=True), strict=True)
    )


@cache
def by_place(name):
    """{place: [(period, value, lower, upper)]} of every place larger than a neighbourhood; figures only."""
    frame = observations(name).dropna(subset="value")
    frame = frame[~frame.area_code.str[:3].isin(NEIGHBOURHOOD)]
    published = frame.lower.notna().any()
    found = {}
    for row in frame.itertuples(index=False):
        lower, upper = row.lower, row.upper
        if not published:
            lower, upper = from_counts(INDICATORS[name], row.numerator, row.denominator)
        known = lower is not None and lower == lower and upper == upper
        limits = (float(lower), float(upper)) if known else (None, None)
        found.setdefault(row.area_code, []).append((row.period, float(row.value), *limits))
    return found


def figures_of(name, place):
    """The figures of a place, oldest first."""
    return by_place(name).get(place, [])


def at(name, place, period):
    """The figure of a place in a period, or None."""
    return next((row for row in figures_of(name, place) if row[0] == period), None)


def newest_common(name, places):
    """The newest period in which at least half of the places that ever have a figure have one, or None."""
    ever = [place for place in places if figures_of(name, place)]
    counts = {}
    for place in ever:
        for row in figures_of(name, place):
            counts[row[0]] = counts.get(row[0], 0) + 1
    return max((period for period, count in counts.items() if 2 * count >= len(ever)), default=None)


def benchmark(name, place, period):
    """(name, value) of the first of BENCHMARKS with a figure in the period; None of a count."""
    if INDICATORS[name]["kind"] == "count":  # a larger place has more of everything
        return None
    for code, called in BENCHMARKS.items():
        there = at(name, code, period)
        if code != place and there:
            return called, there[1]
    return None

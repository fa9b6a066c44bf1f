"""Adding places up: a wider place is the sum of its parts where every part has a figure, else it has none."""

import pandas as pd

from tests.oracle.reckoning.places import county_of, parts, regions

UNITED_KINGDOM = {"K02000001", "K99000002"}  # more than England, whose neighbourhoods are held


def sums(frame, *columns, level="district"):
    """Sums over the districts of city regions, or over neighbourhoods or authorities of all that is wider.

    Only where every part has every column, and for places without a row of their own in that period.
    """
    known = frame.dropna(subset=list(columns))
    inside = authorities() if level == "authority" else parts(level)
    wider = set(regions()) if level == "district" else set(inside.whole) - UNITED_KINGDOM
    inside = inside[inside.whole.isin(wider)]
    joined = inside.merge(known, left_on="part", right_on="area_code")
    summed = joined.groupby(["whole", "period"], as_index=False)[list(columns)].sum()
    counted = joined.groupby(["whole", "period"], as_index=False).size()
    needed = inside.groupby("whole", as_index=False).size().rename(columns={"size": "needed"})
    whole = summed.merge(counted, on=["whole", "period"]).merge(needed, on="whole")
    whole = whole[whole["size"] == whole.needed].rename(columns={"whole": "area_code"})
    return without(whole[["area_code", "period", *columns]], frame)


def authorities():
    """(wider place, part of it) of counties, and of districts in none."""
    pairs = pd.concat([parts("county"), parts("district")])
    return pairs[~pairs.part.isin(county_of()) & (pairs.whole != pairs.part)]


def without(frame, other):
    """Rows of `frame` whose place and period are not in `other`."""
    taken = set(zip(other.area_code, other.period, strict=True))
    free = [key not in taken for key in zip(frame.area_code, frame.period, strict=True)]
    return frame[free]


def over(frame, per):
    """The frame with its value: numerator over denominator, per so many."""
    return frame.assign(value=per * frame.numerator / frame.denominator)

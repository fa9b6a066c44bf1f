"""Figures of groups, gaps between them and traffic for each resident, from the publishers' tables."""

import tomllib
from math import hypot
from pathlib import Path

import pandas as pd

from tests.oracle.places import county_of, parts, series, table
from tests.oracle.sums import UNITED_KINGDOM, over

GROUPS = tomllib.loads((Path(__file__).parent / "groups.toml").read_text())
KEY = ["area_code", "period"]
LEVELS = ["qualL1", "qualL2", "qualL3", "qualL4", "qualApp", "qualNone", "qualOther"]
SEXES, AGES = ("Gender", ["Males"], ["Females"]), ("Age", ["50-64"], ["25-29", "30-39"])
QUALIFIED = {
    "level_4_men_gap": ("qualL4", SEXES),
    "level_4_older_gap": ("qualL4", AGES),
    "no_qualifications_men_gap": ("qualNone", SEXES),
    "no_qualifications_older_gap": ("qualNone", AGES),
}


def of_pupils(name):
    """How a group of pupils does, or how far it is behind the others, in per cent or points."""
    entry = GROUPS[name]
    frame = series("lait", entry["group"])[[*KEY, "value"]]
    if "others" in entry:
        frame = frame.merge(
            series("lait", entry["others"])[[*KEY, "value"]], on=KEY, suffixes=("", "_others")
        )
        ahead = frame.value_others - frame.value
        frame = frame.assign(value=-ahead if entry.get("more_is_behind") else ahead)
    if entry.get("year") != "starts":
        frame = frame.assign(period=[day.replace(year=day.year - 1, month=9, day=1) for day in frame.period])
    return _figures(frame)


def of_qualified(name):
    """How far a group is behind others: at Level 4 or above below them, without qualifications above."""
    metric, (breakdown, group, others) = QUALIFIED[name]
    frame = table("local_skills")
    frame = frame[(frame.breakdown == breakdown) & frame.metric.isin(LEVELS)]
    if breakdown == "Age":  # withheld for nearly every district: the three left by chance would say little
        frame = frame[frame.area_code.str.startswith("E47") | (frame.area_code == "E92000001")]
    rows = []
    for key, place in frame[frame.subgroup.isin(group + others)].groupby(KEY):
        if place.value.isna().any():
            continue
        here, there = (_share(place[place.subgroup.isin(chosen)], metric) for chosen in (group, others))
        rows.append((*key, here - there if metric == "qualNone" else there - here))
    return _figures(pd.DataFrame(rows, columns=[*KEY, "value"]))


def of_healthy_life():
    """Years by which men's healthy life is shorter than women's, with the interval of the difference."""
    men, women = (
        series("healthy_life_expectancy", f"{who} healthy life expectancy")[[*KEY, "value", "lower", "upper"]]
        for who in ("Male", "Female")
    )
    rows = []
    for row in men.merge(women, on=KEY, suffixes=("", "_women")).itertuples():
        gap = row.value_women - row.value
        below = hypot(row.value_women - row.lower_women, row.upper - row.value)
        above = hypot(row.upper_women - row.value_women, row.value - row.lower)
        rows.append((row.area_code, row.period, gap, gap - below, gap + above))
    return _figures(pd.DataFrame(rows, columns=[*KEY, "value", "lower", "upper"]))


def of_traffic():
    """Motor vehicle miles in a year for each resident of that year; of wider places from sums of parts."""
    miles = series("road_traffic", "Motor vehicle traffic")[[*KEY, "value"]]
    people = table("population_count")[[*KEY, "value"]]
    miles, people = (frame.assign(year=[day.year for day in frame.period]) for frame in (miles, people))
    both = miles.merge(people.drop(columns="period"), on=["area_code", "year"], suffixes=("", "_people"))
    both = both.rename(columns={"value": "numerator", "value_people": "denominator"})
    return _figures(over(pd.concat([both, _of_authorities(both)]), 1))


def of_buses(name):
    """Millions of bus journeys, or journeys for each resident, as published."""
    per_head = " per head" if name == "bus_journeys_per_head" else ""
    return _figures(series("bus_journeys", f"Passenger journeys{per_head}")[[*KEY, "value"]])


def _of_authorities(frame):
    """Sums over the counties and the districts in none, where every one of them has a figure."""
    pairs = pd.concat([parts("county"), parts("district")])
    pairs = pairs[~pairs.part.isin(county_of()) & (pairs.whole != pairs.part)]
    pairs = pairs[~pairs.whole.isin({*UNITED_KINGDOM, *frame.area_code})]
    known = pairs.merge(frame, left_on="part", right_on="area_code", how="left")
    columns = ["numerator", "denominator"]
    added = known.groupby(["whole"])[columns].sum(min_count=1)
    whole = known.groupby("whole").numerator.apply(lambda found: found.notna().all())
    period = frame.period.iloc[0]  # one year is held
    return added[whole].reset_index().rename(columns={"whole": "area_code"}).assign(period=period)


def _share(rows, metric):
    return 100 * rows.value[rows.metric == metric].sum() / rows.value.sum()


def _figures(frame):
    return frame.reindex(columns=[*KEY, "value", "lower", "upper", "numerator", "denominator"])

"""Figures of groups and gaps between them, from the publishers' tables."""

import tomllib
from math import hypot
from pathlib import Path

import pandas as pd

from tests.oracle.reckoning.places import series, table

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

BOTH_WAYS = {
    "level_4_men_gap",
    "no_qualifications_men_gap",
    "healthy_life_men_gap",
}  # neither sex should lead


def entries():
    """What each of these indicators is, as indicators.toml says it of the others."""
    found = {f"inequality/{name}": _entry(name, entry) for name, entry in GROUPS.items()}
    for name in (*QUALIFIED, "healthy_life_men_gap"):
        better = "neither" if name in BOTH_WAYS else "lower"
        found[f"inequality/{name}"] = {"group": name, "kind": "estimate", "better": better}
    return found


def _entry(name, entry):
    better = entry.get("better", "lower" if "others" in entry else "higher")
    return {"group": name, "kind": "estimate", "better": better}


def made(entry):
    """The figures of one of `entries`."""
    name = entry["group"]
    if name in GROUPS:
        return of_pupils(name)
    return of_healthy_life() if name == "healthy_life_men_gap" else of_qualified(name)


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


def _share(rows, metric):
    return 100 * rows.value[rows.metric == metric].sum() / rows.value.sum()


def _figures(frame):
    return frame.reindex(columns=[*KEY, "value", "lower", "upper", "numerator", "denominator"])

"""Every figure of an indicator, worked out from the publishers' tables in the plainest way there is.

A frame of area_code, period, value, lower, upper, numerator and denominator; `value` is NaN where the
publisher says that there is none. Nothing here knows how the product does it.
"""

import tomllib
from functools import cache
from pathlib import Path

import pandas as pd

from tests.oracle.reckoning import groups, neighbourhoods, transport, worked_out
from tests.oracle.reckoning.places import series, table
from tests.oracle.reckoning.sums import over, sums, without

INDICATORS = tomllib.loads((Path(__file__).parent / "indicators.toml").read_text()) | groups.entries()
OF_PLACES = sorted(name for name, entry in INDICATORS.items() if "neighbourhoods" not in entry)
SAMPLE = (  # one of every way in which a figure is made, for the quick tests
    "employment/employment_rate",
    "employment/business_survival_one_year",
    "housing/affordable_completions",
    "housing/overcrowding",
    "skills/neet",
    "transport/road_casualties",
)
COLUMNS = ["area_code", "period", "value", "lower", "upper", "numerator", "denominator"]


@cache
def observations(name):
    """All figures of an indicator, by place and period; one row each."""
    entry = INDICATORS[name]
    made = next(how for key, how in WAYS.items() if key in entry)
    frame = made(entry).reindex(columns=COLUMNS)
    assert not frame.duplicated(["area_code", "period"]).any(), name
    return frame.sort_values(["area_code", "period"], ignore_index=True)


def published(entry):
    """The publisher's figure, as published."""
    frame = series(entry["table"], entry["series"])
    if "scale" in entry:
        frame = frame.assign(value=frame.value * entry["scale"])
    if "before" in entry:
        old = series(entry["before"]["table"], entry["before"]["series"])
        frame = pd.concat([old[old.period <= entry["before"]["until"]], frame])
    if "only_month" in entry:
        frame = frame[[day.month == entry["only_month"] for day in frame.period]]
    if entry.get("school_year_ends"):
        frame = frame.assign(period=[day.replace(year=day.year - 1, month=9) for day in frame.period])
    if entry.get("year_to_march_ends"):
        frame = frame.assign(period=[day.replace(year=day.year - 1, month=4, day=1) for day in frame.period])
    if entry.get("on_31_march"):
        frame = frame.assign(period=[day.replace(month=3, day=31) for day in frame.period])
    return frame


def from_counts(entry):
    """Numerator over denominator where both are known; a city region without a figure is its districts'."""
    top = counts(entry["numerator"]).rename(columns={"value": "numerator"})
    if "denominator" not in entry:
        frame = top.assign(value=top.numerator)[["area_code", "period", "value"]]
        return pd.concat([frame, sums(frame, "value")])
    bottom = counts(entry["denominator"]).rename(columns={"value": "denominator"})
    frame = top.merge(bottom, on=["area_code", "period"], how="left")
    return over(pd.concat([frame, sums(frame, "numerator", "denominator")]), entry["per"])


def published_and_summed(entry):
    """Published where it is; elsewhere made from the counts, a city region's from those of its districts."""
    given = published(entry)
    derived = from_counts({key: entry[key] for key in ("numerator", "denominator", "per")})
    return pd.concat([given, without(derived.dropna(subset="value"), given)])


def counts(source):
    """Counts of one source: a series, or all its series added up."""
    frame = series(source["table"], source.get("series"))
    if source.get("all_series"):
        frame = frame.groupby(["area_code", "period"], as_index=False).value.sum()
    if "no_row_means" in source:
        frame = _filled(frame, table(source["table"]), source["no_row_means"])
    if "times" in source:
        frame = frame.assign(value=frame.value * source["times"])
    if months := source.get("months_earlier"):
        frame = frame.assign(period=[_earlier(day, months) for day in frame.period])
    return frame[["area_code", "period", "value"]]


def _filled(frame, whole, value):
    """Every place in every period of the file: one without a row has `value` (a test shows that it is so)."""
    every = pd.MultiIndex.from_product([whole.area_code.unique(), whole.period.unique()])
    known = frame.set_index(["area_code", "period"]).value
    return known.reindex(every, fill_value=value).rename_axis(["area_code", "period"]).reset_index()


def _earlier(day, months):
    """The first of the month so many months before `day`."""
    at = day.year * 12 + day.month - 1 - months
    return day.replace(year=at // 12, month=at % 12 + 1, day=1)


def shares(entry):
    """Publisher's shares of counts: times what they are a share of, the counts, which can be added up."""
    columns = ["area_code", "period", "value"]
    whole = series(entry["table"], entry["share_of"][0])[columns]
    for chosen in entry["share_of"][1:]:
        share = series(entry["table"], chosen)[columns]
        both = whole.merge(share, on=["area_code", "period"], suffixes=("", "_share"))
        whole = both.assign(value=(both.value * both.value_share / 100).round())[columns]
    rate = series(entry["table"], entry["series"])[columns]
    frame = rate.merge(whole.rename(columns={"value": "denominator"}), on=["area_code", "period"])
    frame["numerator"] = (frame.value * frame.denominator / 100).round()
    return over(pd.concat([frame, sums(frame, "numerator", "denominator")]), 100)


def per_person(entry):
    """A rate of people as published; times the people of the year (or of one year), what it counts."""
    how = entry["people"]
    people = table("population_count")[["area_code", "period", "value"]]
    people = people.assign(year=[day.year for day in people.period]).rename(columns={"value": "denominator"})
    given = published(entry)
    given = given.assign(year=[how.get("year", day.year) for day in given.period])
    both = given.merge(people[["area_code", "year", "denominator"]], on=["area_code", "year"], how="left")
    early = [day.year < how.get("from", 0) for day in both.period]
    both.loc[early, "denominator"] = float("nan")
    both["numerator"] = both.value * both.denominator / entry["per"]
    if how.get("whole", True):
        both["numerator"] = (both.numerator + 0.5).floordiv(1)
    whole = sums(both, "numerator", "denominator")
    return pd.concat([both, over(whole, entry["per"])])


WAYS = {
    "group": groups.made,
    "transport": transport.made,
    "worked_out": worked_out.made,
    "people": per_person,
    **neighbourhoods.WAYS,
    "share_of": shares,
    "table": lambda entry: published_and_summed(entry) if "numerator" in entry else published(entry),
    "numerator": from_counts,
}

"""Figures that begin with neighbourhoods or with single events, and what they add up to."""

import pandas as pd

from tests.oracle.reckoning.places import current, parts, series, table
from tests.oracle.reckoning.sums import over, sums

INDEX_OF_DEPRIVATION = pd.Timestamp("2025-01-01").date()
CENSUS_DAY = pd.Timestamp("2021-03-21").date()
DIGITAL_EXCLUSION = pd.Timestamp("2022-01-01").date()
LAST_COMPLETE_YEAR_OF_CASUALTIES = 2023


def casualties(entry):
    """Rows of the police file of complete years, by district; a rate where there is a population."""
    frame = table("road_casualties")
    period = pd.to_datetime(frame.date).dt.to_period("Y").dt.start_time.dt.date
    year = pd.to_datetime(frame.date).dt.year
    kept = frame.severity.isin(entry["casualties"]) & (year <= LAST_COMPLETE_YEAR_OF_CASUALTIES)
    rows = frame.assign(area_code=frame.district_code, period=period)[kept]
    counted = rows.groupby(["area_code", "period"], as_index=False).size()
    if "denominator" not in entry:
        counted = counted.rename(columns={"size": "value"})
        return pd.concat([counted, sums(counted, "value")])
    people = series(entry["denominator"]["table"], entry["denominator"]["series"])
    people = people.assign(period=[day.replace(month=1, day=1) for day in people.period])
    people = people[["area_code", "period", "value"]].rename(columns={"value": "denominator"})
    counted = counted.rename(columns={"size": "numerator"}).merge(people, on=["area_code", "period"])
    return over(pd.concat([counted, sums(counted, "numerator", "denominator")]), entry["per"])


def census(entry):
    """Census counts of neighbourhoods, added up for every wider place."""
    frame = table(entry["census"])
    ((column, labels),) = entry["within"].items()
    total = next(name for name in frame.columns if name.startswith("total_"))
    some = frame[frame[column].isin(labels)].groupby("lsoa21_code", as_index=False).n.sum()
    everybody = frame.groupby("lsoa21_code", as_index=False)[total].first()
    both = some.merge(everybody, on="lsoa21_code").set_axis(["area_code", "numerator", "denominator"], axis=1)
    return over(_with_wider(both, "lsoa", CENSUS_DAY), 100)


def wide_census(entry):
    """The same, from a table with a column for each group."""
    frame = table(entry["wide_census"])
    both = pd.DataFrame(
        {
            "area_code": frame.lsoa21_code,
            "numerator": frame[entry["numerator_columns"]].sum(axis=1),
            "denominator": frame[entry["denominator_columns"]].sum(axis=1),
        }
    )
    return over(_with_wider(both, "lsoa", CENSUS_DAY), 100)


def flows(entry):
    """Workers who live in an area, and those of them with the given workplace."""
    frame = table(entry["flows"])
    frame = frame[frame.home_msoa.isin(parts("msoa").part)]
    everybody = frame.groupby("home_msoa").people.sum()
    some = frame[frame.work_msoa == entry["workplace"]].groupby("home_msoa").people.sum()
    some = some.reindex(everybody.index, fill_value=0)
    both = pd.DataFrame({"numerator": some, "denominator": everybody}).rename_axis("area_code").reset_index()
    return over(_with_wider(both, "msoa", CENSUS_DAY), 100)


def inside(entry):
    """Of the journeys that begin (or end) in an area, those whose other end is in it too, or is not."""
    frame = table("commuting_district")
    frame = frame[frame.work_district != "111111111"]
    found = []
    wider = parts("district")
    itself = pd.DataFrame({"whole": [*current("district")], "part": [*current("district")]})
    for whole, of in pd.concat([wider, itself]).groupby("whole"):
        lives, works = frame.home_district.isin(of.part), frame.work_district.isin(of.part)
        everybody = lives if entry["inside"] == "home" else works
        some = lives & works if entry["inside"] == "home" else works & ~lives
        found.append((whole, frame.people[some].sum(), frame.people[everybody].sum()))
    both = pd.DataFrame(found, columns=["area_code", "numerator", "denominator"]).assign(period=CENSUS_DAY)
    return over(both[~both.area_code.isin(["E92000001", "K02000001"])], 100)


def index_count(entry):
    """A count by neighbourhood; a wider place has one only where each of its neighbourhoods has."""
    frame = table("imd_2025_indicators")[["lsoa21_code", entry["index_count"]]]
    frame = frame.set_axis(["area_code", "value"], axis=1)
    return _with_wider(frame, "lsoa", INDEX_OF_DEPRIVATION)


def one_figure_of_district(entry):
    """The one figure that all neighbourhoods of a district carry; none where they differ."""
    frame = table("imd_2025_indicators")[["lsoa21_code", entry["one_figure_of_district"]]]
    frame = frame.set_axis(["area_code", "value"], axis=1).assign(period=INDEX_OF_DEPRIVATION)
    inside = parts("lsoa")
    inside = inside[inside.whole.isin(current("district"))]
    joined = inside.merge(frame, left_on="part", right_on="area_code")
    figures = joined.groupby("whole").value.agg(["min", "max", "size", "count"])
    one = (figures["min"] == figures["max"]) & (figures["size"] == figures["count"])
    district = figures["min"].where(one).rename("value").rename_axis("area_code").reset_index()
    return pd.concat([frame, district.assign(period=INDEX_OF_DEPRIVATION)])


def one_column(entry):
    """A column of a table of neighbourhoods, as published; that of digital exclusion has those of 2011."""
    frame = table(entry["neighbourhoods"])
    values = frame[[frame.columns[0], entry["column"]]].set_axis(["area_code", "value"], axis=1)
    values = values.assign(value=values.value * entry.get("scale", 1))
    if entry["neighbourhoods"] == "deri":
        return _carried_from_2011(values).assign(period=DIGITAL_EXCLUSION)
    census = entry["neighbourhoods"].startswith("census")
    return values.assign(period=CENSUS_DAY if census else INDEX_OF_DEPRIVATION)


def _carried_from_2011(values):
    """To each part of one that was split; to one made of several only where these agree; else none."""
    change = table("lsoa11_lsoa21")
    joined = change[change.change != "X"].merge(values, left_on="lsoa11_code", right_on="area_code")
    agreed = joined.groupby("lsoa21_code").value.agg(["min", "max"])
    agreed = agreed["min"].where(agreed["min"] == agreed["max"])
    return agreed.rename("value").rename_axis("area_code").reset_index()


def _with_wider(frame, level, day):
    """The rows of the neighbourhoods and their sums for wider places that have all their neighbourhoods."""
    frame = frame.assign(period=day)
    columns = [name for name in frame.columns if name not in ("area_code", "period")]
    return pd.concat([frame, sums(frame, *columns, level=level)])


WAYS = {
    "casualties": casualties,
    "census": census,
    "wide_census": wide_census,
    "flows": flows,
    "inside": inside,
    "index_count": index_count,
    "one_figure_of_district": one_figure_of_district,
    "neighbourhoods": one_column,
}

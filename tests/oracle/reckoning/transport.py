"""Buses, trains and traffic, from the publishers' tables: figures that no table gives as they are shown."""

import pandas as pd

from tests.oracle.reckoning.places import current, parts, series, table
from tests.oracle.reckoning.sums import UNITED_KINGDOM, over, sums

KEY = ["area_code", "period"]
PER_MILLION = 1_000_000
WITHHELD = 0.2  # of the buses timetabled that have to be matched
COUNTED = 0.9  # of the people of an area who live where buses are counted


def made(entry):
    """The figures of an entry that names one of these functions."""
    return FIGURES[entry["transport"]]()


def bus_journeys():
    """Millions of journeys; of a wider place without a row of its own, those of its authorities."""
    frame = series("bus_journeys", "Passenger journeys")[[*KEY, "value"]]
    return pd.concat([frame, sums(frame, "value", level="authority")])


def bus_journeys_per_head():
    """The rate as published, else journeys for each resident; sums over sums."""
    frame = bus_journeys_of_places().merge(_residents(), on=[*KEY[:1], "year"], how="left")
    rate = series("bus_journeys", "Passenger journeys per head")[[*KEY, "value"]]
    frame = frame.merge(rate, on=KEY, how="left")
    frame["denominator"] = (frame.numerator / frame.value.where(frame.value != 0)).fillna(frame.people)
    frame["value"] = frame.value.fillna(frame.numerator / frame.people)
    return pd.concat([frame, over(sums(frame, "numerator", "denominator", level="authority"), 1)])


def bus_journeys_of_places():
    """Journeys of the places that have a row."""
    frame = series("bus_journeys", "Passenger journeys")
    return frame[KEY].assign(numerator=frame.value * PER_MILLION, year=_years(frame))


def rail_use():
    """Millions of entries and exits at the stations of a place: none where it has no station."""
    frame = _passengers()
    frame = frame.assign(value=frame.numerator / PER_MILLION)[[*KEY, "value"]]
    return pd.concat([frame, sums(frame, "value")])


def rail_use_per_head():
    """Entries and exits for each resident of the year."""
    frame = _passengers()
    frame = frame.assign(year=_years(frame)).merge(_residents(), on=["area_code", "year"], how="left")
    frame = frame.rename(columns={"people": "denominator"})
    return over(pd.concat([frame, sums(frame, "numerator", "denominator")]), 1)


def bus_service():
    """Stops by buses in a morning for each 1,000 people who live where they are counted."""
    people = table("census_disability").groupby("lsoa21_code").total_residents.max().rename("people")
    stops = series("bus_punctuality", "Timetabled stops").set_index("area_code").value / 90
    frame = pd.DataFrame({"people": people, "stops": stops.reindex(people.index)})
    frame["counted"] = frame.people.where(frame.stops.notna())
    whole = _of_neighbourhoods(frame.reset_index(names="area_code"), ["people", "stops", "counted"])
    whole = whole[whole.counted >= COUNTED * whole.people].rename(
        columns={"stops": "numerator", "counted": "denominator"}
    )
    return over(whole.assign(period=pd.Timestamp("2024-02-01").date()), 1000)


def bus_punctuality():
    """Of the stops that were matched, those on time; none where fewer than a fifth were matched."""
    columns = {"Timetabled stops": "timetabled", "Matched stops": "matched", "Punctual share": "share"}
    frame = _side_by_side(columns).dropna(subset=["timetabled"])
    frame["judged"] = frame.matched.where(frame.share.notna())
    frame["punctual"] = frame.matched * frame.share
    whole = _of_neighbourhoods(frame, ["timetabled", "matched", "judged", "punctual"])
    whole = whole[(whole.matched >= WITHHELD * whole.timetabled) & (whole.judged > 0)]
    return whole.assign(value=100 * whole.punctual / whole.judged, period=frame.period.iloc[0])


def bus_coverage():
    """Of the stops timetabled, those that were matched."""
    frame = _side_by_side({"Timetabled stops": "denominator", "Matched stops": "numerator"}).fillna(0)
    frame = pd.concat([frame, sums(frame, "numerator", "denominator", level="lsoa")])
    return over(frame[frame.denominator > 0], 100)


def road_traffic_per_head():
    """Motor vehicle miles in a year for each resident of that year; of wider places from sums of parts."""
    frame = series("road_traffic", "Motor vehicle traffic")
    frame = frame[KEY].assign(numerator=frame.value, year=_years(frame))
    frame = frame.merge(_residents(), on=["area_code", "year"]).rename(columns={"people": "denominator"})
    return over(pd.concat([frame, sums(frame, "numerator", "denominator", level="authority")]), 1)


def road_traffic():
    """Billions of motor vehicle miles in a year."""
    frame = series("road_traffic", "Motor vehicle traffic")
    frame = frame[KEY].assign(value=frame.value / 1e9)
    return pd.concat([frame, sums(frame, "value", level="authority")])


def _passengers():
    """Entries and exits by place and year, for every district, county, region and England."""
    stations = table("rail_stations")[["lsoa21_code", "period", "entries_and_exits"]]
    inside = table("membership").rename(columns={"area_code": "lsoa21_code", "within": "area_code"})
    used = stations.merge(inside, on="lsoa21_code").groupby(KEY).entries_and_exits.sum()
    places = [*current("district"), *current("county"), *current("region"), "E92000001"]
    every = pd.MultiIndex.from_product([places, stations.period.unique()], names=KEY)
    return used.reindex(every, fill_value=0).rename("numerator").reset_index()


def _residents():
    people = table("population_count")
    return people[["area_code"]].assign(year=_years(people), people=people.value)


def _years(frame):
    return [day.year for day in frame.period]


def _side_by_side(columns):
    """Series of bus stops of the neighbourhoods, a column each."""
    frame = table("bus_punctuality")
    wide = frame.pivot(index=KEY, columns="series", values="value").rename(columns=columns)
    return wide.reset_index()


def _of_neighbourhoods(frame, columns):
    """Each neighbourhood, and sums of what is known in them for every wider place but the United Kingdom."""
    inside = parts("lsoa")
    inside = inside[~inside.whole.isin(UNITED_KINGDOM)].rename(columns={"part": "area_code"})
    added = inside.merge(frame, on="area_code").groupby("whole")[columns].sum(min_count=1)
    return pd.concat([frame, added.reset_index().rename(columns={"whole": "area_code"})])


FIGURES = {
    made.__name__: made
    for made in (
        bus_journeys,
        bus_journeys_per_head,
        bus_service,
        bus_punctuality,
        bus_coverage,
        rail_use,
        rail_use_per_head,
        road_traffic,
        road_traffic_per_head,
    )
}

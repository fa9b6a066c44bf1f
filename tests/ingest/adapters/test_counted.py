"""Things and events counted by area and period: by codes, by points, with zeros where the file covers."""

import json
from datetime import date

import pytest

HEAD = '[options]\ncovers = ["E92000001"]\n'
CRIMES = (
    HEAD
    + """
area    = "LSOA code"
lon     = "Longitude"
lat     = "Latitude"
date    = "Month"
periods = "month"
measure = "Crime type"
"""
)


def counted(workshop, more, path):
    """(area, series, first day) -> how many, as published."""
    workshop.entry("things", path, "counted", more)
    outcome = workshop.run()
    assert outcome.refused == {}
    rows = workshop.table("things").itertuples()
    return {(row.area_code, row.series, row.period): row.value for row in rows}, outcome.notes["things"]


def test_crimes_are_counted_by_district_and_none_is_a_zero(workshop):
    workshop.source(
        "street.csv",
        """Crime ID,Month,Longitude,Latitude,LSOA code,Crime type
        a,2024-01,-2.25,53.5,E01000001,Burglary
        b,2024-01,-2.25,53.5,E01000001,Burglary
        c,2024-02,-2.30,53.5,,Robbery
        d,2024-02,,,,Robbery""",
    )
    found, notes = counted(workshop, CRIMES, "street.csv")
    january, february = date(2024, 1, 1), date(2024, 2, 1)
    assert found["E08000003", "Burglary", january] == 2
    assert found["E08000006", "Robbery", february] == 1  # placed by its point
    assert found["E08000006", "Burglary", january] == 0
    assert found["E06000063", "Robbery", february] == 0
    assert len(found) == 4 * 2 * 2  # four districts of today, two kinds, two months
    assert "1 row without a place in England counted nowhere" in notes


def test_a_year_that_the_file_does_not_cover_whole_is_left_out(workshop):
    workshop.source("fires.csv", "Code,Day\nE08000003,31/12/2023\nE08000003,02/03/2024\nE08000003,02/02/2025")
    days = HEAD + 'area = "Code"\ndate = "Day"\nperiods = "day"\nby = "calendar year"\nseries = "Fires"\n'
    workshop.entry("things", "fires.csv", "counted", days)
    assert "say from and to" in workshop.only_refusal()
    found, notes = counted(workshop, days + "from = 2023-06-01\nto = 2025-01-31", "fires.csv")
    assert {period for *_, period in found} == {date(2024, 1, 1)}
    assert found["E08000003", "Fires", date(2024, 1, 1)] == 1
    assert "2 rows of periods that the file does not cover whole not counted" in notes


def test_points_of_a_map_are_counted_where_they_lie_and_only_where_the_file_covers(workshop):
    features = [
        {"type": "Feature", "properties": {"homes": homes}, "geometry": {"type": "Point", "coordinates": at}}
        for homes, at in ((12, [-2.25, 53.5]), (5, [-2.25, 53.5]), (7, [-2.30, 53.5]))
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features})
    workshop.source("sites.geojson", text)
    more = """[options]
covers = ["E08000003"]
lon = "lon"
lat = "lat"
value = "homes"
period = "2025-03-31"
periods = "day"
series = "Homes"
levels = ["district", "lsoa"]
"""
    found, notes = counted(workshop, more, "sites.geojson")
    day = date(2025, 3, 31)
    assert found == {("E08000003", "Homes", day): 17, ("E01000001", "Homes", day): 17}
    assert notes == ["1 row outside covers not counted"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ('[options]\narea = "Code"\nperiod = "2024"\nperiods = "calendar year"', "covers is missing"),
        (HEAD + 'period = "2024"\nperiods = "calendar year"', "say where each is"),
        (HEAD + 'area = "Code"\nperiods = "calendar year"', "say when each was"),
        (
            HEAD + 'area = "Code"\nperiod = "2024"\nperiods = "calendar year"\nlevels = ["lsoa"]',
            "take lsoa out",
        ),
        (
            HEAD + 'area = "Code"\nperiod = "2024"\nperiods = "calendar year"\nlevels = ["parish"]',
            "levels has",
        ),
        (HEAD + 'lon = "X"\nlat = "Y"\nperiod = "2024"\nperiods = "calendar year"', "is no lon in degrees"),
    ],
)
def test_what_is_not_said_is_asked_for(workshop, more, said):
    workshop.source("sites.csv", "Code,X,Y\nE08000003,53.5,-2.2")
    workshop.entry("things", "sites.csv", "counted", more)
    assert said in workshop.only_refusal()


STOPS = """[options]
covers   = ["E08000003"]
easting  = "Easting"
northing = "Northing"
period   = "2025-03-31"
periods  = "day"
series   = "Stops"
"""


@pytest.mark.parametrize("rows", ["-2.25,53.5\n", "401000,381000\n", "383.5,400.1\n"])
def test_points_that_lie_nowhere_make_no_zeros(workshop, rows):
    """Degrees in the columns of metres, axes exchanged, kilometres: each district had 0 stops."""
    workshop.source("stops.csv", f"Easting,Northing\n{rows}")
    workshop.entry("things", "stops.csv", "counted", STOPS)
    said = workshop.only_refusal()
    assert "lie nowhere in England" in said or "no row lies in covers" in said

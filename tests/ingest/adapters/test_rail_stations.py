"""Rail stations: placed in their neighbourhood by their point, one row a station and year."""

from datetime import date

import pandas as pd

STATIONS = """
    NLC,OA,TLC,name,x_lon,y_lat
    1,E00000001,MAN,Manchester Test,-2.22,53.47
    2,E00000002,SAL,Salford Test,-2.28,53.47
    3,W00000001,HHD,Holyhead,-4.63,53.31
"""
OPTIONS = '[size]\nunchecked = "a test"\n[options]\nstations = "stations.csv"\nsince = 2017'


def _read(workshop, rows):
    workshop.source("stations.csv", STATIONS)
    frame = pd.DataFrame(rows, columns=["NLC", "year", "metric", "value"])
    frame.astype({"value": "float64"}).to_parquet(workshop.folder / "use.parquet")
    workshop.entry("rail_stations", "use.parquet", "rail_stations", OPTIONS)
    return workshop


USE = [
    (1, 2019, "Total", 320),
    (1, 2019, "Rank", 4),
    (1, 2016, "Total", 5),
    (2, 2019, "Total", 0),
    (3, 2019, "Total", 9),
]


def test_a_station_of_england_has_its_neighbourhood_and_the_passengers_of_each_year(workshop):
    assert _read(workshop, USE).run().refused == {}
    rows = [tuple(row) for row in workshop.table("rail_stations").itertuples(index=False)]
    assert rows == [
        ("MAN", date(2019, 4, 1), "Manchester Test", "E01000001", 320),
        ("SAL", date(2019, 4, 1), "Salford Test", "E01000002", 0),
    ]


def test_passengers_of_a_station_that_nobody_names_are_refused(workshop):
    assert "no station has the code 7" in _read(workshop, [*USE, (7, 2019, "Total", 3)]).only_refusal()


def test_a_station_and_year_stand_once(workshop):
    assert "stand twice" in _read(workshop, [*USE, (1, 2019, "Total", 3)]).only_refusal()

"""The use of single rail stations as rows: what the API gives."""

from typing import Any

from dashboard.catalogue.periods import label
from dashboard.datastore.areas import Area
from dashboard.datastore.travel.stations import YEAR, stations
from dashboard.exports.sheet import Column
from dashboard.site import Site

COLUMNS = (
    Column("station_code", "text", "Code of the station, as railways use it"),
    Column("station_name", "text", "Its name"),
    Column("area_code", "text", "ONS code of the local authority that it stands in"),
    Column("area_name", "text", "Its name"),
    Column("period", "date", "First day of the year"),
    Column("period_label", "text", "The year in words"),
    Column("entries_and_exits", "whole", "How often people entered or left the station; an estimate"),
)


def stations_of(site: Site, place: Area) -> list[dict[str, Any]]:
    """A row of COLUMNS for each station in `place` and year, most used and newest first."""
    return [
        {
            "station_code": station.code,
            "station_name": station.name,
            "area_code": station.district,
            "area_name": site.geography[station.district].name,
            "period": year,
            "period_label": label(YEAR, year),
            "entries_and_exits": used,
        }
        for station in stations(site.store, place.code) or ()
        for year, used in sorted(station.used.items(), reverse=True)
    ]

"""Station words: how many people use the rail stations of a place, station by station."""

from collections.abc import Sequence
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import label
from dashboard.datastore.areas import Area
from dashboard.datastore.datasets import sources_of
from dashboard.datastore.travel.stations import TABLE, YEAR, Station, stations
from dashboard.site import Site

HEADING = "Station by station"
EACH = "Each station, year by year"
UNIT = "Entries and exits at rail stations"
NOTE = (
    "Estimates of the Office of Rail and Road from ticket sales. 2020/21 and 2021/22 were years of travel "
    "restrictions, so no change from year to year is judged. Newer years are published and not held here. "
    "Trams and the Underground are not counted."
)
NO_FIGURE = "no figure"  # the station was not open, or is not listed in that year
TODAY = "The use of each station is not shown of a past day. It is on today's page."


def none(place: str) -> str:
    """What is said of a place without a station."""
    return f"No station of the national railway stands in {place}."


def most_used(place: str, found: Sequence[Station]) -> str:
    """The most used station of the newest year, and its busiest year where that is another.

    `found` is not empty and has the most used first.
    """
    first = found[0]
    many = "The only station" if len(found) == 1 else f"The most used of {len(found)} stations"
    said = f"{many} in {place} is {first.name}: {_in(first, first.newest)}."
    if first.busiest == first.newest:
        return said
    most = first.used[first.busiest]
    return f"{said} Its busiest year of those held was {label(YEAR, first.busiest)}: {most:,}."


def cut(shown: int, found: int) -> str:
    """That a table has the first of a longer list; "" where it has all."""
    return f"These are the {shown} most used of {found}; choose a place above for all of it." * (
        found > shown
    )


def _in(station: Station, year: date) -> str:
    return f"{station.used[year]:,} entries and exits in {label(YEAR, year)}"


def stations_said(site: Site, indicator: Indicator, place: Area) -> tuple[str, ...]:
    """The sentence on single stations beside the count of all; empty for any other indicator."""
    if site.as_of or indicator.statistic != "count" or TABLE not in sources_of(site.store, indicator):
        return ()
    found = stations(site.store, place.code)
    return (most_used(place.name, found) if found else none(place.name),)

"""Journeys to work from or to one place as rows and as a sheet: what the page, a file and the API give."""

from typing import Any

from dashboard.datastore.areas import Area, UnknownArea
from dashboard.datastore.flows import SMALLEST_FLOW, flows
from dashboard.exports.sheet import Column, Sheet, table_of_records
from dashboard.site import Site
from dashboard.statements import commuting_words as words

COLUMNS = (
    Column("home_code", "text", "ONS code of the area where people live"),
    Column("home_name", "text", "Its name"),
    Column("work_code", "text", "ONS code of the area where they work; 888888888 offshore, 999999999 abroad"),
    Column("work_name", "text", "Its name"),
    Column(
        "people", "whole", f"People at the census of 2021; pairs with fewer than {SMALLEST_FLOW} are left out"
    ),
)


def end_name(site: Site, code: str) -> str:
    """The name of an end of a journey."""
    try:
        return site.geography[code].name
    except UnknownArea:
        return words.other_end(code)


def journeys_of(site: Site, place: Area, outward: bool) -> list[dict[str, Any]]:
    """A row of COLUMNS for each flow that may be shown, most people first."""
    rows = []
    for code, people in flows(site.store, place.code, place.level, outward).shown.items():
        here, there = (place.code, place.name), (code, end_name(site, code))
        home, work = (here, there) if outward else (there, here)
        rows.append(dict(zip([column.name for column in COLUMNS], (*home, *work, people), strict=True)))
    return rows


def journeys_sheet(site: Site, place: Area, outward: bool) -> Sheet:
    """The same rows as a table."""
    rows = journeys_of(site, place, outward)
    name = f"journeys-{'from' if outward else 'to'}-{place.code}"
    return Sheet(
        name,
        words.flow_title(place.name, outward),
        words.LOCKDOWN,
        COLUMNS,
        table_of_records(COLUMNS, rows),
        "/commuting",
    )

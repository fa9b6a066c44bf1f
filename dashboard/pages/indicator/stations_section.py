"""Station by station: how many people use each rail station of the region, or of the places chosen."""

from datetime import date

from dash import html

from dashboard.catalogue.periods import label
from dashboard.charts.selection import Selection
from dashboard.components.folds import phone_fold
from dashboard.components.tables import data_table
from dashboard.datastore.areas import Area
from dashboard.datastore.datasets import sources_of
from dashboard.datastore.travel.stations import TABLE, YEAR, Station, stations
from dashboard.statements import station_words as words

MOST_ROWS = 40  # rows of one table: London has 333 stations, and a file has them all
FILE = f"/download/data/{TABLE}.csv"


def stations_section(chosen: Selection) -> html.Section | None:
    """A table for each place chosen, or for the region; None for what is not counted at stations."""
    if TABLE not in sources_of(chosen.site.store, chosen.indicator):
        return None
    download = html.A("Download every station (CSV)", href=FILE, className="download", download="")
    if chosen.site.as_of:
        shown, download = [html.P(words.TODAY, className="empty")], None
    else:
        shown = [_card(chosen, place) for place in chosen.places or (chosen.region,)]
    heading = html.Div([html.H2(words.HEADING, id="stations"), download], className="section-head")
    note = html.P(words.NOTE, className="note")
    return html.Section([heading, *shown, note], className="section", **{"aria-labelledby": "stations"})


def _card(chosen: Selection, place: Area) -> html.Div:
    found = stations(chosen.site.store, place.code)
    if not found:
        return html.Div(html.P(words.none(place.name), className="empty"), className="card section")
    years = sorted({year for station in found for year in station.used})
    rows = [_row(chosen, place, station, years) for station in found[:MOST_ROWS]]
    table = data_table(
        ["Station", *(label(YEAR, year) for year in years)], rows, f"{words.UNIT} in {place.name}"
    )
    said = filter(None, (words.most_used(place.name, found), words.cut(MOST_ROWS, len(found))))
    listed = phone_fold(words.EACH, f"in {place.name}", [table])
    return html.Div([html.P(" ".join(said)), listed], className="card section")


def _row(chosen: Selection, place: Area, station: Station, years: list[date]) -> list[str]:
    district = chosen.site.geography[station.district].name
    name = station.name if station.district == place.code else f"{station.name}, {district}"
    return [
        name,
        *(f"{station.used[year]:,}" if year in station.used else words.NO_FIGURE for year in years),
    ]

"""A district or county as a Sheet: all its published figures, one row an indicator and period."""

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.datastore.observations import Observation
from dashboard.exports.indicator import COLUMNS as INDICATOR_COLUMNS
from dashboard.exports.indicator import IN_FULL, WITHOUT, known_then, record
from dashboard.exports.sheet import Column, Sheet, table_of_records
from dashboard.site import Site
from dashboard.statements.absence.absence import Absence
from dashboard.statements.absence.absent import absent, absent_in

COLUMNS = (
    Column("indicator", "text", "Theme and name of the indicator, as in its address"),
    Column("title", "text", "The indicator in words"),
    Column("unit", "text", "What the figure is measured in"),
    *INDICATOR_COLUMNS,
)


def place_sheet(site: Site, place: Area) -> Sheet:
    """Every observation of `place`, in the order of themes and indicators, oldest first."""
    shown = list(site.indicators.values())
    rows = [row for indicator in shown for row in _rows(site, indicator, place)]
    sources = {source.title: source for indicator in shown for source in site.sources(indicator)}
    return Sheet(
        name=place.code,
        title=f"Published figures of {place.name}",
        description="All indicators, each in its own unit; of those without a figure of this place, why.",
        columns=COLUMNS,
        table=table_of_records(COLUMNS, rows),
        page=f"/place/{place.code}",
        about=known_then(site, shown)
        | {
            "Source": "; ".join(sorted({source.publisher for source in sources.values()})),
            "Licence": "; ".join(sorted({source.licence for source in sources.values()})),
            "How they are made": "Each indicator’s page says how it is made and what it cannot tell.",
            "Snapshot": site.store.edition,
        },
        notes=(IN_FULL, WITHOUT),
    )


def _rows(site: Site, indicator: Indicator, place: Area) -> list[dict]:
    named = {"indicator": indicator.id, "title": indicator.title, "unit": indicator.unit}
    series = site.observations(indicator).series(place.code)
    if not series:
        return [named | record(indicator, place, None, absent(site, indicator, place))]
    return [named | record(indicator, place, item, _none(site, indicator, place, item)) for item in series]


def _none(site: Site, indicator: Indicator, place: Area, item: Observation) -> Absence | None:
    return None if item.value is not None else absent_in(site, indicator, place, item.period)

"""An indicator for one region as a Sheet: the region, all inside it, England and the United Kingdom."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import spell_dates
from dashboard.datastore.areas import LEVELS, NEIGHBOURHOODS, UNITED_KINGDOM, Area
from dashboard.datastore.observations import Observation
from dashboard.exports.figure_text import rounded, shown
from dashboard.exports.sheet import Column, Sheet, table_of_records
from dashboard.exports.shorthand import meaning
from dashboard.site import Site
from dashboard.statements.absence.absence import Absence
from dashboard.statements.absence.absent import absent, absent_in
from dashboard.statements.as_of_words import figures_known

IN_FULL = "The column “value” holds the figure in full; “shown” holds it as the pages round it."
WITHOUT = (
    "An area without any figure has a row without a period: “status_meaning” says if it is not published, "
    "published but not held here (and where), or does not apply."
)
_LARGEST_FIRST = {level: at for at, level in enumerate(LEVELS)}
_NUMBERS = ("value", "lower", "upper", "numerator", "denominator")
COLUMNS = (
    Column("area_code", "text", "Code of the area: ONS’s, or of a city region that it has none for"),
    Column("area_name", "text", "Name of the area"),
    Column(
        "level",
        "text",
        "Kind of area: country, region, city_region, own_area, county, district, ward, msoa, lsoa, or "
        "combined_authority for one that has ended",
    ),
    Column("period", "date", "First day of the period; empty for an area without any figure"),
    Column("period_label", "text", "The period in words"),
    Column("value", "number", "The figure, in the indicator's unit"),
    Column("shown", "text", "The figure as the pages show it, rounded, with its sign or unit"),
    Column("lower", "number", "Lower end of the published 95% interval"),
    Column("upper", "number", "Upper end of the published 95% interval"),
    Column("numerator", "number", "What was counted, where known"),
    Column("denominator", "number", "Out of how many, where known"),
    Column("status", "text", "Short mark of a figure that is special or missing"),
    Column("status_meaning", "text", "What the mark means, or why there is no figure"),
)


def indicator_sheet(site: Site, indicator: Indicator, region: Area) -> Sheet:
    """Every observation of `indicator` in and around `region`, with all that the cover of a file says."""
    rows = [
        record(indicator, area, item, _none(site, indicator, area, item, region))
        for area, item in in_region(site, indicator, region)
    ]
    rows += [record(indicator, area, None, none) for area, none in without_figures(site, indicator, region)]
    return Sheet(
        name=f"{indicator.name}-{region.code}",
        title=f"{indicator.title}, {region.name}",
        description=f"{indicator.question} Unit: {indicator.unit}.",
        columns=COLUMNS,
        table=table_of_records(COLUMNS, rows),
        page=f"/indicator/{indicator.id}",
        about=about(site, indicator),
        notes=tuple(_notes(indicator)),
    )


def everywhere_sheet(site: Site, indicator: Indicator, region: Area) -> Sheet:
    """Every observation of `indicator` for the country, regions, city regions, counties and districts that it
    has, largest first, and for combined authorities that have ended; `region` is the one that its reasons for
    a missing figure speak of."""
    observations = site.observations(indicator)
    areas = sorted(
        (site.geography[code] for code in observations.areas() if not _is_neighbourhood(code)),
        key=lambda area: (_LARGEST_FIRST.get(area.level, len(LEVELS)), area.name, area.code),
    )
    rows = [
        record(indicator, area, item, _none(site, indicator, area, item, region))
        for area in areas
        for item in observations.series(area.code)
    ]
    return replace(
        indicator_sheet(site, indicator, region),
        name=f"{indicator.name}-all",
        title=f"{indicator.title}, every area",
        table=table_of_records(COLUMNS, rows),
    )


def record(indicator: Indicator, area: Area, item: Observation | None, none: Absence | None = None) -> dict:
    """One observation as every file and the API give it, by column name; `none` says why it has no figure.

    Without an `item` the area has nothing at all: no period, and the mark of `none`.
    """
    numbers = {name: rounded(getattr(item, name, None)) for name in _NUMBERS}
    status = item.status if item and item.status else none.mark if none else ""
    return {
        "area_code": area.code,
        "area_name": area.name,
        "level": area.level,
        "period": item.period if item else None,
        "period_label": indicator.period_label(item.period) if item else "",
        "shown": shown(indicator, numbers["value"]),
        **numbers,
        "status": status,
        "status_meaning": none.printed if none else meaning(status),
    }


def _none(site: Site, indicator: Indicator, area: Area, item: Observation, region: Area) -> Absence | None:
    return None if item.value is not None else absent_in(site, indicator, area, item.period, region)


def without_figures(site: Site, indicator: Indicator, region: Area) -> list[tuple[Area, Absence]]:
    """The region, its counties and districts, and England, where the source has no row for them, and why."""
    observations = site.observations(indicator)
    areas = [area for area in site.geography.around(region.code) if area.code != UNITED_KINGDOM]
    return [(area, absent(site, indicator, area, region)) for area in areas if area.code not in observations]


def in_region(site: Site, indicator: Indicator, region: Area) -> list[tuple[Area, Observation]]:
    """Each area in and around `region` with each of its observations, largest areas first, in time order."""
    wide, inside = site.observations(indicator), site.observations(indicator, region.code)
    found = [(area, item) for area in site.geography.around(region.code) for item in wide.series(area.code)]
    if any(map(_is_neighbourhood, inside.areas())):
        small = [area for level in NEIGHBOURHOODS for area in site.geography.members(region.code, level)]
        found += [(area, item) for area in small for item in inside.series(area.code)]
    return found


def _is_neighbourhood(code: str) -> bool:
    return code.startswith(("E01", "E02", "E05"))


def known_then(site: Site, indicators: Sequence[Indicator]) -> dict[str, str]:
    """What a cover says of a past day; nothing of today."""
    return {"As of": figures_known(site, indicators)} if site.as_of else {}


def about(site: Site, indicator: Indicator) -> dict[str, str]:
    """What a cover says of `indicator`: sources, licence, how it is made, who answers for it."""
    sources = site.sources(indicator)
    return known_then(site, [indicator]) | {
        "Source": "; ".join(
            f"{item.publisher}, {item.title} ({spell_dates(item.vintage)})" for item in sources
        ),
        "Publisher": "; ".join(dict.fromkeys(item.publisher for item in sources)) or indicator.owner,
        "Licence": "; ".join(dict.fromkeys(item.licence for item in sources)),
        "Unit": indicator.unit,
        "How it is made": " ".join(indicator.method.split()),
        "Limits of the figures": " ".join(indicator.caveat.split()),
        "Contact": indicator.owner,
        "Snapshot": site.store.edition,
    }


def _notes(indicator: Indicator) -> list[str]:
    notes = [IN_FULL, WITHOUT]
    for item in indicator.breaks:
        since = indicator.period_label(item.since)
        notes.append(f"Figures before {since} cannot be compared with those after it: {item.reason}")
    return notes

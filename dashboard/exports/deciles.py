"""An indicator by deprivation decile as a record for the API and as a Sheet: the same figures as its page."""

from typing import Any

from dashboard.exports.figure_text import rounded, shown
from dashboard.exports.indicator import about
from dashboard.exports.sheet import Column, Sheet, table_of_records
from dashboard.site import Site
from dashboard.statements import decile_words as words
from dashboard.statements.by_decile import ByDecile

COLUMNS = (
    Column("tenth", "whole", "1 is the most deprived tenth of the region’s neighbourhoods, 10 the least"),
    Column("neighbourhoods", "whole", "How many neighbourhoods (LSOAs) of it have a figure"),
    Column("weight", "number", "Its base (people, households) where counts are held, else its residents"),
    Column("value", "number", "The figure, in the indicator's unit"),
    Column("shown", "text", "The figure as the pages show it, rounded, with its sign or unit"),
    Column("lower", "number", "Lower end of the 95% interval, where counts are held"),
    Column("upper", "number", "Upper end of the 95% interval, where counts are held"),
    Column("numerator", "number", "What was counted, where known"),
)


def decile_records(found: ByDecile) -> list[dict[str, Any]]:
    """A row a decile, the most deprived first, by column name."""
    return [
        {
            "tenth": item.number,
            "neighbourhoods": item.areas,
            "weight": rounded(item.people),
            "value": rounded(item.value),
            "shown": shown(found.indicator, item.value),
            "lower": rounded(item.lower),
            "upper": rounded(item.upper),
            "numerator": rounded(item.numerator),
        }
        for item in found.deciles
    ]


def deciles_record(found: ByDecile) -> dict[str, Any]:
    """All deciles with the gap (most less least deprived) and the slope and relative indices."""
    slope, gap = found.slope, found.gap
    limits = [None, None]
    ratio_limits = slope.ratio_limits if found.ratio is not None else None
    return {
        "indicator": found.indicator.id,
        "area_code": found.region.code,
        "area_name": found.region.name,
        "period": found.period,
        "text": words.sentence(found),
        "notes": words.notes(found),
        "gap": _measure(found.size, [gap.lower, gap.upper]),
        "slope_index": _measure(slope.slope, slope.slope_limits or limits),
        "relative_index": _measure(found.ratio, ratio_limits or limits),
        "tenths": decile_records(found),
    }


def _measure(value: float | None, limits) -> dict[str, float | None]:
    return {"value": rounded(value), "lower": rounded(limits[0]), "upper": rounded(limits[1])}


def deciles_sheet(site: Site, found: ByDecile) -> Sheet:
    """The deciles with the gap and the indices among the notes."""
    rows = decile_records(found)
    indicator, region = found.indicator, found.region
    return Sheet(
        name=f"{indicator.name}-tenths-{region.code}",
        title=f"{indicator.title} by deprivation tenth, {region.name}",
        description=f"{indicator.question} Unit: {indicator.unit}. {indicator.period_label(found.period)}.",
        columns=COLUMNS,
        table=table_of_records(COLUMNS, rows),
        page=f"/indicator/{indicator.id}",
        about=about(site, indicator),
        notes=tuple(words.all_sentences(found)),
    )

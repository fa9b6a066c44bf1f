"""A gap between groups as records for the API and as a Sheet: both figures, the gap, its trend, how sure."""

from typing import Any

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.exports.figure_text import rounded
from dashboard.exports.indicator import about
from dashboard.exports.sheet import Column, Sheet, table_of_records
from dashboard.site import Site
from dashboard.statements import group_words as words
from dashboard.statements.by_group import GroupGap, group_gaps

COLUMNS = (
    Column("indicator", "text", "Theme and name of the gap, as in its address"),
    Column("area_code", "text", "Code of the area: the region, or where it has no figure a local authority"),
    Column("area_name", "text", "Name of the area"),
    Column("period", "date", "First day of the newest period with a figure"),
    Column("group", "text", "Who is behind"),
    Column("others", "text", "Behind whom"),
    Column("group_value", "number", "The figure of the group"),
    Column("others_value", "number", "The figure of the others"),
    Column("gap", "number", "How far the group is behind"),
    Column("lower", "number", "Lower end of the gap's 95% interval, where margins are held"),
    Column("upper", "number", "Upper end of the gap's 95% interval, where margins are held"),
    Column("text", "text", "The gap and its trend in words"),
    Column("sure", "text", "How sure that is"),
)


def group_record(found: GroupGap) -> dict[str, Any]:
    """One gap in one area, by column name."""
    indicator, gap, pair = found.indicator, found.gap, found.pair
    numbers = {"group_value": pair.group, "others_value": pair.others, "gap": gap.value}
    numbers |= {"lower": gap.lower, "upper": gap.upper}
    return {
        "indicator": indicator.id,
        "area_code": found.area.code,
        "area_name": found.area.name,
        "period": gap.period,
        "group": indicator.between.group,
        "others": indicator.between.others,
        **{name: rounded(value) for name, value in numbers.items()},
        "text": words.sentence(found),
        "sure": words.certainty(found),
    }


def groups_sheet(site: Site, indicator: Indicator, region: Area) -> Sheet:
    """The newest gap of `region`, or of each of its local authorities."""
    rows = [group_record(item) for item in group_gaps(site, indicator, region)]
    return Sheet(
        name=f"{indicator.name}-groups-{region.code}",
        title=f"{indicator.title}, {region.name}",
        description=f"{indicator.question} Unit of the gap: {indicator.unit}.",
        columns=COLUMNS,
        table=table_of_records(COLUMNS, rows),
        page=f"/indicator/{indicator.id}",
        about=about(site, indicator),
    )

"""What a gap comes to as a record for the API: the numbers of the sentence that the pages say."""

from typing import Any

from dashboard.exports.sheet import Column
from dashboard.site import Site
from dashboard.statements.judgement.judgement import Judgement
from dashboard.statements.judgement.size_words import base_of, size, size_said

COLUMNS = (
    Column("indicator", "text", "Theme and name of the indicator, as in its address"),
    Column("area_code", "text", "Code of the area"),
    Column("area_name", "text", "Name of the area"),
    Column("period", "date", "First day of the period of both figures"),
    Column("against", "text", "Whose rate it is set against"),
    Column("count", "number", "How many more (below 0: fewer) there would be, rounded to what is known"),
    Column("lower", "number", "Lower end of its 95% interval, where a margin of error is held"),
    Column("upper", "number", "Upper end of its 95% interval, where a margin of error is held"),
    Column("of", "text", "What there would be more or fewer of"),
    Column("base", "number", "How many the rate is counted among"),
    Column("text", "text", "The sentence of the pages, or why the gap is not put into numbers; may be empty"),
)


def size_record(site: Site, judged: Judgement) -> dict[str, Any]:
    """What the gap of a judged figure comes to, by column name."""
    indicator, found = judged.indicator, size(site, judged)
    return {
        "indicator": indicator.id,
        "area_code": judged.area.code,
        "area_name": judged.area.name,
        "period": judged.latest.period,
        "against": judged.against.name if judged.against else "",
        "count": found.count if found else None,
        "lower": found.lower if found else None,
        "upper": found.upper if found else None,
        "of": indicator.gap_words,
        "base": base_of(site, indicator, judged.latest),
        "text": " ".join(size_said(site, judged)),
    }

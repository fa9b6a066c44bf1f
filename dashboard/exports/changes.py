"""What changed of an indicator as a record for the API: the numbers and the sentences that the page says."""

from datetime import date
from typing import Any

from dashboard.exports.sheet import Column
from dashboard.exports.text_files import json_number
from dashboard.statements.changed.compared import AreaChange, DatedFigure, IndicatorChange
from dashboard.statements.changed.words import area_sentence, headline_of

COLUMNS = (
    Column("area_code", "text", "Code of the area"),
    Column("area_name", "text", "Name of the area"),
    Column("kind", "text", "first, period, rebased, revised or gone"),
    Column("period", "date", "First day of the period of the figure told; null for none"),
    Column("value", "number", "The figure as it is; null for none"),
    Column("period_before", "date", "First day of the period of the figure before; null for none"),
    Column("value_before", "number", "The figure as it was; null for none"),
    Column("revised", "whole", "How many figures of periods that both days have were revised"),
    Column("turned", "bool", "Whether a revision alone turned the statement round"),
    Column("said", "text", "The statement as it is, where its verdict changed; else empty"),
    Column("said_before", "text", "The statement as it was"),
    Column("text", "text", "The sentence of the page"),
)


def change_record(item: IndicatorChange) -> dict[str, Any]:
    """All that changed of one indicator, area by area."""
    return {
        "indicator": item.indicator.id,
        "title": item.indicator.title,
        "day": item.day,
        "kind": item.kind,
        "text": headline_of(item),
        "page": f"/indicator/{item.indicator.id}",
        "areas": [_area(item, area) for area in item.areas],
    }


def _area(item: IndicatorChange, found: AreaChange) -> dict[str, Any]:
    period, value = _figure(found.now)
    period_before, value_before = _figure(found.before)
    return {
        "area_code": found.area.code,
        "area_name": found.area.name,
        "kind": found.kind,
        "period": period,
        "value": value,
        "period_before": period_before,
        "value_before": value_before,
        "revised": found.revised,
        "turned": found.turned,
        "said": found.statement,
        "said_before": found.statement_before,
        "text": area_sentence(item.indicator, found),
    }


def _figure(found: DatedFigure | None) -> tuple[date | None, float | None]:
    return (found.period, json_number(found.value)) if found else (None, None)

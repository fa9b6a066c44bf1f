"""The OpenAPI 3.1 document of /api/v1, made from the operations themselves."""

from typing import Any

from dashboard.ask.answer import ANSWERED, REFUSED
from dashboard.exports.changes import COLUMNS as CHANGE_COLUMNS
from dashboard.exports.deciles import COLUMNS as DECILE_COLUMNS
from dashboard.exports.gap_size import COLUMNS as GAP_SIZE_COLUMNS
from dashboard.exports.groups import COLUMNS as GROUP_COLUMNS
from dashboard.exports.indicator import COLUMNS
from dashboard.exports.sheet import Column
from dashboard.exports.travel.journeys import COLUMNS as JOURNEY_COLUMNS
from dashboard.exports.travel.stations import COLUMNS as STATION_COLUMNS
from dashboard.search.entries import ENTRY_KINDS
from dashboard.statements.absence.absence import LABELS, STATES
from dashboard.statements.age import STATES as AGES
from dashboard.statements.changed.compared import CHANGE_KINDS
from dashboard.web.api.find import ANSWER
from dashboard.web.api.operations import OPERATIONS, Operation
from dashboard.web.api.records import BASE

_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}
_DAY = {"type": "string", "format": "date"}
_FILES = {"type": "object", "additionalProperties": {"type": "string", "format": "uri-reference"}}
_NUMBER = {"type": ["number", "null"]}
_KINDS = {"text": _TEXT, "number": _NUMBER, "date": _DAY, "whole": {"type": "integer"}}
_KINDS |= {"bool": {"type": "boolean"}}


def _object(required: dict[str, dict]) -> dict:
    return {"type": "object", "properties": required, "required": [*required], "additionalProperties": False}


def _texts(*names: str) -> dict[str, dict]:
    return dict.fromkeys(names, _TEXT)


def _changed(column: Column) -> dict:
    found = _KINDS[column.kind] | {"description": column.description}
    return found | ({"type": ["string", "null"]} if column.kind == "date" else {})


_ABSENCE = _object(
    {
        "state": {"type": "string", "enum": list(STATES)}
        | {"description": "; ".join(f"{state}: {LABELS[state].lower()}" for state in STATES)},
        "reason": _TEXT | {"description": "Why there is no figure"},
        "address": _TEXT | {"description": "Where a figure that is not held here is published; else empty"},
    }
) | {"type": ["object", "null"], "description": "Why there is no value; null where there is one"}
_MEASURE = _object(dict.fromkeys(("value", "lower", "upper"), _NUMBER))
_AGE = _object(
    {
        "state": {"type": "string", "enum": list(AGES)}
        | {"description": "; ".join(f"{state}: {said}" for state, said in AGES.items())},
        "newest_period": {"type": ["string", "null"], "format": "date"}
        | {"description": "First day of the newest period that any area has a figure for"},
        "newer": _TEXTS | {"description": "Indicators of the same measure that reach further"},
    }
    | _texts("cadence", "next_release", "words")
) | {"description": "How current the newest figure is, on the day the figures were built"}
_FIGURE = _object(
    _texts("indicator", "title", "unit", "area_code", "area_name", "period_label", "shown", "status")
    | _texts("page", "observation")
    | {"period": _DAY, "value": {"type": "number"}, "lower": _NUMBER, "upper": _NUMBER, "sources": _TEXTS}
)
SCHEMAS = {
    "Indicator": _object(
        _texts(
            "id", "theme", "title", "question", "unit", "period", "better", "statistic", "prefix", "suffix"
        )
        | _texts("owner", "method", "caveat", "measure", "observations", "page")
        | {"age": _AGE}
        | {"decimals": {"type": "integer"}, "reviewed": _DAY, "datasets": _TEXTS, "files": _FILES}
        | {"breaks": {"type": "array", "items": _object({"since": _DAY, "reason": _TEXT})}}
    ),
    "Observation": _object(
        {c.name: _KINDS[c.kind] | {"description": c.description} for c in COLUMNS}
        | {
            "period": {"type": ["string", "null"], "format": "date"}
            | {"description": "First day of the period; null for an area without any figure"},
            "absence": _ABSENCE,
            "editions": {
                "type": "array",
                "items": _object({"value": {"type": "number"}, "in_files_by": _DAY}),
                "description": "What the figure has been, oldest first, where past editions are held: each "
                "value with the day by which it was in the publisher's files (it may have been published "
                "before); the last is the figure itself. Else empty",
            },
        }
    ),
    "GroupGap": _object({c.name: _KINDS[c.kind] | {"description": c.description} for c in GROUP_COLUMNS}),
    "SizeOfGap": _object({c.name: _KINDS[c.kind] | {"description": c.description} for c in GAP_SIZE_COLUMNS}),
    "ByTenth": _object(
        _texts("indicator", "area_code", "area_name", "text")
        | {"period": _DAY, "notes": _TEXTS}
        | {
            name: _MEASURE | {"description": said}
            for name, said in {
                "gap": "Most less least deprived tenth",
                "slope_index": "Least less most deprived end of the line through all tenths",
                "relative_index": "Least over most deprived end of that line; null of figures below 0",
            }.items()
        }
        | {
            "tenths": {
                "type": "array",
                "items": _object(
                    {c.name: _KINDS[c.kind] | {"description": c.description} for c in DECILE_COLUMNS}
                ),
            }
        }
    ),
    "Area": _object(_texts("area_code", "area_name", "level") | {"within": _TEXTS}),
    "Journey": _object({c.name: _KINDS[c.kind] | {"description": c.description} for c in JOURNEY_COLUMNS}),
    "Station": _object({c.name: _KINDS[c.kind] | {"description": c.description} for c in STATION_COLUMNS}),
    "Dataset": _object(
        _texts("dataset", "title", "description", "publisher", "licence", "licence_url", "source", "vintage")
        | _texts("cadence", "next_release", "owner", "caveat", "page")
        | {
            "experimental": {"type": "boolean"},
            "rows": {"type": "integer"},
            "indicators": _TEXTS,
            "files": _FILES,
        }
    ),
    "Found": _object(
        {
            "said": _TEXT | {"description": "A sentence where nothing was found, or not what was typed"},
            "items": {
                "type": "array",
                "items": _object(
                    {"kind": {"type": "string", "enum": [ANSWER, *ENTRY_KINDS]}}
                    | _texts("name", "detail", "address")
                ),
            },
        }
    ),
    "Changed": _object(
        _texts("indicator", "title", "text", "page")
        | {"day": _DAY | {"description": "The last day on which something of it changed"}}
        | {"kind": {"type": "string", "enum": list(CHANGE_KINDS)}}
        | {"areas": {"type": "array", "items": _object({c.name: _changed(c) for c in CHANGE_COLUMNS})}}
    ),
    "Answer": _object(
        _texts("said")
        | {"state": {"type": "string", "enum": [ANSWERED, REFUSED]}}
        | {"reason": _TEXT | {"description": "Why it was refused, in a word; empty where it was answered"}}
        | {"notes": _TEXTS, "figures": {"type": "array", "items": _FIGURE}}
        | {"options": {"type": "array", "items": _object(_texts("name", "address"))}}
    ),
    "Problem": _object(_texts("type", "title", "detail") | {"status": {"type": "integer"}}),
}


def document(base: str = "") -> dict[str, Any]:
    """The whole document, of a site that is served below the path `base`."""
    pages = {f"{item.schema}Page": _page(item.schema) for item in OPERATIONS if item.paged}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "City region dashboard",
            "version": "1",
            "summary": "Every figure of the dashboard, with its period, interval, status and source",
            "description": "Read-only and open. An answer holds until the figures change: send its ETag back "
            "in If-None-Match and a 304 says that nothing has changed. Within a version nothing is taken "
            "away: keys and parameters may be added.",
            "license": {"name": "Open Government Licence v3.0", "identifier": "OGL-UK-3.0"},
        },
        "servers": [{"url": base or "/", "description": "This site"}],
        "paths": {f"{BASE}{item.path}": {"get": _operation(item)} for item in OPERATIONS},
        "components": {"schemas": SCHEMAS | pages},
    }


def _page(schema: str) -> dict:
    return _object(
        {
            "snapshot": _TEXT | {"description": "Names the figures; it changes when they do"},
            "total": {"type": "integer", "description": "How many items there are on all pages"},
            "items": {"type": "array", "items": {"$ref": f"#/components/schemas/{schema}"}},
            "next": {"type": ["string", "null"], "description": "Address of the next page; null on the last"},
        }
    )


def _operation(item: Operation) -> dict:
    schema = f"{item.schema}Page" if item.paged else item.schema
    return {
        "operationId": item.name,
        "summary": item.summary,
        "parameters": [parameter.documented() for parameter in item.parameters],
        "responses": {
            "200": _response("What was asked for", schema, "application/json") | {"headers": _HEADERS},
            "304": {"description": "Nothing has changed since the ETag in If-None-Match"},
            "400": _response(
                "A parameter is unknown, repeated or not usable", "Problem", "application/problem+json"
            ),
            "404": _response("What the address names does not exist", "Problem", "application/problem+json"),
            "429": _response(
                "Too many requests; wait as Retry-After says", "Problem", "application/problem+json"
            ),
        },
    }


_HEADERS = {
    "ETag": {"schema": _TEXT, "description": "Names the snapshot of the figures"},
    "Cache-Control": {"schema": _TEXT, "description": "How long the answer may be used without asking again"},
}


def _response(description: str, schema: str, media_type: str) -> dict:
    return {
        "description": description,
        "content": {media_type: {"schema": {"$ref": f"#/components/schemas/{schema}"}}},
    }

"""Whatever is sent, the API answers as its OpenAPI document says: schemathesis makes the requests."""

from datetime import UTC, datetime

import jsonschema
import pytest
from hypothesis import HealthCheck, assume, given, settings

from dashboard.address.query_params import EARLIEST
from dashboard.web.api.openapi import document

EXAMPLES = [pytest.param(15, marks=pytest.mark.full), pytest.param(100, marks=pytest.mark.soak)]
PATHS = list(document()["paths"])
SETTINGS = settings(deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="session")
def schema(wsgi):
    import schemathesis  # takes a second to load, in every test process

    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", wsgi)


@pytest.mark.parametrize("examples", EXAMPLES)
@pytest.mark.parametrize("mode", ["positive", "negative"])
@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_as_documented(schema, path, mode, examples):
    from schemathesis import GenerationMode

    @given(schema[path]["GET"].as_strategy(generation_mode=GenerationMode(mode)))
    @settings(SETTINGS, max_examples=examples)
    def answer(case):
        days = [(case.query or {}).get(name) for name in ("as_of", "since", "until")]
        assume(mode == "negative" or (all(map(_held, days)) and _in_order(case.query or {})))
        case.call_and_validate(headers={"Accept-Encoding": "identity"})

    answer()


@pytest.mark.full
@pytest.mark.parametrize(
    ("path", "query", "holds"),
    [
        ("/api/v1/changes", {"since": "2001-01-01"}, "items"),
        ("/api/v1/search", {"q": "employment"}, "items"),
        ("/api/v1/ask", {"q": "What is the employment rate in Manchester?"}, "figures"),
    ],
)
def test_an_answer_that_holds_something_is_as_documented(schema, path, query, holds):
    """Days and words that are made up by chance mostly find nothing, which fits any description."""
    answer = schema[path]["GET"].Case(query=query).call_and_validate(headers={"Accept-Encoding": "identity"})
    assert answer.json()[holds]


def _held(day):
    """Whether a day may be asked for: one to come, or before all that is held, is refused, which no schema
    can say."""
    return day is None or str(EARLIEST) <= str(day) <= datetime.now(UTC).date().isoformat()


def _in_order(query):
    """Whether the days of each pair are in order: OpenAPI cannot say that one parameter bounds another, and
    an empty answer to days the wrong way round would look like no figures."""
    pairs = [(query.get(first), query.get(last)) for first, last in (("from", "to"), ("since", "until"))]
    return all(not (first and last) or str(first) <= str(last) for first, last in pairs)


def test_the_document_refers_only_to_what_it_defines():
    described = document()
    defined = {f"#/components/schemas/{name}" for name in described["components"]["schemas"]}
    assert set(_references(described)) <= defined
    for schema in described["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)


def _references(node):
    if isinstance(node, dict):
        yield from ([node["$ref"]] if "$ref" in node else [])
        node = list(node.values())
    if isinstance(node, list):
        for item in node:
            yield from _references(item)

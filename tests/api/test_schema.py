"""Whatever is sent, the API answers as its OpenAPI document says: schemathesis makes the requests."""

import jsonschema
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

from dashboard.api.openapi import document

PATHS = list(document()["paths"])
SETTINGS = settings(
    max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@pytest.fixture(scope="session")
def schema(wsgi):
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", wsgi)


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_as_documented(schema, path, mode):
    @given(schema[path]["GET"].as_strategy(generation_mode=mode))
    @SETTINGS
    def answer(case):
        case.call_and_validate(headers={"Accept-Encoding": "identity"})

    answer()


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

"""A request for a past day is known for one, however its letters are escaped."""

import json

import pytest
from flask import Flask

from dashboard.web.past_day import PAGE_UPDATE, is_of_past_day, names_past_day
from dashboard.web.rate_limit import PAST_DAY, price

pytestmark = pytest.mark.core


@pytest.mark.parametrize(
    ("sent", "past"),
    [
        (b"", False),
        (b"region=E47000001&q=100%25", False),
        (b"region=E47000001&as_of=2024-01-01", True),
        (b"as%5Fof=2024-01-01", True),
        (b"%61%73%5f%6F%66=2024-01-01", True),
        (b"asof=2024-01-01&of_as=1", False),
        (rb'{"value": "?as_of=2024-01-01"}', True),
        (rb'{"value": "?as\u005fof=2024-01-01"}', True),
        (rb'{"value": "?as\u00255Fof=2024-01-01"}', True),
        (rb'{"value": "C:\\u0041"}', False),
    ],
)
def test_a_name_is_read_as_the_page_reads_it(sent, past):
    assert names_past_day(sent) is past


@pytest.mark.parametrize("search", ["?as_of=2024-01-01", "?as%5Fof=2024-01-01", "?region=E47000001"])
def test_what_a_page_costs_and_what_fills_it_are_known_by_the_same(search):
    server, past = Flask("days"), "region" not in search
    with server.test_request_context(f"/{search}"):
        assert is_of_past_day() is past
        assert price() == (PAST_DAY if past else 1)
    body = json.dumps({"inputs": [{"id": "location", "property": "search", "value": search}]})
    with server.test_request_context(PAGE_UPDATE, method="POST", data=body):
        assert is_of_past_day() is past

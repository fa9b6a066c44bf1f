"""A request for a past day is known for one, however its letters are escaped."""

import json
from datetime import date

import pytest
from flask import Flask

from dashboard.address.query_params import BadAddress
from dashboard.pages import PAGES
from dashboard.web.api.operations import OPERATIONS
from dashboard.web.past_day import ASSISTANTS, PAGE_UPDATE, is_of_past_day, names_past_day
from dashboard.web.rate_limit import PAST_DAY, price
from dashboard.web.servers.concurrency_limit import _is_costly

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
        (b"https://d.example/whats-new?since=2024-01-01", True),
        (rb'{"pathname": "\/whats-new", "search": "?unt%69l=2024-01-01"}', True),
        (b"https://d.example/whats-new?region=E47000001", False),
        (b"https://d.example/events?since=2024-01", False),
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


def _day_of(read, *given):
    try:
        return isinstance(read(*given, "2024-01-01"), date)
    except BadAddress:
        return False


# They choose among the figures of today, by the period that those are about.
OF_PERIODS = {("/events", "since"), ("/events", "until"), "from", "to", "period"}


def test_every_day_that_an_address_may_name_costs_as_a_past_day_does(site):
    region = site.geography[site.settings.region]
    named = {
        (page.path, name)
        for page in PAGES
        for name, read in page.parameters.items()
        if _day_of(read, site, region)
    }
    named |= {
        (f"/api/v1{item.path}", each.name)
        for item in OPERATIONS
        for each in item.parameters
        if each.name not in OF_PERIODS and _day_of(each.read)
    }
    named -= OF_PERIODS
    assert {("/whats-new", "since"), ("/whats-new", "until"), ("/api/v1/changes", "since")} <= named
    for path, name in sorted(named):
        with Flask("days").test_request_context(f"{path}?{name}=2024-01-01"):
            assert (path, name, price()) == (path, name, PAST_DAY)


@pytest.mark.parametrize(("day", "past"), [({"as_of": "2024-01-01"}, True), ({}, False)])
def test_a_day_in_what_a_tool_is_asked_is_one_in_an_address(day, past):
    arguments = {"theme": "employment", "name": "claimants"} | day
    body = json.dumps({"method": "tools/call", "params": {"name": "observations", "arguments": arguments}})
    with Flask("tools").test_request_context(ASSISTANTS, method="POST", data=body):
        assert is_of_past_day() is past
        assert _is_costly() is past

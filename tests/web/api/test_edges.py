"""The edges of an answer: its last page, the area asked for itself, how many areas, who may keep it."""

from types import SimpleNamespace

import pytest
from flask import Flask

from dashboard.address.api_parameters import MOST_AREAS, codes
from dashboard.address.query_params import BadAddress
from dashboard.datastore.areas import Area
from dashboard.web.api import find
from dashboard.web.api.v1 import _next
from dashboard.web.responses import cached_response

REGION, DISTRICT, OTHER = (
    Area("E47000001", "Greater Manchester", "combined_authority"),
    Area("E08000003", "Manchester", "district"),
    Area("E08000035", "Leeds", "district"),
)


@pytest.mark.parametrize(
    ("offset", "following"),
    [
        (0, "/answers?offset=10&limit=10"),
        (9, "/answers?offset=19&limit=10"),
        (10, None),
        (15, None),
        (40, None),
    ],
)
def test_the_last_page_has_none_after_it(offset, following):
    with Flask("pages").test_request_context(f"/answers?offset={offset}"):
        assert _next([*range(20)], {"offset": offset, "limit": 10}) == following


@pytest.mark.parametrize(
    ("code", "expected"),
    [(REGION.code, [REGION, DISTRICT]), (DISTRICT.code, [DISTRICT]), (OTHER.code, [OTHER])],
)
def test_what_is_within_an_area_begins_with_that_area(code, expected):
    areas = {item.code: item for item in (REGION, DISTRICT, OTHER)}
    within = {DISTRICT.code: (REGION.code,)}
    site = SimpleNamespace(geography=SimpleNamespace(areas=areas, within=within, today=areas.get))
    asked = {"within": code, "level": None, "area": None}
    assert [item for _, item in find.areas(site, asked)] == expected
    assert find._areas_asked_for(site, asked, areas, code) == expected


def test_fifty_areas_may_be_asked_for_at_once_and_not_one_more():
    read = codes("area", "Areas").read
    many = [f"E0800{n:04d}" for n in range(MOST_AREAS + 1)]
    assert MOST_AREAS == 50
    assert read(",".join(many[:50])) == many[:50]
    with pytest.raises(BadAddress, match="up to 50 area codes"):
        read(",".join(many))


@pytest.mark.parametrize(("audience", "shared"), [("public", True), ("office", False)])
def test_an_answer_of_the_office_is_never_left_to_others(audience, shared):
    site = SimpleNamespace(edition="e", settings=SimpleNamespace(audience=audience))
    with Flask("answers").test_request_context("/"):
        kept = cached_response(site, "text/plain", lambda: b"a figure").headers["Cache-Control"]
    assert ("public" in kept, "private" in kept) == (shared, not shared)

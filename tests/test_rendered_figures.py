"""The known figures of the publishers, through the app's own callback, as a reader sees them on the page."""

from functools import partial

import pytest

from tests.callbacks import post_page

pytestmark = pytest.mark.core

KNOWN = [
    ("employment/claimants", "E08000003", ["6.0%", "4.9%", "4.0%"]),
    ("employment/employment_rate", "E08000003", ["71.4%", "71.9%", "76.0%"]),
    ("employment/weekly_pay", "E08000003", ["£589", "£648"]),
    ("skills/level_3", "E08000003", ["77.3%", "67.4%"]),
    ("skills/apprenticeship_starts", "E08000003", ["724", "959"]),
    ("economy/gva_per_hour", "E08000003", ["£44.77", "£39.77"]),
    ("people/population", "E08000003", ["589,670", "3,009,664", "58,620,101"]),
    ("transport/ev_chargers", "E08000003", ["116.2", "169.8"]),
    ("digital/gigabit_broadband", "E08000003", ["90.0%"]),
]


@pytest.fixture(scope="module")
def page(office_wsgi):
    return partial(post_page, office_wsgi.test_client())


@pytest.mark.parametrize(("indicator", "place", "figures"), KNOWN)
def test_a_known_figure_stands_on_the_indicator_page(page, indicator, place, figures):
    text = page(f"/indicator/{indicator}", f"?places={place}").json["response"]["page"]["children"]
    for figure in figures:
        assert figure in str(text), figure


@pytest.mark.parametrize(
    "step", [pytest.param(3, marks=pytest.mark.full), pytest.param(1, marks=pytest.mark.soak)]
)
def test_every_region_opens_through_the_callback(page, site, step):
    """One kind of page a region, in turn; `tests/test_every_region.py` lays out every page of each."""
    kinds = ["/", "/compare", "/place/", *(f"/theme/{theme}" for theme in site.themes)]
    for at, region in list(enumerate(site.geography.regions))[::step]:
        path = kinds[at % len(kinds)].replace(
            "/place/", f"/place/{site.geography.members(region.code)[0].code}"
        )
        answer = page(path, f"?region={region.code}")
        assert answer.status_code == 200, f"{region.name}: {path}: {answer.text[:300]}"


CHOSEN = "&places=E06000031&basis=demographic"


@pytest.mark.parametrize(
    ("region", "more", "every"),
    [
        pytest.param("E47000006", CHOSEN, 3, marks=pytest.mark.full),
        *(
            pytest.param(*given, 1, marks=pytest.mark.soak)
            for given in (
                ("E47000001", ""),
                ("E47000006", CHOSEN),
                ("E47000007", ""),
                ("E47000008", CHOSEN),
                ("E12000007", ""),
            )
        ),
    ],
)
def test_every_indicator_opens_in_awkward_regions_with_places_and_similar_areas_too(
    page, site, region, more, every
):
    for indicator in list(site.indicators)[::every]:
        answer = page(f"/indicator/{indicator}", f"?region={region}{more}")
        assert answer.status_code == 200, f"{indicator}: {answer.text[:300]}"


@pytest.mark.parametrize(
    ("path", "search", "status"),
    [
        ("/indicator/housing/castles", "", 404),
        ("/place/E99999999", "", 404),
        ("/", "?region=' OR 1=1 --", 404),
        ("/", {"$ne": None}, 400),
        (["/"], "", 400),
        (None, None, 400),
    ],
)
def test_a_tampered_input_is_answered_with_4xx_and_no_traceback(page, path, search, status):
    answer = page(path, search)
    assert answer.status_code == status
    assert "Traceback" not in answer.text


def test_an_output_that_does_not_exist_is_a_bad_request(office_wsgi):
    answer = office_wsgi.test_client().post(
        "/_dash-update-component",
        json={
            "output": '..{"part":["ALL"]}.children...{"canvas-data":["ALL"]}.data-figure...'
            '{"map-data":["ALL"]}.data-map..',
            "outputs": [[{"id": {"part": "secret"}, "property": "children"}], [], []],
            "inputs": [{"id": "search", "property": "data", "value": "?show=all"}],
            "state": [{"id": "location", "property": "pathname", "value": "/"}],
            "changedPropIds": ["search.data"],
        },
    )
    assert answer.status_code == 400
    assert "There is no part called “secret” on this page." in answer.text

"""How the office wants a pack is kept in the record: its sections in order, its headline, figures locked."""

import pytest

KEPT = {"brief": "mayor-monthly", "area_code": "E47000001", "sections": "map, brief, summary", "headline": ""}


@pytest.mark.full
@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"sections": "brief, essay"}, "sections", "This pack has no section “essay”"),
        ({"sections": "brief, brief"}, "sections", "Each section stands once"),
        ({"area_code": "E08000001"}, "area_code", "This pack is about a region: select one"),
        (
            {"headline": "Jobs fell by 987 here"},
            "headline",
            "The headline names 987, which the pack",
        ),
        ({"brief": "nothing"}, "brief", "Select a pack"),
    ],
)
def test_a_composition_that_the_pack_cannot_be_made_of_is_refused(post, given, field, said):
    status, answer = post("composition", KEPT | given)
    assert status == 422
    assert [error["field"] for error in answer["errors"]] == [field]
    assert said in answer["errors"][0]["message"] or field == "brief"


@pytest.mark.full
def test_what_is_kept_is_what_the_pack_page_and_its_files_begin_with(post, client):
    status, answer = post("composition", KEPT | {"headline": "Health comes first in Greater Manchester"})
    assert status == 201
    assert "brief=mayor-monthly" in answer["href"]
    page = client.get("/pack/mayor-monthly.html").data.decode()
    assert page.index('id="brief"') < page.index('id="map-') < page.index('id="summary"')
    post("composition", KEPT | {"sections": "brief", "headline": "Health comes first in Greater Manchester"})
    page = client.get("/pack/mayor-monthly.html").data.decode()
    assert "<h2>Health comes first in Greater Manchester</h2>" in page
    assert "Headline edited by" in page

"""What a form of a page sends leads to the address that it stands for."""

import pytest

from dashboard.web.rendering.chosen import chosen_address


def test_empty_fields_are_left_out_and_several_choices_are_joined():
    sent = [("places", "E1"), ("places", "E2"), ("basis", ""), ("region", "E4"), ("chosen", "1")]
    assert chosen_address("/indicator/a/b", sent) == "/indicator/a/b?places=E1,E2&region=E4"


@pytest.mark.parametrize("path", ["//evil.example/x", "/\\evil.example", "///evil.example"])
def test_it_never_leads_to_another_site(path):
    assert chosen_address(path, [("q", "a")]).startswith("/evil.example")


def test_a_form_is_answered_with_the_page_that_was_chosen(client):
    answer = client.get("/theme/housing?region=E47000008&level=&map=&chosen=1")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/theme/housing?region=E47000008")


def test_a_page_holds_its_controls_as_fields_of_its_form(client):
    page = client.get("/indicator/employment/employment_rate?region=E47000008&as_of=2026-06-01").text
    assert '<form id="choices" action="/indicator/employment/employment_rate">' in page
    assert '<input type="hidden" name="as_of" value="2026-06-01">' in page
    assert '<select id="served-region" name="region" form="choose-region"' in page
    assert 'name="basis" form="choices"' in page
    assert '<option value="E47000008" selected>' in page

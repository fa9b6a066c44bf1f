"""Whoever follows a link out of a mail: the page, though a full stop or a bracket came with it."""

import pytest


@pytest.mark.parametrize(
    ("asked", "led_to"),
    [
        ("/place/E08000003).", "/place/E08000003"),
        ("/theme/housing?region=E47000008%20", "/theme/housing?region=E47000008"),
        (
            "/theme/housing?region=E47000008&amp;as_of=2026-11-01",
            "/theme/housing?region=E47000008&as_of=2026-11-01",
        ),
        (
            "/?utm_source=x?region=E47000008&as_of=2026-11-01",
            "/?utm_source=x&region=E47000008&as_of=2026-11-01",
        ),
        ("/download/employment/employment_rate.csv.", "/download/employment/employment_rate.csv"),
    ],
)
def test_a_link_out_of_a_sentence_leads_to_what_was_meant(client, asked, led_to):
    answer = client.get(asked)
    assert (answer.status_code, answer.headers["Location"]) == (302, led_to)
    assert answer.headers["Cache-Control"] == "no-store"
    assert client.get(led_to).status_code == 200


@pytest.mark.parametrize(
    "path", ["/%2Felsewhere.example.", "/%5Celsewhere.example)", "/%09/elsewhere.example."]
)
def test_it_never_leads_to_another_site(client, path):
    location = client.get(path).headers.get("Location", "/")
    assert location.startswith("/")
    assert location[1:2] not in ("/", "\\")


def test_a_program_and_a_form_are_told_what_is_wrong(client):
    assert client.get("/api/v1/indicators/employment/nothing.").status_code == 404
    assert client.post("/questions?x=1.", data={}).status_code >= 400
    assert client.get("/place/E08000003?plcae=x").status_code == 400

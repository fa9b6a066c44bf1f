"""What names an area that no table here has is shown by its code, is published, and can be withdrawn."""

import json
from dataclasses import replace
from datetime import date

import pytest

from dashboard.record.kinds import Alert, Pilot, RecordedFigure, Target
from dashboard.web.writing.publishing import published
from tests.record.factories import INDICATOR, READ, REGION, event

STRANGE = "E47999999"
SAID = f"{STRANGE} (no area that is known here)"
BASELINE = RecordedFigure(date(2020, 1, 1), 70.0, "s", date(2021, 1, 1))
THINGS = {
    "/targets?region=E47000001": [
        ("target", Target(INDICATOR, STRANGE, 80.0, date(2030, 1, 1), BASELINE, "Skills", "Because")),
        ("event", replace(event("It opened"), area_code=STRANGE)),
    ],
    "/pilots?region=E47000001": [("pilot", Pilot(**READ | {"area_codes": (STRANGE,)}))],
    "/alerts?region=E47000001": [("alert", Alert("email", "a@example.org", "", STRANGE))],
}


@pytest.fixture
def taken(site):
    """taken(kind, item) -> the entry of what came with an import; it is withdrawn when the test ends."""
    entries = []

    def taken(kind, item, region=REGION):
        entries.append(site.record.real_record.add(kind, region, item, "Ann"))
        return entries[-1]

    yield taken
    for entry in entries:
        if not site.record.real_record.get(entry.id).withdrawn:
            site.record.real_record.withdraw(entry.id, 1, "Ann")


@pytest.mark.parametrize("path", THINGS)
def test_a_list_shows_the_code_and_that_it_is_not_known(taken, page, path):
    for kind, item in THINGS[path]:
        taken(kind, item)
    assert page(path).count(SAID) >= len(THINGS[path])


def test_a_pilot_in_an_unknown_place_of_an_unknown_region_has_a_page_is_published_and_is_withdrawn(
    taken, page, site, post
):
    item = Pilot(**READ | {"area_codes": ("E08000003", STRANGE), "published": True})
    entry = taken("pilot", item, STRANGE)
    text = page(f"/pilot/{entry.id}")
    assert SAID in text
    assert f"no area with the code {STRANGE} is known here" in text
    assert published(site, "approval")
    told = json.loads((site.settings.data / "public" / "pilots.json").read_text())["pilots"]
    assert [one["places"] for one in told if one["id"] == entry.id] == [["E08000003", STRANGE]]
    status, gone = post(f"pilot/{entry.id}/withdraw", version=1)
    assert (status, gone["public"]) == (200, True)
    assert "withdrawn" in page(gone["href"]).lower()

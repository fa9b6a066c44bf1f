"""What mayors are measured on: measured here, in part, or missing with whom to ask; targets by their path."""

import re
from dataclasses import replace
from datetime import date

import pytest

from dashboard.address import address as addresses
from dashboard.catalogue.frameworks import Framework, Measure
from dashboard.packs.brief import Brief, SectionRequest
from dashboard.packs.compose import compose
from dashboard.packs.html.writer import html_bytes
from dashboard.pages.frameworks import framework_page
from dashboard.record_port import NothingRecorded
from dashboard.statements.frameworks import counted, frameworks, standings
from tests.catalogue.test_frameworks import GOOD

REGION, RATE = "E47000001", "employment/employment_rate"


@pytest.fixture
def standing(public_site):
    """standing(name) -> the standings of a framework in Greater Manchester, by the name of the measure."""

    def standing(name: str):
        item = next(item for item in frameworks(public_site)[0] if item.name == name)
        found = standings(public_site, item, public_site.geography[REGION])
        return {each.measure.measure: each for each in found}

    return standing


def settled(site, **changed) -> str:
    """What is said of a target of the employment rate in Greater Manchester: 72.4% in 2022, 71.9% in 2023."""
    given = {"target": 75.0, "due": date(2030, 12, 31), "since": date(2022, 12, 31)} | changed
    measure = Measure("Work", "Rate", "ONS", measured_by=("employment/employment_rate",), **given)
    item = Framework("x", "X", "P", date(2023, 1, 1), "public", "us", "s", (measure,), regions=(REGION,))
    return standings(site, item, site.geography[REGION])[0]


def test_each_measure_is_measured_in_part_or_missing_with_whom_to_ask(standing):
    found = standing("local_outcomes")
    assert {name: item.state for name, item in found.items()} == {
        "Rental homes deemed decent": "partly",
        "Homes rated EPC C or better": "partly",
        "Remediated buildings": "missing",
        "Council-owned social homes deemed decent": "missing",
        "Households with children in temporary accommodation": "measured",
        "Families in bed and breakfast for over six weeks": "measured",
        "Duties owed where homelessness was prevented or relieved": "partly",
        "People sleeping rough on one night": "partly",
        "People sleeping rough over the month who are long term": "missing",
    }
    assert "building safety remediation" in found["Remediated buildings"].note
    assert counted(list(found.values())) == (
        "Of 9 measures 2 are measured here, 4 in part, and 3 are missing. No target is set in it."
    )


def test_a_target_is_held_to_its_path_and_its_distance_told_in_people(public_site):
    # The path from 72.4% at the end of 2022 to 75% at the end of 2030 asks for 72.7% at the end of 2023.
    # To 75% are missing 3.1 points (1.5 to 4.7) of 1,899,474 people: 58,884 (28,492 to 89,275).
    found = settled(public_site)
    assert found.track == "off track"
    assert "asks for at least 72.7% now" in found.target
    assert "about 60,000 more people in work (30,000 to 90,000)" in found.target


def test_how_far_a_measure_is_from_england_is_told_in_people(public_site):
    # 71.9% against 75.9% of 1,899,474 people; the published limits give the range.
    assert settled(public_site).figures == (
        "71.9% in 2023. At England’s rate: about 80,000 more people in work (45,000 to 110,000)",
    )


def test_a_distance_within_chance_is_not_told_in_people(public_site):
    assert "more people" not in settled(public_site, target=73.0).target


@pytest.mark.parametrize("target", ["178.0", "-3", "inf", "nan"])
def test_a_target_that_cannot_be_refuses_its_file_with_a_sentence(public_site, tmp_path, target):
    (tmp_path / "frameworks").mkdir()
    text = GOOD.replace("target = 75", f"target = {target}")
    assert text != GOOD
    (tmp_path / "frameworks" / "ours.toml").write_text(text)
    settings = replace(public_site.settings, data=tmp_path, audience="office")
    found, (refused,) = frameworks(replace(public_site, settings=settings))
    assert found == []
    where = "data/frameworks/ours.toml, measure 1"
    assert refused.startswith(f"{where}: correct target: {float(target):g} cannot be")


def test_a_target_without_a_figure_before_its_path_cannot_be_followed(public_site):
    found = settled(public_site, since=date(2001, 1, 1))
    assert found.track == "cannot tell"
    assert "It cannot be followed" in found.target


def test_the_pages_say_it_and_one_that_is_not_there_is_404(client):
    listed = client.get(f"/frameworks?region={REGION}")
    assert listed.status_code == 200
    assert client.get("/framework/local_outcomes").status_code == 200
    assert client.get("/framework/none").status_code == 404


def test_an_office_framework_is_not_the_publics(public_site, tmp_path):
    (tmp_path / "frameworks").mkdir()
    (tmp_path / "frameworks" / "ours.toml").write_text(GOOD)
    seen = {}
    for audience in ("public", "office"):
        settings = replace(public_site.settings, data=tmp_path, audience=audience)
        seen[audience] = [item.name for item in frameworks(replace(public_site, settings=settings))[0]]
    assert seen == {"public": [], "office": ["ours"]}


@pytest.fixture
def pack(public_site):
    """The pack of a brief that asks for the Local Outcomes Framework alone."""
    part = SectionRequest("framework", framework="local_outcomes")
    brief = Brief("measures", "Measures", "What we are measured on", "public", "region", (part,))
    return compose(public_site, brief, public_site.geography[REGION])


def test_a_pack_has_a_section_of_a_framework(pack):
    section = pack.sections[0]
    assert section.title == "Of 9 measures 2 are measured here, 4 in part, and 3 are missing"
    assert "Missing: Remediated buildings (Ministry of Housing" in section.lead
    assert [item.title for item in section.statements]
    assert "Of 16 priority outcomes" in html_bytes(pack).decode()


class Writable(NothingRecorded):
    """A record that whoever asks may write in."""

    def writable(self):
        return True


def test_whoever_may_write_is_led_from_a_measure_to_its_target(public_site, monkeypatch):
    measures = (
        Measure("Work", "Rate", "ONS", measured_by=(RATE,), target=75.0, due=date(2030, 12, 31)),
        Measure("Work", "Pay", "ONS", measured_by=("employment/weekly_pay",)),
        Measure("Work", "Nobody measures it", "ONS"),
        Measure("Homes", "Of neighbourhoods alone", "ONS", measured_by=("housing/poor_homes",)),
    )
    item = Framework("x", "X", "P", date(2023, 1, 1), "public", "us", "s", measures, regions=(REGION,))
    monkeypatch.setattr(framework_page, "frameworks", lambda site: ([item], []))

    def links(site):
        address = addresses.read(site, [framework_page.PAGE], "/framework/x", f"?region={REGION}")
        return re.findall(r"/targets\?[^'\"]*", repr(framework_page.layout(site, address)))

    asked = f"/targets?region={REGION}&form=target&about=employment%2F"
    assert links(replace(public_site, record=Writable())) == [
        f"{asked}employment_rate&framework=x",
        f"{asked}weekly_pay",
    ]
    assert links(public_site) == []

"""Admission: what may not be seen never enters a pack, whoever asks."""

from dataclasses import asdict, replace
from datetime import date

import pandas as pd
import pytest

from dashboard.datastore.datasets import Dataset
from dashboard.packs.admission import PackRefused, admitted, find_indicator, reason_against
from dashboard.packs.brief import Brief, SectionRequest
from dashboard.packs.compose import compose
from dashboard.packs.formats import PACK_FORMATS
from tests.packs.reading import html_text, pdf_text
from tests.pages.testshire import REGION, small_site

SECTIONS = (
    SectionRequest("summary"),
    SectionRequest("attention"),
    SectionRequest("theme"),
    SectionRequest("profile"),
    SectionRequest("places"),
)
BRIEF = Brief("test", "Test", "A test.", "public", "region", SECTIONS)


SOURCE = Dataset(
    "rates", "Rates", "ONS", "OGL", "", "2026-01-01", "", "", "", False, "public", "", "", ""
)  # fmt: skip


@pytest.fixture
def world(given, indicators):
    """world("public", source={"audience": "office"}) -> (site of that process, its region).

    `other` is a source that no indicator reads."""

    def world(audience, source=None, other=None):
        sources = [replace(SOURCE, **(source or {}))]
        sources += [replace(SOURCE, dataset="other", **other)] if other is not None else []
        register = pd.DataFrame([asdict(each) for each in sources])
        site = small_site(given, indicators, datasets=register)
        return replace(site, settings=replace(site.settings, audience=audience)), site.geography[REGION]

    return world


def mentioned(pack):
    """Every indicator that a pack speaks of in any way."""
    found = {source.indicator.name for source in pack.sources}
    for section in pack.sections:
        found |= {item.indicator.split("/")[1] for item in section.statements}
        found |= {item.indicator.name for item in (*section.figures, *section.pictures)}
        found |= {entry.indicator.name for table in section.profiles for entry in table.entries}
        found |= {indicator.name for table in section.comparisons for indicator, _, _ in table.rows}
    return found


def test_a_public_pack_holds_public_indicators(world):
    site, region = world("public")
    assert "rate" in mentioned(compose(site, BRIEF, region))


def for_the_office(site):
    """The same site with the rate marked as the office's."""
    key = next(key for key in site.indicators if key.endswith("/rate"))
    return key, replace(
        site, indicators=site.indicators | {key: replace(site.indicators[key], audience="office")}
    )


def test_an_indicator_of_the_office_never_enters_a_public_pack_even_from_a_site_that_holds_it(world):
    site, region = world("public")
    _, site = for_the_office(site)
    assert "rate" not in mentioned(compose(site, BRIEF, region))


def test_an_indicator_of_the_office_enters_the_offices_pack(world):
    site, region = world("office")
    _, site = for_the_office(site)
    assert "rate" in mentioned(compose(site, replace(BRIEF, audience="office"), region))


def test_naming_an_indicator_of_the_office_in_a_public_brief_is_refused(world):
    site, region = world("public")
    key, site = for_the_office(site)
    brief = replace(BRIEF, sections=(SectionRequest("indicators", indicators=(key,)),))
    with pytest.raises(PackRefused, match="is for the office only; take it out of the brief"):
        compose(site, brief, region)


def test_a_source_of_the_office_keeps_its_indicators_out_of_a_public_pack(world):
    site, region = world("public", source={"audience": "office"})
    assert "rate" not in mentioned(compose(site, BRIEF, region))


@pytest.mark.parametrize(("day", "enters"), [(date(2026, 11, 30), False), (date(2026, 12, 1), True)])
def test_a_release_enters_a_pack_on_its_own_day_and_none_before(world, day, enters):
    site, _ = world("office", source={"source_date": "2026-12-01"})
    assert any(key.endswith("/rate") for key in admitted(site, "office", day).indicators) == enters


def test_a_release_that_is_still_to_come_enters_no_pack(world):
    site, region = world("office", source={"source_date": "2099-12-01"})
    assert "rate" not in mentioned(compose(site, replace(BRIEF, audience="office"), region))


def names(site, audience, day=date(2026, 11, 30)):
    """The indicators that may enter."""
    return {item.name for item in admitted(site, audience, day).indicators.values()}


@pytest.mark.parametrize(
    "other", [{"audience": "office"}, {"source_date": "2027-01-01"}, {"source_date": ""}]
)
def test_what_is_said_of_another_source_keeps_nothing_out(world, other):
    site, _ = world("public", other=other)
    assert "rate" in names(site, "public")
    office, _ = world("office", other=other)
    assert "rate" in names(for_the_office(office)[1], "office")


def test_a_source_without_a_day_of_release_is_no_embargo(world):
    site, _ = world("office", source={"source_date": ""})
    assert "rate" in names(site, "office")


def test_an_indicator_of_the_office_is_kept_out_also_where_a_source_has_to_be_looked_at(world):
    site, _ = world("public", other={"audience": "office"})
    assert "rate" not in names(for_the_office(site)[1], "public")


def test_on_a_past_day_each_indicator_is_asked_whatever_the_register_says(world, monkeypatch):
    site, _ = world("office")
    monkeypatch.setattr(
        "dashboard.packs.admission._not_out_yet", lambda site, item: "no" * (item.name == "rate")
    )
    assert "rate" not in names(site.at(date(2026, 6, 1)), "office", date(2026, 6, 1))


def test_what_may_enter_is_found_by_its_name_and_what_is_not_there_is_refused(world):
    site, _ = world("office")
    key = next(key for key in site.indicators if key.endswith("/rate"))
    inside, day = admitted(site, "office", date(2026, 11, 30)), date(2026, 11, 30)
    assert find_indicator(inside, site, key, "office", day) is site.indicators[key]
    with pytest.raises(PackRefused, match="There is no indicator 'nothing/here' for this audience"):
        find_indicator(inside, site, "nothing/here", "office", day)


def test_a_brief_that_names_what_is_still_to_come_is_told_until_when(world):
    site, _ = world("office", source={"source_date": "2026-12-01"})
    key, day = next(key for key in site.indicators if key.endswith("/rate")), date(2026, 11, 30)
    with pytest.raises(PackRefused, match="is embargoed until 1 December 2026; take it out of the brief"):
        find_indicator(admitted(site, "office", day), site, key, "office", day)


@pytest.mark.parametrize(
    ("released", "day", "reason"),
    [
        ("2026-12-01", date(2026, 11, 30), "is embargoed until 1 December 2026"),
        ("2026-12-01", date(2026, 12, 1), ""),  # it is out on the day itself
        ("2026-12-01", date(2026, 12, 2), ""),
    ],
)
def test_a_release_may_enter_from_its_own_day_on(world, released, day, reason):
    site, _ = world("office", source={"source_date": released})
    rate = next(item for item in site.indicators.values() if item.name == "rate")
    assert reason_against(site, rate, "office", day) == reason


def test_of_two_releases_the_later_one_says_until_when(world, monkeypatch):
    site, _ = world("office")
    rate = next(item for item in site.indicators.values() if item.name == "rate")
    both = [replace(SOURCE, source_date=day) for day in ("2026-12-01", "2027-01-15", "2026-01-01")]
    monkeypatch.setattr(type(site), "sources", lambda site, indicator: both)
    assert reason_against(site, rate, "office", date(2026, 11, 30)) == "is embargoed until 15 January 2027"


def test_a_public_pack_is_never_made_from_the_offices_figures(world):
    site, region = world("office")
    with pytest.raises(PackRefused, match="made from the public figures"):
        compose(site, BRIEF, region)


def test_what_was_not_out_yet_on_a_past_day_is_left_out_and_the_pack_says_how_much_is_known(world):
    site, region = world("office", source={"source_date": "2026-01-01"})
    office = replace(BRIEF, audience="office")
    pack = compose(site.at(date(2025, 6, 1)), office, region)
    assert "rate" not in mentioned(pack)
    assert pack.coverage_note.startswith(
        "Figures as they were known on 1 June 2025. 2 of 3 indicators are held"
    )
    assert compose(site, office, region).coverage_note == ""
    for ending, pack_format in PACK_FORMATS.items():
        if ending in ("html", "pdf"):
            reader = html_text if ending == "html" else pdf_text
            assert "Figures as they were known on 1 June 2025." in reader(pack_format.write(pack))


def test_a_brief_that_names_what_was_not_out_yet_is_made_without_it(world):
    site, region = world("office", source={"source_date": "2026-01-01"})
    rate, flow = (next(key for key in site.indicators if key.endswith(name)) for name in ("/rate", "/flow"))
    brief = replace(
        BRIEF, audience="office", sections=(SectionRequest("indicators", indicators=(rate, flow)),)
    )
    assert mentioned(compose(site.at(date(2025, 6, 1)), brief, region)) == {"flow"}


def test_an_indicator_with_an_archive_enters_a_pack_of_a_past_day(service):
    site = service.site("office").at(date(2024, 3, 1))
    digital = {key: item for key, item in site.indicators.items() if item.theme == "digital"}
    site = replace(site, indicators=digital)
    brief = replace(BRIEF, audience="office", sections=(SectionRequest("theme", themes=("digital",)),))
    assert "gigabit_broadband" in mentioned(compose(site, brief, site.geography["E47000001"]))

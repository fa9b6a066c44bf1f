"""The schedule: which packs are made after a refresh, and what is said to have changed since."""

import json
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from dashboard import refresh as refreshing
from dashboard.ingest.refresh_request import RefreshOutcome
from dashboard.packs.__main__ import main
from dashboard.packs.admission import PackRefused
from dashboard.packs.brief import Brief, InvalidBrief, SectionRequest
from dashboard.packs.compose import no_progress
from dashboard.packs.previous import last_made, last_of_other_figures
from dashboard.packs.schedule import (
    ScheduledPack,
    made_into,
    read_schedule,
    render,
    render_scheduled,
    schedule_of,
)
from dashboard.packs.service import PackService
from dashboard.pages.packs import schedule_page as schedule
from dashboard.settings import Settings
from tests.editions import revised_site
from tests.pages.testshire import REGION, small_site, words
from tests.statements.conftest import REGION as HERE

BRIEF = Brief("short", "Short review", "A test.", "office", "region", (SectionRequest("summary"),))


class TestService(PackService):
    """A service with one brief of its own."""

    __test__ = False

    def brief(self, name, theme=""):
        return BRIEF


def service_over(site):
    site.store.remember("datasets", dict)  # Testshire keeps no register
    office = replace(site, settings=replace(site.settings, audience="office"))
    return TestService(lambda audience: office, office.settings.briefs)


def test_the_products_schedule_can_be_read():
    assert {due.brief for due in read_schedule(schedule_of(Settings()))} >= {
        "mayor-monthly",
        "district-profile",
    }


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('place = "districts"', "pack 1: add the name of its brief"),
        ("brief = { a = 1 }", "pack 1: write brief as a text in quotation marks"),
        ('brief = "a"\nformats = "pdf"', "pack 1: write formats as a list"),
        ('brief = "a"\nformats = ["doc"]', "pack 1: 'doc' is no format; choose from: pdf, pptx, xlsx, html"),
        ('brief = "a"\nday = 1', "pack 1: remove day"),
    ],
)
def test_a_bad_line_is_refused_in_a_sentence(tmp_path, line, said):
    path = tmp_path / "schedule.toml"
    path.write_text(f"[[packs]]\n{line}\n", encoding="utf-8")
    with pytest.raises(InvalidBrief, match=said):
        read_schedule(path)


def test_no_schedule_is_no_pack(tmp_path):
    assert read_schedule(tmp_path / "schedule.toml") == []


def kept(out, name, code, day, snapshot="before"):
    """A pack was last made on `day` into `out`."""
    path = out / "last" / f"{name}-{code}.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"snapshot": snapshot, "day": day}), encoding="utf-8")


def test_a_pack_is_rendered_with_what_changed_since_it_was_last_made(given, indicators, tmp_path):
    said, due = [], [ScheduledPack("short", HERE, formats=("html",))]
    service = service_over(revised_site(given, indicators))
    render(service, tmp_path / "first", due, said.append)
    assert said == ["Short review, Here: first made"]

    said.clear()
    kept(tmp_path, "short", HERE, "2023-08-01")
    paths, failed = render(service, tmp_path, due, said.append)
    assert failed == []
    assert said == ["Short review, Here: 1 change since it was last made"]
    news = next(path for path in paths if path.suffix == ".txt").read_text(encoding="utf-8")
    assert "- Output: " in news
    assert "Ash: £36.2 in 2020" in news


def test_what_a_pack_was_made_from_before_is_kept_while_its_figures_stay(given, indicators, tmp_path):
    service = service_over(small_site(given, indicators))
    kept(tmp_path, "short", REGION, "2023-08-01")
    for _ in range(2):
        render(service, tmp_path, [ScheduledPack("short", formats=("html",))], lambda text: None)
    pack = service.pack(BRIEF, service.site("office").geography[REGION])
    last = last_of_other_figures(tmp_path, "short", REGION, pack.snapshot)
    assert (last.snapshot, last.day) == ("before", date(2023, 8, 1))


def test_an_unknown_brief_is_refused_by_the_command(capsys):
    assert main(["--brief", "nothing"]) == 2
    assert "There is no brief called 'nothing'; choose one of: digital-inclusion" in capsys.readouterr().err


def test_the_command_asks_for_a_brief(capsys):
    assert main([]) == 2
    assert capsys.readouterr().err.startswith("Say which brief: digital-inclusion")


def test_districts_stand_for_every_district_of_the_region(given, indicators):
    service = service_over(small_site(given, indicators))
    profile = replace(BRIEF, place="district")
    assert [place.name for place in service.places(profile, "districts")] == ["Ash", "Beech", "Cove"]
    assert [place.name for place in service.places(profile, REGION)] == ["Ash", "Beech", "Cove"]
    assert [place.code for place in service.places(BRIEF, "")] == [REGION]
    with pytest.raises(PackRefused, match="is about a region, not about districts; give its code"):
        service.places(BRIEF, "districts")


def test_a_pack_that_cannot_be_made_is_said_and_the_others_are_made(given, indicators, tmp_path):
    class OneBad(TestService):
        def pack(self, brief, place, day=None, progress=no_progress):
            if place.name == "Beech":
                raise RuntimeError("the paper ran out")
            return super().pack(brief, place, day, progress)

        def brief(self, name, theme=""):
            if name == "gone":
                raise InvalidBrief("There is no brief called 'gone'.")
            return replace(BRIEF, place="district")

    service = OneBad(service_over(small_site(given, indicators)).site, Settings().briefs)
    made, failed = render(
        service,
        tmp_path,
        [ScheduledPack("gone"), ScheduledPack("short", "districts", formats=("html",))],
        lambda text: None,
    )
    assert failed == ["gone: There is no brief called 'gone'.", "Short review, Beech: the paper ran out"]
    assert {path.name.split(",")[0] for path in made} == {"Ash", "Cove"}
    assert last_made(tmp_path, "short", "E07000091").snapshot
    assert last_made(tmp_path, "short", "E07000092") is None


def test_a_refresh_makes_the_scheduled_packs_and_a_fault_in_one_fails_no_refresh(
    monkeypatch, tmp_path, capsys
):
    settings = replace(Settings(), data=tmp_path)
    monkeypatch.setattr(refreshing, "render_scheduled", lambda given: ([tmp_path / "a.pdf"], ["b: no paper"]))
    outcome = RefreshOutcome(changed={"public": ["x"]}, snapshots={"public": "a"})
    monkeypatch.setattr(refreshing, "refresh", lambda order, build, bar: outcome)
    monkeypatch.setattr(refreshing, "_served", lambda settings: True)
    told = ["--from", str(tmp_path), "--data", str(tmp_path)]
    assert refreshing.main(told) == 0
    said = capsys.readouterr()
    assert f"packs: 1 file in {settings.data / 'packs'}" in said.out
    assert "pack not made: b: no paper" in said.err
    for flag in ("--no-packs", "--dry-run"):
        assert refreshing.main([*told, flag]) == 0
        assert "packs:" not in capsys.readouterr().out


def test_without_a_schedule_in_the_data_folder_nothing_is_rendered(tmp_path):
    assert render_scheduled(replace(Settings(), data=tmp_path)) == ([], [])


def test_a_bad_schedule_is_said(tmp_path):
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs" / "schedule.toml").write_text("[[packs]]\nplace = 1\n", encoding="utf-8")
    made, failed = render_scheduled(replace(Settings(), data=tmp_path))
    assert (made, failed) == ([], ["data/briefs/schedule.toml, pack 1: add the name of its brief"])


def test_the_schedule_lists_what_changed_since_each_pack_was_last_made(given, indicators, tmp_path):
    (tmp_path / "briefs").symlink_to(Settings().briefs)
    settings = replace(Settings(), audience="office", data=tmp_path)
    site = revised_site(given, indicators, settings)
    kept(made_into(settings), "mayor-monthly", HERE, "2025-06-25")
    address = SimpleNamespace(region=site.geography[HERE], as_of=None)
    text = " ".join(words(schedule.layout(site, address)).split())
    assert "Last made with the figures of 25 June 2025" in text
    assert "1 indicator has changed since" in text
    assert "Figures revised Output : figures were revised for 1 area" in text
    assert "Not made here yet." in text

"""The schedule: which packs are made after a refresh, and what is said to have changed since."""

from dataclasses import replace

import pytest

from dashboard.packs.__main__ import main
from dashboard.packs.brief import Brief, InvalidBrief, Part
from dashboard.packs.order import Desk
from dashboard.packs.schedule import Due, read_schedule, render
from tests.pages.testshire import RATES, REGION, small_site

BRIEF = Brief("short", "Short review", "A test.", "office", "region", (Part("summary"),))


class TestDesk(Desk):
    """A desk with one brief of its own."""

    __test__ = False

    def brief(self, name, theme=""):
        return BRIEF


def desk_over(site):
    site.store.remember("datasets", dict)  # Testshire keeps no register
    office = replace(site, settings=replace(site.settings, audience="office"))
    return TestDesk(lambda audience: office)


def test_the_products_schedule_can_be_read():
    assert {due.brief for due in read_schedule()} >= {"mayor-monthly", "district-profile"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('place = "districts"', "pack 1: add the name of its brief"),
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


def test_a_pack_is_rendered_with_what_changed_since_it_was_last_made(given, indicators, tmp_path):
    said = []
    first = small_site(given, indicators)
    render(desk_over(first), tmp_path, [Due("short", formats=("html",))], said.append)
    assert said == ["Short review, Testshire and Cove: first made"]

    said.clear()
    later = RATES + "    E47000099 | 2024-01-01 | 57    | 54    | 60    |\n"
    second = small_site(lambda **tables: given(**tables | {"rates": later}), indicators)
    paths = render(desk_over(second), tmp_path, [Due("short", formats=("html",))], said.append)
    assert said == ["Short review, Testshire and Cove: 1 change since it was last made"]
    news = next(path for path in paths if path.suffix == ".txt").read_text(encoding="utf-8")
    assert (
        "- Jobs rate: figures for 2024 are out. Testshire and Cove: 57% in 2024; before, 55% in 2023." in news
    )


def test_an_unknown_brief_is_refused_by_the_command(capsys):
    assert main(["--brief", "nothing"]) == 2
    assert "There is no brief called 'nothing'; choose one of: digital-inclusion" in capsys.readouterr().err


def test_the_command_asks_for_a_brief(capsys):
    assert main([]) == 2
    assert capsys.readouterr().err.startswith("Say which brief: digital-inclusion")


def test_districts_stand_for_every_district_of_the_region(given, indicators):
    desk = desk_over(small_site(given, indicators))
    profile = replace(BRIEF, place="district")
    assert [place.name for place in desk.places(profile, "districts")] == ["Ash", "Beech", "Cove"]
    assert [place.code for place in desk.places(BRIEF, "")] == [REGION]

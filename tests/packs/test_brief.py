"""Briefs: the ready ones can be used, and a bad one is refused in a sentence that says what to do."""

from dataclasses import replace

import pytest

from dashboard.packs.brief import InvalidBrief, read_brief, ready_briefs
from dashboard.packs.service import PackService
from dashboard.settings import Settings

GOOD = """
title = "A pack"
about = "What it is about."
audience = "office"
place = "region"

[[sections]]
kind = "theme"
themes = ["housing"]
"""


def refusal(tmp_path, text):
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidBrief) as refused:
        read_brief(path)
    return str(refused.value)


def test_the_six_ready_briefs_are_there():
    assert set(ready_briefs(Settings().briefs)) == {
        "mayor-monthly",
        "theme-deep-dive",
        "district-profile",
        "skills-task-force",
        "digital-inclusion",
        "public-summary",
    }


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('title = "A pack"', "", "data/briefs/mine.toml: add title"),
        ('"office"', '"staff"', "data/briefs/mine.toml: set audience to one of: public, office"),
        ('"region"', '"ward"', "data/briefs/mine.toml: set place to one of: region, district"),
        (
            'kind = "theme"',
            'kind = "essay"',
            "section 1: set kind to one of: brief, ",
        ),
        ('kind = "theme"', "", "section 1: add its kind"),
        ('["housing"]', '["homes"]', "section 1: set themes to one of: transport, housing"),
        ('["housing"]', '"housing"', "section 1: write themes as a list of texts"),
        ('kind = "theme"', 'kind = "theme"\ncharts = "two"', "section 1: write charts as a whole number"),
        ('kind = "theme"', 'kind = "map"', "section 1: add the indicators it shows"),
        ('kind = "theme"', 'kind = "theme"\ncolour = 1', "section 1: remove colour"),
        ('title = "A pack"', "title = ", "mend the TOML"),
    ],
)
def test_a_bad_brief_is_refused_in_a_sentence(tmp_path, old, new, said):
    assert said in refusal(tmp_path, GOOD.replace(old, new))


def test_a_brief_without_sections_is_refused(tmp_path):
    assert "add sections" in refusal(tmp_path, GOOD.split("[[")[0])


def test_a_theme_is_put_where_the_brief_leaves_it_open():
    chosen = ready_briefs(Settings().briefs)["theme-deep-dive"].with_theme("skills")
    assert chosen.title == "Skills in depth"
    assert chosen.name == "theme-deep-dive-skills"
    assert {theme for part in chosen.sections for theme in part.themes} == {"skills"}


def test_an_unknown_theme_is_refused():
    with pytest.raises(InvalidBrief, match="choose a theme: transport"):
        ready_briefs(Settings().briefs)["theme-deep-dive"].with_theme("homes")


def test_only_some_sections_can_be_asked_for():
    kinds = [part.kind for part in ready_briefs(Settings().briefs)["mayor-monthly"].only(["map"]).sections]
    assert kinds == ["map"]


def test_briefs_are_read_from_the_data_folder_as_the_schedule_is(tmp_path):
    ours = tmp_path / "briefs" / "ours.toml"
    ours.parent.mkdir()
    ours.write_bytes((Settings().briefs / "mayor-monthly.toml").read_bytes())
    there = replace(Settings(), data=tmp_path)
    assert list(ready_briefs(there.briefs)) == ["ours"]
    service = PackService(lambda audience: None, there.briefs)
    assert service.brief("ours").title == ready_briefs(Settings().briefs)["mayor-monthly"].title
    with pytest.raises(InvalidBrief, match="choose one of: ours"):
        service.brief("mayor-monthly")

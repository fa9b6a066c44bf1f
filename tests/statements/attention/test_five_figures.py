"""What is asked first of a region: the first choice that has a figure and is not of years ago or dead."""

from dataclasses import replace

import pytest

from dashboard.statements.age import Age
from dashboard.statements.attention import five_figures
from dashboard.statements.attention.five_figures import chosen
from tests.statements.conftest import ASH, REGION, yearly


@pytest.fixture
def named(told, tmp_path, monkeypatch):
    """named(subjects, figures by name, dead=names) -> the names chosen; built on 23 November 2026."""

    def named(subjects, figures, dead=()):
        made = {name: told(rows).indicator for name, rows in figures.items()}
        items = {f"a/{name}": replace(item, theme="a", name=name) for name, item in made.items()}
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        (folder / "five-figures.toml").write_text(f"subjects = {subjects}")
        here = told({REGION: yearly(1)})
        site = replace(here.site, settings=replace(here.site.settings, data=folder), indicators=items)
        monkeypatch.setattr(five_figures, "age", lambda site, item: Age("ended", dead=item.name in dead))
        monkeypatch.setattr(type(site), "remember", lambda site, key, make: make())
        return [item.name for item in chosen(site, here.region)]

    return named


NEW, OLD = yearly(5, first=2025), yearly(5, first=2023)  # 2023 ended 1,058 days before


@pytest.mark.parametrize(
    ("figures", "dead", "name"),
    [
        ({"one": {REGION: NEW}, "two": {REGION: NEW}}, (), "one"),
        ({"one": {REGION: OLD}, "two": {REGION: NEW}}, (), "two"),
        ({"one": {REGION: NEW}, "two": {REGION: NEW}}, ("one",), "two"),
        ({"one": {ASH: NEW}, "two": {REGION: NEW}}, (), "two"),
        ({"two": {REGION: NEW}}, (), "two"),
        ({"one": {REGION: OLD}, "two": {REGION: OLD}}, (), "one"),  # nothing newer is there
        ({"one": {REGION: NEW}}, ("one",), "one"),
        ({"one": {REGION: yearly(5, first=2024)}, "two": {REGION: NEW}}, (), "one"),
    ],
)
def test_each_subject_leads_with_what_is_still_published(named, figures, dead, name):
    assert named([["a/one", "a/two"]], figures, dead) == [name]


def test_a_subject_without_a_figure_is_left_out_and_the_others_keep_their_order(named):
    figures = {"one": {ASH: NEW}, "two": {REGION: NEW}, "three": {REGION: NEW}}
    assert named([["a/three"], ["a/one"], ["a/two"]], figures) == ["three", "two"]

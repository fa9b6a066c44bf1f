"""A framework's file: who may see it, and a target that no figure could be refuses it."""

from dataclasses import replace

import pytest

from dashboard.statements.frameworks import frameworks

from .conftest import REGION, yearly

FILE = """
title = "Ours"
publisher = "Council"
published = 2022-06-01
audience = "{audience}"
applies_to = "Here"
source = "https://example.gov.uk"
regions = ["E47000001"]
[[measures]]
pillar = "Work"
measure = "Nobody measures it"
holder = "ONS"
[[measures]]
pillar = "Work"
measure = "Rate"
holder = "ONS"
measured_by = ["employment/employment_rate"]
target = {target}
due = 2031-12-31
"""


@pytest.fixture
def read(told, tmp_path):
    """read(audience, target, of the file) -> the names of the frameworks and what is refused."""

    def read(audience, target, of="office"):
        site = told({REGION: yearly(50, 60)}).site
        (tmp_path / "frameworks").mkdir(exist_ok=True)
        (tmp_path / "frameworks" / "ours.toml").write_text(FILE.format(audience=of, target=target))
        data = tmp_path / f"{audience}{target}{of}"
        data.symlink_to(tmp_path)
        found, refused = frameworks(
            replace(site, settings=replace(site.settings, data=data, audience=audience))
        )
        return [item.name for item in found], refused

    return read


@pytest.mark.parametrize("target", [0, 75, 100])
def test_a_target_that_can_be_reached_is_taken(read, target):
    assert read("office", target) == (["ours"], [])


@pytest.mark.parametrize("target", [-0.1, 100.1])
def test_a_target_that_no_figure_could_be_is_refused_by_its_measure(read, target):
    where = "data/frameworks/ours.toml, measure 2"
    assert read("office", target) == ([], [f"{where}: correct target: {target:g} cannot be % of people"])


def test_the_public_sees_what_is_the_publics_and_the_office_sees_both(read):
    assert read("public", 75)[0] == []
    assert read("public", 75, of="public")[0] == ["ours"]
    assert read("office", 75, of="public")[0] == ["ours"]


def test_only_the_office_is_told_of_an_indicator_that_nobody_has(read, monkeypatch):
    """The public process does not know those of the office, so there it is no fault."""
    monkeypatch.setattr(f"{__name__}.FILE", FILE.replace("employment_rate", "no_such_rate"))
    assert read("public", 75, of="public") == (["ours"], [])
    names, (refused,) = read("office", 75, of="public")
    assert (names, "employment/no_such_rate" in refused) == ([], True)

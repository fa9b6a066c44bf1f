"""A framework is a file of facts: a wrong one is refused in one sentence, and hides only itself."""

import pytest

from dashboard.catalogue.frameworks import InvalidFramework, load_frameworks, read_framework
from dashboard.settings import ROOT

GOOD = """
title = "Integrated Settlement"
publisher = "The Treasury"
published = 2025-04-08
audience = "office"
applies_to = "the authority"
source = "Outcomes framework, table 3"
regions = ["E47000001"]

[[measures]]
pillar = "Skills"
outcome = "More people in work"
measure = "Employment rate"
unit = "%"
measured_by = ["employment/employment_rate"]
holder = "Office for National Statistics"
target = 75
due = 2030-03-31
since = 2023-12-31
quoted = "to raise the rate"
"""
KNOWN = {"employment/employment_rate", "housing/homes"}


@pytest.fixture
def read(tmp_path):
    """read(text) -> the framework in a file that holds it."""

    def read(text: str):
        path = tmp_path / "ours.toml"
        path.write_text(text, encoding="utf-8")
        return read_framework(path, KNOWN)

    return read


def test_an_office_types_its_own_settlement(read):
    found = read(GOOD)
    (measure,) = found.measures
    assert (found.name, measure.target, measure.quoted) == ("ours", 75.0, "to raise the rate")
    assert found.of("E47000001")
    assert not found.of("E47000002")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('title = "Integrated Settlement"', "", "add title"),
        ('holder = "Office for National Statistics"', "", "measure 1: add holder"),
        ("target = 75", "goal = 75", "remove goal"),
        ("target = 75", 'target = "75%"', "write target as a number"),
        ("due = 2030-03-31", "", "give a target its due date"),
        ('measured_by = ["employment/employment_rate"]', "", "a target needs measured_by"),
        ('regions = ["E47000001"]', "", "the regions that it is for"),
        ("employment/employment_rate", "employment/rate", "employment/rate is no indicator"),
        ('measured_by = ["employment/employment_rate"]', 'partly_by = ["housing/homes"]', "what is lacking"),
        ("published = 2025-04-08", 'published = "April"', "write published as a date"),
        ('"office"', '"everybody"', "set audience to one of"),
        ("[[measures]]", "[measures]", "write measures as a list"),
        ("source =", "source", "mend its TOML"),
    ],
)
def test_a_wrong_file_is_refused_in_one_sentence(read, old, new, said):
    with pytest.raises(InvalidFramework) as told:
        read(GOOD.replace(old, new))
    assert said in str(told.value)
    assert str(told.value).startswith("data/frameworks/ours.toml")
    assert "\n" not in str(told.value)


def test_a_wrong_file_hides_only_itself(tmp_path):
    (tmp_path / "good.toml").write_text(GOOD)
    (tmp_path / "bad.toml").write_text("title = 1")
    found, refused = load_frameworks(tmp_path, KNOWN)
    assert [item.name for item in found] == ["good"]
    assert len(refused) == 1


def test_the_frameworks_of_the_repository_are_read_and_guess_no_target():
    found, refused = load_frameworks(ROOT / "data" / "frameworks", None)
    assert refused == []
    assert {item.name: len(item.measures) for item in found} == {
        "local_outcomes": 9,
        "regional_indicators": 65,
    }
    assert not [item for each in found for item in each.measures if item.target is not None]

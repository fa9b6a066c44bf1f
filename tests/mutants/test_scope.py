"""What `make mutants` breaks, and the tests it asks, are there."""

from types import SimpleNamespace

import pytest

from dashboard.settings import ROOT
from tests.mutants.sample import name_of, sample
from tests.mutants.scope import BY_CHANCE, PARTS, SAMPLE, modules


@pytest.mark.parametrize("name", PARTS)
def test_each_part_names_modules_and_tests_that_are_there(name):
    assert [path for path in modules(PARTS[name]) if not path.is_file()] == []
    assert [test for test in PARTS[name].tests if not (ROOT / "tests" / test).exists()] == []


def test_samples_are_of_parts():
    assert {*SAMPLE, *BY_CHANCE} <= PARTS.keys()


def test_a_change_elsewhere_leaves_a_sample_alone(monkeypatch):
    monkeypatch.setitem(SAMPLE, "methods", 3)
    every = [SimpleNamespace(key=f"return {number}") for number in range(40)]
    first = [each.key for each in sample("methods", every, {})]
    elsewhere = [each for each in every if each.key in first or each.key > "return 2"]
    assert [each.key for each in sample("methods", elsewhere, {})] == first
    stays = next(each.key for each in every if each.key not in first)
    drawn = sample("methods", every, {name_of("methods", stays): "killed"})
    assert [each.key for each in drawn] == [stays, *first[:2]]

"""What `make mutants` breaks, and the tests it asks, are there."""

import pytest

from dashboard.settings import ROOT
from tests.mutants.scope import BY_CHANCE, PARTS, SAMPLE, modules


@pytest.mark.parametrize("name", PARTS)
def test_each_part_names_modules_and_tests_that_are_there(name):
    assert [path for path in modules(PARTS[name]) if not path.is_file()] == []
    assert [test for test in PARTS[name].tests if not (ROOT / "tests" / test).exists()] == []


def test_samples_are_of_parts():
    assert {*SAMPLE, *BY_CHANCE} <= PARTS.keys()

"""What is dealt first is there to be dealt."""

from dashboard.settings import ROOT
from tests.distribution import LONGEST, SHARED, group, turn


def test_every_group_dealt_first_is_a_file_or_one_that_files_share():
    assert not [name for name in LONGEST if name not in SHARED.values() and not (ROOT / name).is_file()]


def test_tests_of_a_file_stay_together_and_short_files_come_last():
    assert group("tests/record/test_store.py::test_a[1]") == group("tests/pages/skills/test_b.py::test_c")
    assert (
        turn("tests/ingest/test_kill.py::test_a") < turn("tests/test_distribution.py::test_b") == len(LONGEST)
    )

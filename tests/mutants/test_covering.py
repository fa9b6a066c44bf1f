"""Which tests are asked about a line: those that are about its module first, and within the time there is."""

from tests.mutants import covering
from tests.mutants.covering import Covering, is_about

ABOUT = "tests/mutants/test_scope.py::test_a"  # imports dashboard.settings and tests.mutants.scope
OTHER = "tests/mutants/test_covering.py::test_b"


def test_a_test_is_about_the_modules_that_its_file_imports():
    assert is_about(ABOUT, "settings.py")
    assert not is_about(OTHER, "settings.py")
    assert not is_about(ABOUT, "record.py")


def seen(**seconds):
    """Tests that run line 1 of settings.py, with the seconds that each takes."""
    tests = {ABOUT if name == "about" else f"{OTHER}{name}": took for name, took in seconds.items()}
    return Covering({"settings.py": {1: [*tests]}}, tests, {}, {test: [] for test in tests})


def test_what_is_about_the_module_comes_first_and_then_the_quickest():
    found = seen(slow=2.0, quick=1.0, about=3.0).of("settings.py", range(1, 2))
    assert found == [ABOUT, f"{OTHER}quick", f"{OTHER}slow"]
    assert seen(quick=1.0).of("settings.py", range(2, 3)) == []


def test_a_test_that_takes_too_long_is_left_out_and_the_others_are_asked():
    found = seen(about=7.0, long=3.0, quick=0.5).of("settings.py", None)
    assert found == [ABOUT, f"{OTHER}quick"]
    assert seen(long=99.0).of("settings.py", None) == [f"{OTHER}long"]


def test_no_more_than_so_many_are_asked(monkeypatch):
    monkeypatch.setattr(covering, "MOST_TESTS", 2)
    assert len(seen(a=1.0, b=1.0, c=1.0).of("settings.py", None)) == 2

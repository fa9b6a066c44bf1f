"""A process that serves does without what it does not need."""

import gc
import logging
import sys
import weakref

import pytest

from dashboard.web.heap import Moment, is_due, limit_arenas, release_memory, resident, smaller
from dashboard.web.serving import NoPandas


def test_pandas_is_not_there_and_everything_else_is(monkeypatch):
    for name in [name for name in sys.modules if name.partition(".")[0] == "pandas"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [NoPandas(), *sys.meta_path])
    with pytest.raises(ImportError, match="without pandas"):
        import pandas  # noqa: F401
    import wave  # noqa: F401


class Part:
    """A part of a page that knows what it stands in."""


@pytest.mark.full
def test_what_a_page_leaves_behind_is_given_back():
    limit_arenas()
    part = Part()
    part.inside = part
    left = weakref.ref(part)
    gc.disable()
    del part
    release_memory()
    gc.enable()
    assert left() is None


START = Moment(at=100.0, worked=10.0, resident=200_000_000)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (Moment(100.5, 10.4, 230_000_000), True),  # grown, at once
        (Moment(100.5, 10.4, 210_000_000), False),
        (Moment(100.5, 10.1, 230_000_000), False),  # it gave back a moment ago
        (Moment(111.0, 11.5, 200_000_000), True),
        (Moment(105.0, 11.5, 200_000_000), False),
        (Moment(999.0, 10.05, 200_000_000), False),  # idle: there is nothing to give
        (Moment(111.0, 11.5, 0), True),  # a system that does not say how large a process is
    ],
)
def test_memory_is_given_back_once_a_process_has_grown_or_worked_for_a_while(now, due):
    assert is_due(START, now) is due


@pytest.mark.parametrize(("resident", "due"), [(245_000_000, True), (241_000_000, False)])
def test_near_its_limit_a_process_gives_back_after_less(resident, due):
    last = START._replace(resident=235_000_000)
    assert is_due(last, Moment(100.5, 10.4, resident)) is due


def test_a_process_that_cannot_let_go_says_so_and_goes_on(caplog):
    def swapped():
        raise OSError("the file is being replaced")

    with caplog.at_level(logging.ERROR, "dashboard"):
        after = smaller(swapped, START)
    assert "the file is being replaced" in caplog.text
    assert after.at > 0
    assert after.resident <= START.resident  # what it holds still counts as grown
    assert smaller(lambda: True, START._replace(resident=0)).resident == pytest.approx(resident(), rel=0.2)

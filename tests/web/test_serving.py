"""A process that serves does without what it does not need."""

import gc
import sys
import weakref

import pytest

from dashboard.web.heap import limit_arenas, release_memory
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

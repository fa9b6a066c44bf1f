"""A process that serves does without what it does not need."""

import sys

import pytest

from dashboard.web.serving import NoPandas


def test_pandas_is_not_there_and_everything_else_is(monkeypatch):
    for name in [name for name in sys.modules if name.partition(".")[0] == "pandas"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [NoPandas(), *sys.meta_path])
    with pytest.raises(ImportError, match="without pandas"):
        import pandas  # noqa: F401
    import wave  # noqa: F401

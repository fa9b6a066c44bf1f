"""Pandas is loaded by the first thread that needs it: the pages that others ask for meanwhile are served."""

import sys
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest


@pytest.fixture
def half_loaded(monkeypatch):
    """Pandas as other threads see it while one thread still loads it."""
    module = ModuleType("pandas")
    module.__spec__ = ModuleSpec("pandas", None)
    module.__spec__._initializing = True
    monkeypatch.setitem(sys.modules, "pandas", module)


def test_a_page_is_served_while_another_thread_loads_pandas(client, half_loaded):
    assert client.get("/").status_code == 200

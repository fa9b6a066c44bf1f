"""What tests of drafts share."""

import pytest

from dashboard.ingest.draft import __main__ as command
from dashboard.ingest.draft.preview import apply_draft, draft_of_file
from tests.ingest.conftest import SHIPPED


@pytest.fixture(autouse=True)
def read_once(monkeypatch, places):
    """The command reads the areas that the product ships with at each start, which takes half a second."""
    read = command.published_places
    given = {SHIPPED: places}
    monkeypatch.setattr(command, "published_places", lambda folder: given.get(folder) or read(folder))


@pytest.fixture
def look(tmp_path, places):
    """look(name, text) -> (draft, tidy rows) of a text file."""

    def at(name, text):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        draft = draft_of_file(path, places)
        return draft, apply_draft(draft, path, places)

    return at

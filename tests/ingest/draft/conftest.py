"""What tests of drafts share."""

import pytest

from dashboard.ingest.draft.preview import apply_draft, draft_of_file
from dashboard.ingest.stage_source import published_places
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def places():
    """The areas that the product ships with."""
    return published_places(ROOT / "data" / "public")


@pytest.fixture
def look(tmp_path, places):
    """look(name, text) -> (draft, tidy rows) of a text file."""

    def at(name, text):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        draft = draft_of_file(path, places)
        return draft, apply_draft(draft, path, places)

    return at

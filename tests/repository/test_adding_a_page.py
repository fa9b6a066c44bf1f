"""Adding the first page of a capability takes two files: its page, and its line in the list of pages."""

import sys
from importlib import import_module

import pytest

from dashboard import pages
from dashboard.address.page import Page
from dashboard.settings import ROOT
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app

ADDED = '''"""The page of potholes."""

from dash import html

from dashboard.address.page import Page

PAGE = Page(
    path="/potholes",
    title=lambda site, address: "Potholes",
    layout=lambda site, address: [html.H1("Potholes, road by road")],
    as_of="What is known of potholes on {day}.",
    name="Potholes",
    words="holes in the road",
)
'''


def test_one_file_and_one_line_make_a_page_of_a_new_capability(served, tmp_path, monkeypatch):
    page = tmp_path / "potholes" / "page.py"
    page.parent.mkdir()
    page.write_text(ADDED)
    monkeypatch.setattr(pages, "__path__", [*pages.__path__, str(tmp_path)])
    monkeypatch.setitem(pages.ONLY, "public", (*pages.ONLY["public"], "potholes.page"))
    try:
        client = create_app(SiteKeeper(served)).server.test_client()
    finally:
        for name in ("dashboard.pages.potholes.page", "dashboard.pages.potholes"):
            sys.modules.pop(name, None)
    assert "Potholes, road by road" in client.get("/potholes").text
    assert "/potholes" in client.get("/search?q=holes+in+the+road").text


def test_every_file_of_a_page_is_in_the_list_of_pages():
    """Without its line in dashboard/pages/__init__.py a page answers 404, and nothing else says why."""
    folder = ROOT / "dashboard" / "pages"
    files = [*folder.glob("*/page.py"), *folder.glob("*/*_page.py")]
    written = {import_module(f"dashboard.pages.{path.parent.name}.{path.stem}").PAGE for path in files}
    assert written == {*pages.pages_for("public"), *pages.pages_for("office"), *pages.PAGES}


def test_a_page_without_figures_has_to_say_what_it_shows_on_a_past_day():
    with pytest.raises(ValueError, match=r"^/potholes: give its Page `as_of`"):
        Page("/potholes", lambda site, address: "Potholes", lambda site, address: [])


def test_a_capability_is_its_pages_and_what_only_they_have():
    """A file that says again in a line what page.py says first would be a third one to write."""
    assert [*(ROOT / "dashboard" / "pages").glob("*/page.py")]
    assert not [*(ROOT / "dashboard" / "pages").glob("*/__init__.py")]

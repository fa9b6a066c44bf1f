"""The pack page in a browser: a pack is chosen, made with progress, and saved."""

import pikepdf
import pytest

pytestmark = pytest.mark.browser


def test_a_pack_is_made_and_saved(page, site_url, tmp_path):
    page.goto(f"{site_url}/packs?brief=digital-inclusion")
    page.wait_for_selector("a[data-pack]")
    with page.expect_download(timeout=60_000) as saved:
        page.click("text=Make a PDF")
    saved.value.save_as(tmp_path / "pack.pdf")
    assert saved.value.suggested_filename.startswith("Greater Manchester, digital inclusion, ")
    page.wait_for_selector(".pack-progress >> text=is ready")
    with pikepdf.open(tmp_path / "pack.pdf") as document:
        assert len(document.pages) >= 3

"""The pack page in a browser: a pack is chosen, composed by key, seen, made with progress, and saved."""

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


@pytest.mark.full
def test_the_preview_is_drawn_in_a_copy_of_a_box_that_is_being_drawn(page, site_url):
    """The live page copies the markup of the served one, whose preview may have begun."""
    page.goto(f"{site_url}/packs?brief=digital-inclusion")
    page.wait_for_selector(".pack-pages img")
    page.evaluate("""() => {
      const box = document.querySelector("[data-pages]"), copy = box.cloneNode(true);
      copy.querySelector("ol").replaceChildren();
      box.replaceWith(copy);
    }""")
    page.wait_for_selector(".pack-pages img")


@pytest.mark.full
def test_sections_are_added_and_moved_by_key_from_where_one_was(page, site_url):
    page.goto(f"{site_url}/packs?brief=mayor-monthly&sections=brief,map")
    page.wait_for_selector(".pack-pages img")
    for name, focused, kinds in (
        ("add-places", "pack-up-places", ["brief", "map", "places"]),
        ("up-places", "pack-down-places", ["brief", "places", "map"]),
        ("out-places", "pack-add-places", ["brief", "map"]),
    ):
        page.focus(f"#pack-{name}")
        page.keyboard.press("Enter")
        page.wait_for_function(
            "kinds => [...document.querySelectorAll('.pack-order [data-kind]')]"
            ".map(row => row.dataset.kind).join() === kinds",
            arg=",".join(kinds),
        )
        page.wait_for_function("id => document.activeElement.id === id", arg=focused)
        assert page.locator(f"#{focused}").is_visible()

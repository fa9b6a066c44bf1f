"""The pack page in a browser: a pack is chosen, made with progress, and saved."""

import pikepdf
import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = context.new_page()
    yield page
    context.close()


def test_a_pack_is_made_and_saved(page, site_url, tmp_path):
    page.goto(f"{site_url}/packs?brief=digital-inclusion")
    page.wait_for_selector("a[data-pack]")
    with page.expect_download(timeout=60_000) as saved:
        page.click("text=Make a PDF")
    saved.value.save_as(tmp_path / "pack.pdf")
    assert saved.value.suggested_filename.startswith("digital-inclusion-E47000001-")
    page.wait_for_selector(".pack-progress >> text=is ready")
    with pikepdf.open(tmp_path / "pack.pdf") as document:
        assert len(document.pages) > 3


def test_a_district_brief_asks_for_a_district(page, site_url):
    page.goto(f"{site_url}/packs?brief=district-profile")
    assert "choose one under Place" in page.wait_for_selector("#main .empty").inner_text()
    page.goto(f"{site_url}/packs?brief=district-profile&place=E08000003")
    assert page.wait_for_selector("#pack-title").inner_text() == "District leader’s profile: Manchester"


def test_the_sections_chosen_are_those_of_the_pack(page, site_url):
    page.goto(f"{site_url}/packs?brief=mayor-monthly&sections=map")
    page.wait_for_selector("a[data-pack]")
    assert [item.inner_text() for item in page.query_selector_all(".pack-holds li")] == [
        "Maps",
        "Data notes: source, newest period and what to mind, for every figure",
    ]
    assert "sections=map" in page.get_attribute("a[data-pack]", "href")


def test_the_news_page_says_which_packs_are_made_by_themselves(page, site_url):
    page.goto(f"{site_url}/whats-new")
    page.wait_for_selector("#schedule")
    assert "Mayor’s monthly review, for the city region: PDF, PPTX" in page.inner_text("main")

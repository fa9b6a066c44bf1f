"""The search of the header: by keyboard from anywhere, in both schemes and widths."""

import pytest

from tests.browser.axe_checks import DISPLAYS, violations_in

pytestmark = pytest.mark.browser
BOX, OPTION = "#site-search", "#site-search-list [role=option]"


@pytest.fixture
def typed(page, site_url):
    def typed(text, path="/about?region=E47000006"):
        page.goto(site_url + path)
        page.wait_for_selector(BOX)
        page.keyboard.press("/")
        page.keyboard.type(text)
        page.wait_for_selector(OPTION)
        return page

    return typed


def chosen(page):
    return page.locator(f"{OPTION}[aria-selected=true]").inner_text()


def test_a_slash_leads_to_it_and_the_arrows_and_enter_to_what_is_found(typed):
    page = typed("unemplyment")
    page.keyboard.press("ArrowDown")
    assert chosen(page).startswith(
        "Unemployment rate, newest survey, Tees Valley: 4.3% in 2024/25"
    )  # the answer
    page.keyboard.press("ArrowDown")
    assert chosen(page).startswith("Unemployment")
    assert page.get_attribute(BOX, "aria-activedescendant") == "site-search-1"
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.pathname.startsWith('/indicator/employment/')")
    assert "region=E47000006" in page.url
    page.go_back()
    page.wait_for_function("() => location.pathname === '/about'")


def test_ctrl_k_leads_to_it_too_and_escape_closes_what_was_found(typed):
    page = typed("bolton")
    page.keyboard.press("Escape")
    assert page.locator("#site-search-list").is_hidden()
    page.focus("#scheme-toggle")
    page.keyboard.press("Control+k")
    assert page.evaluate("document.activeElement.id") == "site-search"
    assert page.locator("#site-search-list").is_visible()


def test_enter_without_a_choice_leads_to_all_that_is_found(typed):
    page = typed("bus")
    page.keyboard.press("Enter")
    page.wait_for_selector("#found-indicator")
    assert "/search?q=bus" in page.url
    assert page.title().startswith("Search: bus")


def test_a_slash_that_is_typed_into_another_box_stays_there(page, site_url):
    page.goto(f"{site_url}/search")
    page.wait_for_selector("main input")
    page.locator("main input").focus()
    page.keyboard.type("a/b")
    assert page.evaluate("document.activeElement.value") == "a/b"


def test_a_list_of_what_is_found_has_no_violation(typed):
    page = typed("bus")
    page.keyboard.press("ArrowDown")
    assert violations_in(page, DISPLAYS) == []

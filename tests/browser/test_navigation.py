"""Using the product: links, the region, filters, the address, the back button, the keyboard, both schemes."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def page(page, site_url):
    page.errors = []

    def note(error):
        page.errors.append(str(error))

    def heard(line):
        if line.type == "error":
            note(line.text)

    page.on("pageerror", note)
    page.on("console", heard)
    page.open = lambda path: (
        page.goto(site_url + path),
        page.wait_for_selector("main h1"),
        page.wait_for_load_state("networkidle"),
    )
    yield page
    page.remove_listener("pageerror", note)
    page.remove_listener("console", heard)


def heading(page, text):
    page.wait_for_function("text => document.querySelector('main h1')?.innerText.includes(text)", arg=text)


def test_a_link_opens_the_next_page_with_its_title_and_focus_and_back_returns(page):
    page.open("/?region=E47000006")
    page.click("nav >> text=Skills")
    heading(page, "Skills")
    page.wait_for_function("() => document.title.startsWith('Skills – Tees Valley')")
    assert page.evaluate("document.activeElement.id") == "main"
    assert page.locator(".nav-link-current").get_attribute("aria-current") == "page"
    page.go_back()
    heading(page, "Tees Valley")
    assert page.url.endswith("/?region=E47000006")
    assert page.errors == []


def test_a_link_reached_by_tab_leads_to_the_beginning_of_the_next_page(page):
    page.open("/?region=E47000006")
    page.focus("#scheme-toggle")  # on every page, and on the way to the links
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    heading(page, "Transport")
    page.wait_for_function("() => document.activeElement.id === 'main'")


def test_the_region_is_chosen_in_the_page_and_kept_in_the_address(page):
    page.open("/")
    page.click("#region")
    page.click("[role=option] >> text=West Midlands")
    heading(page, "West Midlands")
    assert page.url.endswith("?region=E47000007")
    page.wait_for_function("() => document.activeElement.id === 'region'")
    page.reload()
    heading(page, "West Midlands")


def test_a_filter_changes_the_list_and_the_address_without_losing_focus(page):
    page.open("/?region=E47000001&list=all")
    before = page.inner_text(".attention")
    page.click("[id*='show']")
    page.click("[role=option] >> text=Better than before")
    page.wait_for_function("before => document.querySelector('.attention').innerText !== before", arg=before)
    assert "show=improving" in page.url
    assert "show" in page.evaluate("document.activeElement.id")


def test_every_choice_is_a_step_of_the_history_that_keeps_the_place_on_the_page(page):
    page.open("/indicator/employment/employment_rate?region=E47000001")
    page.wait_for_selector("#main .chart-canvas[data-drawn]")
    page.evaluate("window.scrollTo(0, 300)")
    page.wait_for_function("() => (history.state || {}).top === 300")
    page.evaluate("dash_clientside.set_props({control: 'basis'}, {value: 'global'})")
    page.wait_for_function("() => location.search.includes('basis=global')")
    page.evaluate("dash_clientside.set_props({control: 'intervals'}, {value: 'hidden'})")
    page.wait_for_function("() => location.search.includes('intervals=hidden')")
    page.go_back()
    page.locator("#main .chart-key", has_text="Similar").wait_for()
    page.wait_for_function("() => location.search.includes('basis=global&intervals=shown')")
    page.go_back()
    page.wait_for_function("() => !location.search.includes('basis') && Math.abs(scrollY - 300) < 2")
    page.go_forward()
    page.wait_for_function("() => location.search.includes('basis=global')")
    page.wait_for_function("() => document.querySelector(`[id*='basis']`).value !== 'No similar areas'")
    assert page.errors == []


def test_everything_in_the_frame_is_reached_by_keyboard_with_visible_focus(page):
    page.open("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    for _ in range(12):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        name = page.evaluate("document.activeElement.outerHTML.slice(0, 80)")
        ring = page.evaluate("getComputedStyle(document.activeElement).borderColor")
        assert outline != "none" or "input" in name, f"{name} shows no focus ({ring})"


def test_the_scheme_is_kept(page):
    page.open("/")
    page.click("#scheme-toggle")
    page.wait_for_function("() => document.documentElement.dataset.theme === 'dark'")
    page.reload()
    page.wait_for_selector("main h1")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.locator("#scheme-toggle").get_attribute("aria-pressed") == "true"


def test_a_past_day_is_said_on_the_page_and_left_again(page):
    page.open("/indicator/digital/gigabit_broadband?as_of=2024-03-01&places=E08000003")
    assert "as they were known on 1 March 2024" in page.inner_text(".notice-as-of")
    page.click("text=Show today’s figures")
    page.wait_for_selector(".notice-as-of", state="detached")
    assert "as_of" not in page.url


def test_a_bad_address_is_a_404_with_a_sentence_and_a_way_on(page, site_url):
    answer = page.goto(site_url + "/place/E99999999")
    assert answer.status == 404
    assert "There is no place with the code “E99999999” here." in page.inner_text("main")
    page.click("text=overview")
    heading(page, "Greater Manchester")


def test_a_server_that_does_not_answer_is_said_and_the_page_can_be_tried_again(page):
    page.open("/")
    page.route("**/_dash-update-component*", lambda route: route.abort())
    page.click("nav >> text=Housing")
    page.wait_for_selector("#notice")
    assert "The server could not be reached" in page.inner_text("#notice")
    assert page.locator("#notice button").inner_text() == "Try again"


def test_the_whole_list_is_shown_when_asked_for_and_left_again(page):
    page.open("/")
    few = page.locator(".attention-line").count()
    page.click(".attention-more a")
    page.wait_for_function("few => document.querySelectorAll('.attention-line').length > few", arg=few)
    assert "list=all" in page.url
    page.click("text=Back to the overview")
    page.wait_for_function("few => document.querySelectorAll('.attention-line').length === few", arg=few)


def test_a_card_that_is_pointed_at_or_focused_recolours_the_map(page):
    page.open("/")
    page.wait_for_selector(".overview-map .map-area")
    cards = page.locator(".decide-card h3 a")
    assert cards.nth(0).inner_text() in page.inner_text(".overview-map-heading")
    before = page.locator(".overview-map .map-areas").inner_html()
    cards.nth(1).focus()
    assert cards.nth(1).inner_text() in page.inner_text(".overview-map-heading")
    assert page.locator(".overview-map .map-areas").inner_html() != before
    page.hover(".decide-card >> nth=2")
    assert cards.nth(2).inner_text() in page.inner_text(".overview-map-heading")
    assert page.errors == []


def test_the_line_for_those_who_are_new_is_hidden_for_good(page, site_url):
    page.goto(site_url)
    page.wait_for_selector("#react-entry-point #main")
    page.locator("#react-entry-point").get_by_role("button", name="Hide").click()
    assert not page.get_by_text("New here?").is_visible()
    page.goto(f"{site_url}/theme/housing")
    assert not page.get_by_text("New here?").first.is_visible()

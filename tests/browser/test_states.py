"""The states of a page that its address does not show: what is open, chosen, found or wrong. In each axe
finds nothing, and no page is wider than its window; displays take turns: all are seen, few are paid for."""

import pytest

from tests.browser.axe_checks import DISPLAYS, followed, opened, violations_in

pytestmark = pytest.mark.browser

OPEN_ALL = "document.querySelectorAll('main details').forEach(each => { each.open = true; })"


def act_menu(page):
    """The menu of a card of the overview."""
    page.click(".act-menu summary")


def every_detail(page):
    """All that is folded, opened."""
    page.evaluate(OPEN_ALL)


def region_list(page):
    """The list of regions, open."""
    page.click("#region")
    page.wait_for_selector("[role=option]:visible")


def choices(page):
    """What a phone folds behind one button, shown."""
    if page.locator(".fold-button:visible").count():
        page.click(".fold-button")


def places_list(page):
    """A list that is typed into, with what it finds."""
    choices(page)
    page.click(".wide-control input")
    page.keyboard.type("Lee")
    page.wait_for_selector("[role=option]:visible")


def nothing_of_that_name(page):
    """The same list where it finds nothing."""
    choices(page)
    page.click(".wide-control input")
    page.keyboard.type("qqq")
    page.wait_for_selector("text=There is no place of that name")


def day_choice(page):
    """The choice of a past day in the header."""
    page.click(".as-of-control summary")


def found(page):
    """What the header's search finds."""
    page.keyboard.press("/")
    page.keyboard.type("rent")
    page.wait_for_selector("#site-search-list [role=option]")


def chosen_on_the_map(page):
    """Another indicator on the map; on a phone from the table once it is unfolded."""
    page.eval_on_selector_all(".phone-fold", "all => all.forEach(each => { each.open = true; })")
    page.click("[data-sets=map][data-to=weekly_pay] >> nth=0")
    page.wait_for_selector("[data-shown=weekly_pay]")


def take(page):
    """The ways to take a chart along."""
    page.click(".take summary >> nth=0")


def as_it_is(page):
    """The page as its address opens it."""


STATES = [
    ("/", act_menu),
    ("/", every_detail),
    ("/theme/employment", region_list),
    ("/theme/employment", chosen_on_the_map),
    ("/theme/housing", every_detail),
    ("/compare", places_list),
    ("/compare", nothing_of_that_name),
    ("/whats-new", day_choice),
    ("/about", found),
    ("/indicator/employment/employment_rate", take),
    ("/indicator/employment/employment_rate", every_detail),
    ("/theme/magic", as_it_is),
    ("/compare?sort=magic", as_it_is),
]


@pytest.mark.parametrize(
    ("turn", "address", "act"),
    [(turn, *state) for turn, state in enumerate(STATES)],
    ids=[f"{address} {act.__name__}" for address, act in STATES],
)
def test_a_state_has_no_violation(page, site_url, turn, address, act):
    scheme, width = DISPLAYS[turn % len(DISPLAYS)]
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    opened(page, site_url + address)
    if width < 400 and act in (region_list, day_choice):
        page.click(".menu-button")
    act(page)
    assert violations_in(page, [(scheme, width)]) == []


def test_a_list_is_a_combobox_that_says_whether_it_is_open(page, site_url):
    opened(page, f"{site_url}/theme/employment")
    box = page.get_by_role("combobox", name="On the map")
    assert box.get_attribute("aria-expanded") == "false"
    box.click()
    page.wait_for_selector("[role=option]:visible")
    assert box.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    page.wait_for_function("() => !document.querySelector('main [role=combobox][aria-expanded=true]')")


def test_a_chart_is_copied_as_a_picture_a_link_and_code(page, site_url, public_url):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, f"{public_url}/indicator/employment/employment_rate")
    page.click(".take summary >> nth=0")
    read = "() => navigator.clipboard.readText()"
    for what, begins in (("link", page.url), ("code", f'<iframe src="{public_url}/embed/')):
        page.click(f"[data-take={what}] >> nth=0")
        page.wait_for_selector(".take [role=status]:has-text('Copied.')")
        assert page.evaluate(read).startswith(begins)
    page.click("[data-take=picture] >> nth=0")
    page.wait_for_function("async () => (await navigator.clipboard.read())[0].types.includes('image/png')")


def test_a_form_that_is_opened_again_leaves_nothing_on_the_window(page, record_url):
    page.add_init_script(
        "window.heard = 0; const add = window.addEventListener;"
        "window.addEventListener = function (kind, ...rest) {"
        "  if (kind === 'pagehide') window.heard += 1; return add.call(this, kind, ...rest); };"
    )
    page.goto(f"{record_url}/decision/new")
    page.wait_for_selector(".record-form")
    before = page.evaluate("window.heard")
    for path in ("/targets?form=target", "/decision/new"):
        followed(page, path)
        page.wait_for_selector(f".record-form #field-{'target' if 'target' in path else 'decision'}-owner")
    assert page.evaluate("window.heard") == before


def test_on_a_phone_the_figure_comes_before_the_choices(page, public_url):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(public_url + "/indicator/employment/employment_rate")
    page.wait_for_function("() => !document.getElementById('served')")
    figure = page.locator(".key-figure .value").first
    assert figure.bounding_box()["y"] < 600
    choices = page.get_by_role("button", name="Choices")
    assert choices.get_attribute("aria-expanded") == "false"
    assert not page.get_by_label("Similar areas").first.is_visible()
    choices.click()
    assert choices.get_attribute("aria-expanded") == "true"
    assert page.get_by_label("Similar areas").first.is_visible()
    page.set_viewport_size({"width": 1280, "height": 844})
    assert not choices.is_visible()
    assert page.get_by_label("Similar areas").first.is_visible()

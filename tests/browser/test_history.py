"""Every control of every page: a change is one step of the history, and back undoes it on the page."""

import pytest

from dashboard.pages import pages_for
from tests.browser.axe_checks import opened
from tests.page_examples import example_of

pytestmark = [pytest.mark.browser, pytest.mark.soak]

CHOSEN = {  # addresses that show more controls than the page alone
    "/": "/?list=all",
    "/theme/<theme>": "/theme/transport",
    "/indicator/<theme>/<name>": "/indicator/employment/weekly_pay",
}
PAGES = [CHOSEN.get(page.path) or example_of(page.path) for page in pages_for("office") if page.parameters]
AREA = "#react-entry-point .map-area:not([aria-disabled=true])"
_COUNT = """
if (window.pushed === undefined) {
  const push = history.pushState;
  history.pushState = function (...given) {
    window.pushed += 1;
    window.left = scrollY;
    return push.apply(this, given);
  };
}
window.pushed = 0;
"""
_CONTROLS = """() => [...document.querySelectorAll('#react-entry-point #main [id^="{\\\\"control\\\\""]')]
  .filter(each => !each.id.endsWith("-label")).map(each => each.id)"""
# What a control shows: its text, its chosen segment, its chosen pills.
_SHOWN = """id => {
  const control = document.getElementById(id);
  if (!control) return null;
  const around = control.closest(".mantine-InputWrapper-root") || control;
  const chosen = [...control.querySelectorAll("input:checked")].map(each => each.value);
  return JSON.stringify([control.value || "", chosen,
    [...around.querySelectorAll(".mantine-Pill-label")].map(each => each.textContent)]);
}"""


@pytest.mark.parametrize("address", PAGES)
def test_each_control_of_the_page_is_one_step_that_back_undoes(page, site_url, address):
    each_is_one_step(page, site_url + address)


def test_each_control_of_the_public_is_one_step_that_back_undoes(page, public_url):
    each_is_one_step(page, f"{public_url}/")


@pytest.mark.parametrize(
    ("address", "choice"),
    [
        ("/neighbourhoods?region=E47000014", AREA),
        ("/commuting?region=E12000007", AREA),
        ("/theme/transport?region=E47000006", "#react-entry-point [data-sets=map] >> nth=2"),
    ],
)
def test_what_is_chosen_on_or_for_a_map_is_one_step_as_well(page, site_url, address, choice):
    page.add_init_script(_COUNT)
    opened(page, site_url + address)  # a map that is drawn, but not yet alive, takes no click
    page.locator(AREA).first.wait_for()
    before = at_a_place(page)
    page.locator(choice).first.dispatch_event("click")
    one_step(page, before, choice)


def each_is_one_step(page, url: str) -> None:
    """Change each control of the page in turn; each must be one step that back and forward go."""
    page.add_init_script(_COUNT)
    page.goto(url)
    page.wait_for_selector("#react-entry-point #main")
    for control in page.evaluate(_CONTROLS):
        page.evaluate("document.querySelectorAll('#main details').forEach(each => { each.open = true; })")
        shown, before = page.evaluate(_SHOWN, control), at_a_place(page)
        if not changed(page, page.locator(f"[id='{control}']").first):
            continue
        one_step(page, before, control)
        page.wait_for_function(f"([id, before]) => ({_SHOWN})(id) === before", arg=[control, shown])


def at_a_place(page) -> str:
    """Scroll a little; what the address asks for."""
    page.evaluate("scrollTo(0, 120)")
    return page.evaluate("[window.pushed = 0, location.search][1]")


def one_step(page, before: str, what: str) -> None:
    """That one step was made since `before`; back goes to it and to where on the page it was left, forward
    returns, and back again."""
    there = "search => location.search === search && Math.abs(scrollY - window.left) < 3"
    page.wait_for_function("before => location.search !== before", arg=before)
    page.wait_for_timeout(300)
    assert page.evaluate("window.pushed") == 1, what
    after = page.evaluate("location.search")
    page.evaluate("history.back()")
    page.wait_for_function(there, arg=before)
    page.evaluate("history.forward()")
    page.wait_for_function("after => location.search === after", arg=after)
    page.wait_for_timeout(300)
    page.evaluate("history.back()")
    page.wait_for_function(there, arg=before)


def changed(page, control) -> bool:
    """Choose something else in `control`, as a person does; False where there is nothing else."""
    if control.evaluate("each => each.tagName") == "DIV":
        others = control.locator("input[type=radio]:not(:checked):not(:disabled)")
        if others.count():
            control.locator(f"label[for='{others.first.get_attribute('id')}']").click()
        return bool(others.count())
    if control.get_attribute("aria-haspopup") == "listbox":
        control.click(force=True)  # what is chosen may lie over it
        offered = page.locator("[role=option]:visible:not([aria-selected=true])")
        offered.first.wait_for()
        offered.nth(min(1, offered.count() - 1)).click()
        return True
    control.fill("manch")
    return True

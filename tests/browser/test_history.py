"""Every control of every page: a change is one step of the history, and back undoes it on the page."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.soak]

PAGES = (
    "/?list=all",
    "/theme/transport",
    "/indicator/employment/weekly_pay",
    "/compare",
    "/neighbourhoods",
    "/events",
    "/priority",
    "/commuting",
    "/whats-new",
    "/skills-pipeline",
    "/data",
    "/packs",
    "/search",
)
_COUNT = """
if (window.pushed === undefined) {
  const push = history.pushState;
  history.pushState = function (...given) { window.pushed += 1; return push.apply(this, given); };
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
    page.add_init_script(_COUNT)
    page.goto(site_url + address)
    page.wait_for_selector("#react-entry-point #main")
    for control in page.evaluate(_CONTROLS):
        page.evaluate("document.querySelectorAll('#main details').forEach(each => { each.open = true; })")
        shown, search = (
            page.evaluate(_SHOWN, control),
            page.evaluate("[window.pushed = 0, location.search][1]"),
        )
        if not changed(page, page.locator(f"[id='{control}']").first):
            continue
        page.wait_for_function("before => location.search !== before", arg=search)
        page.wait_for_timeout(300)
        assert page.evaluate("window.pushed") == 1, control
        page.evaluate("history.back()")
        page.wait_for_function("before => location.search === before", arg=search)
        page.wait_for_function(f"([id, before]) => ({_SHOWN})(id) === before", arg=[control, shown])


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

"""Every page of both audiences in every state that somebody can bring it into: axe finds nothing in any.

A page as it comes is looked at with every test (test_accessibility.py); this goes through what can be made of
it: all that is folded opened, each kind of list open, after a choice in each control, what the search found,
after a form that was refused, and the pages for what could not be answered. Regions take turns; a page that
both audiences have is the same module, and is the office's to look at.
"""

from itertools import cycle

import httpx
import pytest

from dashboard.components.frame.document import plain_page, refusal_page
from dashboard.pages import pages_for
from tests.browser.axe_checks import DISPLAYS, opened, violations_in
from tests.browser.site import serving
from tests.browser.test_accessibility import EXAMPLES
from tests.page_examples import example_of

pytestmark = [pytest.mark.browser, pytest.mark.soak]

NORTH_EAST = "E47000014"
REGIONS = cycle((NORTH_EAST, "E12000007", "E47000006"))  # London has the most places, Tees Valley the fewest
FORMS = (
    "/decision/new", "/targets?form=target", "/pilot/new", "/task-force?form=programme",
    "/task-force?form=action", "/check", "/new-file", "/alerts?form=alert", "/promises?form=promise",
)  # fmt: skip
REFUSED = (400, 401, 403, 404, 405, 413, 429, 500, 503)
CONTROLS = """() => {
  const kinds = new Set();
  return [...document.querySelectorAll('#main [id^="{\\\\"control\\\\""]')].filter(each => {
    const kind = each.tagName + each.getAttribute("aria-haspopup") + each.className;
    const first = !each.id.endsWith("-label") && !kinds.has(kind);
    kinds.add(kind);
    return first;
  }).map(each => each.id);
}"""
ALL_OPENED = "all opened"
OPEN_ALL = "document.querySelectorAll('details').forEach(each => { each.open = true; })"
SHOW_CHOICES = "document.querySelectorAll('.fold-button[aria-expanded=false]').forEach(each => each.click())"
RINGED = (
    "/?list=all",
    "/theme/transport",
    "/indicator/employment/employment_rate",
    "/compare",
    "/priority",
    "/packs",
)
# What has the focus and no ring of its own, or of the box that it stands in; a map draws its own.
NO_RING = """() => [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter(each => each.tabIndex >= 0 && !each.disabled && !each.closest("#served, .map-svg")
    && each.checkVisibility({visibilityProperty: true}))
  .filter(each => {
    each.focus({focusVisible: true, preventScroll: true});
    const around = [each, each.closest(".mantine-MultiSelect-input, .headline"), ...(each.labels || [])];
    return !around.some(one => one && getComputedStyle(one).outlineStyle === "solid"
      && parseFloat(getComputedStyle(one).outlineWidth) >= 2);
  }).map(each => each.outerHTML.slice(0, 120))"""
LISTED = "[role=option]:visible, .mantine-Select-empty:visible"


@pytest.fixture(scope="module")
def office():
    """The office's view with the worked example of the North East."""
    with serving() as url:
        httpx.post(f"{url}/record/example", json={"region": NORTH_EAST}, timeout=60).raise_for_status()
        yield url


def addresses(audience: str) -> list[str]:
    """The addresses of every page of `audience`, those of the office left out of the public's."""
    shared = pages_for("office") if audience == "public" else ()
    pages = [page for page in pages_for(audience) if page not in shared]
    given = [each for page in pages for each in EXAMPLES.get(page.path, [example_of(page.path)])]
    return [one if "region=" in one or "<" in one else _in(one, next(REGIONS)) for one in given]


def _in(address: str, region: str) -> str:
    placed = any(word in address for word in ("/place/", "/ward/", "place=", "places="))
    return address if placed else f"{address}{'&' if '?' in address else '?'}region={region}"


def states(page, url: str):
    """Each state of the page at `url`, made and named; whoever asks looks at it before the next is made."""
    opened(page, url)
    page.evaluate(OPEN_ALL)
    page.evaluate(SHOW_CHOICES)
    yield ALL_OPENED
    opened(page, url)
    for control in page.evaluate(CONTROLS):
        if opens_list(page, control):
            yield f"list of {control} open"
            if page.locator("[role=option]:visible:not([aria-selected=true])").count():
                page.locator("[role=option]:visible:not([aria-selected=true])").last.click()
        elif not chooses(page, control):
            continue
        page.wait_for_timeout(700)
        yield f"after a choice in {control}"
    if page.locator("#site-search").count():
        page.evaluate("document.getElementById('site-search').focus()")
        page.keyboard.type("rent")
        page.wait_for_selector("#site-search-list [role=option]")
        yield "what the search found"


def opens_list(page, control: str) -> bool:
    """Open the list of `control`, where it has one."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate(OPEN_ALL.replace("'details'", "'#main details:not(.act-menu):not(.take)'"))
    found = page.locator(f"[id='{control}']").first
    if found.get_attribute("aria-haspopup") != "listbox":
        return False
    found.click(force=True)  # what is chosen may lie over it
    page.locator(LISTED).first.wait_for()
    return True


def chooses(page, control: str) -> bool:
    """Another segment, or a few letters."""
    found = page.locator(f"[id='{control}']").first
    if found.evaluate("each => each.tagName") != "DIV":
        found.fill("manch")
        return True
    others = found.locator("input[type=radio]:not(:checked):not(:disabled)")
    if others.count():
        found.locator(f"label[for='{others.first.get_attribute('id')}']").click()
    return bool(others.count())


def seen(page, url: str) -> list[str]:
    """What is wrong in each state of the page at `url`; how many states it has is printed."""
    wrong, count = [], 0
    pairs = cycle((DISPLAYS[0::3], DISPLAYS[1:3]))  # both schemes and both widths in each, all four in turn
    for state in states(page, url):
        count += 1
        displays = DISPLAYS if state == ALL_OPENED else next(pairs)
        wrong += [f"{state}, {each}" for each in violations_in(page, displays)]
    print(f"\n{url}: {count} states, {len(wrong)} violations")
    return wrong


@pytest.fixture
def records(office):
    """The addresses of a decision and a pilot of the example."""
    found = httpx.get(f"{office}/decisions?region={NORTH_EAST}", timeout=60).text
    pilots = httpx.get(f"{office}/pilots?region={NORTH_EAST}", timeout=60).text
    return [_first(found, "/decision/"), _first(pilots, "/pilot/")]


def _first(html: str, beginning: str) -> str:
    links = [part.partition('"')[0] for part in html.split(f'href="{beginning}')[1:]]
    return beginning + next(link for link in links if not link.startswith("new"))


@pytest.mark.parametrize("address", [one for one in addresses("office") if "<" not in one])
def test_every_state_of_a_page_of_the_office(page, office, address):
    assert seen(page, office + address) == []


def test_every_state_of_what_is_recorded(page, office, records):
    assert [wrong for address in records for wrong in seen(page, office + address)] == []


@pytest.mark.parametrize("address", [one for one in addresses("public") if "<" not in one])
def test_every_state_of_a_page_of_the_public(page, public_url, address):
    assert seen(page, public_url + address) == []


@pytest.mark.parametrize("forced", ["none", "active"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_control_shows_that_it_has_the_focus(page, office, scheme, forced):
    page.emulate_media(color_scheme=scheme, forced_colors=forced)
    without = []
    for address in RINGED:
        opened(page, f"{office}{_in(address, NORTH_EAST)}")
        page.evaluate(OPEN_ALL)
        without += [f"{address}: {each}" for each in page.evaluate(NO_RING)]
    page.emulate_media(forced_colors="none")
    assert without == []


@pytest.mark.parametrize("address", FORMS)
def test_a_form_that_was_refused(page, office, address):
    opened(page, f"{office}{_in(address, NORTH_EAST)}")
    page.locator("#react-entry-point main form [type=submit]").first.click()
    page.wait_for_timeout(1000)
    assert violations_in(page) == []


def test_a_question_of_the_public_that_was_refused(page, public_url):
    opened(page, f"{public_url}/questions")
    page.locator("#react-entry-point main form [type=submit]").first.click()
    page.wait_for_timeout(1000)
    assert violations_in(page) == []


@pytest.mark.parametrize("status", [*REFUSED, "signed out"])
def test_a_page_for_what_could_not_be_answered(page, public_url, status):
    refused = isinstance(status, int)
    body = refusal_page(status, "This is why.", "/compare") if refused else plain_page("Out", "<p>Bye.</p>")
    answer = {"status": status if refused else 200, "content_type": "text/html", "body": body}
    page.route("**/answered", lambda route: route.fulfill(**answer))
    opened(page, f"{public_url}/answered")
    assert violations_in(page) == []

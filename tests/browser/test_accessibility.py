"""WCAG 2.2 AA on every page of both audiences, in both schemes, on a phone and on a desk: axe finds nothing.

The pages are those that the product has: a new one is looked at without being named here.
"""

import pytest

from dashboard.pages import pages_for
from tests.browser.axe_checks import COLOURS, DISPLAYS, followed, opened, violations, violations_in
from tests.page_examples import example_of

pytestmark = pytest.mark.browser

EXAMPLES = {  # path of a page -> addresses: states worth a look (else tests/page_examples.py fills its path)
    "/": ["/", "/?region=E47000008"],
    "/theme/<theme>": ["/theme/transport", "/theme/housing?region=E47000007"],
    "/indicator/<theme>/<name>": [
        "/indicator/employment/employment_rate?places=E08000003,E08000006",
        "/indicator/transport/ev_chargers?region=E47000006",
        "/indicator/economy/gva_per_hour?region=E47000008",
        "/indicator/people/disabled_people?region=E47000006",
        "/indicator/inequality/level_3_free_meals_gap?region=E12000007",
    ],
    "/place/<place>": ["/place/E08000003", "/place/E06000002?region=E47000006"],
    "/neighbourhoods": [
        "/neighbourhoods",
        "/neighbourhoods?measure=transport/connectivity&second=skills/adults_low_skills&place=E01005324",
        "/neighbourhoods?region=E47000006&show=clusters",
        "/neighbourhoods?region=E47000008&place=E10000003&level=msoa&measure=housing/overcrowding",
    ],
    "/events": ["/events?view=points", "/events?region=E47000008"],
}
OFFICE = {
    "/decision/<decision>": ["/decision/new", "{decision}"],
    "/decisions": ["/decisions", "/decisions?view=/compare"],
    "/targets": ["/targets", "/targets?form=target"],
    "/pilot/<pilot>": ["/pilot/new", "{pilot}"],
    "/task-force": ["/task-force", "/task-force?form=programme"],
    "/skills-pipeline": ["/skills-pipeline", "/skills-pipeline?region=E47000012"],
    "/packs": ["/packs?brief=district-profile", "/packs?brief=digital-inclusion"],
}
# A page that both audiences have is the same module: its four displays are shared between their two
# processes, a width each. Its further states are the office's to look at: in `make test` half on a
# phone and half on a desk in the dark, in `make sweeps` each in both.
PUBLIC = {path: addresses[:1] for path, addresses in EXAMPLES.items()} | {"/": ["/?q=bolton"]}
SHARED = {page for page in pages_for("public") if page in pages_for("office")}
HALF = {"public": DISPLAYS[0::2], "office": DISPLAYS[1::2]}
FURTHER = DISPLAYS[1:3]


def addresses(audience: str) -> list[tuple[str, tuple]]:
    """An address of every page of `audience` at least, and one that does not exist, with their displays."""
    known = EXAMPLES | OFFICE if audience == "office" else PUBLIC
    found = []
    for page in pages_for(audience):
        first, *further = known.get(page.path, [example_of(page.path)])
        found.append((first, HALF[audience] if page in SHARED else DISPLAYS))
        for each in further:
            found.append((each, (FURTHER[len(found) % 2],)))
    return [*found, ("/no-such-page", HALF[audience])]


@pytest.fixture
def page(kept_page):
    """axe, once it is loaded and warm, takes half the time."""
    return kept_page


def goes(page, url: str, address: str) -> None:
    """Opens the first page of a site, or one outside its frame; follows a link to each other."""
    inside = page.url.startswith(url) and page.locator("#scheme-toggle").count()
    if inside and address != "/no-such-page":
        followed(page, address)
    else:
        opened(page, url + address)


def test_the_looks_of_a_shared_page_are_all_looks():
    assert {*HALF["public"], *HALF["office"]} == set(DISPLAYS)


def again(audience: str) -> list[tuple[str, tuple]]:
    """The further states of the pages of `audience`, each in the look that `addresses` leaves out."""
    return [
        (address, tuple(display for display in FURTHER if display not in displays))
        for address, displays in addresses(audience)
        if len(displays) == 1
    ]


@pytest.mark.parametrize(
    ("address", "displays"),
    [*addresses("office"), *(pytest.param(*each, marks=pytest.mark.soak) for each in again("office"))],
)
def test_a_page_of_the_office_has_no_violation(page, record_url, recorded, address, displays):
    assert "<" not in address, f"give an example of {address} above"
    goes(page, record_url, address.format(**recorded))
    assert violations_in(page, displays) == []


@pytest.mark.parametrize(("address", "displays"), addresses("public"))
def test_a_page_of_the_public_has_no_violation(page, public_url, address, displays):
    assert "<" not in address, f"give an example of {address} above"
    goes(page, public_url, address)
    assert violations_in(page, displays) == []


def test_a_form_with_mistakes_has_no_violation(page, record_url):
    opened(page, f"{record_url}/decision/new")
    page.wait_for_selector("#field-decision-title")
    page.click(".record-form button[type=submit]")
    page.wait_for_selector(".error-summary")
    assert violations_in(page) == []


def test_a_violation_is_found(page):
    page.set_content("<main><h1>x</h1><img src='data:,' style='width: 3000px'></main>")
    found = " ".join(violations(page))
    assert "image-alt" in found
    assert "3000 px wide" in found or "px wide in a window" in found


def test_a_colour_of_one_scheme_is_found_by_the_rules_for_colours(page):
    page.set_content("<p style='color: #777; background: #888'>Grey on grey</p>")
    assert "color-contrast (1)" in violations(page, COLOURS)[0]

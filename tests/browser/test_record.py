"""The working record in a browser: by keyboard alone, with mistakes, by two people at once, and under axe."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.site import serving

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
INDICATOR = "/indicator/employment/employment_rate?places=E08000003"
ROUTES = [
    "/decisions",
    "/decisions?view=/compare",
    "/decision/new",
    "/targets",
    "/targets?form=target",
    "/pilots",
    "/pilot/new",
    "/task-force",
    "/task-force?form=programme",
    "/skills-pipeline",
    "/skills-pipeline?region=E47000012",
]


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    """The office's view with a record of its own, served as `make run` serves it."""
    data = tmp_path_factory.mktemp("record")
    for audience in ("public", "office"):
        (data / audience).mkdir()
        built = (ROOT / "data" / audience / "datastore.duckdb").resolve()
        if not built.exists():
            pytest.skip("run `make data` first: there is no datastore to serve")
        (data / audience / "datastore.duckdb").symlink_to(built)
    for name in ("sources", "assets", "needs.toml", "briefs"):
        if (ROOT / "data" / name).exists():
            (data / name).symlink_to(ROOT / "data" / name)
    with serving(DATA_DIR=str(data)) as address:
        yield address


def opened(chromium, width=1280, scheme="light"):
    context = chromium.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    context.add_init_script(f"localStorage.setItem('scheme', '{scheme}')")
    context.set_default_timeout(60_000)  # a busy machine takes its time to serve the first page
    return context.new_page()


@pytest.fixture
def page(chromium):
    page = opened(chromium)
    yield page
    page.context.close()


def focused(page) -> str:
    return page.evaluate("document.activeElement.id || document.activeElement.className")


def tab_to(page, wanted: str, most: int = 80) -> None:
    """Press Tab until the element with that id or class has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if wanted in focused(page):
            return
    raise AssertionError(f"{wanted} cannot be reached by Tab; the focus is on {focused(page)}")


def record(page, url: str, title: str) -> str:
    """Record a decision through the form; its address."""
    page.goto(f"{url}/decision/new")
    page.wait_for_selector("#field-decision-title")
    for name, text in {"title": title, "decided": "Yes", "why": "Because", "owner": "Skills team"}.items():
        page.fill(f"#field-decision-{name}", text)
    page.click(".record-form button[type=submit]")
    page.wait_for_selector(".saved")
    return page.url.split("&saved")[0]


def test_a_view_becomes_evidence_of_a_new_decision_by_keyboard_alone(page, url):
    page.goto(url + INDICATOR)
    page.wait_for_selector("[data-keeps]")
    tab_to(page, "quiet-button")
    while page.evaluate("document.activeElement.textContent") != "Add this view to a decision":
        tab_to(page, "quiet-button")
    page.keyboard.press("Enter")
    page.wait_for_selector("#field-evidence-decision")
    tab_to(page, "field-evidence-decision-0")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_selector("#field-decision-title")
    for name, text in {"title": "By keyboard", "decided": "Yes", "why": "Because", "owner": "Team"}.items():
        tab_to(page, f"field-decision-{name}")
        page.keyboard.type(text)
    tab_to(page, "field-decision-published")
    tab_to(page, "button")
    page.keyboard.press("Enter")
    page.wait_for_selector(".saved")
    assert page.inner_text("h1") == "By keyboard"
    kept = page.locator("section:has(#evidence) a").first
    assert kept.inner_text() == "Employment rate, Greater Manchester"
    assert "as_of=" in kept.get_attribute("href")


def test_mistakes_are_listed_and_each_leads_into_its_field(page, url):
    page.goto(f"{url}/decision/new")
    page.wait_for_selector("#field-decision-title")
    page.fill("#field-decision-decided", "Typed and not lost")
    page.click(".record-form button[type=submit]")
    page.wait_for_selector(".error-summary")
    assert page.title().startswith("Error: ")
    assert focused(page) == "error-summary"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert focused(page) == "field-decision-title"
    described = page.get_attribute("#field-decision-title", "aria-describedby").split()
    assert "Enter a title" in " ".join(page.inner_text(f"#{name}") for name in described)
    assert page.get_attribute("#field-decision-title", "aria-invalid") == "true"
    assert page.input_value("#field-decision-decided") == "Typed and not lost"


def test_of_two_people_at_once_the_second_is_told_and_nothing_is_lost(chromium, page, url):
    address = record(page, url, "Two at once") + "&edit=yes"
    other = opened(chromium)
    for each in (page, other):
        each.goto(address)
        each.wait_for_selector("#field-decision-title")
    page.fill("#field-decision-title", "The first")
    page.fill("#field-decision-owner", "Mayor's office")
    page.click(".record-form button[type=submit]")
    page.wait_for_selector(".saved")
    other.fill("#field-decision-title", "The second")
    other.fill("#field-decision-why", "A better reason")
    other.click(".record-form button[type=submit]")
    other.wait_for_selector(".error-summary")
    told = other.inner_text(".error-summary")
    assert "Somebody else has changed this" in told
    assert "Taken over from them: Owner" in told
    assert "theirs: “The first”" in told
    assert other.input_value("#field-decision-title") == "The second"
    assert other.input_value("#field-decision-why") == "A better reason"
    assert other.input_value("#field-decision-owner") == "Mayor's office"
    other.click(".record-form button[type=submit]")
    other.wait_for_selector(".saved")
    assert other.inner_text("h1") == "The second"
    assert "History: 3 versions" in other.inner_text("main")
    other.context.close()


def test_a_decision_is_withdrawn_by_keyboard_and_leaves_the_list(page, url):
    record(page, url, "To be withdrawn")
    page.locator("summary", has_text="Withdraw this decision").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('Decisions')")
    page.wait_for_selector(".saved")
    assert "withdrawn" in page.inner_text(".saved")
    assert "To be withdrawn" not in page.inner_text(".entries, .empty")


@pytest.fixture(scope="module", params=[("light", 1280), ("dark", 1280), ("light", 320), ("dark", 320)])
def view(request, chromium):
    scheme, width = request.param
    page = opened(chromium, width, scheme)
    yield page
    page.context.close()


@pytest.fixture(scope="module")
def filled(url):
    """A pilot, a target and an action, so that no page is empty: their addresses."""
    import httpx

    def post(kind, **values):
        return httpx.post(
            f"{url}/record/{kind}", json={"region": "E47000001", "values": values}, timeout=60
        ).json()

    pilot = post(
        "pilot", title="Coaches", hypothesis="Help", owner="Unit", indicator="employment/employment_rate",
        expected="rise", area_codes=["E08000003"], start="2019-04-01", donors="outside",
    )  # fmt: skip
    post(
        "target", indicator="employment/employment_rate", area_code="E47000001", value="75", due="2029-12-31",
        owner="Team", reason="As England",
    )  # fmt: skip
    post("programme", start="2026-10-12", purpose="More digital skills")
    post("action", title="Survey", owner="Chamber", due="2026-11-01", needed="Report", status="blocked")
    return [pilot["href"]]


def test_axe_finds_no_violation(view, url, filled):
    found = []
    for route in [*ROUTES, *filled]:
        view.goto(url + route)
        view.wait_for_selector("main h1")
        view.wait_for_function("!document.querySelector('.chart-canvas:not([data-drawn])')")
        results = Axe().run(view, options={"runOnly": {"type": "tag", "values": TAGS}})
        violations = results.response["violations"]
        found += [f"{route} {item['id']}: {item['nodes'][0]['html'][:200]}" for item in violations]
        width = view.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        if width[0] > width[1]:
            found.append(f"{route} is {width[0]} px wide in a window of {width[1]} px")
    assert not found, "\n".join(found)


def test_axe_finds_no_violation_among_mistakes(view, url):
    view.goto(f"{url}/decision/new")
    view.wait_for_selector("#field-decision-title")
    view.click(".record-form button[type=submit]")
    view.wait_for_selector(".error-summary")
    results = Axe().run(view, options={"runOnly": {"type": "tag", "values": TAGS}})
    assert [item["id"] for item in results.response["violations"]] == []

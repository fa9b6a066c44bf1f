"""The working record in a browser: by keyboard alone, with mistakes, and by two people at once."""

import pytest

pytestmark = pytest.mark.browser

INDICATOR = "/indicator/employment/employment_rate?places=E08000003"


@pytest.fixture
def other(chromium):
    """A page in the window of somebody else."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


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


def test_a_view_becomes_evidence_of_a_new_decision_by_keyboard_alone(page, record_url):
    page.goto(record_url + INDICATOR)
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
    assert page.input_value("#field-decision-indicator") == "employment/employment_rate"
    assert page.input_value("#field-decision-area_code") == "E08000003"
    tab_to(page, "field-decision-expected-0")  # nobody has said yet what is expected: nothing is chosen
    page.keyboard.press("Space")
    tab_to(page, "field-decision-published")
    tab_to(page, "button")
    page.keyboard.press("Enter")
    page.wait_for_selector(".saved")
    assert page.inner_text("h1") == "By keyboard"
    kept = page.locator("section:has(#evidence) a").first
    assert kept.inner_text() == "Employment rate, Greater Manchester"
    assert "as_of=" in kept.get_attribute("href")


def test_a_form_that_is_left_half_filled_is_there_again(page, record_url):
    page.goto(f"{record_url}/decision/new")
    page.fill("#field-decision-why", "Typed, and the tab is closed")
    assert "3,972 characters left of 4,000" in page.inner_text("#field-decision-why-count")
    page.wait_for_selector("text=Draft saved at")
    page.goto(f"{record_url}/decision/new")
    page.wait_for_selector("text=This is your draft of")
    assert page.input_value("#field-decision-why") == "Typed, and the tab is closed"
    page.fill("#field-decision-owner", "Left at once")
    page.goto(f"{record_url}/decisions")  # before the pause is over: leaving keeps it
    page.goto(f"{record_url}/decision/new")
    page.wait_for_selector("text=This is your draft of")
    assert page.input_value("#field-decision-owner") == "Left at once"
    page.click("text=Discard the draft")
    page.wait_for_selector(".draft-note", state="detached")
    assert page.input_value("#field-decision-why") == ""


def test_who_types_past_the_end_of_the_session_signs_in_elsewhere_and_saves(page, record_url):
    page.goto(f"{record_url}/decision/new")
    page.wait_for_selector("#field-decision-title")
    ended = {"status": 401, "content_type": "application/problem+json", "body": '{"detail": "Sign in first"}'}
    page.route("**/record/**", lambda route: route.fulfill(**ended))
    for name, text in {"title": "Typed past the end", "decided": "Yes", "why": "So", "owner": "Us"}.items():
        page.fill(f"#field-decision-{name}", text)
    page.wait_for_selector("text=Your session has ended. The draft could not be saved")
    page.click(".record-form button[type=submit]")
    page.wait_for_selector(".error-summary")
    told = page.inner_text(".error-summary")
    assert "Your session has ended." in told
    assert page.get_attribute(".error-summary a", "href") == "/sign-in"
    assert page.input_value("#field-decision-title") == "Typed past the end"
    page.unroute_all()
    page.click(".record-form button[type=submit]")
    page.wait_for_selector(".saved")
    assert page.inner_text("h1") == "Typed past the end"


def test_whoever_gets_no_answer_is_not_told_that_nothing_was_saved(page, record_url):
    page.goto(f"{record_url}/decision/new")
    page.wait_for_selector("#field-decision-title")
    for name, text in {"title": "Saved without a word", "decided": "Yes", "why": "So", "owner": "Us"}.items():
        page.fill(f"#field-decision-{name}", text)

    def lost(route):
        route.fetch()
        route.abort()

    page.route("**/record/decision", lost)
    page.click(".record-form button[type=submit]")
    page.wait_for_selector(".error-summary")
    assert "This may have been saved, or not." in page.inner_text(".error-summary")
    assert page.input_value("#field-decision-title") == "Saved without a word"
    page.unroute_all()
    page.goto(f"{record_url}/decisions")
    page.wait_for_selector("text=Saved without a word")
    page.goto(f"{record_url}/decision/new")  # where the words are a draft again
    page.click("text=Discard the draft")
    page.wait_for_selector(".draft-note", state="detached")


def test_a_later_stage_is_folded_until_it_is_answered_or_wrong(page, record_url):
    page.goto(f"{record_url}/promises?form=promise")
    page.wait_for_selector("#field-promise-title")
    assert page.is_visible("#field-promise-stage_1_name")
    assert not page.is_visible("#field-promise-stage_2_name")
    page.focus("text=Stage 2 (optional)")
    page.keyboard.press("Enter")
    page.fill("#field-promise-stage_2_name", "All buses")
    page.wait_for_selector("text=Draft saved at")
    page.reload()
    page.wait_for_selector("text=This is your draft of")
    assert page.input_value("#field-promise-stage_2_name") == "All buses"
    assert page.is_visible("#field-promise-stage_2_name")
    assert not page.is_visible("#field-promise-stage_3_name")
    page.click("text=Discard the draft")
    page.wait_for_selector(".draft-note", state="detached")


def test_mistakes_are_listed_and_each_leads_into_its_field(page, record_url):
    page.goto(f"{record_url}/decision/new")
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


def test_of_two_people_at_once_the_second_is_told_and_nothing_is_lost(page, other, record_url):
    address = record(page, record_url, "Two at once") + "&edit=yes"
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


def test_a_decision_is_withdrawn_by_keyboard_and_leaves_the_list(page, record_url):
    record(page, record_url, "To be withdrawn")
    page.locator("summary", has_text="Withdraw this decision").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('Decisions')")
    page.wait_for_selector(".saved")
    assert "withdrawn" in page.inner_text(".saved")
    assert "To be withdrawn" not in page.inner_text(".entries, .empty")


UNREACHED = """() => {
  const seen = (node) => window.reached.has(node) || (node.type === "radio" && [...document.getElementsByName(node.name)].some((each) => window.reached.has(each)));
  const all = [...document.querySelectorAll("main :is(a[href], button, input, select, textarea, summary)")];
  return all.filter((node) => node.checkVisibility() && !seen(node)).map((node) => node.id || node.textContent);
}"""  # noqa: E501 - one selector a line


def test_every_control_of_the_record_is_reached_by_tab(page, record_url, recorded):
    for path in ("/targets", "/targets?form=target", "/pilot/new", recorded["pilot"], "/task-force"):
        page.goto(f"{record_url}{path}")
        page.wait_for_selector("main :is(.record-form button, .section)")
        page.evaluate(
            "window.reached = new Set(); addEventListener('focusin', (event) => reached.add(event.target))"
        )
        for _ in range(
            page.locator("main :is(a, button, input, select, textarea, summary)").count() + 60
        ):  # dates: four
            page.keyboard.press("Tab")
        assert page.evaluate(UNREACHED) == [], path


def test_a_target_is_drawn_while_it_is_typed(page, record_url):
    page.goto(f"{record_url}/targets?form=target&about=employment/weekly_pay&place=E47000001")
    page.wait_for_selector("#field-target-value")
    page.focus("#field-target-value")
    page.keyboard.type("£900")
    page.fill("#field-target-due", "2030-12-31")
    page.wait_for_selector(".target-chart [role=status]:has-text('to £900 by 2030: a rise of')")
    assert "Path to the target" in page.inner_text(".target-chart")
    page.fill("#field-target-value", "9%")
    page.wait_for_selector(".target-chart [role=status]:has-text('Target is not a percentage')")


@pytest.mark.parametrize("where", ["/decisions", "itself"])
def test_one_long_word_makes_no_page_wider_than_its_window(page, record_url, where):
    own = record(page, record_url, "W" * 120)
    page.goto(own if where == "itself" else record_url + where)
    page.wait_for_selector("h1, .entry")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    widest = (
        "Math.max(...[...document.querySelectorAll('h1, .entry')].map(e => e.scrollWidth - e.clientWidth))"
    )
    assert page.evaluate(widest) <= 0

"""What is new since the last visit: the day of it is kept by the browser alone."""

import pytest

pytestmark = pytest.mark.browser

VISITED = "day => localStorage.setItem('visits', JSON.stringify({before: '', now: day}))"
KEPT = "() => JSON.parse(localStorage.getItem('visits'))"


def test_since_the_last_visit_is_what_a_reader_sees_who_comes_again(page, public_url):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{public_url}/about")
    assert page.evaluate(KEPT)["before"] == ""  # the first visit: nothing to compare with
    page.evaluate(VISITED, "2026-03-02")
    page.goto(f"{public_url}/about")
    assert page.evaluate(KEPT)["before"] == "2026-03-02"
    assert not [url for url in asked if "2026-03-02" in url]  # until its reader asks, it is sent to nobody
    page.goto(f"{public_url}/whats-new?region=E47000001")
    page.wait_for_url("**since=2026-03-02**")
    page.wait_for_selector("h1:has-text('What’s new')")
    assert page.input_value("#since-day") == "2026-03-02"
    page.goto(f"{public_url}/whats-new?region=E47000001&since=2026-06-01")
    page.click("text=Since your last visit")
    page.wait_for_function("() => document.getElementById('since-day')?.value === '2026-03-02'")
    assert "between 2 March 2026 and" in page.inner_text(".page-head")
    assert page.evaluate(KEPT)["before"] == "2026-03-02"  # the same day again is the same visit


def test_a_first_visit_and_a_spoilt_day_are_those_since_the_last_snapshot(page, public_url):
    for kept in ("", "2026-03-02&until=1999", "<b>"):
        page.goto(f"{public_url}/about")
        page.evaluate(VISITED, kept)
        page.goto(f"{public_url}/whats-new?region=E47000001")
        page.wait_for_selector("h1:has-text('What’s new')")
        assert "since=" not in page.url
        assert page.inner_text(".last-visit") == ""

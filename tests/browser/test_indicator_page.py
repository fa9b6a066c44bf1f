"""The indicator page in a real browser: drawn in time, repainted, walked by keyboard, read as a table."""

import re
import time
from itertools import pairwise

import pytest

from tests.speed import allowed

pytestmark = pytest.mark.browser

EMPLOYMENT = "/indicator/employment/employment_rate"
GASES = "/indicator/environment/greenhouse_gas"  # whose range ahead is drawn


@pytest.fixture
def page(page):
    problems = []

    def note(problem):
        problems.append(str(problem))

    page.on("pageerror", note)
    yield page
    page.remove_listener("pageerror", note)
    assert not problems


def _open(page, address: str) -> float:
    """Open `address` and wait until its chart is drawn; how many seconds that took."""
    start = time.monotonic()
    page.goto(address)
    page.wait_for_selector(".chart-canvas[data-drawn]")
    return time.monotonic() - start


def _choose(page, places: list[str]) -> None:
    drawn = page.get_attribute(".chart-canvas", "data-drawn")
    page.evaluate("places => dash_clientside.set_props({control: 'places'}, {value: places})", places)
    page.wait_for_selector(f'#main .chart-canvas[data-drawn]:not([data-drawn="{drawn}"]) >> nth=0')


def test_a_chosen_place_gets_a_line_a_card_and_a_row_and_stands_in_the_address(page, site_url):
    _open(page, site_url + EMPLOYMENT)
    page.get_by_role("combobox", name="Compare places").click()
    page.get_by_role("option", name="Salford").click()
    page.wait_for_selector(".key-figure >> nth=1")
    page.locator(".chart-ends b", has_text="Salford").wait_for()
    assert page.locator(".row-chosen th").all_inner_texts() == ["Salford"]
    assert "places=E08000006" in page.url


def test_the_oldest_period_on_the_axis_is_not_cut_off(page, site_url):
    """Temporary accommodation began with "pr to Jun 2018": a long label and short figures beside it."""
    page.set_viewport_size({"width": 1280, "height": 900})
    _open(page, f"{site_url}/indicator/housing/temporary_accommodation")
    left = "Math.min(...[...document.querySelectorAll('.xtick')].map(n => n.getBoundingClientRect().left))"
    chart = "document.querySelector('.chart-canvas').getBoundingClientRect().left"
    assert page.evaluate(f"{left} - {chart}") >= 0


def test_names_at_the_ends_of_lines_do_not_touch_and_do_not_leave_the_card(page, site_url):
    _open(
        page, site_url + EMPLOYMENT + "?ahead=hidden&places=E08000003,E08000006,E08000001,E08000002,E08000009"
    )
    boxes = page.evaluate(
        "[...document.querySelectorAll('.chart-ends > div')].map(n => n.getBoundingClientRect())"
        ".map(b => [b.top, b.bottom, b.right])"
    )
    edge = page.evaluate("document.querySelector('.trend').getBoundingClientRect().right")
    boxes.sort()
    assert len(boxes) == 7
    assert all(lower[0] >= upper[1] for upper, lower in pairwise(boxes))
    assert max(right for _, _, right in boxes) <= edge


def test_names_stand_beside_the_figure_where_their_line_ends_and_lines_end_where_figures_do(page, site_url):
    _open(page, site_url + GASES + "?ahead=shown&places=E08000003&basis=global")
    found = page.evaluate(
        """() => {
          const host = document.querySelector('.chart-canvas'), {xaxis, yaxis} = host._fullLayout;
          return host.spec.layout.meta.ends.map(end => {
            const traces = host.data.filter(trace => trace.name === end.name);
            const xs = traces.flatMap(trace => trace.x), ys = traces.flatMap(trace => trace.y);
            const last = ys[xs.indexOf(xs.toSorted().at(-1))];
            return [end.name, traces.length, yaxis.d2p(last) + yaxis._offset, end.y];
          });
        }"""
    )
    assert len(found) >= 6
    for name, traces, drawn, said in found:
        assert traces, name
        assert abs(drawn - said) < 1.5, name
    led = page.eval_on_selector_all(".chart-ends path", "found => found.map(each => each.getAttribute('d'))")
    assert len(led) >= 4  # what ends in 2023, five years before the projection does


def test_on_a_phone_lines_are_named_in_the_key_and_nothing_leaves_the_screen(page, site_url):
    page.set_viewport_size({"width": 320, "height": 800})
    _open(page, site_url + EMPLOYMENT + "?places=E08000003&basis=global")
    assert page.locator(".chart-ends > div").count() == 0
    assert page.locator(".chart-key .key-line").first.is_visible()
    wide, window = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= window


def test_arrow_keys_and_a_pointer_read_all_lines_of_a_date(page, site_url):
    _open(page, site_url + EMPLOYMENT + "?ahead=hidden")
    page.focus(".chart-canvas")
    said = []
    for key in ("ArrowLeft", "ArrowLeft", "Home"):
        page.keyboard.press(key)
        said.append(re.sub(r" \(likely[^)]*\)", "", page.text_content(".chart-readout")))
    assert said == [
        "2023: England 76.0%; Greater Manchester 71.9%",
        "2022: England 75.8%; Greater Manchester 72.4%",
        "2004: England 72.8%; Greater Manchester 70.3%",
    ]
    assert page.locator(".chart-box strong").all_inner_texts() == ["72.8%", "70.3%"]
    page.keyboard.press("Escape")
    assert not page.locator(".chart-box").is_visible()
    page.locator(".chart-canvas").hover()
    assert page.locator(".chart-box strong").count() == 2


def test_the_table_of_a_chart_is_copied_in_columns(page, site_url):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _open(page, site_url + EMPLOYMENT + "?ahead=hidden")
    page.get_by_text("Copy, save or share this chart").click()
    page.get_by_role("button", name="Copy table").click()
    page.get_by_text("Copied.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert copied[1].split("\t")[:2] == ["2023", "71.9%"]


def test_a_copied_name_runs_in_no_spreadsheet(page, site_url):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _open(page, site_url + EMPLOYMENT + "?ahead=hidden")
    table = {"header": ["Area", "\n@Rate", "Rate"], "rows": [["=1+1", "-2.5"], ["\uff0bAsh\tend", "+3"]]}
    page.evaluate("t => { document.querySelector('[data-table]').dataset.table = JSON.stringify(t); }", table)
    page.get_by_text("Copy, save or share this chart").click()
    page.get_by_role("button", name="Copy table").click()
    page.get_by_text("Copied.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert copied == ["Area\t' @Rate\tRate", "'=1+1\t-2.5", "'\uff0bAsh end\t+3"]


def test_the_table_of_figures_is_made_when_opened_and_follows_the_choice(page, site_url):
    _open(page, site_url + EMPLOYMENT + "?ahead=hidden")
    page.get_by_text("Show the figures as a table").click()
    table = page.locator(".chart-table table")
    assert table.locator("tbody tr").first.inner_text().split("\t")[:2] == ["2023", "71.9%"]
    _choose(page, ["E08000006"])
    page.locator(".chart-table thead", has_text="Salford").wait_for()


def test_a_row_leads_to_its_place_without_loading_the_document_again(page, site_url):
    _open(page, site_url + EMPLOYMENT)
    page.evaluate("window.still = true")
    page.locator(".ranked").get_by_role("link", name="Salford").click()
    page.get_by_role("heading", name="Salford", level=1).wait_for()
    assert page.evaluate("window.still") is True


def test_the_first_chart_is_drawn_and_a_repaint_is_fast(page, site_url):
    first = min(_open(page, site_url + EMPLOYMENT) for _ in range(2))
    page.wait_for_timeout(500)
    times = []
    for places in (
        ["E08000003"],
        ["E08000006"],
        ["E08000001", "E08000002"],
        ["E08000009"],
        [],
        ["E08000010"],
    ):
        start = time.monotonic()
        _choose(page, places)
        times.append(time.monotonic() - start)
    # Twice the promise of 2 s and 150 ms: other work shares the machine. `make bench` holds the promise.
    assert first <= allowed(4)
    assert min(times) <= allowed(0.3)


def test_a_choice_repaints_the_trend_and_leaves_the_control_chart_alone(page, site_url):
    _open(page, site_url + "/indicator/economy/guest_nights")
    page.wait_for_selector(".control-chart .chart-canvas[data-drawn]")
    before = page.get_attribute(".control-chart .chart-canvas", "data-drawn")
    _choose(page, ["E08000006"])
    page.locator(".chart-ends b", has_text="Salford").wait_for()
    assert page.get_attribute(".control-chart .chart-canvas", "data-drawn") == before


def test_the_control_chart_is_walked_by_keyboard_and_says_what_is_unusual(page, site_url):
    _open(page, site_url + "/indicator/economy/guest_nights?region=E47000006")
    page.wait_for_selector(".control-chart .chart-canvas[data-drawn]")
    page.focus(".control-chart .chart-canvas")
    for _ in range(9):  # the first reads the newest
        page.keyboard.press("ArrowLeft")
    said = page.text_content(".control-chart .chart-readout")
    assert said.startswith("Apr 2025: Tees Valley ")
    assert said.endswith("unusual: above the usual range)")


def test_another_district_is_judged_and_its_control_chart_drawn(page, site_url):
    _open(page, site_url + "/indicator/economy/guest_nights")
    page.wait_for_selector(".control-chart .chart-canvas[data-drawn]")
    page.evaluate("dash_clientside.set_props({control: 'judge'}, {value: 'E08000001'})")
    page.locator(".verdict-line", has_text="Bolton").wait_for()
    page.wait_for_selector('.control-chart .chart-canvas[data-drawn][aria-label^="Bolton"]')
    page.focus(".control-chart .chart-canvas")
    page.keyboard.press("ArrowLeft")
    assert page.text_content(".control-chart .chart-readout").startswith("Dec 2025: Bolton ")
    assert "judge=E08000001" in page.url


def test_the_fan_is_switched_on_in_the_address(page, site_url):
    _open(page, site_url + GASES + "?ahead=hidden")
    drawn = page.get_attribute(".chart-canvas", "data-drawn")
    page.evaluate("dash_clientside.set_props({control: 'ahead'}, {value: 'shown'})")
    page.wait_for_selector(f'.chart-canvas[data-drawn]:not([data-drawn="{drawn}"])')
    page.locator(".chart-ends b", has_text="If recent patterns").wait_for()
    assert "ahead=shown" in page.url

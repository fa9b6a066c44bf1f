"""The form of a target: drawn while it is typed, filled from a framework, its versions told."""

from datetime import date
from types import SimpleNamespace

import pytest

from dashboard.catalogue.frameworks import Framework, Measure
from dashboard.components.record.target_chart import NOTHING
from dashboard.pages.record import target_form
from dashboard.record.forms.target import OF_GROUPS
from tests.record.forms.test_targets import TARGET

REGION, RATE = "E47000001", "employment/employment_rate"
ASKED = {"region": REGION, "indicator": RATE, "area_code": REGION, "value": "79%", "due": "2030-12-31"}


@pytest.fixture
def drawn(client):
    """drawn(value="80") -> the status and the markup that a browser gets for what is typed."""

    def drawn(**typed: str):
        answer = client.get("/record/target/chart", query_string=ASKED | typed)
        return answer.status_code, answer.get_data(as_text=True)

    return drawn


def test_what_is_typed_is_drawn_as_a_path_from_the_newest_figure_with_the_distance_in_words(drawn, site):
    latest = site.observations(site.indicators[RATE]).latest(REGION)
    status, markup = drawn()
    assert status == 200
    assert "<svg" in markup
    assert "Path to the target" in markup
    assert f"From {latest.figure:.1f}% in" in markup
    assert f"to 79.0% by 2030: a rise of {79 - latest.figure:.1f} percentage points in" in markup


def test_a_target_that_is_met_before_it_is_set_says_so(drawn):
    assert "meets it already: it asks not to get worse." in drawn(value="50%")[1]
    assert "meets it already" not in drawn()[1]


def test_half_an_answer_is_drawn_without_a_path_and_no_answer_says_what_to_choose(drawn):
    assert "Path to the target" not in drawn(value="")[1]
    assert "<svg" in drawn(value="")[1]
    assert NOTHING in drawn(indicator="")[1]
    assert NOTHING in drawn(area_code="E06000001")[1]  # a place of another region


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"value": "180%"}, "Target must be between 0% and 100%"),
        ({"value": "<script>alert(1)</script>"}, "Target must be a number, such as 75.5%"),
        (
            {"due": "2010-01-01"},
            "To be met by must be after the period of the latest figure (2023) has ended",
        ),
        (
            {"due": "2023-12-31"},
            "To be met by must be after the period of the latest figure (2023) has ended",
        ),
        ({"due": "soon"}, "To be met by must be a real date"),
        ({"indicator": "housing/affordability_ratio"}, "so a target cannot be followed"),
    ],
)
def test_what_cannot_be_a_target_is_said_while_it_is_typed(drawn, typed, said):
    status, markup = drawn(**typed)
    assert (status, "<script" in markup) == (200, False)
    assert said in markup
    assert "Path to the target" not in markup


@pytest.mark.parametrize("typed", [{"region": "E99"}, {"target": "none"}])
def test_a_place_or_a_target_that_there_is_not_is_an_error_of_the_asker(drawn, typed):
    assert drawn(**typed)[0] == 404


def test_the_page_of_the_form_has_the_chart_and_a_button_that_shows_it_without_scripts(client):
    view = f"/targets?region={REGION}&form=target&about={RATE}&value=79%25&due=2030-12-31"
    page = client.get(view, headers={"Accept": "text/html"}).get_data(as_text=True)
    assert "Path to the target" in page
    assert '<button class="button">Show</button>' in page
    assert 'value="79%"' in page


def test_a_target_of_a_group_needs_figures_as_any(post, site):
    gaps = [item for item in site.indicators.values() if item.groups]
    held = next(item for item in gaps if site.observations(item).latest(REGION))
    given = {"indicator": held.id, "area_code": REGION, "value": "1", "due": "2031-12-31"}
    assert post("target", TARGET | given)[0] == 201
    none = next((item for item in gaps if not site.observations(item).latest("E08000003")), None)
    if none:
        status, answer = post("target", TARGET | given | {"indicator": none.id, "area_code": "E08000003"})
        assert (status, answer["errors"][0]["field"]) == (422, "area_code")


def test_a_groups_own_figure_may_have_a_target_and_the_form_says_where_it_may_not(post, page, site):
    own = TARGET | {"indicator": "inequality/attainment_8_free_meals", "value": "45", "due": "2031-12-31"}
    assert post("target", own | {"area_code": "E08000003"})[0] == 201
    assert OF_GROUPS in page("/targets?form=target")


@pytest.fixture
def framework(monkeypatch):
    """A framework with one target that is followed here, one without a target, and one of nothing held."""
    measures = (
        Measure("Work", "People in work", "ONS", measured_by=(RATE,), target=80.0, due=date(2030, 3, 31)),
        Measure("Work", "Pay", "ONS", measured_by=("employment/weekly_pay",)),
        Measure("Work", "Elsewhere", "ONS", measured_by=("no/such",), target=1.0, due=date(2030, 3, 31)),
    )
    made = Framework("settlement", "Our settlement", "CA", date(2026, 1, 1), "office", "us", "x", measures)
    monkeypatch.setattr(target_form, "frameworks", lambda site: ([made], []))
    return made


def test_a_framework_suggests_its_targets_and_fills_the_form_with_its_own_words(framework, page, site):
    text = page("/targets?form=target")
    assert "Our settlement: People in work, target 80.0% by 2030" in text
    assert "Pay, target" not in text
    assert "Elsewhere" not in text
    filled = target_form.initial_answers(site, SimpleNamespace(
        place="", region=site.geography[REGION], about=RATE, framework="settlement", value="", due="",
    ))  # fmt: skip
    assert filled == {
        "area_code": REGION, "indicator": RATE, "value": "80%", "due": "2030-03-31",
        "reason": "Our settlement: People in work.",
    }  # fmt: skip


def test_a_target_tells_what_it_was_who_changed_it_and_when(post, page, site):
    given = TARGET | {"indicator": "employment/weekly_pay", "value": "£900"}
    _, made = post("target", given)
    assert post(f"target/{made['id']}", given | {"value": "£950"}, version=1)[0] == 200
    text = page("/targets")
    assert "Target:  900 → 950" in text or "900 → 950" in text
    assert "2 versions" in text

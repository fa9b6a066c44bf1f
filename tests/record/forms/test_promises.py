"""Promises in stages: each tied to a figure, judged by published figures alone, published or kept."""

import json
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from dashboard.address import address as addresses
from dashboard.datastore.observations import Observation
from dashboard.datastore.published import promises
from dashboard.pages import pages_for
from dashboard.record.fields import Invalid
from dashboard.record.forms import promise
from dashboard.record.promises.public_file import publish_promises
from dashboard.record.store import Record
from dashboard.record_port import StageAim
from dashboard.settings import Settings
from dashboard.statements.outlook.promise_stages import stage_standing, stages_reached
from tests.record.reading import text_of

REGION, RATE = "E47000001", "employment/employment_rate"
STAGE = {
    "name": "Seven in ten work",
    "due": "2016-12-31",
    "indicator": RATE,
    "area_code": REGION,
    "value": "70",
}
LAST = STAGE | {"name": "Eight in ten work", "due": "2031-12-31", "value": "80%"}
PROMISE = {
    "title": "Work for everybody", "said": "Eight in ten will work", "day": "2013-05-01", "owner": "Skills",
    **{f"stage_1_{name}": said for name, said in STAGE.items()},
    **{f"stage_2_{name}": said for name, said in LAST.items()},
}  # fmt: skip


def standing(figures: dict[int, float], today: date = date(2026, 6, 1), better: float = 60.0):
    """A stage "60% by the end of 2024" of 50% in 2020, with yearly figures."""
    series = [
        Observation("A", date(year, 1, 1), value, None, None, None, None, "")
        for year, value in figures.items()
    ]
    indicator = SimpleNamespace(
        title="Rate", format=lambda value: f"{value:.0f}%", period="calendar year",
        period_phrase=lambda start: f"in {start.year}",
    )  # fmt: skip
    site = SimpleNamespace(
        indicators={"x": indicator},
        geography=SimpleNamespace(areas={"A": SimpleNamespace(name="Here", code="A")}),
        observations=lambda item: SimpleNamespace(series=lambda code: series),
    )
    aim = StageAim("Stage", date(2024, 12, 31), "x", "A", better, 50.0, date(2020, 1, 1))
    return stage_standing(site, aim, today)


@pytest.mark.parametrize(
    ("figures", "state"),
    [
        ({2020: 50, 2023: 61, 2024: 62}, "reached"),
        ({2020: 50, 2024: 60}, "reached"),  # the year of its date counts
        ({2020: 50, 2024: 58, 2025: 61}, "late"),
        ({2020: 50, 2022: 61, 2024: 59}, "back"),
        ({2020: 50, 2024: 59}, "missed"),
        ({2020: 50, 2023: 59}, "waiting"),  # its date is over, its figure is not out
        ({2019: 65, 2020: 50}, "waiting"),  # what was before the promise shows nothing
    ],
)
def test_a_stage_is_where_published_figures_say_it_is(figures, state):
    assert standing(figures).state == state


def test_a_stage_whose_date_is_to_come_is_not_yet_reached_and_one_may_be_a_fall():
    assert standing({2020: 50, 2023: 59}, today=date(2024, 2, 1)).state == "not yet"
    assert standing({2020: 50, 2023: 44}, better=45.0).state == "reached"
    assert standing({2020: 50, 2023: 44}, better=45.0).goal == "Rate, Here: at most 45%"


def test_a_stage_that_is_reached_says_with_which_figure_first():
    said = standing({2020: 50, 2023: 61, 2024: 62}).sentence
    assert said == "It was first reached with 61% in 2023. The newest figure is 62% in 2024."
    assert standing({2020: 50, 2024: 62}).sentence == "The newest figure is 62% in 2024."


def test_what_is_said_counts_the_stages_and_names_the_next():
    done, open_ = standing({2020: 50, 2024: 60}), standing({2020: 50, 2023: 59}, today=date(2024, 2, 1))
    assert stages_reached([done, done]) == "By published figures, 2 of 2 stages are reached."
    assert stages_reached([done, open_]) == (
        "By published figures, 1 of 2 stages is reached. Next: Stage, by 31 December 2024."
    )
    assert stages_reached([open_]).startswith("By published figures, none of 1 stage is reached.")
    assert stages_reached([]) == "None of its stages has a public figure."


def test_a_promise_begins_at_the_figures_of_its_day_and_its_page_says_what_is_reached(post, site, page):
    status, made = post("promise", PROMISE)
    assert status == 201, made
    first, last = site.record.shown_record.get(made["id"]).item.stages
    assert first.baseline.period == date(2012, 1, 1)  # the newest year that had ended by then
    assert (first.value, last.value) == (70.0, 80.0)
    text = page("/promises")
    assert "Seven in ten work, by 31 December 2016 Reached" in " ".join(text.split())
    assert "Next: Eight in ten work, by 31 December 2031." in text


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"stage_1_value": ""}, "stage_1_value", "Enter the figure"),
        ({"stage_2_value": ""}, "stage_2_value", "Stage 2: Enter the figure to be reached"),
        ({"stage_1_value": "180%"}, "stage_1_value", "it must be between 0% and 100%"),
        ({"stage_1_value": "50"}, "stage_1_value", "it was better than that already"),
        ({"stage_1_due": "2013-05-01"}, "stage_1_due", "must be due after the day"),
        ({"day": "2999-01-01"}, "day", "Promised on must be"),
        ({"source": "javascript:alert(1)"}, "source", "Where it was said must begin with / or https://"),
        ({"source": "//evil.example"}, "source", "Where it was said must begin with / or https://"),
        ({"stage_2_indicator": "no/such"}, "stage_2_indicator", "choose one of the list"),
        ({"stage_1_area_code": "E06000001"}, "stage_1_area_code", "choose one of the list"),
        ({"day": "2000-02-01"}, "stage_1_indicator", "no figure of it is held from before"),
    ],
)
def test_a_promise_that_no_figure_could_show_is_refused_with_the_reason(post, changed, field, said):
    status, answer = post("promise", PROMISE | changed)
    errors = {error["field"]: error["message"] for error in answer.get("errors", [])}
    assert status in (400, 422), answer
    assert said in errors[field]


def test_a_published_promise_is_shown_to_everybody_and_gone_when_it_is_withdrawn(post, site, public_site):
    assert post("promise", PROMISE | {"title": "Kept in the office"})[0] == 201
    status, told = post("promise", PROMISE | {"title": "For everybody", "published": True})
    assert status == 201, told
    path = site.settings.data / "public" / "promises.json"
    seen = replace(public_site, settings=replace(public_site.settings, data=site.settings.data))
    address = addresses.read(seen, pages_for("public"), "/promises", "")
    text = text_of(address.page.layout(seen, address))
    assert "For everybody" in text
    assert "By published figures, 1 of 2 stages is reached." in text
    assert "Kept in the office" not in path.read_text("utf-8")
    post(f"promise/{told['id']}/withdraw", version=1)
    assert json.loads(path.read_text("utf-8"))["promises"] == []


def test_a_promise_tied_to_a_figure_that_only_the_office_has_is_not_published(site):
    held = replace(site.indicators[RATE], audience="office")
    office = replace(site, indicators={**site.indicators, RATE: held})
    with pytest.raises(Invalid, match="the office’s alone"):
        promise.build(office, site.geography[REGION], PROMISE | {"published": True}, None)
    assert len(promise.build(office, site.geography[REGION], PROMISE, None).stages) == 2


def test_a_stage_whose_figure_is_the_offices_alone_by_now_leaves_the_public_file(site, tmp_path):
    record = Record.open(Settings(data=tmp_path))
    item = promise.build(site, site.geography[REGION], PROMISE | {"published": True}, None)
    record.add("promise", REGION, item, "Ann")
    (tmp_path / "public").mkdir()
    publish_promises(record, tmp_path, {RATE})
    assert len(promises(tmp_path)[0]["stages"]) == 2
    publish_promises(record, tmp_path, set())
    assert promises(tmp_path)[0]["stages"] == []
    record.engine.dispose()


def test_a_change_tells_which_stage_it_moved(post, page):
    _, made = post("promise", PROMISE | {"title": "Moved"})
    status, _ = post(f"promise/{made['id']}", PROMISE | {"title": "Moved", "stage_2_value": "82"}, version=1)
    assert status == 200
    assert "80 → 82" in page("/promises")


def test_a_figure_that_ended_is_warned_of_once_in_a_promise(post, page):
    post("promise", PROMISE | {"title": "Warned of"})
    mine = page("/promises").partition("Warned of")[2].partition("Promised on")[0]
    assert mine.count("Employment rate ends in 2023") == 1

"""What the indicator page judges and projects: its method, how sure it is, and the district it is about."""

import pytest
from dash import no_update
from plotly.utils import PlotlyJSONEncoder

from dashboard.address import address as addresses
from dashboard.pages.indicator import page
from tests.pages.indicator.conftest import CAMBRIDGESHIRE, GREATER_MANCHESTER

pytestmark = pytest.mark.core


def _fans(made):
    return [t for t in made.charts["trend"]["data"] if t.get("fillcolor") == "--band-ahead"]


def test_the_method_and_how_sure_are_said_and_the_five_figures_pointed_out(opened):
    made, text = opened("employment/employment_rate")
    assert "Judged by" in text
    assert "The recent trend of the last five figures" in text
    assert "does not explain it. No change is clear" in text
    (here,) = [t for t in made.charts["trend"]["data"] if t.get("name") == "Greater Manchester"]
    assert [x[:4] for x, size in zip(here["x"], here["marker"]["size"], strict=True) if size == 13] == [
        "2019",
        "2020",
        "2021",
        "2022",
        "2023",
    ]


def test_a_control_chart_stands_below_and_comes_with_its_verdict(opened):
    made, text = opened("economy/guest_nights?places=E08000003")
    assert made.charts["change"] is no_update
    assert "−29.5% to +65.5% is usual, and +16.8% is within it" in text
    assert "by the ups and downs of these 18 figures" in text
    assert "Upper limit" in text
    assert "Upper limit" not in opened("employment/employment_rate")[1]


def test_no_control_limits_are_drawn_of_figures_that_come_once_a_year(opened):
    """The median age of 36 years was “below what is to be expected”, 36 years."""
    for key in ("people/median_age", "employment/claimants", "housing/long_term_vacant"):
        assert "Upper limit" not in opened(key)[1]


def _verdict(made):
    return PlotlyJSONEncoder(ensure_ascii=False).encode(made.children["verdict"])


def test_any_district_can_be_judged_with_its_own_signals_and_words(opened):
    region = _verdict(opened("economy/guest_nights")[0])
    bolton = _verdict(opened("economy/guest_nights?judge=E08000001")[0])
    assert "Bolton – Guest nights in short-term lets: " in bolton
    assert "Bolton: " in bolton  # the title of its control chart
    assert "Greater Manchester" not in bolton
    assert region != bolton


def test_the_verdict_on_a_district_is_that_of_its_own_judgement(opened, site):
    from dashboard.statements.judgement import words
    from dashboard.statements.judgement.judgement import judgement

    for key in (
        "employment/employment_rate",
        "employment/claimants",
        "skills/level_3",
        "economy/guest_nights",
    ):
        found = judgement(site, site.indicators[key], site.geography["E08000003"])
        made = opened(f"{key}?judge=E08000003")[0]
        said = _verdict(made)
        assert f"Manchester – {words.sentence(found)}" in said
        assert ("chart-canvas" in said) == (found.change.chart is not None)


def test_the_points_of_a_districts_trend_are_not_said_to_stand_out_above(opened):
    assert "the large points of the chart above" in _verdict(opened("employment/employment_rate")[0])
    bolton = _verdict(opened("employment/employment_rate?judge=E08000001")[0])
    assert "The five from 2019 to 2023." in bolton


def test_a_place_without_a_figure_is_not_judged_and_says_so(opened):
    said = _verdict(opened("transport/motor_vehicle_flow?judge=E07000008", CAMBRIDGESHIRE)[0])
    assert "Does not apply to Cambridge: it is a figure for Cambridgeshire as a whole" in said


def test_where_only_districts_have_figures_each_of_them_can_be_judged(opened):
    made, text = opened("transport/drive_to_work?judge=E08000003")
    assert "Manchester – " in _verdict(made)
    assert "Judge the change in" in text


def test_two_figures_with_margins_of_error_are_held_against_each_other(opened):
    text = opened("skills/level_3")[1]
    assert (
        "The difference between 2022 and 2023, with its own margin of error. It finds that they differ"
        in text
    )
    assert "Those of 2022 and 2023, the large points of the chart above." in text


def test_a_region_without_a_figure_is_judged_by_its_districts(opened):
    text = opened("transport/motor_vehicle_flow", CAMBRIDGESHIRE)[1]
    assert "Is the change real?" in text


def test_the_fan_is_drawn_where_it_held_enough_or_is_asked_for(opened):
    made, text = opened("environment/greenhouse_gas")
    (fan,) = _fans(made)
    assert (fan["x"][0][:4], max(fan["x"])[:4]) == ("2026", "2028")  # no figure of 2024 or 2025 is out yet
    assert "8 times in 10 we would expect 2.4 to 3.5 tonnes by 2028" in text
    assert not _fans(opened("environment/greenhouse_gas?ahead=hidden")[0])
    made, text = opened("economy/household_income")
    assert not _fans(made)
    assert "the widened range held 41% of what came next, so it is too narrow" in text
    made, text = opened("economy/gva_per_hour")
    assert not _fans(made)  # one period alone, after a gap, has no length to draw
    assert "Nothing is drawn further ahead: its range would have to be 2.8 times as wide" in text
    made, text = opened("economy/household_income?ahead=shown")
    assert _fans(made)
    assert "8 times in 10" not in text
    assert "Range made from past errors" in text


def test_what_is_not_projected_says_why(opened):
    made, text = opened("economy/guest_nights?ahead=shown")
    assert "Not projected: it has a season" in text
    assert not _fans(made)


def test_a_past_day_has_its_verdict_and_no_projection(opened, site):
    address = addresses.read(
        site,
        (page.PAGE,),
        "/indicator/economy/gva_per_hour",
        f"?region={GREATER_MANCHESTER}&as_of=2026-06-01",
    )
    text = PlotlyJSONEncoder(ensure_ascii=False).encode(page.layout(site.at(address.as_of), address))
    assert "Not projected: no projection is shown for a past day" in text
    assert "Judged by" in text

"""The indicator page says what it draws, for every kind of indicator and of region."""

from dataclasses import replace
from datetime import date

import pytest
from dash import no_update
from plotly.utils import PlotlyJSONEncoder

from dashboard.address import address as addresses
from dashboard.address.query_params import BadAddress
from dashboard.pages.indicator import page
from dashboard.record_port import Goal, NothingRecorded

pytestmark = pytest.mark.core

GREATER_MANCHESTER, CAMBRIDGESHIRE, TEES_VALLEY = "E47000001", "E47000008", "E47000006"


@pytest.fixture
def opened(site):
    """opened("employment/employment_rate?...") -> (Parts, everything on the page as text)."""

    def opened(target: str, region: str = GREATER_MANCHESTER):
        path, _, search = target.partition("?")
        address = addresses.read(site, (page.PAGE,), f"/indicator/{path}", f"?region={region}&{search}")
        made = page.parts(site, address)
        return made, PlotlyJSONEncoder(ensure_ascii=False).encode(page.layout(site, address))

    return opened


def _names(made, key="name"):
    return list(dict.fromkeys(trace[key] for trace in made.charts["trend"]["data"] if "name" in trace))


def _title(made):
    return made.children["trend-words"][0].children


def test_region_benchmark_and_chosen_places_are_drawn_and_the_region_is_on_top(opened):
    made, text = opened("employment/employment_rate?places=E08000003,E08000006&ahead=hidden")
    assert _names(made) == ["England", "Manchester", "Salford", "Greater Manchester"]
    assert "no clear change" in _title(made)
    assert "likely between 70.3% and 73.5%" in text


def test_similar_areas_are_grey_and_it_is_said_on_what_and_to_whom(opened):
    made, text = opened("employment/employment_rate?basis=economic")
    named = "--ink-soft"  # the best and the worst of them, which are named at their ends
    lines = {t["name"]: t["line"]["color"] for t in made.charts["trend"]["data"] if "name" in t}
    grey = [name for name, colour in lines.items() if colour in ("--series-other", named)]
    assert sum(colour == named for colour in lines.values()) == 2
    assert set(grey) == {
        "West Yorkshire",
        "Liverpool City Region",
        "Lancashire",
        "West Midlands",
        "Hull and East Yorkshire",
    }
    assert "Areas similar to Greater Manchester in their economy (5)" in text
    assert (
        "Areas similar to Trafford overall"
        in opened("employment/employment_rate?places=E08000009&basis=global")[1]
    )


def test_hidden_margins_of_error_are_not_shaded(opened):
    shaded = [t for t in opened("employment/employment_rate")[0].charts["trend"]["data"] if t.get("fill")]
    hidden = opened("employment/employment_rate?intervals=hidden&ahead=hidden")[0].charts["trend"]["data"]
    assert shaded
    assert not [t for t in hidden if t.get("fill")]


def test_one_period_is_a_comparison_and_no_line(opened):
    made, text = opened("housing/social_renting")
    assert {trace["mode"] for trace in made.charts["trend"]["data"]} == {"markers"}
    assert "One period is held; no trend can be judged from 1 period" in text


def test_a_break_parts_the_line_and_its_reason_is_said(opened):
    made, text = opened("skills/gcse_english_maths", TEES_VALLEY)
    assert sum(t["name"] == "Tees Valley" for t in made.charts["trend"]["data"]) == 4
    assert "Break before 2019/20: Grades of summer 2020 and 2021 were set by teachers" in text
    assert "earlier figures are not comparable" in _title(made)


def test_a_year_that_was_not_published_is_a_gap(opened):
    made, _ = opened("transport/drive_to_work?places=E08000003")
    runs = [t["x"] for t in made.charts["trend"]["data"] if t["name"] == "Manchester"]
    assert [run[-1][:4] for run in runs] == ["2017", "2019"]


def test_a_region_without_a_figure_says_so_and_shows_its_areas(opened):
    made, text = opened("transport/motor_vehicle_flow", CAMBRIDGESHIRE)
    assert _title(made).startswith("Cambridgeshire and Peterborough has no figure of its own. Its 2 ")
    assert _names(made) == ["England", "Cambridgeshire", "Peterborough"]
    assert "counties and unitary authorities of Cambridgeshire and Peterborough" in text


def test_many_areas_of_a_region_without_a_figure_are_grey_and_chosen_ones_are_not(opened):
    made, _ = opened("transport/drive_to_work?places=E08000003")
    grey = {t["name"] for t in made.charts["trend"]["data"] if t["line"]["color"] == "--series-other"}
    assert "Bolton" in grey
    assert "Manchester" not in grey


def test_a_count_is_not_drawn_beside_england_and_says_it_is_derived(opened):
    made, text = opened("housing/net_additional_dwellings")
    assert "England" not in _names(made)
    assert "not drawn, because a count of a larger place" in text
    assert "derived" in text


def test_ranks_are_ranges_in_the_order_of_the_figures(opened):
    text = opened("employment/employment_rate")[0].children["table"][1].children[0]
    markup = getattr(text, "data-svg")
    assert markup.index("Oldham") < markup.index("Bolton") < markup.rindex("England</th>")
    assert "4th to 10th of 10" in markup


def test_neighbourhoods_show_both_ends_of_the_list_and_say_so(opened):
    made, text = opened("housing/social_renting?level=lsoa")
    assert "The 10 highest and 10 lowest of 1,702" in text
    assert len(made.maps["places"]["classes"]) == 1702


def test_an_indicator_of_neighbourhoods_only_says_so_and_still_has_its_map(opened):
    made, text = opened("digital/exclusion_risk")
    assert "trend" not in made.charts
    assert "has figures only for neighbourhoods" in text
    assert made.maps["places"]["classes"]


def test_a_level_without_figures_is_replaced_and_it_is_said(opened):
    made, text = opened("employment/employment_rate?level=lsoa")
    assert len(made.maps["places"]["classes"]) == 10
    assert "has no figures for" in text


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


class OneTarget(NothingRecorded):
    """A record that holds one target: half a million more people by the end of 2028."""

    def targets(self, areas, indicator=None):
        goal = Goal(
            "people/population",
            GREATER_MANCHESTER,
            3_500_000,
            date(2028, 12, 31),
            3_009_000,
            date(2024, 1, 1),
            "Planning",
            "Homes",
        )
        return (goal,) if GREATER_MANCHESTER in areas and indicator in (None, goal.indicator) else ()


def test_a_target_has_its_path_and_is_held_against_what_is_expected(site):
    site = replace(site, record=OneTarget())
    address = addresses.read(
        site, (page.PAGE,), "/indicator/people/population", f"?region={GREATER_MANCHESTER}&ahead=shown"
    )
    made = page.parts(site, address)
    (path,) = [t for t in made.charts["trend"]["data"] if t.get("name") == "Path to the target"]
    assert path["y"][0] == 3_009_000
    assert path["y"][-1] == 3_500_000
    said = PlotlyJSONEncoder(ensure_ascii=False).encode(made.children["outlook"])
    assert "its target of 3,500,000 by 2028" in said
    assert "The target of 3,500,000 is outside that range." in said


@pytest.mark.parametrize(
    ("search", "status"),
    [
        ("places=E99999999", 404),
        ("basis=anything", 400),
        ("level=street", 400),
        ("ahead=perhaps", 400),
        ("judge=E99999999", 404),
        ("judge=E01004766", 404),
        ("places=" + ",".join(f"E0800000{n}" for n in range(1, 7)), 400),
    ],
)
def test_a_bad_choice_is_refused(opened, search, status):
    with pytest.raises(BadAddress) as refusal:
        opened(f"employment/employment_rate?{search}")
    assert refusal.value.status == status


def test_names_in_markup_are_escaped(site):
    from dashboard.datastore.areas import Area
    from dashboard.datastore.observations import Observation
    from dashboard.pages.indicator.ranked import Ranking, ranked_markup

    rate = site.indicators["employment/employment_rate"]
    latest = site.observations(rate).latest(GREATER_MANCHESTER)
    rows = [(Area("E08000001", "<b>Nowhere & co", "district"), Observation(*latest))]
    markup = ranked_markup(Ranking(rate, site.geography[GREATER_MANCHESTER], "A & B", rows, "districts"))
    assert "&lt;b&gt;Nowhere &amp; co" in markup
    assert "<caption>A &amp; B</caption>" in markup

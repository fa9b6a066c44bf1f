"""The indicator page says what it draws, for every kind of indicator and of region."""

from dataclasses import replace
from datetime import date

import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard.address import address as addresses
from dashboard.address.query_params import BadAddress
from dashboard.pages.indicator import page
from dashboard.record_port import Goal, NothingRecorded
from tests.pages.indicator.conftest import CAMBRIDGESHIRE, GREATER_MANCHESTER, TEES_VALLEY

pytestmark = pytest.mark.core


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
